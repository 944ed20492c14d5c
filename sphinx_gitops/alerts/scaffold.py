"""Alerts without a runbook in, a runbook to fill in for each out, with what its rule says."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from unicodedata import east_asian_width

from sphinx_gitops.alerts.alert import Alert
from sphinx_gitops.alerts.placing import PlacedAlert
from sphinx_gitops.alerts.resolution import AddressOutcome, Resolution
from sphinx_gitops.importers.repository.masking import is_templated
from sphinx_gitops.problems import Span

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+|[^\W_]+")
_ILLEGAL = re.compile(r"[^\w.-]+")
_PLAIN = re.compile(r"\w(?:[\w ./-]*[\w.-])?")
_RST_SIGNS = re.compile(r"[\\`*|_:]")
_MARKDOWN_SIGNS = re.compile(r"[\\`*_\[\]<>|~$&{]")
_STEPS = (
    ("Seen", "What a user notices, and what still works."),
    ("Not for", "What looks like it and is something else."),
)
_LINES = (
    "Look: which command or dashboard shows the cause.",
    "Mend: what to change, in Git.",
    "Check: what shows that it worked.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaffoldPage:
    """A page to write: the name of its file without a suffix, and its text."""

    name: str
    text: str


def runbook_id(name: str) -> str:
    """The id of a runbook for an alert: its name, as far as an id has such letters."""
    found = _ILLEGAL.sub("-", name).strip("-.")
    return found if found[:1].isalpha() or found[:1] == "_" else f"alert-{found}".rstrip("-")


def title_of(name: str) -> str:
    """The name of an alert in words: ``KubePodCrashLooping`` is *Kube pod crash looping*."""
    words = _WORD.findall(name) or [runbook_id(name)]
    told = [word if len(word) > 1 and word.isupper() else word.lower() for word in words]
    text = " ".join(told)
    return text[:1].upper() + text[1:]


def _leads(resolution: Resolution) -> bool:
    """Whether a link has a page, elsewhere or by another name: then a new one would be one too many."""
    return (
        resolution.outcome is not AddressOutcome.BROKEN or resolution.missing != "page" or resolution.spot is not None
    )


def without_page(alerts: Iterable[PlacedAlert], accepted: Container[Span] = ()) -> dict[str, list[Alert]]:
    """The rules of each alert that nothing leads from to a page, by its name.

    What is templated is left out, and so are the rules at *accepted* places, which are to have none.
    """
    found: dict[str, list[Alert]] = {}
    led: set[str] = set()
    for placed in alerts:
        alert = placed.alert
        if placed.spot or alert.is_templated or any(_leads(link.resolution) for link in placed.links):
            led.add(alert.name)
        elif alert.span not in accepted:
            found.setdefault(alert.name, []).append(alert)
    return {name: rules for name, rules in sorted(found.items()) if name not in led}


def _plain(text: str) -> str:
    """A text that a template may be in, on one line."""
    return " ".join(text.split())


def _named(name: str) -> str:
    """The name of an alert as ``:alerts:`` takes it: in quotes where it could be read as several, or as a list."""
    if _PLAIN.fullmatch(name):
        return name
    mark = "'" if '"' in name and "'" not in name else '"'
    return f"{mark}{name.replace(mark, mark * 2)}{mark}"


def _yaml(value: str) -> str:
    """The value of an option of MyST, which reads it as YAML."""
    return value if _PLAIN.fullmatch(value) else "'" + value.replace("'", "''") + "'"


def _severity(rules: Sequence[Alert]) -> str:
    return next((_plain(rule.severity) for rule in rules if rule.severity and not is_templated(rule.severity)), "")


def _rule(alert: Alert) -> Iterator[str]:
    """What a rule says, in words."""
    said = {one.name: _plain(one.value) for one in alert.annotations}
    for name in ("summary", "description", "message"):
        if said.get(name):
            yield said[name]


def _options(name: str, rules: Sequence[Alert]) -> Iterator[tuple[str, str]]:
    """The options of a runbook and their values."""
    yield "title", title_of(name)
    yield "alerts", _named(name)
    yield "procedure", "incident-response"
    severity = _severity(rules)
    if severity:
        yield "severity", severity


def _when(alert: Alert, signs: re.Pattern[str]) -> str:
    """When an alert fires, as markup in which *signs* would mean something."""

    def said(text: str) -> str:
        return signs.sub(r"\\\g<0>", _plain(text))

    duration = f" for {said(alert.duration)}" if alert.duration else ""
    facts = ", ".join(filter(None, (said(alert.severity), alert.group and f"group {said(alert.group)}")))
    return f"Fires{duration} ({facts})" if facts else f"Fires{duration}"


def _quoted(text: str, mark: str) -> str:
    return f"{mark}{text.replace('`', chr(39))}{mark}"


def _fired(alert: Alert, signs: re.Pattern[str], *, more: bool) -> str:
    return f"{_when(alert, signs)}{':' if more else '.'}"


def _columns(text: str) -> int:
    """How wide a text is where a line below it has to be as wide."""
    return sum(2 if east_asian_width(letter) in {"W", "F"} else 1 for letter in text)


def _rst(own: str, name: str, rules: Sequence[Alert]) -> Iterator[str]:
    title = title_of(name)
    yield from (title, "=" * _columns(title), "", f".. gitops-runbook:: {own}")
    yield from (f"   :{option}: {value}" for option, value in _options(name, rules))
    yield ""
    for alert in rules:
        said = list(_rule(alert))
        yield from (f"   {_fired(alert, _RST_SIGNS, more=bool(said or alert.expression))}", "")
        for words in said:
            yield from (f"   - {_quoted(words, '``')}", "")
        if alert.expression:
            yield from ("   .. code-block:: text", "", *(f"      {line}" for line in alert.expression.splitlines()), "")
    for word, hint in _STEPS:
        yield from (f"   **{word}:** TODO. {hint}", "")
    for line in _LINES:
        yield f"   #. TODO. {line}"
    yield from ("", "   **Otherwise** TODO. Whom to call.", "")


def _fence(*texts: str, least: int = 3) -> str:
    """A fence longer than any that is in the texts."""
    longest = max((len(run) for text in texts for run in re.findall(r"`+", text)), default=0)
    return "`" * max(least, longest + 1)


def _markdown(own: str, name: str, rules: Sequence[Alert]) -> Iterator[str]:
    outer = _fence(*(_fence(rule.expression) for rule in rules), least=4)
    yield from (f"# {title_of(name)}", "", f"{outer}{{gitops-runbook}} {own}")
    yield from (f":{option}: {_yaml(value)}" for option, value in _options(name, rules))
    yield ""
    for alert in rules:
        said = list(_rule(alert))
        yield from (_fired(alert, _MARKDOWN_SIGNS, more=bool(said or alert.expression)), "")
        for words in said:
            yield from (f"- {_quoted(words, '`')}", "")
        if alert.expression:
            fence = _fence(alert.expression)
            yield from (f"{fence}text", *alert.expression.splitlines(), fence, "")
    for word, hint in _STEPS:
        yield from (f"**{word}:** TODO. {hint}", "")
    for number, line in enumerate(_LINES, 1):
        yield f"{number}. TODO. {line}"
    yield from ("", "**Otherwise** TODO. Whom to call.", outer, "")


def scaffold(
    alerts: Iterable[PlacedAlert], *, markdown: bool, accepted: Container[Span] = ()
) -> tuple[ScaffoldPage, ...]:
    """A page with a runbook for each alert that leads nowhere, bound to it by its name, in the order of names.

    At the *accepted* places are rules that are to have none.
    """
    write = _markdown if markdown else _rst
    found: dict[str, ScaffoldPage] = {}
    for name, rules in without_page(alerts, accepted).items():
        own = _free(runbook_id(name), found)
        found[own.lower()] = ScaffoldPage(name=own, text="\n".join(write(own, name, rules)))
    return tuple(found.values())


def _free(name: str, taken: Container[str]) -> str:
    """An id that no other page has, in whichever case: names of two alerts may differ in what no id has."""
    numbered = (f"{name}-{number}" for number in count(2))
    return name if name.lower() not in taken else next(one for one in numbered if one.lower() not in taken)


def index_page(*, markdown: bool) -> ScaffoldPage:
    """A page that lists the others, for a folder that has none."""
    if markdown:
        text = "# Runbooks\n\n```{gitops-table} runbooks\n```\n\n```{toctree}\n:glob:\n\n*\n```\n"
    else:
        text = "Runbooks\n========\n\n.. gitops-table:: runbooks\n\n.. toctree::\n   :glob:\n\n   *\n"
    return ScaffoldPage(name="index", text=text)
