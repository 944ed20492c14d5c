"""What is wrong with values of ``conf.py``: every fault of each value, under the name of the setting."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from sphinx_gitops.format import ID
from sphinx_gitops.problems import Code, Problem, Severity, Span
from sphinx_gitops.suggest import listed, near

CONF = Span("conf.py", 1)
"""Where a value stands of which no more is known."""


@dataclass(slots=True)
class Faults:
    """The faults found so far; ``lines`` tells where the settings stand, as far as that is known."""

    lines: Mapping[str, Span] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def add(self, path: str, message: str, code: str = Code.OPTION, severity: Severity = Severity.ERROR) -> None:
        """Note one fault of the value at *path*, such as ``gitops_kinds['flag']``."""
        span = self.lines.get(path.partition("[")[0], CONF)
        self.problems.append(Problem(code=code, message=message, span=span, path=path, severity=severity))

    def mapping(self, value: object, keys: Collection[str], path: str) -> Mapping[str, object]:
        """The entries of a mapping whose keys are known."""
        if not isinstance(value, Mapping):
            self.add(path, f"expected a mapping with {listed(keys)}, found {value!r}")
            return {}
        for key in value:
            if key not in keys:
                hint = near(str(key), keys) or f"; expected one of {listed(keys)}"
                self.add(path, f"unknown key {key!r}{hint}")
        return {key: item for key, item in value.items() if key in keys}

    def entries(self, name: str, value: object) -> Iterator[tuple[str, object]]:
        """The entries of a mapping whose keys are names."""
        if not isinstance(value, Mapping):
            self.add(name, f"must be a mapping, found {value!r}")
            return
        for key, item in value.items():
            if isinstance(key, str) and ID.fullmatch(key):
                yield key, item
            else:
                self.add(name, f"{key!r} is no name: use letters, digits, '_', '-' and '.'")

    def word(self, value: object, what: str, words: Collection[str], path: str) -> str | None:
        """*value* where it is one of *words*; None where it is not."""
        if isinstance(value, str) and value in words:
            return value
        hint = near(value, words) if isinstance(value, str) else ""
        self.add(path, f"there is no {what} {value!r}{hint or '; known: ' + listed(words)}")
        return None
