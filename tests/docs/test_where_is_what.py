"""The pages that say where what is name files that are there."""

from __future__ import annotations

import re

from support.project import ROOT

EXPLANATION = ROOT / "docs" / "explanation"
REQUESTS = re.findall(r"^\| (.+) \| `(\S+)` \|$", (EXPLANATION / "where-is-what.md").read_text(encoding="utf-8"), re.MULTILINE)  # fmt: skip


def test_there_are_twenty_requests_each_with_a_file_that_is_there():
    assert len(REQUESTS) == 20
    assert [path for _, path in REQUESTS if not (ROOT / path).is_file()] == []


def test_no_request_is_there_twice():
    assert len({request for request, _ in REQUESTS}) == len({path for _, path in REQUESTS}) == len(REQUESTS)


def test_the_table_of_the_architecture_names_every_package():
    page = (EXPLANATION / "architecture.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1] for line in page.splitlines() if line.startswith("| `")]
    named = {name for row in rows for name in re.findall(r"`([\w./]+)`", row)}
    assert [name for name in sorted(named) if not (ROOT / "sphinx_gitops" / name).exists()] == []
    package = ROOT / "sphinx_gitops"
    inner = {f"{path.parent.name}/" for path in package.glob("*/__init__.py")} - {"ext/", "render/"}
    for name in ("ext", "render"):
        inner |= {f"{name}/{path.parent.name}/" for path in (package / name).glob("*/__init__.py")}
    assert inner - named == set()
