"""A kustomization that includes another repository at whatever revision that has today."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sphinx_gitops.importers.discovery import Judged, Location, Verdict
from sphinx_gitops.importers.documents import shown_folder
from sphinx_gitops.importers.repository.masking import is_templated
from sphinx_gitops.importers.rules.manifest_rule import ManifestRule, Manifests
from sphinx_gitops.problems import Severity
from sphinx_gitops.rule import Profile

_HOST = re.compile(r"^(?:git::|git@|ssh://|https?://|(?:github|gitlab|bitbucket)\.(?:com|org)[/:])", re.IGNORECASE)
_FILE = re.compile(r"\.(?:ya?ml|json)$", re.IGNORECASE)
_PINNED = re.compile(r"[?&](?:ref|version)=[^&]+")


def is_remote(text: str) -> bool:
    """Whether a resource is not in this tree."""
    return _HOST.match(text) is not None


def is_remote_folder(text: str) -> bool:
    """Whether a resource is a folder of another repository."""
    return is_remote(text) and not _FILE.search(text.split("?", 1)[0])


def _judged(text: str, folder: str, location: Location) -> Judged:
    if is_templated(text):
        return Judged(Verdict.UNVERIFIABLE, folder, location, f"the revision of {text} is not known: it is a template")
    if _PINNED.search(text):
        return Judged(Verdict.KEPT, folder, location)
    message = f"{text} has no revision, so that what is built changes by itself: append ?ref=REVISION"
    return Judged(Verdict.BROKEN, folder, location, message)


def _check(manifests: Manifests) -> Iterator[Judged]:
    """Each remote folder, with or without a revision."""
    for one in manifests.settings:
        for resource in (*one.resources, *one.components):
            if is_remote_folder(resource.text):
                location = Location(resource.span.source, resource.span.line)
                yield _judged(resource.text, shown_folder(one.folder), location)


RULE = ManifestRule(
    code="remote-base-unpinned",
    severity=Severity.WARNING,
    profile=Profile.MINIMAL,
    message="A kustomization includes another repository without a revision.",
    requirement="What is included of other repositories has a revision.",
    explanation=(
        "A resource or component of a kustomization that is a folder of another repository names a revision, as in "
        "?ref=v1.2.0. Without one, what is deployed changes when that repository changes, and no commit here says so."
    ),
    breaks="""\
# apps/production/kustomization.yaml
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - https://github.com/example/shop//deploy/production
""",
    keeps="""\
# apps/production/kustomization.yaml
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - https://github.com/example/shop//deploy/production?ref=v1.2.0
""",
    source=(
        "Argo CD, best practices: manifests at Git revisions are truly immutable",
        "https://argo-cd.readthedocs.io/en/stable/user-guide/best_practices/",
    ),
    check=_check,
)
