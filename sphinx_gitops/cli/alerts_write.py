"""What ``alerts`` writes: links into rule files, and runbooks to fill in; what cannot be written is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from sphinx_gitops.alerts.addresses import with_address
from sphinx_gitops.alerts.check import AlertOutcome
from sphinx_gitops.alerts.fixing import AddressChange, changes, writable
from sphinx_gitops.alerts.inserting import insert_links
from sphinx_gitops.alerts.pages import Pages
from sphinx_gitops.alerts.reading import AlertFile
from sphinx_gitops.alerts.scaffold import ScaffoldPage, index_page, scaffold
from sphinx_gitops.cli.files.link_writing import write_links
from sphinx_gitops.cli.files.streams import say
from sphinx_gitops.drift.fixing import Edit, edited
from sphinx_gitops.settings import Settings


def _edited(text: str, found: Sequence[AddressChange], annotation: str) -> tuple[str, list[tuple[AddressChange, str]]]:
    """The text after all changes of one file, and those that could not be made."""
    values: dict[tuple[object, str], str] = {}
    for change in found:
        if change.old:
            before = values.get((change.span, change.value), change.value)
            values[change.span, change.value] = with_address(before, change.old, change.new)
    edits = [Edit(span=span, value=value) for (span, _), value in values.items()]  # type: ignore[arg-type]
    text, refused = edited(text, edits)
    spans = {one.span for one in refused}
    cannot = [
        (one, "the value has an anchor or a tag, or is a block") for one in found if one.old and one.span in spans
    ]
    links = {one.span.line: one for one in found if not one.old}
    text, lines = insert_links(text, [(line, annotation, one.new) for line, one in links.items()])
    return text, [*cannot, *((links[line], "the rule is written in braces") for line in lines)]


def fix(outcome: AlertOutcome, files: Iterable[AlertFile], pages: Pages, settings: Settings) -> tuple[int, int]:
    """Write what would mend the findings: how many links were written, and 1 where a file could not be."""
    annotation = settings.alerts.annotations[0] if settings.alerts.annotations else "runbook_url"
    can, cannot = writable(changes(outcome.alerts, outcome.findings, pages, settings.alerts), files)
    every = (*cannot, *((change, "") for change in can))
    return write_links(every, lambda text, found: _edited(text, found, annotation))


def _markup(folder: Path) -> str:
    """The markup of the pages in a folder, or in the next one above that has some."""
    places = [folder, *folder.absolute().parents]
    top = next((number for number, place in enumerate(places) if (place / "conf.py").is_file()), len(places))
    pages = ((suffix, place.glob(f"*.{suffix}")) for place in places[: top + 1] for suffix in ("md", "rst"))
    return next((suffix for suffix, found in pages if next(found, None)), "rst")


def write_scaffold(outcome: AlertOutcome, folder: Path, markup: str) -> int:
    """Write a runbook for each alert without a page; a file that is there stays. Gives 1 where one fails."""
    suffix = markup or _markup(folder)
    accepted = {one.found for one in outcome.findings if one.code == "alert-runbook-none" and one.waived}
    pages = scaffold(outcome.alerts, markdown=suffix == "md", accepted=accepted)
    made = [*pages, *([index_page(markdown=suffix == "md")] if pages and not _has_index(folder) else [])]
    count = 0
    for page in made:
        try:
            count += _made(folder / f"{page.name}.{suffix}", page)
        except OSError as error:
            say(f"{folder.as_posix()}: error: cannot be written: {(error.strerror or str(error)).lower()}\n")
            return 1
    say(f"{count} {'page' if count == 1 else 'pages'} written to {folder.as_posix()}\n")
    return 0


def _has_index(folder: Path) -> bool:
    return any((folder / f"index.{suffix}").is_file() for suffix in ("rst", "md"))


def _made(path: Path, page: ScaffoldPage) -> bool:
    """Write a page unless its file is there; whether it was written."""
    if path.exists():
        say(f"{path.as_posix()}: info: is there already, and stays as it is\n")
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(page.text.encode())
    return True
