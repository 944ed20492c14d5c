"""Records as words in, the same with words that sort by rank out: stages by their pipeline, severities by urgency."""

from __future__ import annotations

from dataclasses import dataclass, field

from sphinx_gitops.query import Record

_SEVERITIES = (
    ("critical", "emergency", "fatal", "blocker", "page"),
    ("high", "major", "error", "severe"),
    ("medium", "moderate", "warning", "warn"),
    ("low", "minor"),
    ("info", "informational", "information", "notice", "none"),
)
"""Names of severities that are no numbers, the most urgent first."""
_RANKS = {name: str(rank) for rank, names in enumerate(_SEVERITIES) for name in names}


@dataclass(slots=True)
class RankedRecords:
    """Ranks the records of one table, each of which it is given in the order of its pipeline."""

    subject: str
    _stages: dict[str, dict[str, int]] = field(default_factory=dict)

    def ranked(self, record: Record) -> Record:
        """The record with ranks before its stage, or before its severity."""
        match self.subject:
            case "components" if record["stage"]:
                return {**record, "stage": (self._stage(record["stage"]),)}
            case "runbooks" | "alerts" if record["severity"]:
                return {**record, "severity": (_severity(record["severity"][0]),)}
        return record

    def _stage(self, words: tuple[str, ...]) -> str:
        """The number of a stage in its workflow, then its title; its full name is the last of its words."""
        name = words[-1]
        stages = self._stages.setdefault(name.partition(".")[0], {})
        return f"{stages.setdefault(name, len(stages))} {words[0]}"


def _severity(word: str) -> str:
    """The rank of a severity by its name; any other, such as SEV2, by its number."""
    name = word.casefold()
    return f"{_RANKS[name]} {name}" if name in _RANKS else name
