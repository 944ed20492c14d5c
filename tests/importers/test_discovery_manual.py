"""The manual's page on ``discover``: its example is what the command prints, and its tables are complete."""

import re
from pathlib import Path

from sphinx_gitops.importers.manifests.registry import _FORMATS
from sphinx_gitops.importers.rules import MANIFEST_RULES
from sphinx_gitops.importers.table import table_lines

pytest_plugins = ("support.repositories",)

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "discover.md").read_text(encoding="utf-8")


def test_the_example_is_what_is_printed(read, make):
    source = make["release"]("shop").replace("helm.toolkit.fluxcd.io/v2", "source.toolkit.fluxcd.io/v1")
    source = source.split("spec:")[0].replace("HelmRelease", "OCIRepository") + "spec: {url: oci://example.org/shop}\n"
    found = read(
        {
            "clusters/production/apps.yaml": make["ks"](
                "apps", "./apps/production", extra="  dependsOn: [{name: infra}]\n"
            )[4:],
            "clusters/production/infra.yaml": make["ks"]("infra", "./infra")[4:],
            "clusters/staging/apps.yaml": make["ks"]("apps", "./apps/staging")[4:],
            "infra/namespace.yaml": "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n",
            "apps/base/kustomization.yaml": make["kustomization"](
                "release.yaml", "source.yaml", extra="namespace: shop\n"
            ),
            "apps/base/release.yaml": make["release"]("shop")[4:],
            "apps/base/source.yaml": source[4:],
            "apps/production/kustomization.yaml": make["kustomization"]("../base"),
            "apps/staging/kustomization.yaml": make["kustomization"]("../base"),
        }
    )
    (example,) = re.findall(r"```console\n\$ sphinx-gitops discover fleet\n(.*?)```", PAGE, re.DOTALL)
    assert "\n".join(table_lines(found.json)) + "\n" == example


def test_every_kind_and_every_code_is_on_the_page():
    for kind in (one for each in _FORMATS for one in each.KINDS):
        shown = kind.kind in PAGE or kind.group.startswith(("image.", "notification.", "triggers.", "pipelinesascode."))
        assert shown, kind.kind
    for rule in MANIFEST_RULES:
        assert f"`{rule.code}`" in PAGE
