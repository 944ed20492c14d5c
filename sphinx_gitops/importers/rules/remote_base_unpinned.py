"""A kustomization that includes another repository at whatever revision that has today."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sphinx_gitops.importers.discovery import Finding, Location
from sphinx_gitops.importers.kustomize.settings import Settings
from sphinx_gitops.importers.repository.masking import is_templated
from sphinx_gitops.problems import Severity

CODE = "remote-base-unpinned"
_HOST = re.compile(r"^(?:git::|git@|ssh://|https?://|(?:github|gitlab|bitbucket)\.(?:com|org)[/:])", re.IGNORECASE)
_FILE = re.compile(r"\.(?:ya?ml|json)$", re.IGNORECASE)
_PINNED = re.compile(r"[?&](?:ref|version)=[^&]+")


def is_remote(text: str) -> bool:
    """Whether a resource is not in this tree."""
    return _HOST.match(text) is not None


def is_remote_folder(text: str) -> bool:
    """Whether a resource is a folder of another repository."""
    return is_remote(text) and not _FILE.search(text.split("?", 1)[0])


def check(settings: Iterable[Settings]) -> Iterator[Finding]:
    """Each remote folder without a revision."""
    for one in settings:
        for resource in (*one.resources, *one.components):
            text = resource.text
            if is_remote_folder(text) and not _PINNED.search(text) and not is_templated(text):
                message = f"{text} has no revision, so that what is built changes by itself: append ?ref=REVISION"
                location = Location(resource.span.source, resource.span.line)
                yield Finding(CODE, Severity.WARNING, message, location)
