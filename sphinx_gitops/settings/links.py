"""``gitops_docs_annotation`` in, the annotation of manifests that links to the documentation out.

What a key may be: https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/#syntax-and-character-set
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from sphinx_gitops.settings.defaults import DOCS_ANNOTATION
from sphinx_gitops.settings.faults import Faults

_NAME = "gitops_docs_annotation"
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_PREFIX = re.compile(rf"(?=.{{1,253}}\Z){_LABEL}(?:\.{_LABEL})*\Z")
_OWN = re.compile(r"[A-Za-z0-9](?:[\w.-]{0,61}[A-Za-z0-9])?\Z", re.ASCII)
_RESERVED = ("kubernetes.io", "k8s.io")
"""The prefixes that Kubernetes keeps for itself, and what is below them."""


def _is_reserved(prefix: str) -> bool:
    return any(prefix == one or prefix.endswith(f".{one}") for one in _RESERVED)


def read_docs_annotation(values: Mapping[str, object], faults: Faults) -> str:
    """The annotation; the default where what is given is none that Kubernetes takes."""
    value = values[_NAME]
    prefix, slash, own = value.rpartition("/") if isinstance(value, str) else ("", "", "")
    if not isinstance(value, str) or not _OWN.match(own) or (slash and not _PREFIX.match(prefix)):
        faults.add(_NAME, f"expected the key of an annotation, such as {DOCS_ANNOTATION!r}, found {value!r}")
        return DOCS_ANNOTATION
    if _is_reserved(prefix):
        faults.add(_NAME, f"{prefix!r} is kept for Kubernetes itself: take a prefix of your own")
        return DOCS_ANNOTATION
    return value
