"""``sphinx-gitops import FILE``: a diagram in Mermaid or Graphviz, also inside of a page, as a workflow."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path, PurePath

from sphinx_gitops.cli.files.streams import STDIN, put, say
from sphinx_gitops.cli.usage import number
from sphinx_gitops.importers.diagrams.diagram import Diagram, DiagramError
from sphinx_gitops.importers.diagrams.workflow_text import workflow_text
from sphinx_gitops.importers.graphviz.reading import read_graphviz
from sphinx_gitops.importers.mermaid.reading import read_mermaid
from sphinx_gitops.importers.pages.finding import diagrams_in, language_of
from sphinx_gitops.importers.pages.source import DiagramSource, Language
from sphinx_gitops.reader.files import decode, load
from sphinx_gitops.settings import find_conf

_SHOWN = "<stdin>"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The file, and which of its diagrams."""
    words = "a diagram (.mmd, .dot, .gv), or a page with diagrams (.md, .rst); - for standard input"
    parser.add_argument("file", metavar="FILE", help=words)
    words = "the diagram with this number, of a page that has several"
    parser.add_argument("--diagram", type=number, metavar="N", help=words)


def _text(name: str, shown: str) -> str:
    """The text of a file, or of standard input. Raises DiagramError."""
    if name == STDIN:
        text, problem = decode(sys.stdin.buffer.read() if sys.stdin else b"", shown)
    else:
        text, problem = load(Path(name), shown, pipes=True)
    if problem:
        raise DiagramError(problem.message.replace("the workflow file", "the file"), problem.span.line)
    return text


def _named_file(source: DiagramSource, page: str) -> Path:
    """The file that a directive names: from the folder of its page, or with a leading ``/`` from that of conf.py."""
    folder = Path(page).parent
    if source.file.startswith("/"):
        conf = find_conf(Path(page))
        folder = conf.parent if conf else folder
    return folder / source.file.lstrip("/")


def _read(source: DiagramSource) -> Diagram:
    """The diagram of a text. Raises DiagramError."""
    if source.language is Language.GRAPHVIZ:
        first = source.line if source.number == 1 else 1
        return read_graphviz(source.text, first, source.number)
    return read_mermaid(source.text, source.line)


def _list(shown: str, sources: Sequence[DiagramSource], number: int | None) -> str:
    """What to say where it is not clear which diagram is meant."""
    count = f"{len(sources)} diagrams" if len(sources) > 1 else "one diagram"
    what = "choose one with --diagram N" if number is None else f"there is no --diagram {number}"
    lines = (f"  {place}  line {one.line}  {one.first_words}\n" for place, one in enumerate(sources, 1))
    return f"{shown}: error: {count}: {what}\n{''.join(lines)}"


def _title(shown: str, number: int, count: int) -> str:
    """The title of a diagram that has none, from the name of its file."""
    stem = "diagram" if shown == _SHOWN else PurePath(shown).stem
    words = " ".join(stem.replace("-", " ").replace("_", " ").split()) or "diagram"
    return f"{words[:1].upper()}{words[1:]}{f' {number}' if count > 1 else ''}"


def _import(source: DiagramSource, shown: str, page: str, title: str) -> int:
    """Print the workflow of one diagram; the exit status."""
    try:
        if source.file:
            path = _named_file(source, page)
            shown, title = path.as_posix(), _title(path.as_posix(), 1, 1)
            text = _text(str(path), shown)
            source = DiagramSource(
                language=language_of(shown, source.language), text=text, line=1, caption=source.caption
            )
        found, remarks = workflow_text(_read(source), source.caption or title)
    except DiagramError as error:
        say(f"{shown}:{error.line}: error: {error.message}\n")
        return 1
    put(found)
    say("".join(f"{shown}:{remark.line}: info: {remark.text}\n" for remark in remarks))
    return 0


def import_diagram(options: argparse.Namespace) -> int:
    """Print the workflow, and what of the diagram it lacks on standard error; the exit status."""
    shown = _SHOWN if options.file == STDIN else options.file
    try:
        text = _text(options.file, shown)
    except DiagramError as error:
        say(f"{shown}:{error.line}: error: {error.message}\n")
        return 1
    sources = diagrams_in(text, PurePath(shown).suffix)
    if not sources:
        say(f"{shown}:1: error: there is no diagram of Mermaid or Graphviz in it\n")
        return 1
    number = options.diagram or (1 if len(sources) == 1 and options.diagram is None else 0)
    if not 1 <= number <= len(sources):
        say(_list(shown, sources, options.diagram))
        return 2
    return _import(sources[number - 1], shown, options.file, _title(shown, number, len(sources)))
