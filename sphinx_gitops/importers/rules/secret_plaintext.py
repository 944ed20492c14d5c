"""A Secret in Git whose data nothing encrypts."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator

from sphinx_gitops.importers.discovery import Judged, Location, Verdict
from sphinx_gitops.importers.documents import Document, items_at, mappings_at, text_at, value_at
from sphinx_gitops.importers.manifests.secrets import is_sops
from sphinx_gitops.importers.repository.masking import is_templated
from sphinx_gitops.importers.repository.selection import is_kustomization
from sphinx_gitops.importers.rules.manifest_rule import ManifestRule, Manifests
from sphinx_gitops.problems import Severity
from sphinx_gitops.rule import Profile
from sphinx_gitops.yamltree import Mapping, Scalar, Tree

_ELSEWHERE = re.compile(r"^(?:ref\+|vault:|ENC\[|AQICA|<path:|<vault)|^\$\w+$")
_STAND_IN = re.compile(
    r"^(?:change.?me.*|replace.*|todo.*|x{3,}|\.{3,}|\*{3,}|your[-_ ].*|example|dummy|placeholder|redacted)$"
    r"|(?:^|[^a-z])(?:change|replace|fill|insert)[-_ ]?(?:me|this|in|here)(?:$|[^a-z])",
    re.IGNORECASE,
)
"""What a person writes where a secret would be."""
_REMEDY = "encrypt it with SOPS or Sealed Secrets, or take it from a secret manager"
_DATA = ("data", "stringData")
_CREDENTIAL = re.compile(r"token|password|secret|keyData", re.IGNORECASE)
_EXAMPLES = frozenset({"examples", "example", "docs", "tests", "samples"})
_PUBLIC = frozenset(
    {"url", "repoURL", "repoURLIsRegex", "type", "name", "project", "server", "enableOCI", "insecure", "username"}
)
"""What a repository or cluster of Argo CD or Kargo says of itself, and is no secret."""
_DECLARING = ("argocd.argoproj.io/secret-type", "kargo.akuity.io/cred-type", "kargo.akuity.io/secret-type")


def _is_plain(text: str) -> bool:
    """Whether a text is a secret that anybody can read; a certificate is for everybody."""
    text = text.strip()
    is_said = is_templated(text) or _ELSEWHERE.search(text) or _STAND_IN.search(text)
    return bool(text) and not is_said and not text.startswith("-----BEGIN CERTIFICATE-----")


def _decoded(text: str) -> str:
    """What a value under ``data`` is; itself where it is no base64, or no text."""
    try:
        return base64.b64decode("".join(text.split()), validate=True).decode("utf-8")
    except ValueError:
        return text


def _is_secret(key: str, value: object, *, declares: bool, encoded: bool) -> bool:
    if not isinstance(value, Scalar) or value.is_null or not _is_plain(value.text):
        return False
    text = _decoded(value.text) if encoded else value.text
    if declares and (key in _PUBLIC or (key == "config" and not _CREDENTIAL.search(text))):
        return False
    return _is_plain(text)


def _plain_keys(body: Mapping) -> list[str]:
    """The keys of a Secret whose values are in plain text."""
    labels = value_at(body, "metadata", "labels")
    declares = any(text_at(labels, label) for label in _DECLARING)
    return [
        key
        for name in _DATA
        for key, value in _entries_of(body, name)
        if _is_secret(key, value, declares=declares, encoded=name == "data")
    ]


def _entries_of(body: Mapping, name: str) -> Iterator[tuple[str, Tree]]:
    data = body.get(name)
    yield from ((key.text, value) for key, value in (data.entries if isinstance(data, Mapping) else ()))


def _entries(body: Mapping) -> Iterator[tuple[str, Tree]]:
    for name in _DATA:
        yield from _entries_of(body, name)


def _has_encrypted(body: Mapping) -> bool:
    """Whether SOPS has encrypted a value: what it is told to leave alone may be plain."""
    values = [value.text for _, value in _entries(body) if isinstance(value, Scalar)]
    return not values or any(text.startswith("ENC[") for text in values)


def _is_template(document: Document) -> bool:
    """Whether only a renderer knows what a Secret holds."""
    body = document.mapping
    if document.has_gaps or not document.readable or is_templated(text_at(body, "metadata", "name")):
        return True
    return any(isinstance(value, Scalar) and is_templated(value.text) for _, value in _entries(body))


def _identity(name: str, namespace: str) -> str:
    """What a binding calls a Secret."""
    return "/".join(filter(None, ("Secret", namespace, name)))


def _judged(document: Document) -> Judged:
    body = document.mapping
    name, location = text_at(body, "metadata", "name"), Location(document.file, document.line)
    identity = _identity(name, text_at(body, "metadata", "namespace"))
    gone = document.has_gaps or is_templated(name)
    encrypted = is_sops(body) and _has_encrypted(body)
    keys = [] if gone or encrypted else _plain_keys(body)
    if keys:
        message = f"the Secret {name or 'without a name'} has {', '.join(keys[:3])} in plain text: {_REMEDY}"
        return Judged(Verdict.BROKEN, identity, location, message)
    if _is_template(document) and not encrypted:
        return Judged(Verdict.UNVERIFIABLE, identity, location, f"what the Secret {name} holds is a template")
    return Judged(Verdict.KEPT, identity, location)


def _generated(document: Document) -> Iterator[Judged]:
    """What a kustomization makes Secrets of by literals; files that it reads are not manifests."""
    for entry in mappings_at(document.body, "secretGenerator"):
        name = text_at(entry, "name")
        identity = _identity(name, text_at(entry, "namespace") or text_at(document.body, "namespace"))
        for literal in items_at(entry, "literals"):
            text = literal.text if isinstance(literal, Scalar) else ""
            key, _, value = text.partition("=")
            location = Location(document.file, literal.span.line)
            if is_templated(text):
                yield Judged(Verdict.UNVERIFIABLE, identity, location, f"what the Secret {name} holds is a template")
            elif _is_plain(value):
                message = f"the Secret {name} is made of {key} in plain text: {_REMEDY}"
                yield Judged(Verdict.BROKEN, identity, location, message)
            else:
                yield Judged(Verdict.KEPT, identity, location)


def _check(manifests: Manifests) -> Iterator[Judged]:
    """Each Secret, written or generated; those of examples and tests are not judged."""
    for document in manifests.documents:
        if _EXAMPLES & set(document.file.split("/")[:-1]):
            continue
        if (document.group, document.kind) == ("", "Secret"):
            yield _judged(document)
        elif is_kustomization(document.file):
            yield from _generated(document)


RULE = ManifestRule(
    code="secret-plaintext",
    severity=Severity.ERROR,
    profile=Profile.MINIMAL,
    message="A Secret in Git is not encrypted.",
    requirement="Every Secret in Git is encrypted.",
    explanation=(
        "Whoever reads the repository reads what a Secret has under data or stringData: base64 is no encryption. It is "
        "encrypted with SOPS, sealed, or made by a secret manager from an ExternalSecret. The literals of a "
        "kustomization's secretGenerator are data, too. What is a template, a reference to a secret manager, a "
        "certificate or a stand-in such as CHANGE-ME is not reported, nor is what is below examples or tests."
    ),
    breaks="""\
# apps/shop/secret.yaml
apiVersion: v1
kind: Secret
metadata: {name: database, namespace: shop}
stringData: {password: hunter2}
""",
    keeps="""\
# apps/shop/secret.yaml
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: {name: database, namespace: shop}
spec:
  secretStoreRef: {kind: ClusterSecretStore, name: vault}
  target: {name: database}
  data: [{secretKey: password, remoteRef: {key: shop/database, property: password}}]
# infrastructure/vault.yaml
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: {name: vault}
spec: {provider: {vault: {server: "https://vault.example.org", path: kv}}}
""",
    source=("Flux, secrets management", "https://fluxcd.io/flux/security/secrets-management/"),
    check=_check,
)
