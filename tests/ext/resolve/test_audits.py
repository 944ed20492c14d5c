"""Audits in each output: results, evidence as links, levels, and paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from support.audit_pages import DELIVERY, FILES


def text_of(app) -> str:
    return " ".join((Path(app.outdir) / "index.txt").read_text(encoding="utf-8").split())


def page_of(app) -> str:
    return (Path(app.outdir) / "index.html").read_text(encoding="utf-8")


def row_of(page: str, code: str) -> str:
    return next(row for row in re.findall(r"<tr.*?</tr>", page, re.DOTALL) if f">{code}<" in row)


def test_each_rule_has_its_result_and_its_evidence_as_links(build, warnings):
    app = build(FILES, gitops_rules={"prod-without-security": "error"})
    assert warnings(app) == []
    page = page_of(app)
    security = row_of(page, "prod-without-security")
    assert 'class="gitops-result gitops-met">met<' in security
    assert 'href="#gitops-component-delivery.SCAN"' in security or "#gitops-delivery.SCAN" in security
    assert "gitops-not-met" in row_of(page, "rollback-none")
    waived = row_of(page, "dr-missing")
    assert "gitops-waived" in waived
    assert "The other region has its own pages." in waived
    assert "gitops-unverifiable" in row_of(page, "promotion-skips-stage")
    assert "Application/argocd/shop (deploy/apps/shop.yaml:2, v1.4.0)" in re.sub(
        "<[^>]*>", "", row_of(page, "push-deploy")
    )


def test_a_practice_of_the_team_is_its_prose_and_what_it_cites_must_be_deployed(build):
    page = page_of(build(FILES))
    rows = re.findall(r"<tr.*?</tr>", page, re.DOTALL)
    access = next(row for row in rows if "Access controls" in row)
    assert "gitops-met" in access
    assert "Only <" in access
    backups = next(row for row in rows if "Backups" in row)
    assert "gitops-not-met" in backups
    assert (
        "mesh/mtls.yaml (deploy/mesh/mtls.yaml:1), cited in index.rst:12: no reconciler of the repository deploys it"
        in backups
    )
    assert "They are restored each month" in backups


def test_lists_and_code_of_a_practice_are_its_prose_and_no_practices(build):
    body = """
   Backups
      They are restored:

      each month
         By whom is on call.

      .. code-block:: sh

         velero restore create
         velero get

      .. a comment
"""
    page = page_of(build(FILES | {"index.rst": FILES["index.rst"].split("\n   Access controls")[0] + body}))
    rows = [row for row in re.findall(r"<tr.*?</tr>", page, re.DOTALL) if "on call" in row]
    (backups,) = (" ".join(re.sub("<[^>]*>", " ", row).split()) for row in rows)
    said = "They are restored: each month By whom is on call. velero restore create velero get"
    assert backups == f"Backups unverifiable no rule checks this {said}"


def test_levels_are_shown_on_request(build):
    assert "Level reached: bronze." in page_of(build(FILES, source="a"))
    files = FILES | {"index.rst": FILES["index.rst"].replace("   :levels:\n", "")}
    assert "Level reached: bronze." not in page_of(build(files, source="b"))
    levels = FILES | {
        "index.rst": FILES["index.rst"].replace(":levels:", ":levels: own.yaml"),
        "own.yaml": "controls: {}\nlevels: {start: [secret-plaintext], good: [rollback-none]}\n",
    }
    page = re.sub("<[^>]*>", "", page_of(build(levels, source="c")))
    assert "Level reached: start. Missing for good: rollback-none." in page


def test_a_framework_of_the_project_has_its_own_controls_and_prose(build, warnings):
    framework = "title: SOC 2\nversion: '2017'\nurl: https://example.org/soc\ncontrols:\n  CC6.1:\n    title: Logical access\n    section: Common criteria\n    rules: [secret-plaintext]\n    prose: See :gitops:component:`delivery.ARGO`.\n"
    files = FILES | {
        "index.rst": FILES["index.rst"].split(".. gitops-audit")[0]
        + ".. gitops-audit:: delivery\n   :framework: soc.yaml\n",
        "soc.yaml": framework,
    }
    app = build(files)
    assert warnings(app) == []
    page = page_of(app)
    assert '<a class="reference external" href="https://example.org/soc">SOC 2</a>' in page
    row = row_of(page, "secret-plaintext")
    assert "CC6.1" in row
    assert "Logical access" in row
    assert "See <a" in row


@pytest.mark.parametrize(
    "builder", ["text", "man", "texinfo", "latex", "epub", "singlehtml", "dirhtml", "xml", "gettext"]
)
def test_every_builder_takes_an_audit(build, warnings, builder):
    app = build(FILES, builder=builder)
    assert [line for line in warnings(app) if "EPUB3" not in line] == []


def test_the_text_says_the_same(build):
    text = text_of(build(FILES, builder="text"))
    assert "OpenGitOps v1.0.0" in text
    assert "| not met" in text


def test_on_paper_a_table_is_a_long_one_of_fixed_columns(build):
    app = build(FILES, builder="latex")
    tex = next(Path(app.outdir).glob("*.tex")).read_text(encoding="utf-8")
    assert tex.count(r"\begin{longtable}") >= 5
    assert r"\X{18}{100}\X{27}{100}\X{15}{100}\X{40}{100}" in tex
    titles = tex.count(r"\Needspace{12\baselineskip}")
    assert titles == len(re.findall(r"\\Needspace\{12\\baselineskip\}\s+\\subsubsection\*", tex)) >= 5


def test_an_unknown_workflow_is_told_and_nothing_is_left(build, warnings):
    app = build(FILES | {"index.rst": FILES["index.rst"].replace("audit:: delivery", "audit:: delivry")})
    (line,) = warnings(app)
    assert (
        "index.rst:6: WARNING: there is no workflow 'delivry' to audit; did you mean 'delivery'? [gitops.unknown-id]"
        in line
    )
    assert "gitops-result" not in page_of(app)


def test_a_page_follows_its_workflow_and_its_repository(build):
    page = FILES | {
        "index.rst": "T\n=\n\n.. gitops-audit:: delivery\n\n.. toctree::\n\n   w\n",
        "w.rst": "W\n=\n\n.. gitops-workflow:: delivery.yaml\n",
    }
    assert "gitops-met" in row_of(page_of(build(page)), "secret-plaintext")
    secret = "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\nstringData: {password: hunter2}\n"  # noqa: S105 - a manifest
    assert "gitops-not-met" in row_of(page_of(build(page | {"deploy/secret.yaml": secret})), "secret-plaintext")
    changed = page | {"delivery.yaml": DELIVERY.replace("APP --> SCAN --> ARGO", "APP --> ARGO")}
    assert "gitops-not-met" in row_of(page_of(build(changed)), "prod-without-security")


@pytest.mark.browser
@pytest.mark.parametrize("theme", ["alabaster", "furo"])
def test_on_a_phone_nothing_is_wider_than_the_page(build, page, theme):
    app = build(FILES, html_theme=theme)
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto((Path(app.outdir) / "index.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
    boxes = page.locator(".gitops-audit td").evaluate_all("all => all.map(one => one.getBoundingClientRect().right)")
    assert boxes
    assert max(boxes) <= 375


TEAM = {
    **FILES,
    "index.rst": FILES["index.rst"] + "\n.. gitops-audit:: delivery\n   :framework: own.yaml\n",
    "own.yaml": "controls:\n  M1: {title: Monitoring, section: Security, rules: [monitoring-missing]}\n",
}


def test_in_another_language_ours_is_translated_and_what_findings_say_is_marked_as_english(build):
    page = page_of(build(TEAM, language="de"))
    assert "Vorgehensweisen der Auslieferung mit GitOps" in page
    assert ">Declarative</strong>" in page  # by its official name
    row = row_of(page, "secret-plaintext")
    assert "Jedes Secret in Git ist verschlüsselt (" in row
    assert "geprüft in deploy" in row
    assert '<span lang="en">' in row_of(page, "rollback-none")
    assert "keine Regel prüft das" in page
    assert page.count("<strong>Monitoring</strong>") == 1  # a team's own words are its own
    assert '<p class="rubric">Security</p>' in page
    assert '<p class="rubric">Sicherheit</p>' in page
    assert '<span lang="en">' not in page_of(build(TEAM, language="en"))


def test_a_picture_of_a_practice_is_shown_with_it(build, warnings):
    body = "\n   Backups\n      .. image:: plan.png\n         :alt: the plan\n\n      Each night |sign| at two.\n"
    sign = "\n.. |sign| image:: plan.png\n   :alt: a sign\n"
    files = {"index.rst": FILES["index.rst"].split("\n   Access controls")[0] + body + sign, "plan.png": ""}
    app = build(FILES | files)
    assert warnings(app) == []
    (row,) = (row for row in re.findall(r"<tr.*?</tr>", page_of(app), re.DOTALL) if "Each night" in row)
    assert re.findall(r'<img alt="([^"]*)"', row) == ["the plan", "a sign"]


def test_a_rule_that_much_is_evidence_for_names_six_and_counts_the_rest(build, warnings):
    names = [f"S{number}" for number in range(9)]
    scans = ", ".join(f"{name}: {{kind: security-scan}}" for name in names)
    workflow = DELIVERY.replace("SCAN: {kind: security-scan, title: Image Scan}", scans).replace("SCAN", "S0")
    security = row_of(page_of(build(FILES | {"delivery.yaml": workflow})), "prod-without-security")
    assert len(re.findall(r'href="#gitops-[^"]*S\d"', security)) == 6
    assert "3 more" in re.sub("<[^>]*>", "", security)
