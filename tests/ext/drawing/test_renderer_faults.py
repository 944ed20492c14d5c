"""Faults of others: an engine that is missing, broken, hanging, lying or huge leaves the page, its words and one warning."""

from __future__ import annotations

import os
import re
import stat
import sys
import time
from pathlib import Path

import pytest

from sphinx_gitops.render import RenderError, engines
from sphinx_gitops.render.attempt import LARGE, attempt
from sphinx_gitops.render.geometry.layout import Layout, Rect

PAGE = "T\n=\n\n.. gitops-workflow::\n\n   id: w\n   stages: {s: {components: {A: Aa, B: Bb}}}\n   flows: [A --> B]\n\nThe end.\n"


class Engine:
    """An engine that answers as it is told."""

    name = "told"
    version = "1"

    def __init__(self, answer) -> None:
        self._answer = answer

    def layout(self, source, *, config, timeout):
        return self._answer()


def crash(error):
    def answer():
        raise error

    return answer


class Panic(BaseException):
    """What a panic in Rust is in Python."""


NODE = Rect(0.0, 0.0, 10.0, 10.0)
ANSWERS = {
    "a crash": crash(RuntimeError("boom\nboom")),
    "no memory": crash(MemoryError()),
    "a deep recursion": crash(RecursionError("deep")),
    "a system error": crash(OSError(5, "input/output error")),
    "a panic": crash(Panic("min > max")),
    "nothing": lambda: None,
    "text": lambda: "garbage",
    "an empty layout": lambda: Layout({}, {}, (), curved=False),
    "other nodes": lambda: Layout({"s": NODE}, {"A": NODE, "C": NODE}, (), curved=False),
    "places that are no numbers": lambda: Layout({"s": NODE}, {"A": Rect(float("nan"), 0, 1, 1), "B": NODE}, (), curved=False),
}  # fmt: skip


def page(app) -> str:
    return Path(app.outdir, "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_an_engine_that_fails_leaves_the_words_and_one_warning(build, warnings, monkeypatch, answer):
    monkeypatch.setattr(engines, "known", lambda: {"told": "x:y"})
    monkeypatch.setattr(engines, "_load", lambda _: Engine(answer))
    app = build({"index.rst": PAGE}, gitops_engine="auto", gitops_html_output="svg")
    (line,) = warnings(app)
    assert re.search(r"index\.rst:4: WARNING: the diagram 'w' cannot be drawn by told: .+; its text equivalent", line)
    assert line.endswith("[gitops.renderer]")
    assert "<svg" not in page(app)
    assert 'id="gitops-w.A"' in page(app)
    assert "The end." in page(app)


BROKEN = {
    "another version": (
        "raise AttributeError('module has no attribute MermanEngine')",
        "AttributeError: module has no",
    ),
    "another library": (
        "raise ImportError('libmerman.so: cannot open shared object file')",
        "ImportError: libmerman.so",
    ),
    "nothing in it": ("", "AttributeError"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_an_engine_that_cannot_be_loaded_is_named_and_the_next_draws(build, warnings, monkeypatch, tmp_path, name):
    code, reason = BROKEN[name]
    (tmp_path / "broken_engine.py").write_text(code, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    ours = dict(engines.known())
    monkeypatch.setattr(engines, "known", lambda: {"broken": "broken_engine:Engine", **ours})
    monkeypatch.setattr(engines, "_faults", {})
    engines._load.cache_clear()
    app = build({"index.rst": PAGE})
    engines._load.cache_clear()
    sys.modules.pop("broken_engine", None)
    (line,) = warnings(app)
    assert f"the engine broken is installed and cannot be used: {reason}" in line
    assert "<svg" in page(app)


def test_without_an_engine_the_page_says_what_to_install(build, warnings, monkeypatch):
    monkeypatch.setattr(engines, "_load", lambda _: None)
    app = build(
        {"index.rst": PAGE, "other.rst": ":orphan:\n\n" + PAGE.replace("id: w", "id: v")}, gitops_html_output="svg"
    )
    (line,) = warnings(app)
    assert 'pip install "sphinx-gitops[static]"' in line
    assert 'id="gitops-w.A"' in page(app)


SLEEPY = """
import os, time
class Engine:
    name, version = "sleepy", "1"
    def layout(self, source, *, config, timeout):
        {}
"""


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("time.sleep(60)", "longer than 2 s"),
        ("os.abort()", "its process ended with signal 6"),
        ("os._exit(3)", "its process ended with status 3"),
        ("raise ValueError('boom')", "status 1: ValueError: boom"),
        ("return bytearray(16 << 30)", "MemoryError"),
    ],
)
def test_a_large_graph_is_laid_out_where_it_can_be_ended(monkeypatch, tmp_path, body, says):
    module = f"sleepy_{abs(hash(body))}"
    (tmp_path / f"{module}.py").write_text(SLEEPY.format(body), encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    engine = __import__(module).Engine()
    monkeypatch.setattr("sphinx_gitops.render.attempt.embedded", lambda _: True)
    timeout = 2 if "sleep" in body else 120
    start = time.monotonic()
    with pytest.raises(RenderError, match=re.escape(says)):
        attempt(engine, "flowchart TB\n" + "\n" * LARGE, config={}, timeout=timeout)
    assert time.monotonic() - start < 40


@pytest.mark.parametrize("error", [KeyboardInterrupt(), SystemExit(3)])
def test_whoever_stops_a_build_stops_it(error):
    with pytest.raises(type(error)):
        attempt(Engine(crash(error)), "flowchart TB\n", config={}, timeout=1)


def test_a_path_among_the_folders_of_modules_does_no_harm(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "path", [*sys.path, tmp_path])
    source = "flowchart TB\n" + "".join(f"  A{n} --> A{n + 1}\n" for n in range(LARGE + 1))
    assert attempt(engines.choose("merman"), source, config={"layout": "dagre"}, timeout=120).nodes


@pytest.mark.parametrize("name", ["merman", "mmdr"])
def test_apart_and_here_give_the_same_layout(name, monkeypatch):
    source = "flowchart TB\n" + "".join(f"  A{n} --> A{n + 1}\n" for n in range(30))
    engine = engines.choose(name)
    here = attempt(engine, source, config={"layout": "dagre"}, timeout=20)
    monkeypatch.setattr("sphinx_gitops.render.attempt.LARGE", 10)
    assert attempt(engine, source, config={"layout": "dagre"}, timeout=60).to_json() == here.to_json()


def test_a_monster_ends_in_time():
    """A thousand arrows among two hundred nodes take ELK minutes: its own deadline does not hold."""
    source = "flowchart TB\n" + "".join(f"  A{n * 7919 % 200} --> A{n * 104729 % 199}\n" for n in range(1000))
    start = time.monotonic()
    with pytest.raises(RenderError, match=r"longer than 3 s|deadline"):
        attempt(engines.choose("merman"), source, config={"layout": "elk"}, timeout=3)
    assert time.monotonic() - start < 30


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("import sys; sys.exit('no Chrome found')", "it failed: no Chrome found"),
        ("print('x' * 100_000)", "it failed: exit status 0"),
        ("open('out.svg', 'wb').write(b'\\xff\\xfe<svg>')", "cannot be drawn by mmdc"),
        ("open('out.svg', 'w').write('<svg/>')", "other nodes than it was given"),
        ("import os; os.kill(os.getpid(), 9)", "it failed: exit status -9"),
    ],
)
def test_a_failing_mmdc_is_one_warning_and_a_page(build, warnings, monkeypatch, tmp_path, body, says):
    command = tmp_path / "bin" / "mmdc"
    command.parent.mkdir()
    command.write_text(
        f"#!{sys.executable}\nimport sys\nif '--version' in sys.argv: print('1'); sys.exit()\n{body}\n",
        encoding="utf-8",
    )
    command.chmod(command.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{command.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(engines, "known", lambda: {"mmdc": "sphinx_gitops.render.mmdc:MmdcEngine"})
    engines._load.cache_clear()
    app = build({"index.rst": PAGE}, gitops_engine="mmdc")
    engines._load.cache_clear()
    assert len(warnings(app)) == 1, warnings(app)
    assert says in warnings(app)[0]
    assert 'id="gitops-w.A"' in page(app)
