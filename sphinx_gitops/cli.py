"""The command ``sphinx-gitops``; knows nothing of Sphinx.

Exit status: 0 fine, 1 problems, 2 wrong usage. Output goes to standard output, problems to standard error; the output
of ``check`` is the problems.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TextIO

import sphinx_gitops
from sphinx_gitops import discover_command, init_command
from sphinx_gitops.emit import MermaidOptions, to_graph, to_mermaid, to_outline
from sphinx_gitops.export_schema import export_schema_text
from sphinx_gitops.model import Workflow
from sphinx_gitops.problems import Code, Problem, Severity, Span
from sphinx_gitops.reader import TEMPLATES, Reading, read_path, read_text
from sphinx_gitops.reader.files import File, decode
from sphinx_gitops.render import RenderError, choose, draw, known, layout_config
from sphinx_gitops.render.standalone import addresses, standalone
from sphinx_gitops.scene import Scene
from sphinx_gitops.schema import schema_text
from sphinx_gitops.view import LEVELS, WHOLE, Part, Selection, collapse, scene, select, without_focus
from sphinx_gitops.vocabulary import DEFAULT

_STDIN = "-"


def _read(name: str, template: str) -> Reading:
    if name != _STDIN:
        return read_path(Path(name), source=name, template=template)
    text, problem = decode(sys.stdin.buffer.read(), "<stdin>")
    if problem:
        return Reading(workflow=None, problems=(problem,))
    return read_text(
        text,
        locate=lambda line, column: Span("<stdin>", line + 1, column + 1),
        default="workflow",
        template=template,
        file=File(path=Path(_STDIN), shown="<stdin>", root=Path(), top=""),
    )


def _print(problems: Sequence[Problem], stream: TextIO) -> int:
    stream.writelines(f"{problem}\n" for problem in problems)
    return int(any(problem.severity is Severity.ERROR for problem in problems))


def _part(workflow: Workflow, options: argparse.Namespace) -> tuple[Part, int]:
    """The part of a workflow that the options ask for, and 1 where they ask for what is not there."""
    names = ("show", "hide", "focus", "path", "upstream", "downstream", "hops")
    part = select(workflow, Selection(**{name: getattr(options, name) for name in names}))
    span = Span(options.file, 1)
    given = [name for name in names if getattr(options, name) != getattr(WHOLE, name)]
    complaints = [*(one for _, one in without_focus(given)), *part.complaints]
    problems = [Problem(code=one.code, message=one.message, span=span) for one in complaints]
    return part, _print(problems, sys.stderr)


def _shown(part: Part, options: argparse.Namespace) -> Scene:
    """What is drawn of a part."""
    depths = (LEVELS.get(options.collapse), options.depth)
    depth = min((depth for depth in depths if depth is not None), default=None)
    return collapse(scene(part.workflow, DEFAULT, focus=part.focus), depth)


def _hops(text: str) -> int | None:
    """A number of flows, or all of them."""
    return None if text == "all" else _level(text)


def _level(text: str) -> int:
    """A number of levels, as an option says it."""
    level = int(text)
    if level < 0:
        raise ValueError(text)
    return level


def _emit(options: argparse.Namespace) -> int:
    reading = _read(options.file, options.template)
    status = _print(reading.problems, sys.stderr)
    if not reading.workflow:
        return status
    part, wrong = _part(reading.workflow, options)
    shown = _shown(part, options)
    sys.stdout.write(to_mermaid(shown, MermaidOptions(config=layout_config(shown, client=True))))
    return status or wrong


def _outline(options: argparse.Namespace) -> int:
    reading = _read(options.file, options.template)
    status = _print(reading.problems, sys.stderr)
    if not reading.workflow:
        return status
    part, wrong = _part(reading.workflow, options)
    sys.stdout.write(to_outline(part.workflow, DEFAULT))
    return status or wrong


def _check(options: argparse.Namespace) -> int:
    return max(_print(_read(name, "").problems, sys.stdout) for name in options.files)


def _render(options: argparse.Namespace) -> int:
    reading = _read(options.file, options.template)
    status = _print(reading.problems, sys.stderr)
    if not reading.workflow:
        return status
    part, wrong = _part(reading.workflow, options)
    shown = _shown(part, options)
    engine = choose(options.engine)
    if engine is None:
        which = "no drawing engine is" if options.engine == "auto" else f"the engine {options.engine!r} is not"
        message = f'{which} installed: pip install "sphinx-gitops[static]"'
        return _print([Problem(code=Code.RENDERER, message=message, span=Span(options.file, 1))], sys.stderr)
    try:
        picture = draw(shown, to_graph, engine=engine, prefix="gitops")
    except RenderError as error:
        problem = Problem(code=Code.RENDERER, message=str(error), span=Span(options.file, 1))
        return _print([problem], sys.stderr)
    svg = standalone(picture.svg, addresses(part.workflow))
    return _write(svg + "\n", options.output) or status or wrong


def _write(text: str, target: str) -> int:
    if target == _STDIN:
        sys.stdout.write(text)
        return 0
    try:
        Path(target).write_bytes(text.encode())
    except OSError as error:
        sys.stderr.write(f"{target}: error: cannot be written: {(error.strerror or str(error)).lower()}\n")
        return 1
    return 0


def _schema(options: argparse.Namespace) -> int:
    sys.stdout.write(export_schema_text() if options.what == "export" else schema_text())
    return 0


def _add_selection(sub: argparse.ArgumentParser) -> None:
    """The options of a view, as the directives have them."""
    for name, metavar, words in (
        ("show", "TERMS", "show only what these match, such as 'stage:ci, kind:security-scan, prod-*'"),
        ("hide", "TERMS", "show nothing that these match"),
        ("focus", "IDS", "show what is near these"),
        ("path", "PATH", "show every way, such as 'APP -> PROD'"),
    ):
        sub.add_argument(f"--{name}", default="", metavar=metavar, help=words)
    sub.add_argument("--hops", default=1, type=_hops, metavar="N", help="so many flows from the focus, or all")
    sub.add_argument("--upstream", action="store_true", help="only what leads to the focus")
    sub.add_argument("--downstream", action="store_true", help="only what the focus leads to")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="sphinx-gitops", description="GitOps delivery workflows as diagrams.")
    parser.add_argument("--version", action="version", version=sphinx_gitops.__version__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, run: Callable[[argparse.Namespace], int], words: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(name, help=words, description=words)
        sub.set_defaults(run=run)
        return sub

    for name, run, words in (
        ("emit", _emit, "Print a workflow as Mermaid, for a README on a code host."),
        ("outline", _outline, "Print a workflow in words."),
        ("render", _render, "Draw a workflow as SVG."),
    ):
        sub = command(name, run, words)
        sub.add_argument("file", metavar="FILE", help="a workflow in YAML; - for standard input")
        sub.add_argument("--template", default="", choices=["", *TEMPLATES], help="the built-in workflow to start from")
        _add_selection(sub)
        if name != "outline":
            sub.add_argument("--collapse", choices=tuple(LEVELS), help="draw each stage, or each group, as one node")
            sub.add_argument(
                "--depth", type=_level, metavar="N", help="draw so many levels of boxes, deeper ones as nodes"
            )
        if name == "render":
            sub.add_argument(
                "-o", "--output", default=_STDIN, metavar="FILE", help="the SVG file; default: standard output"
            )
            sub.add_argument("--engine", default="auto", choices=["auto", *known()])
    check = command("check", _check, "Print what is wrong with workflows; exit 1 on errors.")
    check.add_argument("files", metavar="FILE", nargs="+")
    schema = command("schema", _schema, "Print the JSON Schema of the format, or of the export gitops.json.")
    schema.add_argument("what", nargs="?", default="workflow", choices=["workflow", "export"])
    discover_command.add_arguments(
        command("discover", discover_command.discover, "Print what the manifests of a GitOps repository declare.")
    )
    init_command.add_arguments(command("init", init_command.init, "Print a workflow that draws a GitOps repository."))
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser().parse_args(arguments)
    status: int = options.run(options)
    return status
