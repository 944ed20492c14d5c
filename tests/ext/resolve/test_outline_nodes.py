"""The text version of a page has second lines, notes, and the pages to which labels of flows lead."""

from __future__ import annotations

from support.sites import html

WORKFLOW = """\
Flow
====

.. gitops-workflow::
   :outline: open

   id: w
   stages:
     s:
       title: Cluster
       subtitle: eu-west-1
       note: No access.
       components:
         A: {title: Git, subtitle: port <443>, note: One source.}
         B: Scan
   flows:
     - {from: A, to: B, label: push, url: "https://x.example/", doc: index}
     - {from: B, to: A, doc: index}
"""


def test_subtitles_notes_and_pages_of_flows_are_in_the_text_version(build, warnings):
    app = build({"index.rst": WORKFLOW})
    page = html(app)
    assert warnings(app) == []
    assert "<strong>Cluster</strong>, eu-west-1" in page
    assert '<p class="gitops-note">Note: No access.</p>' in page
    assert "Git, port &lt;443&gt;" in page
    assert '<p class="gitops-note">Note: One source.</p>' in page
    assert '(push) [<a href="https://x.example/" class="reference external">page</a>, <a' in page.replace(
        '<a class="reference external" href="https://x.example/">',
        '<a href="https://x.example/" class="reference external">',
    )


def test_a_flow_whose_page_is_not_there_warns_at_its_line(build, warnings):
    app = build({"index.rst": WORKFLOW.replace("doc: index}\n     -", "doc: nowhere}\n     -")})
    (warning,) = warnings(app)
    assert "index.rst:17" in warning
    assert "nowhere" in warning
