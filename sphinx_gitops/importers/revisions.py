"""A revision, a tag or a version as a manifest says it in; whether what it means can change by itself out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sphinx_gitops.importers.documents import key_span, scalar_at, text_at, value_at
from sphinx_gitops.importers.manifests.argocd import sources_of
from sphinx_gitops.importers.repository.masking import is_templated
from sphinx_gitops.problems import Span
from sphinx_gitops.yamltree import Mapping, Tree

_COMMIT = re.compile(r"[0-9a-f]{7,64}")
_VERSION = re.compile(r"v?\d+\.\d+\.\d+(?:[-+.][\w.+-]*)?")
"""A whole version: no other release has it."""
_TAG = re.compile(r"(?:[\w.-]+[-/_])?v?\d+(?:\.\d+)+(?:[-+][\w.+-]*)?")
"""What tags are called, and branches seldom are."""
_BRANCHES = frozenset({"HEAD", "main", "master", "trunk", "develop", "development", "latest"})
_RANGE = re.compile(r"[*^~<>=|, ]|\.x\b|^x$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """What one place tracks, in words, and whether it is fixed; ``fixed`` is None where the files do not say."""

    words: str
    span: Span
    fixed: bool | None


def _version(text: str) -> bool:
    """Whether a version of a chart or a semver expression means one release."""
    return _VERSION.fullmatch(text.removeprefix("=").strip()) is not None


def _git(text: str) -> bool | None:
    """Whether a Git revision is a commit or a tag; None where it may be a tag or a branch."""
    name = text.removeprefix("refs/tags/")
    if name != text or _COMMIT.fullmatch(text) or _TAG.fullmatch(text):
        return True
    is_branch = text in _BRANCHES or text.startswith("refs/heads/") or _RANGE.search(text)
    return False if is_branch else None


def _revision(tree: Tree | None, keys: tuple[str, ...], kind: str, default: str, whole: Span) -> Revision:
    """What is under *keys* of a tree, of the kind ``git`` or ``version``; *default* says what nothing there means."""
    value, span = scalar_at(tree, *keys), key_span(tree, *keys) or whole
    if value is None or not value.text:
        return Revision(words=default, span=span, fixed=False)
    if is_templated(value.text):
        return Revision(words=value.text, span=span, fixed=None)
    fixed = _version(value.text) if kind == "version" else _git(value.text)
    return Revision(words=value.text, span=span, fixed=fixed)


def argo_revisions(spec: Mapping) -> Iterator[Revision]:
    """What each source of an Application tracks."""
    for source in sources_of(spec):
        is_chart = bool(text_at(source.body, "chart"))
        kind, default = ("version", "the newest version") if is_chart else ("git", "HEAD")
        yield _revision(source.body, ("targetRevision",), kind, default, source.body.span)


def flux_git_revision(body: Mapping) -> Revision:
    """What a GitRepository tracks; of several, the one that Flux takes."""
    whole = key_span(body, "spec", "ref") or key_span(body, "spec") or body.span
    reference = value_at(body, "spec", "ref")
    for name in ("commit", "name", "semver", "tag"):
        if text_at(reference, name):
            found = _revision(reference, (name,), "version" if name == "semver" else "git", "", whole)
            is_named = name in {"commit", "tag"} and not is_templated(found.words)
            return Revision(words=found.words, span=found.span, fixed=True) if is_named else found
    branch = scalar_at(reference, "branch")
    if branch is None:
        return Revision(words="the branch master", span=whole, fixed=False)
    span = key_span(reference, "branch") or branch.span
    span = span if span.source == branch.span.source else branch.span
    return Revision(words=f"the branch {branch.text}", span=span, fixed=None if is_templated(branch.text) else False)


def flux_oci_revision(body: Mapping) -> Revision:
    """What an OCIRepository tracks: a digest before an expression before a tag."""
    whole = key_span(body, "spec", "ref") or key_span(body, "spec") or body.span
    reference = value_at(body, "spec", "ref")
    if text_at(reference, "digest"):
        found = _revision(reference, ("digest",), "git", "", whole)
        return Revision(words=found.words, span=found.span, fixed=None if is_templated(found.words) else True)
    if text_at(reference, "semver"):
        return _revision(reference, ("semver",), "version", "", whole)
    return _revision(reference, ("tag",), "git", "the tag latest", whole)


def chart_revision(body: Mapping, *keys: str) -> Revision:
    """What version of a chart a HelmRelease or a HelmChart takes; *keys* lead to what has the version."""
    whole = key_span(body, *keys) or body.span
    return _revision(value_at(body, *keys), ("version",), "version", "the newest version", whole)
