"""Legal ids are kept, others are made legal, and two never share one."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.diagrams.diagram import Diagram, DiagramBox, DiagramNode
from sphinx_gitops.importers.diagrams.legal_ids import LegalIds, is_legal


def ids(*names: str) -> dict[str, str]:
    nodes = tuple(DiagramNode(id=name, line=1, lines=(name,)) for name in names)
    return dict(LegalIds(Diagram(nodes=nodes)).by_name)


def test_legal_ids_are_kept():
    names = ("A", "a.b-c", "_x", "é", "end", "on", "Build", "BUILD")
    assert ids(*names) == dict(zip(names, names, strict=True))


@pytest.mark.parametrize(
    "names", [("1", "_1"), ("a b", "a-b", "a/b", "a:b"), ("-", "--", "$", "%"), ("x" * 300, "x" * 301), ("a-", "a")]
)
def test_two_never_share_one(names):
    found = ids(*names)
    assert len(set(found.values())) == len(names)
    assert all(map(is_legal, found.values()))


def test_a_legal_id_is_kept_though_an_illegal_one_comes_first():
    assert ids("a b", "a-b") == {"a b": "a-b_2", "a-b": "a-b"}


def test_a_box_without_an_id_is_called_as_its_title_is():
    boxes = (
        DiagramBox(id="subGraph0", line=1, lines=("Without rings",), is_named=False),
        DiagramBox(id="t", line=2, lines=("T",)),
    )
    found = LegalIds(Diagram(boxes=boxes))
    assert found.by_name == {"subGraph0": "Without-rings", "t": "t"}
    assert found.further("t") == "t_2"
