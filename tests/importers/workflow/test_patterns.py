"""Patterns that bind a fleet cover it and nothing else."""

from __future__ import annotations

import re

from sphinx_gitops.importers.workflow.patterns import bound_ids

pytest_plugins = ("support.repositories",)


def test_a_pattern_is_used_only_where_it_covers_no_other():
    ids = [f"HelmRelease/media/a{number}@prod" for number in range(4)]
    assert [one.object for one in bound_ids(ids, ids)] == ["HelmRelease/media/*@prod"]
    assert len(bound_ids(ids, [*ids, "HelmRelease/media/other@prod"])) == 4
    plain = [one.partition("@")[0] for one in ids]
    assert len(bound_ids(plain, [*plain, *ids])) == 4
    assert re.match(r"HelmRelease/media/\*$", bound_ids(plain, plain)[0].object)


def test_what_very_many_environments_have_is_bound_by_one_pattern_and_what_a_few_have_is_named():
    ids = [f"Application/argocd/network@c{number}" for number in range(13)]
    assert [one.object for one in bound_ids(ids, ids)] == ["Application/argocd/network@*"]
    assert [one.object for one in bound_ids(ids[1:], ids[1:])] == sorted(ids[1:])
    assert len(bound_ids(ids, [*ids, "Application/argocd/network@other"])) == 13
    apart = ["Application/argocd/network@teams/a/", "Application/argocd/other@c1"]
    assert [one.object for one in bound_ids([*ids, *apart], ids)] == ["Application/argocd/network@*", *apart]
