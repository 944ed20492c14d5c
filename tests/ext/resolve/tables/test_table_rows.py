"""A table's body: its rows, or why there are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.described import RST, SITES
from support.sites import html


def table(options: dict[str, str], subject: str = "components", form: str = "rst") -> dict[str, str]:
    lines = [f":{name}: {value}" for name, value in options.items()]
    if form == "myst":
        return {
            "list.md": "---\norphan: true\n---\n\n# List\n\n```{gitops-table} "
            + "\n".join([subject, *lines])
            + "\n```\n"
        }
    return {"list.rst": ":orphan:\n\nList\n====\n\n.. gitops-table:: " + "\n   ".join([subject, *lines]) + "\n"}


def test_a_table_without_rows_says_so(build):
    page = html(build(SITES["rst"] | table({"filter": "owner == nobody", "caption": "Ours"})), "list")
    assert "<table" not in page
    assert "<em>Nothing to list.</em>" in page
    assert "Ours" in page


@pytest.mark.parametrize(("builder", "place"), [("html", 'id="ours"'), ("latex", r"\label{\detokenize{list:ours}}"), ("texinfo", "@anchor{list ours}")])  # fmt: skip
def test_an_empty_table_has_its_place(build, warnings, builder, place):
    listed = table({"filter": "owner == nobody", "caption": "Ours", "name": "ours"})["list.rst"]
    files = SITES["rst"] | {"list.rst": listed.replace(":orphan:", "") + "\n:ref:`ours`\n"}
    app = build(files | {"index.rst": RST["index"].replace("prose", "prose\n   list")}, builder=builder, nitpicky=True)
    assert warnings(app) == []
    found = "".join(path.read_text(encoding="utf-8") for path in Path(app.outdir).glob("*.*") if path.suffix in {".html", ".tex", ".texi"})  # fmt: skip
    assert place in found
    assert "Nothing to list." in found
