"""An SVG for paper as PDF or PNG: by typst, or by rsvg-convert where that is installed."""

from __future__ import annotations

import importlib
import importlib.metadata
import json
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from sphinx_gitops.render.attempt import search_path
from sphinx_gitops.render.geometry.layout import RenderError
from sphinx_gitops.render.text_fitting.advance_widths import REGULAR

_FONTS = "fontpkg_arimo"
_PAGE = b'#set page(width: auto, height: auto, margin: 0pt, fill: none)\n#image("/picture.svg")\n'

_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from sphinx_gitops.render.convert import serve; serve()"
)


def serve() -> None:
    """Convert the SVG on standard input to the target that the last argument names."""
    sys.stdout.buffer.write(TypstConverter().convert(sys.stdin.buffer.read().decode(), sys.argv[-1]))


class Converter(Protocol):
    """Turns an SVG into a file of another format; ``version`` is a part of what a cache knows the file by."""

    name: str

    @property
    def version(self) -> str:
        """The converter's own version."""

    def convert(self, svg: str, target: str) -> bytes:
        """*svg* as *target*, which is pdf or png. Raises RenderError."""


class TypstConverter:
    """Draws with a font of its own, the same on every machine, and with the system's where that has no letter."""

    name = "typst"

    def __init__(self) -> None:
        self._typst = importlib.import_module("typst")
        fonts = importlib.import_module(_FONTS)
        self._folder = Path(str(fonts.__file__)).parent / "files"
        versions = (importlib.metadata.version(name) for name in ("typst", "fontpkg-arimo"))
        self.version = " ".join(versions)
        self._home = 0

    @cache  # noqa: B019 - one converter a process
    def _fonts(self, *, system: bool) -> Any:
        return self._typst.Fonts(include_system_fonts=system, font_paths=[str(self._folder)])

    def convert(self, svg: str, target: str) -> bytes:
        """*svg* as *target*, which is pdf or png. Raises RenderError."""
        self._home = self._home or os.getpid()
        if self._home != os.getpid():
            return self._apart(svg, target)
        exotic = not svg.isascii() and any(not letter.isspace() for letter in set(svg).difference(REGULAR))
        options: dict[str, object] = {"pdf_standards": "1.5", "pdf_tags": False} if target == "pdf" else {"ppi": 192.0}
        try:
            return bytes(
                self._typst.compile(
                    {"main": _PAGE, "picture.svg": svg.encode("utf-8", "replace")},
                    font_paths=self._fonts(system=exotic),
                    format=target,
                    timestamp=0,
                    **options,
                )
            )
        except (self._typst.TypstError, ValueError) as error:
            raise RenderError(f"typst cannot convert the picture: {' '.join(str(error).split())}") from error

    @staticmethod
    def _apart(svg: str, target: str) -> bytes:
        """The same in a new process: typst's threads do not survive a fork, and it would wait for them for ever."""
        arguments = [sys.executable, "-c", _START, json.dumps(search_path()), target]
        try:
            done = subprocess.run(  # noqa: S603 - this interpreter, no shell
                arguments, input=svg.encode("utf-8", "replace"), capture_output=True, check=False, timeout=60
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise RenderError(f"typst cannot be run: {error}") from error
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip().splitlines()
            raise RenderError(said[-1] if said else f"typst's process ended with status {done.returncode}")
        return done.stdout


class RsvgConverter:
    """The command of librsvg, with the system's fonts."""

    name = "rsvg-convert"

    def __init__(self) -> None:
        found = shutil.which("rsvg-convert")
        if found is None:
            raise ImportError("rsvg-convert is not on the path")
        self._command = found
        self.version = self._run("--version", text=b"").decode("utf-8", "replace").strip()

    def _run(self, *arguments: str, text: bytes) -> bytes:
        environment = {**os.environ, "SOURCE_DATE_EPOCH": "0"}
        try:
            done = subprocess.run(  # noqa: S603 - a fixed command, no shell
                [self._command, *arguments], input=text, capture_output=True, check=False, timeout=60, env=environment
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise RenderError(f"rsvg-convert cannot be run: {error}") from error
        if done.returncode:
            said = " ".join(done.stderr.decode("utf-8", "replace").split())
            raise RenderError(f"rsvg-convert cannot convert the picture: {said or done.returncode}")
        return done.stdout

    def convert(self, svg: str, target: str) -> bytes:
        """*svg* as *target*, which is pdf or png. Raises RenderError."""
        zoom = [] if target == "pdf" else ["--zoom", "2"]
        return self._run("--format", target, *zoom, text=svg.encode("utf-8", "replace"))


@cache
def converter() -> Converter | None:
    """The converter that is installed, typst before rsvg-convert; None where none can be used."""
    for cls in (TypstConverter, RsvgConverter):
        try:
            return cls()
        except (ImportError, RenderError):
            continue
    return None
