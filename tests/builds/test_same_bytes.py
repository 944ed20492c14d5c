"""Builds that must not differ do not: serial and parallel, cold and warm, killed and clean, here and elsewhere."""

from __future__ import annotations

import hashlib
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from support.project import missing

PAGES = 14
WORKFLOW = """\
.. gitops-workflow::
   :caption: Number {n}

   id: w{n}
   title: Workflow {n}
   styles: {{ops: {{fill: '#ffe0b2', text: '#402000'}}}}
   stages:
     s: {{kind: ci, components: {{A: {{title: Aa {n}, kind: build, formerly: OLD}}, B: {{title: Bb, kind: registry, doc: p{next}}}}}}}
     t: {{kind: cd, groups: {{g: {{components: {{C: {{title: Cc, kind: reconciler}}}}}}}}}}
   flows: [A --> B --> C, C -.-> A]

:gitops:component:`w{next}.A` :gitops:stage:`w{before}.s` :gitops:workflow:`w{n}` :gitops:component:`w{next}.OLD`
"""
CONF = "extensions = ['sphinx_gitops']\nhtml_theme = 'basic'\nhtml_copy_source = False\nhtml_last_updated_fmt = None\n"


def write(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "conf.py").write_text(CONF, encoding="utf-8")
    names = "".join(f"   p{n}\n" for n in range(PAGES))
    (folder / "index.rst").write_text(f"Site\n====\n\n.. toctree::\n\n{names}", encoding="utf-8")
    for n in range(PAGES):
        body = WORKFLOW.format(n=n, next=(n + 1) % PAGES, before=(n - 1) % PAGES)
        (folder / f"p{n}.rst").write_text(f"Page {n}\n======={'=' * 4}\n\n{body}", encoding="utf-8")
    return folder


def command(source: Path, output: Path, *options: str) -> list[str]:
    return [sys.executable, "-m", "sphinx", "-q", "-W", "-d", f"{output}-trees", *options, str(source), str(output)]


def run(source: Path, output: Path, *options: str, **environment: str) -> None:
    done = subprocess.run(
        command(source, output, *options),
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **environment},
    )
    assert done.returncode == 0, done.stderr


def digest(output: Path, *, index: bool = True) -> dict[str, str]:
    """Every file that is written, without Sphinx's own record of the configuration.

    After an update Sphinx numbers the documents of its search *index* in another order than a clean build does.
    """
    found = {
        path.relative_to(output).as_posix(): path.read_bytes() for path in sorted(output.rglob("*")) if path.is_file()
    }
    return {
        name: hashlib.sha256(content).hexdigest()
        for name, content in found.items()
        if name != ".buildinfo" and (index or name != "searchindex.js")
    }


@pytest.fixture(scope="module")
def clean(tmp_path_factory) -> tuple[Path, dict[str, str]]:
    """A source and what a clean build makes of it."""
    folder = tmp_path_factory.mktemp("clean")
    source = write(folder / "src")
    run(source, folder / "out")
    return source, digest(folder / "out")


@pytest.mark.parametrize("builder", ["html", "dirhtml", "singlehtml", "text"])
@pytest.mark.slow
def test_serial_and_parallel_builds_are_the_same(clean, tmp_path, builder):
    source, expected = clean
    if builder != "html":
        run(source, tmp_path / "serial", "-b", builder)
        expected = digest(tmp_path / "serial")
    for jobs in ("2", "4"):
        run(source, tmp_path / jobs, "-b", builder, "-j", jobs)
        assert digest(tmp_path / jobs) == expected, jobs


def test_a_warm_build_is_the_same_as_a_cold_one(clean, tmp_path):
    source, expected = clean
    run(source, tmp_path / "out", "-j", "2")
    shutil.rmtree(tmp_path / "out")
    run(source, tmp_path / "out")
    assert digest(tmp_path / "out") == expected


@pytest.mark.slow
def test_a_warm_build_in_parallel_is_the_same(clean, tmp_path):
    source, expected = clean
    run(source, tmp_path / "out")
    shutil.rmtree(tmp_path / "out")
    run(source, tmp_path / "out", "-j", "4")
    assert digest(tmp_path / "out") == expected


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
@pytest.mark.slow
def test_a_build_is_the_same_in_another_folder_and_with_other_hashes(clean, tmp_path, seed):
    _, expected = clean
    source = write(tmp_path / ("elsewhere" * 3) / "source")
    run(source, tmp_path / "another" / "output", PYTHONHASHSEED=seed)
    assert digest(tmp_path / "another" / "output") == expected


@pytest.mark.slow
def test_a_change_leaves_what_a_clean_build_makes(clean, tmp_path):
    source = shutil.copytree(clean[0], tmp_path / "src")
    run(source, tmp_path / "out")
    page = source / "p3.rst"
    changed = (
        page.read_text(encoding="utf-8")
        .replace("Aa 3", "Renamed")
        .replace("B: {title: Bb", "B: {title: Other")
        .replace("id: w3", "id: w3\n   formerly: [v3]")
    )
    page.write_text(changed, encoding="utf-8")
    (source / "p5.rst").write_text("Page 5\n===========\n\nNothing.\n", encoding="utf-8")
    for other in ("p4", "p6"):
        path = source / f"{other}.rst"
        path.write_text(path.read_text(encoding="utf-8").replace("w5", "w7"), encoding="utf-8")
    run(source, tmp_path / "out", "-j", "2")
    run(source, tmp_path / "fresh")
    assert digest(tmp_path / "out", index=False) == digest(tmp_path / "fresh", index=False)


@pytest.mark.slow
@pytest.mark.timeout(900)  # it builds three times a point
def test_a_build_that_is_killed_leaves_nothing_that_the_next_one_keeps(clean, tmp_path):
    """Killed at points that are drawn by lot with a seed, each time in the middle of an update of every page.

    `GITOPS_KILLS` is the number of points, for a longer search.
    """
    if not hasattr(signal, "SIGKILL"):
        missing("this system has no SIGKILL")
    source = shutil.copytree(clean[0], tmp_path / "src")
    points = int(os.environ.get("GITOPS_KILLS", "8"))
    for number in range(2):
        run(source, tmp_path / f"out{number}")
    whole = 3.0
    chance = random.Random(20)  # noqa: S311 - points of time, no secret
    kills = 0
    for number in range(points):
        output = tmp_path / f"out{number % 2}"
        for n in range(PAGES):
            page = source / f"p{n}.rst"
            page.write_text(
                re.sub(r"Aa \d+", f"Aa {number * 100 + n}", page.read_text(encoding="utf-8")), encoding="utf-8"
            )
        process = subprocess.Popen(
            command(source, output, "-j", chance.choice("12")),
            start_new_session=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            process.wait(chance.uniform(0.15, 0.85) * whole)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            kills += 1
        run(source, output)
        fresh = tmp_path / f"fresh{number}"
        start = time.monotonic()
        run(source, fresh)
        whole = time.monotonic() - start  # the next is killed within this, whatever else the machine does
        assert digest(output, index=False) == digest(fresh, index=False), number
    assert kills >= points // 2


@pytest.mark.slow
def test_a_page_that_was_cut_off_is_written_again(clean, tmp_path):
    """By the build after one that did not end; a build with nothing to do still writes nothing."""
    source, expected = clean
    output = tmp_path / "out"
    run(source, output)
    (record,) = (tmp_path / "out-trees").glob("gitops-html-*.json")
    marker = record.with_suffix(".unfinished")
    assert not marker.exists()
    before = (output / "p3.html").stat().st_mtime_ns
    run(source, output)
    assert (output / "p3.html").stat().st_mtime_ns == before
    marker.touch()
    (output / "p3.html").write_bytes(b"")
    run(source, output)
    assert digest(output) == expected
    assert not marker.exists()


def test_two_applications_in_one_process_share_nothing(build, warnings):
    """Other kinds, classes and languages at the same time."""
    page = "T\n=\n\n.. gitops-workflow::\n\n   stages: {s: {components: {A: {title: Aa, kind: KIND}}}}\n"
    conf = {
        "gitops_classes": {"one": {"fill": "#ffffff", "stroke": "#111111", "text": "#000000"}},
        "gitops_kinds": {"first": {"class": "one"}},
    }
    first = build({"index.rst": page.replace("KIND", "first")}, source="a", language="de", **conf)
    second = build({"index.rst": page.replace("KIND", "first")}, source="b")
    assert warnings(first) == []
    (line,) = warnings(second)
    assert "'first' is no kind known here" in line
    third = build({"index.rst": page.replace("KIND", "build")}, source="c")
    assert warnings(third) == []
    written = [Path(app.outdir, "index.html").read_text(encoding="utf-8") for app in (first, second, third)]
    assert "gitops-one" in written[0]
    assert not any("gitops-one" in page for page in written[1:])
    summaries = [re.search(r"<summary>(.*?)</summary>", page)[1] for page in written]
    assert summaries[0] != summaries[1] == summaries[2]


def test_a_source_that_cannot_be_written_builds(clean, tmp_path):
    source = shutil.copytree(clean[0], tmp_path / "src")
    for path in [*source.iterdir(), source]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    before = {path: path.stat().st_mtime_ns for path in source.rglob("*")}
    run(source, tmp_path / "out")
    assert {path: path.stat().st_mtime_ns for path in source.rglob("*")} == before
    assert digest(tmp_path / "out") == clean[1]
    source.chmod(0o755)


def warned(source: Path, output: Path, *options: str) -> list[str]:
    """The warnings of a build that ends well."""
    arguments = [argument for argument in command(source, output, *options) if argument != "-W"]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stderr.splitlines()


@pytest.mark.slow
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_cache_that_cannot_be_written_is_one_warning_and_every_page(clean, tmp_path, jobs):
    source, expected = clean
    (tmp_path / "out-trees").mkdir()
    (tmp_path / "out-trees" / "gitops").write_text("in the way", encoding="utf-8")
    lines = warned(source, tmp_path / "out", "-j", jobs)
    assert len(lines) >= 1
    assert len(set(lines)) == 1
    assert "the cache of pictures, 'gitops' in the doctree folder, cannot be written" in lines[0]
    assert digest(tmp_path / "out") == expected
    if jobs == "1":
        assert len(lines) == 1


@pytest.mark.slow
def test_a_damaged_cache_is_drawn_again(clean, tmp_path):
    source, expected = clean
    run(source, tmp_path / "out")
    for number, path in enumerate(sorted((tmp_path / "out-trees" / "gitops").iterdir())):
        path.write_bytes([b"", b"{", b"[1]", b"\xff\xfe", path.read_bytes()[:40]][number % 5])
    shutil.rmtree(tmp_path / "out")
    run(source, tmp_path / "out")
    assert digest(tmp_path / "out") == expected


@pytest.fixture
def small_disk(tmp_path):
    """A folder on a disk of its own, with room for little."""
    folder = tmp_path / "disk"
    folder.mkdir()
    size = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    if (
        not hasattr(os, "geteuid")
        or os.geteuid()
        or shutil.which("mount") is None
        or subprocess.run(size, capture_output=True, check=False).returncode
    ):
        pytest.skip("a disk that can be filled needs root and mount")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.slow
def test_a_full_disk_is_one_warning_and_every_page(clean, tmp_path, small_disk):
    """The cache alone stands on it: without room for its own files Sphinx cannot write a page."""
    source, expected = clean
    (small_disk / "full").write_bytes(b"x" * 60_000)
    (tmp_path / "out-trees").mkdir()
    (tmp_path / "out-trees" / "gitops").symlink_to(small_disk)
    (line,) = warned(source, tmp_path / "out")
    assert "cannot be written: No space left on device" in line
    assert digest(tmp_path / "out") == expected
