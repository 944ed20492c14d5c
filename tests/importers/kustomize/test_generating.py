"""ConfigMaps that a kustomization makes of literals."""

from __future__ import annotations

from sphinx_gitops.importers.kustomize.generating import made_config_maps
from sphinx_gitops.importers.kustomize.settings import settings_of
from support.manifests import document, plain


def test_each_literal_is_a_key_without_its_quotes():
    text = "configMapGenerator: [{name: vars, namespace: x, literals: [a=1, 'b=\"c=d\"', [no], e]}, {name: none}]"
    first, second = made_config_maps(settings_of(document(text), ""))
    assert (first.kind, first.name, first.namespace) == ("ConfigMap", "vars", "x")
    assert plain(first.body) == {"data": {"a": "1", "b": "c=d", "e": ""}}
    assert plain(second.body) == {"data": {}}
    assert first.document.key != second.document.key
