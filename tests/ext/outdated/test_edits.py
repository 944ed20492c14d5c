"""Edits of a project: after each, the pages are what a clean build makes of it, and no page is written that shows nothing new."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from support.described import RST, SITES, written

SETTINGS = {
    "html_sidebars": {"**": []},
    "html_copy_source": False,
    "html_last_updated_fmt": None,
    "html_use_index": True,
}


def pages(app) -> dict[str, bytes]:
    """The bodies of all pages, and the export: the frame around them has titles of neighbours, which Sphinx leaves as they were."""
    found = {}
    known = {*app.env.found_docs, "genindex", "gitops-components"}  # Sphinx leaves pages of documents that are gone
    for path in sorted(Path(app.outdir).glob("*.html")):
        text = path.read_text(encoding="utf-8")
        body = re.search(r'<div class="body" role="main">(.*?)<div class="clearer">', text, re.DOTALL)
        if body and path.stem in known:
            found[path.name] = body.group(1).encode()
    found["gitops.json"] = Path(app.outdir, "gitops.json").read_bytes()
    return found


@pytest.mark.parametrize(
    ("changed", "rewritten", "message"),
    [
        pytest.param({"flow": RST["flow"].replace("SCAN", "CHECK")}, {"flow", "parts", "books", "prose", "index"},
                     "there is no component 'delivery.SCAN' to describe", id="rename-a-component"),
        pytest.param({"flow": re.sub(r".*(SCAN:|SCAN, to|--> SCAN).*\n", "", RST["flow"])}, {"flow", "parts", "books", "prose", "index"},
                     "the runbook 'scan-failed' names 'delivery.SCAN', and there is no such component", id="delete-a-component"),
        pytest.param({"flow": RST["flow"].replace("BUILD: {", "MAKE: {formerly: [BUILD], ").replace("- BUILD -->", "- MAKE -->")},
                     {"flow", "parts", "prose", "index"}, "", id="rename-with-formerly"),
        pytest.param({"books": RST["books"].replace(":: scan-failed", ":: scan-broken").replace("   :formerly: scan-red\n", "")},
                     {"flow", "parts", "books", "prose", "index"}, "gitops:runbook reference target not found: scan-red", id="rename-a-runbook"),
        pytest.param({"books": "Books\n=====\n"}, {"flow", "parts", "books", "prose", "index"},
                     "gitops:runbook reference target not found: scan-red", id="delete-a-runbook"),
        pytest.param({"prose": None}, {"flow", "parts", "index"}, "", id="delete-a-page-that-mentions"),
        pytest.param({"parts": None}, {"flow", "books", "prose", "index"}, "", id="delete-a-page-that-describes"),
        pytest.param({"books": None}, {"flow", "parts", "prose", "index"},
                     "gitops:runbook reference target not found: scan-red", id="delete-a-page-of-runbooks"),
        pytest.param({"other": "Other\n=====\n\nNew.\n"}, {"flow", "parts", "books", "prose", "index"} & {"index"}, "", id="edit-elsewhere"),
    ],
)  # fmt: skip
def test_an_edit_rewrites_or_warns_where_it_is_shown_and_nowhere_else(build, warnings, changed, rewritten, message):
    index = "Site\n====\n\n.. toctree::\n   :glob:\n\n   [!i]*\n"
    files = SITES["rst"] | {"index.rst": index, "other.rst": "Other\n=====\n"}
    before = build(files, nitpicky=True, **SETTINGS)
    assert warnings(before) == []
    for name in (name for name, text in changed.items() if text is None):
        Path(before.srcdir, f"{name}.rst").unlink()
        del files[f"{name}.rst"]
    files |= {f"{name}.rst": text for name, text in changed.items() if text is not None}
    warm = build(files, nitpicky=True, **SETTINGS)
    assert written(warm) - {"index"} == rewritten - {"index"}
    found = warnings(warm)
    assert any(message in line for line in found) if message else found == []
    assert pages(warm) == pages(build(files, source="clean", nitpicky=True, **SETTINGS))


PART = "Page {count}\n=========\n\n"
PAGES = {
    "mention": PART + ":gitops:component:`{component}` :gitops:runbook:`scan-failed`\n",
    "describe": PART + ".. gitops-component:: delivery.{component}\n   :diagram:\n\n   Words {count}.\n",
    "view": PART + ".. gitops-view:: delivery\n   :focus: {component}\n",
    "components": PART + ".. gitops-table:: components\n   :columns: component owner mention runbook receives\n",
    "flows": PART + ".. gitops-table:: flows\n",
    "runbooks": PART + ".. gitops-table:: runbooks\n   :filter: component == {component}\n",
    "any": PART + ":any:`delivery.{component}` :ref:`gitops-delivery.{component}`\n",
}
"""New pages that show something of the others."""


def _flow(kind: str, text: str, component: str, other: str, count: int) -> str:
    """The workflow, edited."""
    if kind == "title":
        return re.sub(rf"({component}: {{title: )[^,}}]*", rf"\g<1>Title {count}", text)
    if kind == "owner":
        return re.sub(r"owner: \w+", f"owner: team{count}", text)
    if kind == "lines":
        return text.replace("Flow\n====\n", f"Flow\n====\n\nA line {count}.\n", 1)
    loop = f"     - {component} -.->|loop {count}| {other}\n"
    return re.sub(r".*loop.*\n", "", text) if "loop" in text else text + loop


def _edit(draw: random.Random, files: dict[str, str], count: int) -> str:
    """One edit of a kind that a team makes; returns what it was."""
    component, other = draw.choice(["BUILD", "SCAN", "PKG"]), draw.choice(["BUILD", "SCAN", "PKG"])
    page = f"page{draw.randrange(5)}.rst"
    kind = draw.choice([*PAGES, "title", "owner", "lines", "loop", "remove", "undescribe", "runbook", "heading"])
    if kind in PAGES:
        files[page] = PAGES[kind].format(count=count, component=component)
    elif kind == "remove":
        files.pop(page, None)
    elif kind == "undescribe":
        files["parts.rst"] = RST["parts"] if files["parts.rst"] != RST["parts"] else "Parts\n=====\n"
    elif kind == "runbook":
        files["books.rst"] = (
            RST["books"].replace("delivery.SCAN PKG", component).replace("A scan failed", f"Book {count}")
        )
    elif kind == "heading":
        files["prose.rst"] = re.sub(r"^.*\n=+", f"Prose {count}\n===========", files["prose.rst"])
    else:
        files["flow.rst"] = _flow(kind, files["flow.rst"], component, other, count)
    return f"{count}: {kind} {component} {page}"


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_thirty_edits_leave_what_a_clean_build_makes(build, tmp_path, seed):
    draw = random.Random(seed)  # noqa: S311 - the same edits every time
    files = SITES["rst"] | {"index.rst": "Site\n====\n\n.. toctree::\n   :glob:\n\n   [!i]*\n"}
    build(files, **SETTINGS)
    done = []
    for count in range(30):
        before = set(files)
        done.append(_edit(draw, files, count))
        for name in before - set(files):
            (tmp_path / "src" / name).unlink()
        left, right = pages(build(files, **SETTINGS)), pages(build(files, source=f"clean{count}", **SETTINGS))
        assert left.keys() == right.keys(), done
        assert [name for name in left if left[name] != right[name]] == [], done


LED = "Flow\n====\n\n.. gitops-workflow::\n%s\n   id: w\n   stages: {s: {components: {A: {title: a, doc: %s}}}}\n"
LEADING = {
    "index.rst": "Site\n====\n\n.. toctree::\n   :glob:\n\n   [!i]*\n",
    "prose.rst": "View\n====\n\n.. gitops-view:: w\n",
    "parts.rst": "Part\n====\n\n.. gitops-component:: w.A\n",
    "third.rst": "Third\n=====\n",
    "other.rst": ".. _lab:\n\nOther\n=====\n",
}
RETITLED = {"other": ".. _lab:\n\nNewer\n=====\n"}
MOVED = {"other": "Other\n=====\n", "third": ".. _lab:\n\nThird\n=====\n"}


@pytest.mark.parametrize(
    ("doc", "changes"),
    [
        pytest.param("other", RETITLED, id="title"),
        pytest.param("lab", RETITLED, id="title-at-a-label"),
        pytest.param("lab", MOVED, id="label-moves"),
        pytest.param("new", {"new": "New\n===\n"}, id="document-appears"),
    ],
)
def test_where_a_component_leads_is_written_anew_wherever_it_is_shown(build, doc, changes):
    files = LEADING | {"flow.rst": LED % ("", doc), "books.rst": LED % ("   :no-index:\n", doc)}
    build(files, **SETTINGS)
    files |= {f"{name}.rst": text for name, text in changes.items()}
    warm = build(files, **SETTINGS)
    assert written(warm) - {"index"} == {"flow", "books", "prose", "parts"}
    assert pages(warm) == pages(build(files, source="clean", **SETTINGS))
