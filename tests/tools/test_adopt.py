"""A project that uses nothing of the extension is the same with it; one that does is said to differ."""

from __future__ import annotations

import subprocess
import sys

from support.project import ROOT


def adopt(*folders) -> tuple[int, str]:
    command = [sys.executable, str(ROOT / "tools/adopt.py"), *map(str, folders)]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    assert found.stderr == ""
    return found.returncode, found.stdout


def project(folder, page: str):
    folder.mkdir()
    (folder / "conf.py").write_text("project = 'P'\n", encoding="utf-8")
    (folder / "index.rst").write_text(f"Site\n====\n\n{page}", encoding="utf-8")
    return folder


def test_two_projects_that_use_nothing_are_the_same(tmp_path):
    code, text = adopt(project(tmp_path / "one", "Text.\n"), project(tmp_path / "two", ":ref:`nowhere`\n"))
    assert code == 0
    assert text.count(" | 3 | 0 | 0 | ") == 2, text


def test_what_differs_is_named(tmp_path):
    code, text = adopt(project(tmp_path / "one", ".. gitops-workflow::\n\n   stages: {s: {components: {A: One}}}\n"))
    assert code == 1
    assert "index.html differs" in text
    assert "_static/gitops.css is new" in text
    assert "new warning" not in text.partition("\n\n")[2]
    assert sorted(path.name for path in (tmp_path / "one").iterdir()) == ["conf.py", "index.rst"]
