"""Texts of options in, values out: one that cannot be used is reported and left out, and the directive goes on."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, NamedTuple, TypeAlias

from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from sphinx_gitops.ext.report import report
from sphinx_gitops.ext.source_places import directive_span, option_lines
from sphinx_gitops.problems import Code, Problem
from sphinx_gitops.suggest import listed, near

Read: TypeAlias = Callable[[str], Any]
"""Reads an option's text. Raises ValueError with what is wrong with it."""


FIT = range(160, 10_001)
"""The widths in px that a picture can be laid out for: one box fits into the least."""


_LONGEST = 20
"""Letters: no width that can be meant is longer."""


class _Unusable(NamedTuple):
    message: str


def choice(*words: str) -> Read:
    """One of *words*, in any case."""
    known = {word.lower(): word for word in words}

    def read(argument: str) -> str:
        word = " ".join((argument or "").split())
        if word.lower() not in known:
            raise ValueError(unexpected(word, words))
        return known[word.lower()]

    return read


def unexpected(word: str, words: Collection[str]) -> str:
    """What is wrong with a word that is none of *words*, with the nearest one or all of them."""
    if not word:
        return f"a value is missing; expected one of {listed(words)}"
    return f"{word!r} is not known here" + (near(word, words) or f"; expected one of {listed(words)}")


def flag(argument: str) -> None:
    """An option that is there or not; MyST may write ``true``. Raises ValueError for any other value."""
    if (argument or "").strip().lower() not in {"", "true"}:
        raise ValueError(f"it takes no value, found {argument.strip()!r}")


def number(argument: str) -> int:
    """A whole number from 0."""
    try:
        return int(directives.nonnegative_int(argument))
    except (TypeError, ValueError) as error:
        raise ValueError(f"{(argument or '').strip()!r} is no whole number from 0") from error


def width(argument: str) -> str:
    """A length, or a share of the text's width."""
    text = (argument or "").strip()
    try:
        found = str(directives.length_or_percentage_or_unitless(text)) if len(text) <= _LONGEST else ""
    except ValueError:
        found = ""
    if not found:
        raise ValueError(f"{text!r} is no width: write '300px', '60%' or the like")
    return found


def fit(argument: str) -> int:
    """A width in px to lay a picture out for."""
    text = (argument or "").strip().removesuffix("px").strip()
    if not text.isascii() or not text.isdigit() or len(text) > _LONGEST or int(text) not in FIT:
        raise ValueError(f"{(argument or '').strip()!r} is no width from {FIT[0]} to {FIT[-1]} px")
    return int(text)


class _Spec(dict[str, Read]):
    """Options by name; docutils, which refuses a directive for one that it does not know, finds all."""

    body: Collection[str] = ()

    def __missing__(self, name: str) -> Read:
        if name in self.body:
            remedy = f"; '{name}' is a key of the body: write it there, after an empty line"
        else:
            remedy = near(name, self) or "; known: " + listed(self)
        return lambda _: _Unusable(f"there is no such option{remedy}")


def lenient(spec: Mapping[str, Read], *, body: Collection[str] = ()) -> dict[str, Read]:
    """Options that :func:`report_unusable` looks through: for one of them docutils would refuse the whole directive.

    *body* are the keys that the directive's body takes, for who writes one of them as an option.
    """

    def keeping(read: Read) -> Read:
        def kept(argument: str) -> Any:
            try:
                return read(argument)
            except (TypeError, ValueError) as error:
                return _Unusable(str(error))

        return kept

    options = _Spec((name, keeping(flag if read is directives.flag else read)) for name, read in spec.items())
    options.body = body
    return options


def report_unusable(directive: SphinxDirective) -> None:
    """Warn of each option that could not be read, at its line, and go on without it."""
    unusable = {name: value for name, value in directive.options.items() if isinstance(value, _Unusable)}
    lines = option_lines(directive)
    for name, value in unusable.items():
        del directive.options[name]
        span = directive_span(directive, lines.get(name, 0))
        report([Problem(code=Code.OPTION, message=f":{name}: {value.message}", span=span)])
