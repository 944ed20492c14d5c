"""A workflow that is spread over files."""

from __future__ import annotations

import json
from pathlib import Path, PureWindowsPath

import pytest

from sphinx_gitops.problems import Span
from sphinx_gitops.reader import Reading, include, read_path, read_text
from sphinx_gitops.reader.files import File
from support.command import run
from support.included import FILES, MAIN
from support.project import missing


def write(folder: Path, files: dict[str, str | bytes]) -> None:
    for name, text in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode())


def read(folder: Path, **changes: str | bytes) -> Reading:
    write(folder, {**FILES, **{name.replace("__", "/").replace("_", "."): text for name, text in changes.items()}})
    return read_path(folder / "w.yaml", source="w.yaml")


def said(reading: Reading) -> list[str]:
    return [f"{p.span.source}:{p.span.line} {p.code.value} {p.text}" for p in reading.problems]


def ids(reading: Reading) -> list[str]:
    return [thing.id for thing in reading.workflow.parts()]


def test_stages_groups_and_flows_stand_in_files(tmp_path):
    reading = read(tmp_path)
    assert said(reading) == []
    assert ids(reading) == ["a", "A", "b", "g", "h", "G", "H"]
    assert [list(flow.pairs()) for flow in reading.workflow.flows] == [[("A", "G")], [("G", "H")]]
    assert [path.relative_to(tmp_path).as_posix() for path in reading.files] == [
        "parts/a.yaml",
        "parts/g.yaml",
        "parts/deeper/h.yaml",
        "parts/flows.yaml",
    ]


def test_a_slash_starts_at_the_workflows_folder(tmp_path):
    reading = read(
        tmp_path, parts__a_yaml="include: /parts/deeper/h.yaml\n", parts__g_yaml="G: x\n", parts__flows_yaml="[]\n"
    )
    assert "H" in ids(reading)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"parts__a_yaml": "titel: Aa\n"}, "parts/a.yaml:1 unknown-key stages.a: unknown key 'titel'; did you mean 'title'?"),
        ({"parts__deeper__h_yaml": "\n\ncomponents: [H]\n"}, "parts/deeper/h.yaml:3 wrong-type stages.b.groups.g.groups.h.components: "),
        ({"parts__flows_yaml": "- A --> G\n- A --> X\n"}, "parts/flows.yaml:2 unknown-id flows[1]: 'X' is no id of this workflow"),
        ({"parts__flows_yaml": "A --> G\n"}, "parts/flows.yaml:1 wrong-type flows: expected a list of flows"),
        ({"parts__a_yaml": "a: [\n"}, "parts/a.yaml:2 yaml-syntax the bracket that opens here is never closed"),
        ({"parts__a_yaml": b"\xff\xff"}, "parts/a.yaml:1 yaml-syntax stages.a: byte 0 is not utf-8"),
        ({"parts__a_yaml": ""}, "w.yaml:4 missing-key stages.a: the included file 'parts/a.yaml' is empty"),
        ({"w_yaml": MAIN.replace("parts/a", "parts/x")}, "w.yaml:4 file-not-found stages.a: 'parts/x.yaml': the workflow file cannot be read: no such file"),
        ({"w_yaml": MAIN.replace("parts/a.yaml", "parts")}, "w.yaml:4 file-not-found stages.a: 'parts': the workflow file cannot be read: is a directory"),
        ({"w_yaml": MAIN.replace("{include: parts/a.yaml}", "{include: [x]}")}, "w.yaml:4 wrong-type stages.a: 'include' wants a file's path, found a list"),
        ({"w_yaml": MAIN.replace("parts/a.yaml}", "parts/a.yaml, title: T}")}, "w.yaml:4 unknown-key stages.a: 'title' is written beside 'include', which has to be alone"),
        ({"parts__a_yaml": "include: ../w.yaml\n"}, "parts/a.yaml:1 include-loop stages.a: '../w.yaml' includes itself: w.yaml -> a.yaml -> w.yaml"),
        ({"parts__deeper__h_yaml": "groups: {i: {include: ../g.yaml}}\n"}, "parts/deeper/h.yaml:1 include-loop stages.b.groups.g.groups.h.groups.i: '../g.yaml' includes itself: g.yaml -> h.yaml -> g.yaml"),
        ({"parts__a_yaml": "a stage\n"}, "parts/a.yaml:1 wrong-type stages.a: the included file 'a.yaml' is a text, and a stage or a group is a mapping: write 'title: ...'"),
        ({"parts__a_yaml": "groups: [g]\n"}, "parts/a.yaml:1 wrong-type stages.a.groups: "),
        ({"parts__a_yaml": "components: {A: {include: x.yaml}}\n"}, "parts/a.yaml:1 unknown-key stages.a.components.A: unknown key 'include'"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_at_its_own_line(tmp_path, changes, expected):
    found = [
        line for line in said(read(tmp_path, **changes)) if "'A' is no id" not in line and "'H' is no id" not in line
    ]
    assert len(found) == 1, found
    assert found[0].startswith(expected)


def test_what_can_be_drawn_is_drawn_without_a_file(tmp_path):
    reading = read(tmp_path, w_yaml=MAIN.replace("parts/flows", "parts/none").replace("parts/g", "none"))
    assert ids(reading) == ["a", "A", "b", "g"]
    assert len(reading.problems) == 2
    assert tmp_path / "none.yaml" in reading.files


def test_a_long_chain_is_bounded(tmp_path):
    chain = {f"parts/c{n}.yaml": f"include: c{n + 1}.yaml\n" for n in range(100)}
    write(tmp_path, chain)
    (found,) = [line for line in said(read(tmp_path, parts__a_yaml="include: c0.yaml\n")) if "too-large" in line]
    assert "included over more than 20 files" in found


def test_files_that_multiply_are_bounded(tmp_path):
    many = {
        f"parts/m{n}.yaml": "groups:\n" + "".join(f"  g{n}_{k}: {{include: m{n + 1}.yaml}}\n" for k in range(10))
        for n in range(8)
    }
    write(tmp_path, {**many, "parts/m8.yaml": "{}\n"})
    found = said(read(tmp_path, parts__a_yaml="include: m0.yaml\n"))
    assert any("more than 500 files are included" in line for line in found)


def test_a_link_that_leads_to_itself_is_a_file_that_cannot_be_read(tmp_path):
    write(tmp_path, FILES)
    link = tmp_path / "parts" / "link.yaml"
    try:
        link.symlink_to(link)
    except OSError:
        missing("no symbolic links here")
    (found,) = said(read(tmp_path, w_yaml=MAIN.replace("parts/a.yaml", "parts/link.yaml")))
    assert found.startswith("w.yaml:4 file-not-found stages.a: 'parts/link.yaml': the workflow file cannot be read")


@pytest.mark.parametrize(
    ("bound", "most", "message"),
    [
        ("MAX_NODES", 10, "more than 10 values in all included files"),
        ("MAX_CHARACTERS", 30, "more than 60 characters in all included files"),
    ],
)
def test_all_included_files_together_are_bounded(tmp_path, monkeypatch, bound, most, message):
    monkeypatch.setattr(include, bound, most)
    reading = read(tmp_path)
    assert said(reading) == [f"w.yaml:8 too-large stages.b.groups.g: {message}", f"w.yaml:9 too-large flows: {message}"]
    assert ids(reading) == ["a", "A", "b", "g"]


def test_groups_nest_no_deeper_over_files(tmp_path):
    def nested(depth: int, inside: str, prefix: str) -> str:
        return (
            "{groups: {" + prefix + str(depth) + ": " + (nested(depth - 1, inside, prefix) if depth else inside) + "}}"
        )

    write(tmp_path, {f"parts/n{n}.yaml": nested(20, f"{{include: n{n + 1}.yaml}}", f"g{n}_") for n in range(15)})
    write(tmp_path, {"parts/n15.yaml": "components: {Z: Zz}\n"})
    found = said(read(tmp_path, parts__a_yaml="include: n0.yaml\n"))
    assert any("too-large" in line and "nested more than 28 levels deep" in line for line in found)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("parts/ci.yaml", "C:/site/docs/parts/ci.yaml"),
        ("/parts/ci.yaml", "C:/site/parts/ci.yaml"),
        ("D:/shared/ci.yaml", "D:/shared/ci.yaml"),
    ],
)
def test_messages_show_files_with_their_folders_on_windows(name, shown):
    page = r"C:\site\docs\index.rst"
    file = File(path=PureWindowsPath(page), shown=page, root=PureWindowsPath(r"C:\site"), top=r"C:\site")
    assert file.beside(name).shown == shown
    assert file.beside(name).path == PureWindowsPath(shown)


def test_a_text_in_no_file_includes_nothing():
    reading = read_text(MAIN, locate=lambda line, column: Span("t", line + 1, column + 1), default="t")
    assert {problem.code.value for problem in reading.problems} == {"file-not-found"}
    assert "this text has no file" in reading.problems[0].message
    assert ids(reading) == ["a", "b", "g"]


def test_the_command_line_follows_includes(tmp_path):
    write(tmp_path, FILES)
    done = run("outline", str(tmp_path / "w.yaml"))
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"- One -> Two" in done.stdout
    write(tmp_path, {"parts/a.yaml": "titel: x\n"})
    done = run("check", str(tmp_path / "w.yaml"))
    assert f"{tmp_path}/parts/a.yaml:1:1: error: stages.a: unknown key 'titel'".encode() in done.stdout


def test_the_schema_knows_them():
    schema = json.loads(run("schema").stdout)
    assert {"$ref": "#/$defs/include"} in schema["properties"]["flows"]["anyOf"]
    assert {"$ref": "#/$defs/include"} in schema["properties"]["stages"]["additionalProperties"]["anyOf"]
    assert {"$ref": "#/$defs/include"} not in schema["$defs"]["group"]["properties"]["components"][
        "additionalProperties"
    ]["anyOf"]
