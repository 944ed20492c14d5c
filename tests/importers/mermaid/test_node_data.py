"""The data of a node are YAML, of which its label, its shape and its icon count."""

from __future__ import annotations

import pytest

from sphinx_gitops.importers.diagrams.diagram import DiagramError
from sphinx_gitops.importers.mermaid.node_data import read_node_data


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (" shape: cyl, label: Data base ", (("Data base", True), "cyl", "")),
        (' label: "x", labelType: text ', (("x", False), "", "")),
        (" label: Problem? ", (("Problem?", True), "", "")),
        (" label: Ready?, shape: diam ", (("Ready?", True), "diam", "")),
        ("\n  shape: doc\n  label: x\n", (("x", True), "doc", "")),
        (' icon: "fa:user", form: "square" ', (None, "", "fa:user")),
        (" animate: true ", (None, "", "")),
        ("", (None, "", "")),
    ],
)
def test_data_are_read(text, found):
    assert read_node_data(text, 1) == found


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (" shape: cylinders ", 4, "Mermaid has no shape 'cylinders'; did you mean 'cylinder'?"),
        (" shape: a, shape: b ", 4, "reads this as YAML: the key 'shape'"),
        ("\nshape: doc\n label: x", 6, "reads this as YAML"),
        (" [ ", 4, "reads this as YAML"),
        (" x: " + "[" * 5_000, 4, "reads this as YAML"),
    ],
)
def test_what_mermaid_refuses_is_refused(text, line, message):
    with pytest.raises(DiagramError) as refused:
        read_node_data(text, 4)
    assert (refused.value.line, message in refused.value.message) == (line, True), refused.value
