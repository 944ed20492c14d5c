"""Which alerts are about which component: by label, by manifest and by namespace."""

from __future__ import annotations

import pytest

from sphinx_gitops.alerts.alert import Alert
from sphinx_gitops.alerts.components import alerts_of_components
from sphinx_gitops.model import Binding, Component
from sphinx_gitops.problems import Span


def component(name: str, *manifests: str) -> tuple[str, Component]:
    bindings = tuple(Binding(object=manifest, span=Span("w", 1)) for manifest in manifests)
    return f"w.{name}", Component(id=name, title=name, bindings=bindings, span=Span("w", 1))


COMPONENTS = [
    component("DB", "StatefulSet/data/postgres"),
    component("WEB", "Deployment/web/front"),
    component("API", "Deployment/web/back@production"),
    component("APPS", "Kustomization.kustomize.toolkit.fluxcd.io/flux-system/apps"),
    component("RULES", "PrometheusRule/mon/own"),
    component("PROD", "clusters/production/"),
    component("PLAIN"),
]


@pytest.mark.parametrize(
    ("more", "names"),
    [
        ({"labels": (("component", "DB"),)}, ["w.DB"]),
        ({"labels": (("gitops_component", "w.PLAIN"),)}, ["w.PLAIN"]),
        ({"labels": (("component", "front"),)}, ["w.WEB"]),
        ({"labels": (("component", "other"),)}, []),
        ({"labels": (("namespace", "data"),)}, ["w.DB"]),
        ({"namespace": "data"}, ["w.DB"]),
        ({"namespace": "web"}, []),
        ({"owner": "PrometheusRule/mon/own"}, ["w.RULES"]),
        ({"sources": ("Kustomization/flux-system/apps",)}, ["w.APPS"]),
        ({"sources": ("Kustomization/flux-system/*",)}, ["w.APPS"]),
        ({"sources": ("Deployment/web/*",)}, ["w.API", "w.WEB"]),
        ({"sources": ("HelmRelease/web/*", "Kustomization/x/apps")}, []),
        ({"span": Span("../clusters/production/rules.yaml", 3)}, ["w.PROD"]),
        ({"span": Span("../clusters/staging/rules.yaml", 3)}, []),
        ({}, []),
    ],
)
def test_an_alert_is_about_a_component(more, names):
    alert = Alert(**{"name": "A", "span": Span("rules.yaml", 1), **more})
    assert sorted(alerts_of_components(COMPONENTS, [alert])) == names


def test_alerts_of_a_component_are_in_their_order():
    alerts = [Alert(name=name, span=Span("r", 1), labels=(("component", "DB"),)) for name in "ab"]
    assert alerts_of_components(COMPONENTS, alerts) == {"w.DB": (0, 1)}
