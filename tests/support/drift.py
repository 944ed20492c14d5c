"""A repository that a test writes, the workflow that ``init`` makes of it, and what differs between the two."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sphinx_gitops.drift.check import Outcome, check_drift
from sphinx_gitops.drift.comparison import Documented
from sphinx_gitops.drift.repositories import Repositories
from sphinx_gitops.importers.discovery import Discovery
from sphinx_gitops.importers.reading import discover
from sphinx_gitops.importers.workflow.writing import workflow_text
from sphinx_gitops.reader import read_path
from sphinx_gitops.reports.drift_reports import drift_json
from sphinx_gitops.settings import Settings
from support.repositories import write

DELIVERY = "delivery.yaml"


def discovered(folder: Path) -> Discovery | None:
    return discover(folder) if folder.is_dir() else None


@dataclass(frozen=True)
class Checkout:
    """A folder with a repository ``deploy`` and a workflow of it."""

    root: Path

    @property
    def repository(self) -> Path:
        return self.root / "deploy"

    def init(self) -> str:
        """Write the workflow that ``init`` prints."""
        text = workflow_text(discover(self.repository), "deploy", "deploy")
        self.document(text)
        return text

    def document(self, text: str) -> None:
        (self.root / DELIVERY).write_text(text, encoding="utf-8")

    def outcome(self, *names: str, settings: Settings | None = None, **known) -> Outcome:
        """What differs, for one or several workflows."""
        repositories, documented = Repositories(discovered), []
        for name in names or (DELIVERY,):
            reading = read_path(self.root / name, source=name)
            assert reading.problems == ()
            inventories, absent = repositories.of(reading.workflow.manifests, self.root, ".")
            documented.append(
                Documented(
                    workflow=reading.workflow,
                    settings=settings or Settings(),
                    inventories=inventories,
                    absent=absent,
                    **known,
                )
            )
        return check_drift(documented)

    def drift(self, *names: str, **known) -> list[dict]:
        """The findings as JSON values."""
        return json.loads(drift_json(self.outcome(*names, **known).findings))["findings"]

    def line_of(self, place: Mapping[str, object]) -> str:
        """The line of a file that a finding names."""
        return (self.root / str(place["file"])).read_text(encoding="utf-8").splitlines()[int(place["line"]) - 1].strip()


def checkout(root: Path, files: Mapping[str, str]) -> Checkout:
    found = Checkout(root)
    found.repository.mkdir(parents=True, exist_ok=True)
    write(found.repository, files)
    return found
