"""A title that ends in a number is held where a pattern or a set of Applications says how many there are."""

import pytest

from support.drift import documented
from support.fleets import FLEETS

TIMES = "\N{MULTIPLICATION SIGN}"


def counts(root, title, manifest, fleet):
    text = f"manifests: [deploy]\nstages: {{cd: {{components: {{A: {{title: {title}, manifest: {manifest}}}}}}}}}\n"
    findings = documented(root, text, FLEETS[fleet]()).drift()
    return [(one["expected"], one["actual"]) for one in findings if one["field"] == "count"]


@pytest.mark.parametrize(
    ("title", "manifest", "fleet", "found"),
    [
        (f"alpha {TIMES} 16", '"HelmRelease/alpha/*"', "flux-many", []),
        (f"alpha {TIMES} 15", '"HelmRelease/alpha/*"', "flux-many", [("15", "16")]),
        ("alpha 15", '"HelmRelease/alpha/*"', "flux-many", []),
        (f"alpha {TIMES} 2", "[HelmRelease/alpha/alpha-01, HelmRelease/alpha/alpha-02]", "flux-many", []),
        (f"alpha {TIMES} 3", "[HelmRelease/alpha/alpha-01, HelmRelease/alpha/alpha-02]", "flux-many", []),
        (f"listed {TIMES} 3", "ApplicationSet/argocd/listed", "argo-sets", [("3", "2")]),
        (f"clusters {TIMES} 3", "ApplicationSet/argocd/clusters", "argo-sets", []),
    ],
)
def test_numbers(tmp_path, title, manifest, fleet, found):
    assert counts(tmp_path, title, manifest, fleet) == found
