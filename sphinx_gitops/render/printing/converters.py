"""A picture's SVG in, the same as PDF or PNG out: by our own writer, or by librsvg where that has more letters."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache
from typing import Protocol

from sphinx_gitops.render.geometry.layout import RenderError
from sphinx_gitops.render.printing.fonts import PACKAGE
from sphinx_gitops.render.printing.pdf import POINTS, missing_letters, to_pdf
from sphinx_gitops.render.printing.png import to_png

_ZOOM = 2.0
"""Pixels of a PNG for each px of the picture."""


class Converter(Protocol):
    """Turns an SVG into a file of another format; ``version`` is a part of what a cache knows the file by."""

    name: str

    @property
    def version(self) -> str:
        """The converter's own version."""

    def convert(self, svg: str, target: str) -> bytes:
        """*svg* as *target*, which is pdf or png. Raises RenderError."""


@cache
def _versions() -> str:
    """The versions of pydyf and of the built-in font, as their packages' files have them."""
    from importlib.metadata import version  # noqa: PLC0415 - large, and only a cache asks

    return " ".join(map(version, ("pydyf", PACKAGE.replace("_", "-"))))


class BuiltInConverter:
    """Writes PDF with an embedded font, the same bytes on every machine; PNG through PDFium where that is installed."""

    name = "sphinx-gitops"

    def __init__(self, font: str = "") -> None:
        self._font = font

    @property
    def version(self) -> str:
        """The versions of what writes a file, and the font."""
        return f"{_versions()} {self._font}"

    def convert(self, svg: str, target: str) -> bytes:
        """*svg* as *target*, which is pdf or png. Raises RenderError."""
        pdf = to_pdf(svg, font=self._font)
        return pdf if target == "pdf" else to_png(pdf, scale=_ZOOM / POINTS)


class RsvgConverter:
    """The command of librsvg, with the system's fonts."""

    name = "rsvg-convert"

    def __init__(self) -> None:
        found = shutil.which("rsvg-convert")
        if found is None:
            raise RenderError("rsvg-convert is not on the path")
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
        zoom = [] if target == "pdf" else ["--zoom", f"{_ZOOM:g}"]
        return self._run("--format", target, *zoom, text=svg.encode("utf-8", "replace"))


@cache
def _librsvg() -> RsvgConverter | None:
    """The converter of librsvg, or None where it is not installed or does not run."""
    try:
        return RsvgConverter()
    except RenderError:
        return None


def converter(svg: str, *, font: str = "") -> Converter:
    """What converts a picture: our own writer, unless its font lacks a letter and librsvg is there.

    *font* is the path of a TrueType font for our own writer, empty for the built-in one. Raises RenderError where
    the font cannot be read, or a picture with letters that it lacks.
    """
    own = BuiltInConverter(font)
    return (_librsvg() or own) if missing_letters(svg, font=font) else own
