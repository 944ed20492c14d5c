"""A repository that a test writes, the workflow that ``init`` makes of it, and what differs between the two."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

from sphinx_gitops.drift.check import DriftOutcome, check_drift
from sphinx_gitops.drift.comparison import Comparison, Documented, compared
from sphinx_gitops.drift.naming.inventory import Inventory
from sphinx_gitops.drift.repositories import Repositories
from sphinx_gitops.importers.discovery import Discovery
from sphinx_gitops.importers.reading import discover
from sphinx_gitops.importers.workflow.writing import workflow_text
from sphinx_gitops.problems import Severity
from sphinx_gitops.reader import read_path
from sphinx_gitops.reports.drift_reports import DRIFT_FORMATS
from sphinx_gitops.rule import example_files
from sphinx_gitops.settings import Settings
from sphinx_gitops.settings.rules import RuleSettings
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

    def outcome(self, *names: str, settings: Settings | None = None, **known) -> DriftOutcome:
        """What differs, for one or several workflows."""
        repositories, documented = Repositories(discovered), []
        for name in names or (DELIVERY,):
            reading = read_path(self.root / name, source=name)
            assert reading.problems == ()
            inventories, absent = repositories.of(written(reading.workflow.manifests, self.root, "."))
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
        return json.loads(DRIFT_FORMATS["json"](self.outcome(*names, **known).findings))["findings"]

    def line_of(self, place: Mapping[str, object]) -> str:
        """The line of a file that a finding names."""
        return (self.root / str(place["file"])).read_text(encoding="utf-8").splitlines()[int(place["line"]) - 1].strip()


def checkout(root: Path, files: Mapping[str, str]) -> Checkout:
    found = Checkout(root)
    found.repository.mkdir(parents=True, exist_ok=True)
    write(found.repository, files)
    return found


def example(root: Path, text: str) -> Checkout:
    """The workflow and the repository of a rule's example, whose files say where they are."""
    files = dict(example_files(text))
    document = files.pop(DELIVERY)
    found = checkout(root, {path.removeprefix("deploy/"): said for path, said in files.items()})
    found.document(document)
    return found


def documented(root: Path, document: str, files: Mapping[str, str]) -> Checkout:
    """A repository and a workflow of it that are both written out."""
    found = checkout(root, files)
    found.document(dedent(document).lstrip("\n"))
    return found


def written(names: Iterable[str], folder: Path, shown: str) -> Iterator[tuple[str, Path, str]]:
    """The folders that *names* mean in *folder*, which messages call *shown*."""
    for name in names:
        yield name, folder / name, posixpath.normpath(posixpath.join(shown, name))


def compared_in(found: Checkout) -> Comparison:
    """The one workflow of a folder held against its repository."""
    reading = read_path(found.root / DELIVERY, source=DELIVERY)
    assert reading.workflow
    inventories, absent = Repositories(discovered).of(written(reading.workflow.manifests, found.root, "."))
    (comparison,) = compared(
        [Documented(workflow=reading.workflow, settings=Settings(), inventories=inventories, absent=absent)]
    )
    return comparison


def inventory(root: Path, files: Mapping[str, str]) -> Inventory:
    """What a repository declares, as drift asks for it."""
    return Inventory(shown="deploy", discovery=discover(checkout(root, files).repository))


def settings(**severities: Severity | None) -> Settings:
    """Settings that give rules another severity."""
    return Settings(rules=RuleSettings(severities={code.replace("_", "-"): one for code, one in severities.items()}))
