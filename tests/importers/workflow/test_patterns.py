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
