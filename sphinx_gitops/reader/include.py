"""A workflow's tree in, the tree with its included files in place out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from sphinx_gitops.format import INCLUDE
from sphinx_gitops.problems import Code, Span
from sphinx_gitops.reader.diagnostics import Diagnostics
from sphinx_gitops.reader.files import File, load
from sphinx_gitops.yamltree.document import MAX_CHARACTERS, MAX_DEPTH, MAX_NODES, Mapping, Scalar, Tree, describe, parse

MAX_CHAIN = 20
"""A file that a file includes that a file includes: so far, and no further."""
MAX_GROUPS = MAX_DEPTH // 2 - 2
"""Groups nest no deeper over several files than in one."""
MAX_FILES = 500
"""So many files make one workflow."""

Inclusions: TypeAlias = "tuple[File, ...]"
"""The files around a place, outermost first; empty where a text has no file."""
_Change: TypeAlias = Callable[[Tree, str, Inclusions], Tree]


class _RefusedError(Exception):
    """An include that cannot be followed; carries the problem that says why."""

    def __init__(self, code: str, message: str, span: Span) -> None:
        super().__init__(message)
        self.problem = (code, message, span)


def _is_include(tree: Tree) -> bool:
    return isinstance(tree, Mapping) and tree.get(INCLUDE) is not None


@dataclass(slots=True)
class Includer:
    """Follows the includes of one workflow; ``files`` are those that it has asked for, there or not."""

    diagnostics: Diagnostics
    files: dict[Path, None] = field(default_factory=dict)
    count: int = 0
    characters: int = 0
    values: int = 0
    incomplete: bool = False
    "Whether a file could not be used, so that what is in it is not known."

    def workflow(self, tree: Mapping, file: File | None) -> Mapping:
        """A whole workflow, whose text is that of *file*."""
        chain = (file,) if file else ()
        return self._changed(tree, "", chain, {"stages": self._parts, "flows": self._flows})

    def _changed(self, tree: Mapping, path: str, chain: Inclusions, changes: dict[str, _Change]) -> Mapping:
        """A mapping with some of its values replaced."""

        def changed(name: Scalar, value: Tree) -> Tree:
            change = changes.get(name.text)
            return change(value, f"{path}.{name.text}".lstrip("."), chain) if change else value

        entries = tuple((name, changed(name, value)) for name, value in tree.entries)
        return Mapping(entries, tree.span, 1 + sum(1 + value.size for _, value in entries))

    def _parts(self, tree: Tree, path: str, chain: Inclusions) -> Tree:
        """The stages of a workflow, or the groups of a box."""
        if not isinstance(tree, Mapping):
            return tree
        entries = tuple((name, self._part(value, f"{path}.{name.text}", chain)) for name, value in tree.entries)
        return Mapping(entries, tree.span, 1 + sum(1 + value.size for _, value in entries))

    def _part(self, tree: Tree, path: str, chain: Inclusions) -> Tree:
        if path.count(".groups.") > MAX_GROUPS:
            message = f"groups are nested more than {MAX_GROUPS} levels deep"
            self.diagnostics.add(Code.TOO_LARGE, message, tree.span, path[:200])
            return Mapping((), tree.span, 1)
        found, inside = self._followed(tree, path, chain)
        if isinstance(found, Scalar) and inside is not chain:
            name = inside[-1].path.name
            message = f"the included file {name!r} is a text, and a stage or a group is a mapping: write 'title: ...'"
            self.diagnostics.add(Code.WRONG_TYPE, message, found.span, path)
            self.incomplete, found = True, None
        if found is None:
            return Mapping((), tree.span, 1)  # its id and its place are known
        return self._changed(found, path, inside, {"groups": self._parts}) if isinstance(found, Mapping) else found

    def _flows(self, tree: Tree, path: str, chain: Inclusions) -> Tree:
        found = self._followed(tree, path, chain)[0]
        return Scalar("", tree.span, plain=True) if found is None else found

    def _followed(self, tree: Tree, path: str, chain: Inclusions) -> tuple[Tree | None, Inclusions]:
        """The value that is meant, and the files around it; None where its file cannot be used."""
        while isinstance(tree, Mapping) and _is_include(tree):
            try:
                found, file = self._read(tree, path, chain)
            except _RefusedError as refused:
                self.diagnostics.add(*refused.problem, path)
                self.incomplete = True
                return None, chain
            if found is None:
                self.incomplete = True
                return None, chain
            tree, chain = found, (*chain, file)
        return tree, chain

    def _read(self, tree: Mapping, path: str, chain: Inclusions) -> tuple[Tree | None, File]:
        """The tree of an included file."""
        name = tree.get(INCLUDE)
        assert name is not None
        for key, _ in tree.entries:
            if key.text != INCLUDE:
                message = f"{key.text!r} is written beside 'include', which has to be alone: write it into the file"
                self.diagnostics.add(Code.UNKNOWN_KEY, message, key.span, path)
        if not isinstance(name, Scalar) or name.is_null or not name.text.strip():
            raise _RefusedError(Code.WRONG_TYPE, f"'include' wants a file's path, found {describe(name)}", name.span)
        file = self._file(name, chain)
        text = self._text(name, file)
        found, problems = parse(text, lambda line, column: Span(file.shown, line + 1, column + 1))
        self.diagnostics.extend(problems)
        if found is None and not problems:
            raise _RefusedError(Code.MISSING_KEY, f"the included file {name.text!r} is empty", name.span)
        self.values += found.size if found else 0
        if self.values > MAX_NODES:
            raise _RefusedError(Code.TOO_LARGE, f"more than {MAX_NODES:,} values in all included files", name.span)
        return found, file

    def _file(self, name: Scalar, chain: Inclusions) -> File:
        """The file that is meant, unless it includes itself."""
        if not chain:
            why = "this text has no file, or file_insertion_enabled is off"
            message = f"{name.text!r} is not included: {why}"
            raise _RefusedError(Code.FILE_NOT_FOUND, message, name.span)
        file = chain[-1].beside(name.text.strip())
        try:
            real = file.path.resolve()
            around = [other.path.resolve() for other in chain]
        except (OSError, ValueError, RuntimeError):
            return file  # reading it says why
        if real in around:
            loop = [*chain[around.index(real) :], file]
            message = f"{name.text!r} includes itself: {' -> '.join(other.path.name for other in loop)}"
            raise _RefusedError(Code.INCLUDE_LOOP, message, name.span)
        if len(chain) > MAX_CHAIN:
            message = f"{name.text!r} is included over more than {MAX_CHAIN} files"
            raise _RefusedError(Code.TOO_LARGE, message, name.span)
        return file

    def _text(self, name: Scalar, file: File) -> str:
        """An included file's text."""
        self.count += 1
        if self.count > MAX_FILES:
            raise _RefusedError(Code.TOO_LARGE, f"more than {MAX_FILES} files are included", name.span)
        self.files[file.path] = None
        text, problem = load(file.path, file.shown)
        self.characters += len(text)
        if problem and problem.code is Code.FILE_NOT_FOUND:
            where = "the path is relative to the file that names it, or to the source folder with a leading '/'"
            raise _RefusedError(problem.code, f"{name.text!r}: {problem.message}; {where}", name.span)
        if problem:
            raise _RefusedError(problem.code, problem.message, problem.span)
        if self.characters > 2 * MAX_CHARACTERS:
            message = f"more than {2 * MAX_CHARACTERS:,} characters in all included files"
            raise _RefusedError(Code.TOO_LARGE, message, name.span)
        return text
