"""What can be wrong with the directive of an audit is said at its line."""

from __future__ import annotations

import json
import re

import pytest

from support.audit_pages import FILES

HEAD = "T\n=\n\n.. gitops-workflow:: delivery.yaml\n\n"


@pytest.mark.parametrize(
    ("audit", "message"),
    [
        (
            ".. gitops-audit:: delivery\n   :framework: slsaa\n",
            "index.rst:7: WARNING: framework: there is no framework 'slsaa'; did you mean 'slsa'? [gitops.option]",
        ),
        (
            ".. gitops-audit:: delivery\n   :framework: soc\n",
            "framework: there is no framework 'soc'; expected one of practices, slsa, or a YAML file [gitops.option]",
        ),
        (
            ".. gitops-audit:: delivery\n   :framework: soc.yaml\n",
            "index.rst:7: WARNING: framework: 'soc.yaml': ",
        ),
        (
            ".. gitops-audit:: delivery\n   :framwork: slsa\n",
            "there is no such option; did you mean 'framework'? [gitops.option]",
        ),
        (
            ".. gitops-audit:: delivery\n\n   Words.\n",
            "the body of an audit is a definition list: a practice, and below it what the team does [gitops.content]",
        ),
    ],
)
def test_a_mistake_is_told_and_the_rest_is_shown(build, warnings, audit, message):
    app = build(FILES | {"index.rst": HEAD + audit})
    (line,) = warnings(app)
    assert message in line
    assert "gitops-result" in (app.outdir / "index.html").read_text(encoding="utf-8")


def test_a_mistake_of_a_framework_is_told_at_its_line(build, warnings):
    files = {
        "index.rst": HEAD + ".. gitops-audit:: delivery\n   :framework: soc.yaml\n",
        "soc.yaml": "A: {}\nB: [cycel]\n",
    }
    (line,) = warnings(build(FILES | files))
    assert "soc.yaml:2: WARNING: B: there is no rule 'cycel'; did you mean 'cycle'? [gitops.unknown-id]" in line


def test_files_are_not_read_where_they_may_not_be(build, warnings):
    workflow = ".. gitops-workflow::\n\n   id: delivery\n   stages: {s: {components: {A: B}}}\n\n"
    audit = ".. gitops-audit:: delivery\n   :framework: a.yaml\n"
    files = {"index.rst": f"T\n=\n\n{workflow}{audit}", "a.yaml": "A: {}\n"}
    off = "lambda app: app.env.settings.update(file_insertion_enabled=False)"
    files["conf.py"] = f"def setup(app):\n    app.connect('builder-inited', {off})\n"
    (line,) = warnings(build(files))
    assert "framework: 'a.yaml' is not read: file_insertion_enabled is off" in line


@pytest.mark.parametrize(("suffix", "text"), [("md", "```{gitops-audit} w\nAccess\n: Only it.\n\nCrypt\n: All.\n```\n"), ("rst", ".. gitops-audit:: w\n\n   Access\n\n   Crypt\n")])  # fmt: skip
def test_a_body_that_is_no_list_of_definitions_is_told_once_with_the_remedy(build, warnings, suffix, text):
    app = build(
        {f"index.{suffix}": text}, extensions=["myst_parser", "sphinx_gitops"], suppress_warnings=["gitops.unknown-id"]
    )
    (line,) = warnings(app)
    assert "the body of an audit is a definition list" in line
    assert ("myst_enable_extensions" in line) is (suffix == "md")


def test_each_definition_of_a_term_in_markdown_is_the_team_s_word(build, warnings):
    page = "# T\n\n```{gitops-workflow} delivery.yaml\n```\n\n```{gitops-audit} delivery\nBackups\n: Each night.\n: Restored by {gitops:component}`delivery.ARGO`.\n```\n"
    files = {name: text for name, text in FILES.items() if name != "index.rst"} | {"index.md": page}
    app = build(files, extensions=["myst_parser", "sphinx_gitops"], myst_enable_extensions=["deflist"])
    assert warnings(app) == []
    (audit,) = json.loads((app.outdir / "gitops-audit.json").read_text(encoding="utf-8"))["audits"]
    (backups,) = (control for control in audit["controls"] if control["id"] == "Backups")
    assert backups["prose"] == "Each night. Restored by delivery.ARGO."
    rows = [
        re.sub("<[^>]*>", "", row)
        for row in re.findall(r"<tr.*?</tr>", (app.outdir / "index.html").read_text(encoding="utf-8"), re.DOTALL)
        if "Each night." in row
    ]
    assert rows
    assert all("Restored by" in row for row in rows)


def test_a_comment_in_the_body_is_no_mistake(build, warnings):
    audit = ".. gitops-audit:: delivery\n\n   .. ours\n\n   Backups\n      Each night.\n"
    app = build(FILES | {"index.rst": HEAD + audit})
    assert warnings(app) == []
    assert "Each night." in (app.outdir / "index.html").read_text(encoding="utf-8")


def test_a_framework_without_levels_has_those_that_are_built_in(build, warnings):
    audit = ".. gitops-audit:: delivery\n   :framework: soc.yaml\n   :levels:\n"
    app = build(FILES | {"index.rst": HEAD + audit, "soc.yaml": "A: [secret-plaintext]\n"})
    assert warnings(app) == []
    assert "Level reached: bronze." in (app.outdir / "index.html").read_text(encoding="utf-8")
