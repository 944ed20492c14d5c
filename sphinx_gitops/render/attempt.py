"""Mermaid source in, a layout or a RenderError out, whatever the engine does: crash, hang, or fill the memory.

What a graph may cost shows in its number of lines. A large one is laid out in a process of its own, which is ended when
its time is over: an engine's own deadline is a promise (ELK was seen to take three times as long).
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import subprocess
import sys
from collections.abc import Mapping

from sphinx_gitops.render.geometry.layout import BatchEngine, Engine, Layout, RenderError

LARGE = 300
"""Sources with more lines are laid out apart: the start of a process is then a small part of the time."""
MEMORY = 4 << 30
"""Bytes that such a process may take, where the system can hold it to that."""
_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from sphinx_gitops.render.attempt import serve; serve()"
)


def embedded(engine: Engine) -> bool:
    """Whether an engine works inside this process: ours do, but for the one that is a command."""
    return type(engine).__module__.startswith("sphinx_gitops.") and not isinstance(engine, BatchEngine)


def attempt(engine: Engine, source: str, *, config: Mapping[str, object], timeout: float) -> Layout:
    """Lay *source* out; *timeout* in seconds. Raises RenderError, whatever the engine raises."""
    try:
        if embedded(engine) and source.count("\n") > LARGE:
            return _apart(engine, source, config, timeout)
        answer: object = engine.layout(source, config=config, timeout=timeout)
    except (RenderError, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a panic in Rust is no Exception
        raise RenderError(f"it crashed: {type(error).__name__}: {' '.join(str(error).split())[:300]}") from error
    if not isinstance(answer, Layout):
        raise RenderError(f"it returned no layout, but {type(answer).__name__}")
    return answer


def search_path() -> list[str]:
    """Where another process finds modules as this one does: import passes over what is no text."""
    return [entry for entry in sys.path if isinstance(entry, str)]


def _apart(engine: Engine, source: str, config: Mapping[str, object], timeout: float) -> Layout:
    """The same in a new process, with its place given by module and class."""
    place = [type(engine).__module__, type(engine).__qualname__]
    asked = json.dumps([*place, source, config, timeout])
    arguments = [sys.executable, "-c", _START, json.dumps(search_path())]
    try:
        done = subprocess.run(  # noqa: S603 - this interpreter, no shell
            arguments, input=asked.encode(), capture_output=True, timeout=timeout, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise RenderError(f"it took longer than {timeout:g} s") from error
    except OSError as error:
        raise RenderError(f"its process cannot be started: {error.strerror}") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        why = f"signal {-done.returncode}" if done.returncode < 0 else f"status {done.returncode}"
        raise RenderError(f"its process ended with {why}" + (f": {said[-1][:300]}" if said else ""))
    kind, text = json.loads(done.stdout)
    if kind == "error":
        raise RenderError(text)
    return Layout.from_json(text)


def _bound() -> None:
    """Hold this process to MEMORY."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        resource = importlib.import_module("resource")
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def serve() -> None:
    """Do what the other process asks on standard input, and answer on standard output."""
    _bound()
    module, name, source, config, timeout = json.loads(sys.stdin.buffer.read())
    try:
        layout = getattr(importlib.import_module(module), name)().layout(source, config=config, timeout=timeout)
        answer = ["layout", layout.to_json()]
    except RenderError as error:
        answer = ["error", str(error)]
    sys.stdout.write(json.dumps(answer))
    sys.stdout.flush()
    os._exit(0)  # an engine's threads may never end
