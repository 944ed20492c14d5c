"""A build with four components that manifests are bound to, and what is held against it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sphinx_gitops.alerts.pages import Page, PageAnchor, Pages
from sphinx_gitops.alerts.site import Site
from sphinx_gitops.doc_links.check import LinkOutcome, check_links
from sphinx_gitops.doc_links.files import ManifestSources
from sphinx_gitops.doc_links.reading import read_manifests
from sphinx_gitops.settings import Settings, read_settings
from sphinx_gitops.settings.defaults import DOCS_ANNOTATION

BASE = "https://docs.example/"
SHOP, CART, INFRA = (f"{BASE}shop.html#gitops-delivery.{name}" for name in ("SHOP", "CART", "INFRA"))
FORMER = f"{BASE}shop.html#gitops-delivery.STORE"


def component(name: str, manifest: str, owner: str = "") -> dict[str, object]:
    return {
        "name": f"delivery.{name}",
        "id": name,
        "workflow": "delivery",
        "owner": owner,
        "manifest": manifest,
        "formerly": [],
        "documented": {"document": "shop", "anchor": f"gitops-delivery.{name}", "uri": "shop.html"},
    }


EXPORT = {
    "components": [
        component("SHOP", "Application/argocd/shop, ApplicationSet/argocd/shops, Deployment/shop/web", "team-shop"),
        component("CART", "apps/cart/"),
        component("INFRA", "Kustomization/flux-system/infra"),
        component("CATALOGUE", "catalog-info.yaml"),
        component("NONE", ""),
    ]
}
ANCHORS = {f"gitops-delivery.{name}": line for line, name in enumerate(("SHOP", "CART", "INFRA", "CATALOGUE"), 3)}
PAGES = Pages(
    [
        Page(
            document="shop",
            path="shop.html",
            source="docs/shop.md",
            anchors={**ANCHORS, "gitops-delivery.STORE": 3},
            former={"gitops-delivery.STORE": PageAnchor("shop", "gitops-delivery.SHOP")},
        )
    ]
)
SITE = Site(pages=PAGES, runbooks=(), is_known=True, export=EXPORT)
SETTINGS = read_settings({"gitops_alerts_base": BASE})[0]


def thing(kind: str, name: str, version: str, namespace: str = "", more: str = "") -> str:
    """An object in YAML, *more* behind its metadata."""
    place = f"  namespace: {namespace}\n" if namespace else ""
    return f"apiVersion: {version}\nkind: {kind}\nmetadata:\n  name: {name}\n{place}{more}"


def application(more: str = "spec:\n  project: default\n") -> str:
    return thing("Application", "shop", "argoproj.io/v1alpha1", "argocd", more)


def deployment(value: str = "", name: str = "web") -> str:
    more = f"  annotations:\n    {DOCS_ANNOTATION}: {value}\n" if value else ""
    return thing("Deployment", name, "apps/v1", "shop", f"{more}spec: {{}}\n")


def sources(**texts: str) -> ManifestSources:
    """Files by their paths, in which ``__`` is a slash and ``_`` a dash; each is YAML."""
    names = {f"{name.replace('__', '/').replace('_', '-')}.yaml": text for name, text in texts.items()}
    files = (
        replace(read_manifests(text.encode(), name, DOCS_ANNOTATION), names=(name,)) for name, text in names.items()
    )
    return ManifestSources(files=tuple(files))


def checked(settings: Settings = SETTINGS, **texts: str) -> LinkOutcome:
    """What is found in files against the build."""
    return check_links(sources(**texts), SITE, settings)


def written_to(folder: Path, texts: dict[str, str]) -> None:
    """Files in a folder."""
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
