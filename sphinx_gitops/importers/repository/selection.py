"""The text of a document in, whether it is worth reading as YAML out: most files of a repository are not."""

from __future__ import annotations

import re

_GROUPS = (
    r"argoproj\.io|fluxcd\.io|fluxcd\.controlplane\.io|flagger\.app|kargo\.akuity\.io|bitnami\.com"
    r"|external-secrets\.io|tekton\.dev|kustomize\.config\.k8s\.io"
)
_WANTED = re.compile(
    rf"(?:{_GROUPS})/(?:v\d|\{{|\$|<)"
    r"|\bkind[\"']?[ \t]*:[ \t]*[\"']?(?:Secret|Namespace)\b"
    r"|viaduct\.ai/v\d|apiVersion[\"']?[ \t]*:[ \t]*[\"']?builtin\b|\bfieldPaths\b"
    r"|[\"']?\bop[\"']?[ \t]*:[ \t]*[\"']?(?:add|replace|remove)\b"
)
_SMALL = re.compile(r"^[\"']?kind[\"']?[ \t]*:[ \t]*[\"']?ConfigMap\b", re.MULTILINE)
_SMALL_SIZE = 2_000
"""A ConfigMap up to this many characters may be the source of a replacement; a larger one holds files."""


def is_wanted(text: str) -> bool:
    """Whether a document may hold something that is listed, or that decides how something listed is built."""
    return _WANTED.search(text) is not None or (len(text) <= _SMALL_SIZE and _SMALL.search(text) is not None)


def may_explode(text: str) -> bool:
    """Whether a document has so many aliases that expanding them may take for ever."""
    return text.count("*") >= _MANY_ALIASES and text.count("&") >= _SOME_ANCHORS


_MANY_ALIASES = 30
_SOME_ANCHORS = 4


def is_kustomization(path: str) -> bool:
    """Whether kustomize reads this file as the kustomization of its folder."""
    return path.rpartition("/")[2] in KUSTOMIZATION_NAMES


KUSTOMIZATION_NAMES = ("kustomization.yaml", "kustomization.yml", "Kustomization")


def is_workflow(path: str) -> bool:
    """Whether GitHub runs this file."""
    folder, _, name = path.rpartition("/")
    return folder == ".github/workflows" and name.endswith((".yml", ".yaml"))


GITLAB_FILE = ".gitlab-ci.yml"


def is_read_whole(path: str) -> bool:
    """Whether every document of the file counts, whatever its text."""
    return is_kustomization(path) or is_workflow(path) or path == GITLAB_FILE


def is_manifest(path: str) -> bool:
    """Whether the file may hold manifests, by its name."""
    return path.endswith((".yaml", ".yml")) or path.rpartition("/")[2] == "Kustomization"
