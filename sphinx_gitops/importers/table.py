"""What a repository declares, as JSON values, in; lines of a table for a terminal out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

_TITLES = {
    "argo-cd": "Argo CD",
    "argo-rollouts": "Argo Rollouts",
    "flux": "Flux",
    "flagger": "Flagger",
    "kustomize": "Kustomize",
    "kargo": "Kargo",
    "gitops-promoter": "GitOps Promoter",
    "secrets": "Secrets",
    "github-actions": "GitHub Actions",
    "gitlab-ci": "GitLab CI",
    "tekton": "Tekton",
}
_HEAD = ("KIND", "NAMESPACE", "NAME", "ENVIRONMENT", "FILE:LINE")
Row = tuple[str, str, str, str, str]


def _printable(text: str) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in text)


def _object_row(one: dict[str, Any]) -> Row:
    cells = (
        one["kind"],
        ",".join(one["namespaces"]),
        one["name"],
        ",".join(one["environments"]),
        f"{one['file']}:{one['line']}",
    )
    return tuple(_printable(cell) or "-" for cell in cells)  # type: ignore[return-value] # five cells


def _folder_row(one: dict[str, Any]) -> Row:
    place = f"{one['file']}:{one['line']}"
    environments = ",".join(one["environments"])
    cells = ("Kustomization", one["namespace"], one["path"], environments, place)
    return tuple(_printable(cell) or "-" for cell in cells)  # type: ignore[return-value] # five cells


def _block(title: str, rows: Iterable[Row]) -> Iterator[str]:
    """One family: its name, then the rows in columns as wide as they need."""
    shown = [_HEAD, *rows]
    widths = [max(len(row[at]) for row in shown) for at in range(len(_HEAD))]
    yield title
    for row in shown:
        yield "  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
    yield ""


def counted(count: int, word: str) -> str:
    """A number and what it counts."""
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _nothing(result: dict[str, Any]) -> str:
    jobs = sum(one["kind"] == "Job" for one in result["objects"])
    also = f" ({counted(jobs, 'CI job')})" if jobs else ""
    return f"nothing found: no Argo CD, Flux, Argo Rollouts, Flagger, Kargo or GitOps Promoter in PATH{also}"


def table_lines(result: dict[str, Any]) -> Iterator[str]:
    """The table: one block a family, then the problems, then the counts."""
    if not result["found"]:
        yield _nothing(result)
        yield ""
    for family, title in _TITLES.items():
        rows = [_object_row(one) for one in result["objects"] if one["family"] == family]
        if family == "kustomize":
            rows += [_folder_row(one) for one in result["folders"]]
        if rows:
            yield from _block(title, rows)
    for one in result["problems"]:
        place = f"{_printable(one['file'])}:{one['line']}"
        yield f"{place}: {one['severity']}: {_printable(one['message'])} [gitops.{one['code']}]"
    if result["problems"]:
        yield ""
    yield ", ".join(
        (
            f"{len(result['objects'])} objects",
            f"{len(result['edges'])} edges",
            f"{len(result['environments'])} environments",
            f"{len(result['unverifiable'])} unverifiable",
        )
    )
