"""Links of manifests against pages: each kind of finding at both places, and nothing where all is well."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sphinx_gitops.doc_links.check import check_links
from sphinx_gitops.problems import Severity, Span
from sphinx_gitops.settings.rules import RuleSettings
from support.doc_links_site import (
    BASE,
    CART,
    FORMER,
    INFRA,
    SETTINGS,
    SHOP,
    SITE,
    application,
    checked,
    component,
    deployment,
    sources,
    thing,
)


def found(outcome):
    return [(one.code, one.object, one.found.line, one.documented.line, one.expected) for one in outcome.findings]


def test_a_link_that_is_right_is_not_a_word():
    text = application(f"spec:\n  info:\n  - name: Documentation\n    value: {SHOP}\n")
    assert found(checked(app=text, web=deployment(SHOP))) == []


@pytest.mark.parametrize(
    ("link", "code", "expected"),
    [
        (f"{BASE}shop.html#gitops-delivery.SHP", "docs-link-broken", SHOP),
        (f"{BASE}shp.html", "docs-link-broken", SHOP),
        (f"{BASE}gone/away.html#x", "docs-link-broken", SHOP),
        (FORMER, "docs-link-moved", SHOP),
        (CART, "docs-link-elsewhere", SHOP),
        (f"'{BASE}{{{{ .Values.page }}}}.html'", "docs-link-unverifiable", ""),
    ],
)
def test_each_fault_has_its_code_both_places_and_what_to_write(link, code, expected):
    (finding,) = checked(web=deployment(link)).findings
    assert (finding.code, finding.expected, finding.object) == (code, expected, "Deployment/shop/web")
    assert finding.found == Span("web.yaml", 7, 5)
    if expected:
        assert finding.documented == Span("docs/shop.md", 3)
        assert finding.is_sure
        assert finding.problem().related[0].span == finding.documented


def test_what_is_not_its_own_link_is_mended_only_where_that_is_sure():
    text = (
        deployment(SHOP)
        .replace("spec:", "  # other\nspec:")
        .replace("    gitops", f"    runbook: {BASE}shp.html\n    gitops")
    )
    (finding,) = checked(web=text).findings
    assert (finding.code, finding.field, finding.is_sure) == ("docs-link-broken", "annotation runbook", False)


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        (application(), 4, SHOP),
        (thing("ApplicationSet", "shops", "argoproj.io/v1alpha1", "argocd"), 4, SHOP),
        (deployment(), 4, SHOP),
        (thing("Kustomization", "infra", "kustomize.toolkit.fluxcd.io/v1", "flux-system"), 4, INFRA),
    ],
)
def test_what_a_component_names_and_has_no_link_is_an_info_at_its_name(text, line, expected):
    (finding,) = checked(x=text).findings
    assert (finding.code, finding.severity, finding.counts) == ("docs-link-missing", Severity.INFO, False)
    assert (finding.found.line, finding.expected) == (line, expected)


def test_below_a_folder_what_operators_look_at_counts_and_nothing_else():
    texts = deployment(name="cart") + "---\n" + thing("ConfigMap", "c", "v1")
    assert found(checked(apps__cart__all=texts)) == [("docs-link-missing", "Deployment/shop/cart", 4, 4, CART)]
    assert found(checked(apps__other__all=texts)) == []


def test_an_entity_of_a_catalogue_is_bound_by_its_file():
    entity = thing(
        "Component", "cat", "backstage.io/v1alpha1", more=f"  links:\n  - url: {BASE}shp.html\n    title: Docs\n"
    )
    (finding,) = checked(catalog_info=entity).findings
    assert (finding.code, finding.field) == ("docs-link-broken", "metadata.links")
    assert finding.expected == f"{BASE}shop.html#gitops-delivery.CATALOGUE"


def test_links_of_other_sites_and_templates_that_are_none_of_ours_are_not_looked_at():
    more = "  annotations:\n    a: https://elsewhere.example/x\n    checksum: '{{ include x }}'\n    b: 'https://{{ host }}/x'\n"
    assert found(checked(x=thing("Deployment", "other", "apps/v1", "shop", more))) == []
    (below,) = checked(
        x=thing("Deployment", "other", "apps/v1", "shop", f"  annotations: {{b: '{BASE}{{{{ x }}}}'}}\n")
    ).findings
    assert below.code == "docs-link-unverifiable"


def test_the_base_of_a_link_is_kept():
    settings = replace(SETTINGS, alerts=replace(SETTINGS.alerts, bases=("https://docs.example/*/",)))
    (broken,) = checked(settings, web=deployment("https://docs.example/v2/shop.html#nowhere")).findings
    assert broken.expected == "https://docs.example/v2/shop.html#gitops-delivery.SHOP"
    (missing,) = checked(settings, web=deployment()).findings
    assert (missing.expected, missing.is_sure) == ("", False)


def test_without_a_base_nothing_is_said():
    settings = replace(SETTINGS, alerts=replace(SETTINGS.alerts, bases=()))
    assert found(checked(settings, web=deployment(CART))) == []


def test_a_comment_waives_and_one_that_waives_nothing_is_told():
    text = f"# gitops: waive docs-link-missing: it goes away\n{deployment()}"
    assert [(one.code, one.waived) for one in checked(web=text).findings] == [("docs-link-missing", "it goes away")]
    unused = f"# gitops: waive docs-link-missing: it goes away\n{deployment(SHOP)}"
    assert [one.code for one in checked(web=unused).findings] == ["waiver-unused"]
    other = f"# gitops: waive alert-runbook-none: another command's\n{deployment(SHOP)}"
    assert checked(web=other).findings == ()


def test_a_severity_of_the_project_counts_and_off_is_off():
    def severity(value):
        return replace(SETTINGS, rules=RuleSettings(severities={"docs-link-missing": value}))

    assert checked(severity(Severity.WARNING), web=deployment()).fails
    assert checked(severity(None), web=deployment()).findings == ()


def test_a_patch_lacks_no_link_and_its_own_are_looked_at():
    def patched(text):
        found = sources(web=text)
        return replace(found, files=tuple(replace(one, is_patch=True) for one in found.files))

    assert check_links(patched(deployment()), SITE, SETTINGS).findings == ()
    assert [one.code for one in check_links(patched(deployment(FORMER)), SITE, SETTINGS).findings] == [
        "docs-link-moved"
    ]


def test_what_a_template_may_add_is_not_said_to_be_missing():
    text = deployment().replace("spec: {}", "spec: {replicas: '{{ .Values.replicas }}'}")
    (finding,) = checked(chart__templates__web=text).findings
    assert (finding.code, finding.expected) == ("docs-link-unverifiable", SHOP)
    assert finding.message.endswith(", unless its template makes it")


def test_of_several_components_the_first_is_named_and_nothing_is_sure():
    export = {"components": [component(name, "Deployment/shop/web") for name in ("SHOP", "CART")]}
    (finding,) = check_links(sources(web=deployment()), replace(SITE, export=export), SETTINGS).findings
    assert finding.message == f"nothing in it leads to delivery.SHOP or 1 more, which name it; write {SHOP}"
    assert not finding.is_sure


def test_a_component_whose_page_is_not_in_the_build_has_no_address():
    export = {
        "components": [{**component("SHOP", "Deployment/shop/web"), "documented": {"document": "gone", "anchor": "x"}}]
    }
    (finding,) = check_links(sources(web=deployment()), replace(SITE, export=export), SETTINGS).findings
    assert (finding.expected, finding.is_sure, finding.documented.source) == ("", False, "")
