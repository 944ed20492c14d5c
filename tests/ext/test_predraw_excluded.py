"""What an output leaves out is not drawn ahead of it either."""

from __future__ import annotations

from sphinx_gitops.ext.predraw import MANY

from sphinx_gitops.ext.drawing.renderer import Renderer

PAGE = """\
:orphan:

Page {number}
=============

.. gitops-workflow::

   id: w{number}
   title: Shown
   stages: {{s: {{components: [A]}}}}

.. only:: private

   .. gitops-workflow::

      id: p{number}
      title: Private
      stages: {{s: {{components: [A]}}}}
"""


def test_a_workflow_under_a_false_condition_is_drawn_nowhere(build, monkeypatch):
    drawn = []
    picture = Renderer.picture

    def record(self, scene, config, *, prefix):
        drawn.append(scene.title)
        return picture(self, scene, config, prefix=prefix)

    monkeypatch.setattr(Renderer, "picture", record)
    pages = {f"p{number}.rst": PAGE.format(number=number) for number in range(MANY + 1)}
    build({"index.rst": "T\n=\n", **pages})
    assert len(drawn) == 2 * (MANY + 1)  # ahead of writing, and when it is written
    assert set(drawn) == {"Shown"}
