"""A ``conf.py`` in, the values of its settings out, as far as they are literals: it is read and never run."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sphinx_gitops.paths import is_file, is_there
from sphinx_gitops.problems import Code, Problem, Severity, Span

CONF_PY = "conf.py"
_REMEDY = (
    "conf.py is read here and not run, and this value is not written as a literal: "
    "write it out as numbers, texts, lists and mappings, or check the project by sphinx-build"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfFile:
    """What a ``conf.py`` says: values by name, where each stands, and what keeps a value from being read, by name."""

    path: Path
    values: Mapping[str, object] = field(default_factory=dict)
    lines: Mapping[str, Span] = field(default_factory=dict)
    unread: Mapping[str, Problem] = field(default_factory=dict)


def find_conf(start: Path) -> Path | None:
    """The nearest ``conf.py`` beside the file *start* or above it, no further than its repository; None without one."""
    for folder in start.absolute().parents:
        if is_file(folder / CONF_PY):
            return folder / CONF_PY
        if is_there(folder / ".git"):
            return None
    return None


def _assigned(statement: ast.stmt) -> tuple[str, ast.expr] | None:
    """The name and the value of an assignment to one name."""
    match statement:
        case (
            ast.Assign(targets=[ast.Name(id=name)], value=value)
            | ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value)
        ):
            return name, value
    return None


def _root(node: ast.AST) -> ast.AST:
    """What an item, an attribute or a call is taken of, however deep."""
    while isinstance(node, ast.Subscript | ast.Attribute):
        node = node.value
    return node


def _changed(statement: ast.stmt) -> Iterator[str]:
    """The names that a statement may bind or change in another way than by one assignment of a value."""
    for node in ast.walk(statement):
        match node:
            case ast.Name(id=name, ctx=ast.Store() | ast.Del()) | ast.alias(asname=str(name)) | ast.alias(name=name):
                yield name
            case ast.Global(names=names):
                yield from names
            case ast.Subscript(ctx=ast.Store() | ast.Del()) | ast.Call(func=ast.Attribute()):
                found = _root(node.func if isinstance(node, ast.Call) else node)
                if isinstance(found, ast.Name):
                    yield found.id


class _Inlined(ast.NodeTransformer):
    """Puts in the place of a name the literal that was assigned to it before."""

    def __init__(self, known: Mapping[str, ast.expr]) -> None:
        self._known = known

    def visit_Name(self, node: ast.Name) -> ast.expr:
        """The literal, or the name where there is none."""
        return self._known.get(node.id, node)


def _literal(value: ast.expr, known: Mapping[str, ast.expr]) -> tuple[ast.expr, object] | None:
    """A value as literals alone, and what it is; None where it is none."""
    whole = _Inlined(known).visit(value)
    try:
        return whole, ast.literal_eval(whole)
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        return None


@dataclass(slots=True)
class _Reader:
    """One file in the reading: literals by name, where names stand, and what keeps names from being read."""

    source: str
    literals: dict[str, ast.expr] = field(default_factory=dict)
    values: dict[str, object] = field(default_factory=dict)
    lines: dict[str, Span] = field(default_factory=dict)
    unread: dict[str, Problem] = field(default_factory=dict)

    def read(self, statement: ast.stmt) -> None:
        """Take what one statement assigns."""
        span = Span(self.source, statement.lineno, statement.col_offset + 1)
        assigned = _assigned(statement)
        found = _literal(assigned[1], self.literals) if assigned else None
        if assigned and found:
            name = assigned[0]
            self.literals[name], self.values[name] = found
            self.lines[name] = span
            self.unread.pop(name, None)
            return
        for name in _changed(statement):
            self.literals.pop(name, None)
            self.values.pop(name, None)
            self.lines[name] = span
            self.unread[name] = Problem(
                code=Code.OPTION, message=_REMEDY, span=span, path=name, severity=Severity.WARNING
            )


def read_conf(path: Path, names: Collection[str], *, shown: str = "") -> ConfFile:
    """What *path* gives for *names*; messages call it *shown*. Raises OSError where it cannot be read.

    A file that is no Python gives nothing, and says so for each name.
    """
    reader = _Reader(shown or path.as_posix())
    try:
        tree = ast.parse(path.read_bytes())
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        span = Span(reader.source, (error.lineno if isinstance(error, SyntaxError) else None) or 1)
        message = f"this is no Python, so no setting of it is known: {' '.join(str(error).split())}"
        problem = Problem(code=Code.OPTION, message=message, span=span, severity=Severity.WARNING)
        return ConfFile(path=path, unread=dict.fromkeys(names, problem))
    for statement in tree.body:
        reader.read(statement)
    return ConfFile(
        path=path,
        values={name: value for name, value in reader.values.items() if name in names},
        lines=reader.lines,
        unread={name: problem for name, problem in reader.unread.items() if name in names},
    )
