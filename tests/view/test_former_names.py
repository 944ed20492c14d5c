"""An old id, or an id in a workflow's old name, selects what it names today."""

from __future__ import annotations

import pytest

from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text
from sphinx_gitops.view import Selection, select

WORKFLOW = read_text(
    """\
id: delivery
formerly: [release]
stages:
  cd:
    formerly: [deploy]
    groups:
      g: {formerly: [old], components: {SYNC: {formerly: [FLUX, TILLER]}}}
    components: {B: b}
  x: {components: {C: c}}
flows: [C --> x, SYNC --> B]
""",
    locate=lambda *_: Span("w", 1),
    default="x",
).workflow
SYNC = ["SYNC", "FLUX", "TILLER", "delivery.SYNC", "release.SYNC", "delivery.FLUX", "release.TILLER", "group:old"]


def ids(selection: Selection) -> tuple[list[str], list[str]]:
    found = select(WORKFLOW, selection)
    return [one.id for one in found.workflow.components()], [one.message for one in found.complaints]


@pytest.mark.parametrize("name", SYNC)
def test_show_takes_every_name_of_a_component(name):
    assert ids(Selection(show=name)) == (["SYNC"], [])


@pytest.mark.parametrize("name", ["cd", "deploy", "stage:deploy", "stage:release.deploy", "release.cd"])
def test_hide_takes_every_name_of_a_stage(name):
    assert ids(Selection(hide=name)) == (["C"], [])


@pytest.mark.parametrize("name", [name for name in SYNC if ":" not in name])
def test_focus_and_path_take_every_name_of_a_component(name):
    assert select(WORKFLOW, Selection(focus=name)).focus == {"SYNC"}
    assert ids(Selection(path=f"{name} -> B")) == (["B", "SYNC"], [])


@pytest.mark.parametrize("name", ["other.SYNC", "release.NONE", "kind:release.SYNC", "release."])
def test_a_name_of_nothing_is_told(name):
    assert len(ids(Selection(show=name))[1]) == 1
