"""The engine mmdc: mermaid-cli, where a user has it."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

from sphinx_gitops.render.engines import LIMITS
from sphinx_gitops.render.geometry.layout import Layout, RenderError
from sphinx_gitops.render.mermaid_svg import read_svg


def _run(arguments: list[str], folder: Path, timeout: float) -> tuple[int, bytes]:
    """Exit status and error output; at a timeout the browser that it started ends with it."""
    try:
        with subprocess.Popen(  # noqa: S603 - a fixed command, no shell
            arguments,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,
        ) as process:
            try:
                errors = process.communicate(timeout=timeout)[1]
            except subprocess.TimeoutExpired as error:
                _end(process)
                raise RenderError(f"it took longer than {timeout:g} s") from error
    except OSError as error:
        raise RenderError(f"it cannot be run: {error.strerror}") from error
    return process.returncode, errors


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process, and where the system has groups of them, all that it started."""
    if sys.platform == "win32":
        process.kill()
        return
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def _with_config(source: str, config: Mapping[str, object]) -> str:
    """The source with its configuration before it."""
    return f"---\nconfig: {json.dumps(config, sort_keys=True)}\n---\n{source}"


class MmdcEngine:
    """One process, and so one browser, for each diagram, or for all that are prepared."""

    name = "mmdc"

    def __init__(self) -> None:
        self._ready: dict[str, str] = {}

    @cached_property
    def version(self) -> str:
        """What ``mmdc --version`` says; empty where it says nothing."""
        command = shutil.which("mmdc")
        if command is None:
            return ""
        try:
            found = subprocess.run(  # noqa: S603 - a fixed command, no shell
                [command, "--version"], capture_output=True, stdin=subprocess.DEVNULL, timeout=20, check=False
            )
        except (OSError, subprocess.TimeoutExpired):
            return ""
        return found.stdout.decode("utf-8", "replace").strip()

    def prepare(self, jobs: Sequence[tuple[str, Mapping[str, object]]], *, timeout: float) -> None:
        """Draw all *jobs* in one browser; *timeout* in seconds is for its start, and one more is for each diagram."""
        command = shutil.which("mmdc")
        if command is None or not jobs:
            return
        fence = "`" * 3
        blocks = (f"{fence}mermaid\n{_with_config(source, config)}{fence}\n" for source, config in jobs)
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "in.md").write_text("\n".join(blocks), encoding="utf-8", errors="replace")
            (folder / "config.json").write_text(json.dumps(LIMITS), encoding="utf-8")
            arguments = [command, "-q", "-i", "in.md", "-o", "out.md", "-c", "config.json"]
            try:
                status, _ = _run(arguments, folder, timeout + len(jobs))
            except RenderError:
                return
            pictures = [folder / f"out-{number}.svg" for number in range(1, len(jobs) + 1)]
            if status or not all(picture.is_file() for picture in pictures):
                return
            for (source, config), picture in zip(jobs, pictures, strict=True):
                self._ready[_with_config(source, config)] = picture.read_text(encoding="utf-8")

    def layout(self, source: str, *, config: Mapping[str, object], timeout: float) -> Layout:
        """Lay *source* out; *timeout* in seconds. Raises RenderError."""
        curved = config.get("layout") != "elk"
        ready = self._ready.pop(_with_config(source, config), None)
        if ready is not None:
            return read_svg(ready, curved=curved)
        command = shutil.which("mmdc")
        if command is None:
            raise RenderError("mmdc is not on the path")
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "in.mmd").write_text(source, encoding="utf-8", errors="replace")
            (folder / "config.json").write_text(json.dumps({**LIMITS, **config}), encoding="utf-8")
            arguments = [command, "-q", "-i", "in.mmd", "-o", "out.svg", "-c", "config.json"]
            status, errors = _run(arguments, folder, timeout)
            if status or not (folder / "out.svg").is_file():
                said = errors.decode("utf-8", "replace").strip().splitlines()
                raise RenderError(f"it failed: {said[-1] if said else f'exit status {status}'}")
            svg = (folder / "out.svg").read_text(encoding="utf-8")
        return read_svg(svg, curved=curved)
