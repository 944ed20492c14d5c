"""The text of a framework in, its controls and levels out: which rules and which evidence each control asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import resources

from sphinx_gitops.format import safe_url, url_remedy
from sphinx_gitops.problems import Code, Problem, Span
from sphinx_gitops.rules import RULES
from sphinx_gitops.suggest import listed, near
from sphinx_gitops.yamltree import Mapping, Scalar, Sequence, Tree, describe, parse

BUILT_IN = ("practices", "slsa")
"""The frameworks that are part of the package; the first is the one of an audit that names none."""
_ABOUT = ("title", "version", "url", "controls", "levels")
_TEXTS = ("title", "section", "prose")
_LISTS = ("rules", "kinds", "evidence")


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """One practice: the rules that check it, the kinds of components and the things that are evidence, and prose."""

    id: str
    title: str
    span: Span
    section: str = ""
    prose: str = ""
    rules: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A set of rules, to be met together with those of the levels before it."""

    name: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """Controls in their order, and levels, the lowest first."""

    title: str
    version: str = ""
    url: str = ""
    controls: tuple[Control, ...] = ()
    levels: tuple[Level, ...] = ()
    is_shipped: bool = False
    "Whether it is one of the package, whose words are in our catalogue."

    def sections(self) -> Iterator[tuple[str, tuple[Control, ...]]]:
        """The controls by their sections, in the order in which sections begin."""
        names = dict.fromkeys(control.section for control in self.controls)
        for name in names:
            yield name, tuple(control for control in self.controls if control.section == name)


@dataclass(slots=True)
class _Reader:
    """Reads one framework; ``codes`` are the rules that it may name."""

    codes: tuple[str, ...]
    problems: list[Problem]

    def wrong(self, code: Code, message: str, span: Span, path: str) -> None:
        self.problems.append(Problem(code=code, message=message, span=span, path=path))

    def entries(self, tree: Tree | None, path: str) -> tuple[tuple[Scalar, Tree], ...]:
        if isinstance(tree, Mapping):
            return tree.entries
        if tree is not None:
            self.wrong(Code.WRONG_TYPE, f"expected a mapping, found {describe(tree)}", tree.span, path)
        return ()

    def text(self, tree: Tree | None, path: str) -> str:
        if isinstance(tree, Scalar):
            return "" if tree.is_null else " ".join(tree.text.split())
        if tree is not None:
            self.wrong(Code.WRONG_TYPE, f"expected a text, found {describe(tree)}", tree.span, path)
        return ""

    def texts(self, tree: Tree | None, path: str) -> Iterator[tuple[str, Span]]:
        items = tree.items if isinstance(tree, Sequence) else (tree,) if tree is not None else ()
        for item in items:
            text = self.text(item, path)
            if text:
                yield text, item.span

    def url(self, tree: Tree | None, path: str) -> str:
        """An address, unless a page that leads to it could run code."""
        text = self.text(tree, path)
        if tree is None or safe_url(text):
            return text
        message = f"the link {text!r} is refused: {url_remedy(text)}"
        self.wrong(Code.UNSAFE_URL, message, tree.span, path)
        return ""

    def rules(self, tree: Tree | None, path: str) -> tuple[str, ...]:
        found = []
        for code, span in self.texts(tree, path):
            if code in self.codes:
                found.append(code)
            else:
                hint = near(code, self.codes) or f"; known: {listed(self.codes)}"
                self.wrong(Code.UNKNOWN_ID, f"there is no rule {code!r}{hint}", span, path)
        return tuple(dict.fromkeys(found))

    def control(self, name: Scalar, value: Tree) -> Control:
        """A control: a mapping, or only the list of its rules."""
        path = name.text
        if isinstance(value, Sequence) or (isinstance(value, Scalar) and not value.is_null):
            return Control(id=path, title=path, span=name.span, rules=self.rules(value, path))
        known = (*_TEXTS, *_LISTS)
        given = dict.fromkeys(known)
        for key, item in self.entries(value, path):
            if key.text in known:
                given[key.text] = item
            else:
                hint = near(key.text, known) or f"; expected one of {listed(known)}"
                self.wrong(Code.UNKNOWN_KEY, f"unknown key {key.text!r}{hint}", key.span, path)
        kinds, evidence = ([text for text, _ in self.texts(given[key], f"{path}.{key}")] for key in _LISTS[1:])
        return Control(
            id=path,
            title=self.text(given["title"], path) or path,
            span=name.span,
            section=self.text(given["section"], path),
            prose=self.text(given["prose"], path),
            rules=self.rules(given["rules"], f"{path}.rules"),
            kinds=tuple(kinds),
            evidence=tuple(evidence),
        )

    def framework(self, tree: Tree, name: str) -> Framework:
        """A file with ``controls``, or one whose every key is a control."""
        given = {key.text: value for key, value in self.entries(tree, "")}
        if "controls" not in given:
            return Framework(title=name, controls=tuple(self.control(*entry) for entry in self.entries(tree, "")))
        for key, _ in self.entries(tree, ""):
            if key.text not in _ABOUT:
                hint = near(key.text, _ABOUT) or f"; expected one of {listed(_ABOUT)}"
                self.wrong(Code.UNKNOWN_KEY, f"unknown key {key.text!r}{hint}", key.span, "")
        levels = self.entries(given.get("levels"), "levels")
        return Framework(
            title=self.text(given.get("title"), "title") or name,
            version=self.text(given.get("version"), "version"),
            url=self.url(given.get("url"), "url"),
            controls=tuple(self.control(*entry) for entry in self.entries(given["controls"], "controls")),
            levels=tuple(Level(name=key.text, rules=self.rules(value, f"levels.{key.text}")) for key, value in levels),
        )


def read_framework(text: str, source: str, name: str) -> tuple[Framework, tuple[Problem, ...]]:
    """A framework from its text, which is in the file *source*, and every problem of it; *name* is its title else."""
    tree, problems = parse(text, lambda line, column: Span(source, line + 1, column + 1))
    reader = _Reader(tuple(rule.code for rule in RULES), problems)
    if tree is None and not problems:
        message = "the framework is empty: it needs controls, each with its rules"
        reader.wrong(Code.MISSING_KEY, message, Span(source, 1), "")
    found = reader.framework(tree, name) if tree is not None else Framework(title=name)
    return found, tuple(reader.problems)


@lru_cache(maxsize=len(BUILT_IN))
def built_in(name: str) -> Framework:
    """A framework of the package."""
    path = resources.files("sphinx_gitops.audit") / "frameworks" / f"{name}.yaml"
    found, problems = read_framework(path.read_text(encoding="utf-8"), f"{name}.yaml", name)
    assert not problems, problems
    return replace(found, is_shipped=True)
