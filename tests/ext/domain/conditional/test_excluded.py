"""What a condition leaves out is gone before pictures are drawn or references resolved, and only where ours is in it."""

from __future__ import annotations

from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_gitops.ext.domain.conditional.excluded import DropExcluded
from support.sites import html

FLOW = ".. gitops-workflow::\n\n   id: {name}\n   stages: {{s: {{components: {{A: {name}}}}}}}\n"
PAGE = "T\n=\n\n" + FLOW.format(name="here") + "\n.. only:: latex\n\n   There.\n\n"
INNER = "".join(f"   {line}\n" if line else "\n" for line in FLOW.format(name="gone").splitlines())


def seen(build, monkeypatch, text: str) -> tuple[str, str]:
    """The document after the transform, and the page."""
    found: list[str] = []
    run = DropExcluded.run

    def look(self: SphinxPostTransform, **kwargs: object) -> None:
        run(self, **kwargs)
        found.append(self.document.pformat())

    monkeypatch.setattr(DropExcluded, "run", look)
    app = build({"index.rst": text})
    return found[-1], html(app)


def test_a_part_with_something_of_ours_is_taken_away(build, monkeypatch):
    left, page = seen(build, monkeypatch, PAGE + INNER)
    assert "gitops_diagram" in left
    assert "There." not in left
    assert "gone" not in page


def test_any_other_part_is_left_to_sphinx(build, monkeypatch):
    left, page = seen(build, monkeypatch, PAGE)
    assert "There." in left
    assert "There." not in page
