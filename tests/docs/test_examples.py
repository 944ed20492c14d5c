"""The example projects: each builds without a warning, refers to the others, and leads an engineer where they want to go."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sphinx_gitops.cli import main
from support.project import ROOT

PROJECTS = ("platform", "shop", "plain")


@pytest.fixture(scope="module")
def sites(tmp_path_factory) -> Path:
    """The three projects, built one after the other as a writer builds them."""
    folder = tmp_path_factory.mktemp("examples")
    shutil.copytree(ROOT / "docs/examples", folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("_build"))
    for name in PROJECTS:
        command = [
            sys.executable,
            "-m",
            "sphinx",
            "-q",
            "-W",
            "--keep-going",
            "-n",
            "-j",
            "2",
            "-b",
            "html",
            name,
            f"_build/{name}",
        ]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, ""), name
    return folder / "_build"


def read(sites: Path, name: str) -> str:
    return (sites / name).read_text(encoding="utf-8")


def test_the_platform_has_what_it_promises(sites):
    found = json.loads(read(sites, "platform/gitops.json"))
    assert [workflow["id"] for workflow in found["workflows"]] == ["clusters", "delivery"]
    assert sum(component["described"] for component in found["components"]) == 8
    procedures = {book["procedure"] for book in found["runbooks"]}
    assert procedures == {"deployment", "rollback", "disaster-recovery", "incident-response"}
    assert all(book["components"] for book in found["runbooks"])
    ends = {
        (flow["workflow"], end.partition(".")[0])
        for flow in found["flows"]
        for end in (*flow["sources"], *flow["targets"])
    }
    assert {("delivery", "clusters"), ("clusters", "delivery")} <= ends


def links(sites: Path, name: str) -> dict[str, str]:
    """What a page's links to the platform show, by what they lead to."""
    pairs = re.findall(r'<a [^>]*href="https://platform\.example/([^"]*)"[^>]*>(.*?)</a>', read(sites, name), re.DOTALL)
    return {address: re.sub(r"<[^>]+>", "", shown) for address, shown in pairs}


ARGO = "components/delivery.html#gitops-delivery.ARGO"
STUCK = "runbooks/sync-stuck.html#gitops-runbook-sync-stuck"


def test_a_project_refers_to_another_by_titles(sites):
    found = links(sites, "shop/index.html")
    assert found["delivery.html#gitops-delivery"] == "Software delivery"
    assert found["components/integration.html#gitops-delivery.SCAN"] == "Image Scan"
    assert found["components/delivery.html#gitops-delivery.PROD"] == "Production"
    assert found[ARGO] == "Argo CD of each cluster"
    assert found[STUCK] == "Argo CD no longer syncs"


def test_a_project_without_the_extension_refers_to_the_anchors(sites):
    assert links(sites, "plain/index.html") == {ARGO: "Argo CD", STUCK: "Argo CD no longer syncs"}
    assert "gitops.css" not in read(sites, "plain/index.html")


def test_every_link_inside_the_platform_lands(sites):
    site = sites / "platform"
    pages = {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    links = [(name, link) for name, text in pages.items() for link in re.findall(r'href="([^":]*#gitops-[^"]*)"', text)]
    assert links
    for name, address in links:
        page, _, anchor = address.partition("#")
        target = (site / name).parent.joinpath(page).resolve() if page else site / name
        found = pages[target.relative_to(site.resolve() if page else site).as_posix()]
        assert f'id="{anchor}"' in found, (name, address)


@pytest.mark.browser
def test_an_engineer_finds_the_way(sites, page):
    """From the alert to the runbook, to the component, upstream, to the picture, and back."""
    site = (sites / "platform").as_uri()

    def here() -> str:
        return page.url.removeprefix(site + "/")

    def sees(anchor: str) -> None:
        """Wait until the page is there and has scrolled to it; some themes glide."""
        look = "a => { const y = document.getElementById(a)?.getBoundingClientRect().top; return y > -5 && y < innerHeight }"
        page.wait_for_function(look, arg=anchor)

    page.goto(f"{site}/runbooks/sync-stuck.html#gitops-runbook-sync-stuck")
    sees("gitops-runbook-sync-stuck")
    page.locator("dl.gitops-facts a", has_text="Argo CD").click()
    assert here() == ARGO
    sees("gitops-delivery.ARGO")

    entry = page.locator("dl.component", has=page.locator("[id='gitops-delivery.ARGO']"))
    assert entry.locator("dl.gitops-facts").get_by_text("platform-delivery").is_visible()  # whom to call
    entry.locator("dl.gitops-facts a", has_text="Deployment Repository").click()
    assert here() == "components/delivery.html#gitops-delivery.CONFIG"
    sees("gitops-delivery.CONFIG")

    upstream = page.locator("dl.component", has=page.locator("[id='gitops-delivery.CONFIG']"))
    upstream.locator("dl.gitops-facts a", has_text="Image Registry").click()
    assert here() == "components/integration.html#gitops-delivery.REGISTRY"

    page.locator("dl.component", has=page.locator("[id='gitops-delivery.REGISTRY']")).get_by_text(
        "Software delivery"
    ).click()
    assert here() == "delivery.html#gitops-delivery"
    page.locator("figure svg a", has_text="Argo CD").first.click()
    assert here() == ARGO
    page.locator("figure.gitops-neighbourhood svg a", has_text="Production").first.click()
    assert here() == "components/delivery.html#gitops-delivery.PROD"
    for _ in range(6):
        page.go_back()
    assert here() == "runbooks/sync-stuck.html#gitops-runbook-sync-stuck"


ALERTS = {
    "ArgoSyncStuck": "runbooks/sync-stuck.html#gitops-runbook-sync-stuck",
    "ErrorBudgetBurn": "runbooks/roll-back.html#gitops-runbook-roll-back",
    "RegionDown": "runbooks/region-lost.html#gitops-runbook-region-lost",
}


def test_every_alert_of_the_platform_leads_to_its_runbook(sites):
    found = {one["name"]: one for one in json.loads(read(sites, "platform/gitops.json"))["alerts"]}
    assert {name: one["documented"]["uri"] for name, one in found.items() if one["runbooks"]} == ALERTS
    assert found["RegionDown"]["tool"] == "grafana"
    assert "delivery.PROD" in found["RegionDown"]["components"]


@pytest.mark.browser
@pytest.mark.parametrize("alert", ALERTS)
def test_from_the_address_of_an_alert_to_the_runbook_the_component_the_picture_and_back(sites, page, alert):
    """Each address is that of the rule, with the site's own base in its place."""
    site = (sites / "platform").as_uri()
    (link,) = next(one["links"] for one in json.loads(read(sites, "platform/gitops.json"))["alerts"] if one["name"] == alert)  # fmt: skip
    page.goto(link.replace("https://platform.example", site))
    assert page.url == f"{site}/{ALERTS[alert]}"
    anchor = ALERTS[alert].partition("#")[2]
    page.wait_for_function("a => { const y = document.getElementById(a)?.getBoundingClientRect().top; return y > -5 && y < innerHeight }", arg=anchor)  # fmt: skip
    book = page.locator("dl.runbook", has=page.locator(f"[id='{anchor}']"))
    listed = book.locator("dl.gitops-facts > dd", has_text=alert)
    listed.locator("summary").click()
    assert listed.locator("pre").is_visible()  # the expression
    book.locator("dl.gitops-facts > dd a").first.click()
    component = page.locator("dl.component", has=page.locator(f"[id='{page.url.partition('#')[2]}']"))
    component.locator("dl.gitops-facts a", has_text="Software delivery").click()
    assert page.url == f"{site}/delivery.html#gitops-delivery"
    page.locator("figure svg a").first.click()
    assert "#gitops-delivery." in page.url
    for _ in range(3):
        page.go_back()
    assert page.url == f"{site}/{ALERTS[alert]}"


@pytest.mark.browser
def test_an_alert_that_nobody_has_an_address_of_is_found_by_the_on_call_page_and_the_search(sites, page):
    site = (sites / "platform").as_uri()
    page.goto(f"{site}/oncall.html")
    page.locator("#gitops-alerts a", has_text="RegionDown").click()
    assert page.url == f"{site}/{ALERTS['RegionDown']}"
    assert "ErrorBudgetBurn (alert)" in read(sites, "platform/genindex.html")


@pytest.mark.browser
def test_nothing_on_these_pages_is_wider_than_a_phone(sites, page):
    page.set_viewport_size({"width": 390, "height": 800})
    for name in ("components/delivery.html", "runbooks/region-lost.html", "oncall.html"):
        page.goto(f"{(sites / 'platform').as_uri()}/{name}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, name


def test_the_platform_can_be_audited(sites):
    audits = json.loads(read(sites, "platform/gitops-audit.json"))["audits"]
    practices, slsa = audits
    assert (practices["workflow"], practices["level"]) == ("delivery", "gold")
    results = {result["rule"]: result["result"] for control in practices["controls"] for result in control["results"]}
    assert results["audit-missing"] == "waived"
    assert results["secret-plaintext"] == "met"
    assert "not met" not in {result["result"] for control in slsa["controls"] for result in control["results"]}


def test_the_manifests_of_the_platform_lead_to_their_components(sites, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("sphinx_gitops.doc_links.files.cache_folder", lambda: tmp_path)
    source = ROOT / "docs/examples/platform"
    options = ["--docs", str(sites / "platform"), "--conf", str(source)]
    assert main(["annotate", str(source / "deploy"), *options]) == 0
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", "8 objects, 3 named by a component\n")
