"""The ``:config:`` option: Mermaid configuration as a JSON object, and what of it can be used."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sphinx_gitops.ext.report import report
from sphinx_gitops.problems import Code, Problem, Span

_DEPTH = 20
"""So deeply may a configuration be nested: Mermaid's own is four levels deep."""
_SHAPES = {"layout": str, "look": str, "flowchart": dict, "elk": dict}
_WORDS = {str: "a text", dict: "a JSON object"}


def parsed(argument: str) -> dict[str, object]:
    """A mapping from an option's text; raises `ValueError`, as docutils wants it, where it is none."""
    try:
        value = json.loads(argument)
    except (ValueError, RecursionError) as error:
        raise ValueError(
            f'not JSON: {error}; write an object such as {{"flowchart": {{"nodeSpacing": 40}}}}'
        ) from error
    if not isinstance(value, dict):
        raise ValueError("Mermaid configuration is a JSON object")  # noqa: TRY004 - docutils wants ValueError
    return value


def _deeper(value: object, levels: int) -> bool:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return levels < 0 or any(_deeper(one, levels - 1) for one in inner)


def _flaws(config: dict[str, object]) -> Iterator[tuple[str, str]]:
    """A key that cannot be used, with what is wrong with it."""
    for name, value in config.items():
        shape = _SHAPES.get(name)
        if shape and not isinstance(value, shape):
            yield name, f"{_WORDS[shape]} is expected, found {json.dumps(value)[:60]}"
        elif _deeper(value, _DEPTH):
            yield name, f"nested more than {_DEPTH} levels deep"


def usable(config: dict[str, object], span: Span) -> dict[str, object]:
    """The configuration without the keys that cannot be used, each of which is reported."""
    flaws = dict(_flaws(config))
    report(
        Problem(code=Code.OPTION, message=f"config: {name!r} is left out: {flaw}", span=span)
        for name, flaw in flaws.items()
    )
    return {name: value for name, value in config.items() if name not in flaws}
