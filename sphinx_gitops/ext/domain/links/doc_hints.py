"""A ``doc`` that leads nowhere and the document that says it in, what its writer may have meant out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from sphinx.util import docname_join

from sphinx_gitops.suggest import near

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

_CUTOFF = 0.8
"""So much alike are two paths, which share folders more often than words share letters."""


def near_doc(env: BuildEnvironment, said: str, target: str) -> str:
    """A hint with the name that is meant, as *said* would write it; else with what a path is relative to."""
    labels = env.get_domain("std").data["labels"]
    found = next(_exact(env.all_docs, env.config.source_suffix, said, target), "")
    if found:
        return f"; did you mean {found!r}?"
    hint = near("/" + docname_join(said, target), [f"/{name}" for name in env.all_docs], cutoff=_CUTOFF)
    folder = PurePosixPath(said).parent.as_posix()
    place = (
        "the source folder" if folder == "." else f"the folder {folder!r}, or to the source folder with a leading '/'"
    )
    return hint or near(target.lower(), labels) or f": a document is relative to {place}"


def _exact(documents: Iterable[str], suffixes: Iterable[str], said: str, target: str) -> Iterator[str]:
    """The document without a suffix or a place in it, from the source folder, or in the one folder that has it."""
    path = target.partition("#")[0]
    bare = next((path.removesuffix(suffix) for suffix in suffixes if path.endswith(suffix)), path)
    if docname_join(said, bare) in documents:
        yield bare
    wanted = PurePosixPath(bare.lstrip("/")).parts
    steps = tuple(step for step in wanted if step not in {".", ".."})
    for name in ("/".join(steps), *_ending(documents, steps)):
        if name in documents:
            yield f"/{name}"


def _ending(documents: Iterable[str], steps: tuple[str, ...]) -> list[str]:
    """The document that ends in these steps, where one alone does."""
    found = [name for name in documents if steps and PurePosixPath(name).parts[-len(steps) :] == steps]
    return found if len(found) == 1 else []
