"""The text of a ``CODEOWNERS`` in, the owners of each path out, as GitHub and as GitLab understand it.

https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
and https://docs.gitlab.com/user/project/codeowners/reference/
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import count

from sphinx_gitops.importers.repository.globs import once
from sphinx_gitops.problems import Span

PLACES = (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS")
"""Where a repository has it, the first that is there counts."""
_SECTION = re.compile(r"\^?\[(?P<name>[^\]]+)\](?:\[\d*\])?(?:[ \t]+(?P<owners>.*))?$")
_FIRST = re.compile(r"(?P<pattern>(?:\\.|[^\\\s])+)[ \t]*(?P<owners>.*)$")
_TOKENS = re.compile(
    r"(?P<any>(?:\*\*/)+)|(?P<all>\*\*)|(?P<some>\*)|(?P<one>\?)|\\(?P<escaped>.)|(?P<text>.)", re.DOTALL
)
_COMMENT = re.compile(r"(?:^|[ \t])#.*$")


class Host(Enum):
    """Whose rules hold."""

    GITHUB = "github"
    "A pattern with a slash inside is counted from the top, and a name is a folder, too."
    GITLAB = "gitlab"
    "There are sections, which count each by itself, and only what starts with a slash is counted from the top."


@dataclass(frozen=True, slots=True)
class OwnedPath:
    """The owners of a path, as they are written, and the line that says so."""

    owners: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class _Line:
    pattern: str
    owners: tuple[str, ...]
    span: Span
    section: str
    is_exclusion: bool = False


@dataclass(frozen=True, slots=True)
class Codeowners:
    """Every line of a file, in order."""

    host: Host
    lines: tuple[_Line, ...]

    def of(self, path: str) -> OwnedPath | None:
        """The owners of a path from the top of the repository; None where it has none.

        The last line that matches counts, in GitLab that of each section.
        """
        found: dict[str, _Line] = {}
        excluded: set[str] = set()
        for line in self.lines:
            if line.section in excluded or not _matches(line.pattern, path, self.host):
                continue
            if line.is_exclusion:
                excluded.add(line.section)
                found.pop(line.section, None)
            else:
                found[line.section] = line
        owned = [line for line in found.values() if line.owners]
        owners = tuple(dict.fromkeys(owner for line in owned for owner in line.owners))
        return OwnedPath(owners, max(line.span for line in owned)) if owned else None


def _matches(pattern: str, path: str, host: Host) -> bool:
    return _expression(pattern, host).match(path) is not None


@lru_cache(maxsize=4096)
def _expression(pattern: str, host: Host) -> re.Pattern[str]:
    """A pattern as an expression over paths from the top."""
    plain = pattern.strip("/")
    is_rooted = pattern.startswith("/") or (host is Host.GITHUB and "/" in plain)
    start = "" if is_rooted else "(?:.*/)?"
    if not plain:
        return re.compile(r".*\Z" if pattern == "/" else r"(?!)")
    if pattern.endswith("/"):
        end = "/.+"
    else:  # of a name that is a folder, GitHub means all that is in it; not of a star that stands for files
        end = "(?:/.*)?" if host is Host.GITHUB and plain.rpartition("/")[2] != "*" else ""
    end = "(?:/.*)?" if pattern == "*" else end
    return re.compile(f"{start}{_parts(plain)}{end}\\Z", re.DOTALL)


def _parts(pattern: str) -> str:
    """The expression of a pattern without slashes around it; ``**`` crosses folders, ``*`` and ``?`` do not."""
    made: list[str] = []
    numbers, since = count(), -1
    for found in _TOKENS.finditer(pattern):
        match found.lastgroup:
            case "any" | "all":
                made.append("(?:.*/)?" if found.lastgroup == "any" else ".*")
                since = -1
            case "some":
                if since >= 0:  # the star before this one takes no more than it has to
                    made[since:] = [once("[^/]*?" + "".join(made[since + 1 :]), next(numbers))]
                since = len(made)
                made.append("[^/]*")
            case "one":
                made.append("[^/]")
            case _:
                made.append(re.escape(found["escaped"] or found["text"]))
    return "".join(made)


def _lines(text: str, source: str) -> Iterator[_Line]:
    section, default = "", ()
    for number, raw in enumerate(text.split("\n"), 1):
        plain = _COMMENT.sub("", raw.strip()).strip()
        head = _SECTION.fullmatch(plain)
        if head:
            section, default = head["name"].strip().casefold(), tuple((head["owners"] or "").split())
            continue
        found = _FIRST.fullmatch(plain)
        if found:
            pattern, is_exclusion = found["pattern"], found["pattern"].startswith("!")
            owners = tuple(found["owners"].split()) or default
            yield _Line(pattern.removeprefix("!"), owners, Span(source, number), section, is_exclusion)


def _host(lines: Sequence[_Line], source: str) -> Host:
    is_gitlab = ".gitlab/" in source or any(line.section or line.is_exclusion for line in lines)
    return Host.GITLAB if is_gitlab else Host.GITHUB


def read_codeowners(text: str, source: str) -> Codeowners:
    """The lines of a file; *source* is what places call it. What has sections, or is in ``.gitlab``, is GitLab's."""
    lines = tuple(_lines(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"), source))
    return Codeowners(_host(lines, source), lines)
