"""A Secret in Git whose data nothing encrypts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sphinx_gitops.importers.discovery import Finding, Location
from sphinx_gitops.importers.documents import Document, text_at, value_at
from sphinx_gitops.importers.manifests.secrets import is_sops
from sphinx_gitops.importers.repository.masking import is_templated
from sphinx_gitops.problems import Severity
from sphinx_gitops.yamltree import Mapping, Scalar

CODE = "secret-plaintext"
_ELSEWHERE = re.compile(r"^(?:ref\+|vault:|ENC\[|AQICA|<path:|<vault)|^\$\w+$")
_STAND_IN = re.compile(
    r"^(?:change.?me.*|replace.*|todo.*|x{3,}|\.{3,}|\*{3,}|your[-_ ].*|example|dummy|placeholder|redacted)$",
    re.IGNORECASE,
)
"""What a person writes where a secret would be."""
_CREDENTIAL = re.compile(r"token|password|secret|keyData", re.IGNORECASE)
_EXAMPLES = frozenset({"examples", "example", "docs", "tests", "samples"})
_PUBLIC = frozenset({"url", "type", "name", "project", "server", "enableOCI", "insecure", "username"})
"""What an Argo CD repository or cluster says of itself, and is no secret."""


def _is_secret(key: str, value: object, *, declares: bool) -> bool:
    if not isinstance(value, Scalar) or value.is_null or not value.text.strip():
        return False
    text = value.text.strip()
    if declares and (key in _PUBLIC or (key == "config" and not _CREDENTIAL.search(text))):
        return False
    return not (is_templated(text) or _ELSEWHERE.search(text) or _STAND_IN.match(text))


def check(documents: Iterable[Document]) -> Iterator[Finding]:
    """Each Secret that says something in plain text."""
    for document in documents:
        body = document.mapping
        if (document.group, document.kind) != ("", "Secret") or is_sops(body):
            continue
        is_template = document.has_gaps or is_templated(text_at(body, "metadata", "name"))
        if is_template or _EXAMPLES & set(document.file.split("/")[:-1]):
            continue
        labels = value_at(body, "metadata", "labels")
        declares = bool(text_at(labels, "argocd.argoproj.io/secret-type"))
        for name in ("data", "stringData"):
            data = body.get(name)
            keys = [
                key.text
                for key, value in (data.entries if isinstance(data, Mapping) else ())
                if _is_secret(key.text, value, declares=declares)
            ]
            if keys:
                called = text_at(body, "metadata", "name") or "without a name"
                message = (
                    f"the Secret {called} has {', '.join(keys[:3])} in plain text: encrypt it with SOPS or Sealed "
                    "Secrets, or take it from a secret manager"
                )
                yield Finding(CODE, Severity.ERROR, message, Location(document.file, document.line))
                break
