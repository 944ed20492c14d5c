"""Flux image automation and notification: what refers to what."""

from __future__ import annotations

pytest_plugins = ("support.repositories",)

OBJECT = "---\napiVersion: {group}.toolkit.fluxcd.io/v1beta2\nkind: {kind}\nmetadata: {{name: shop, namespace: flux-system}}\nspec: {spec}\n"
IMAGES = "".join(
    OBJECT.format(group="image", kind=kind, spec=spec)
    for kind, spec in (
        ("ImageRepository", "{image: ghcr.io/me/shop}"),
        ("ImagePolicy", "{imageRepositoryRef: {name: shop}, policy: {semver: {range: '>=1'}}}"),
        ("ImageUpdateAutomation", "{sourceRef: {kind: GitRepository, name: fleet}, git: {push: {branch: auto}}}"),
    )
)
ALERTS = "".join(
    OBJECT.format(group="notification", kind=kind, spec=spec)
    for kind, spec in (
        ("Provider", "{type: slack}"),
        ("Alert", "{providerRef: {name: shop}, eventSeverity: error}"),
        ("Receiver", "{type: github}"),
    )
)


def test_a_policy_refers_to_its_repository_and_an_alert_to_its_provider(read):
    found = read({"images.yaml": IMAGES, "alerts.yaml": ALERTS})
    assert found.edges("imageRepositoryRef") == [("ImagePolicy/flux-system/shop", "ImageRepository/flux-system/shop")]
    assert found.edges("providerRef") == [("Alert/flux-system/shop", "Provider/flux-system/shop")]
    assert "Receiver/flux-system/shop" in found.ids


def test_an_automation_refers_to_the_repository_that_it_writes(read):
    found = read({"images.yaml": IMAGES})
    (edge,) = found.edges("sourceRef")
    assert edge[:2] == (
        "ImageUpdateAutomation/flux-system/shop",
        "GitRepository.source.toolkit.fluxcd.io/flux-system/fleet",
    )
    fields = found.object("ImageUpdateAutomation/flux-system/shop")["fields"]
    assert fields["spec.git.push.branch"] == "auto"
