"""The hook for pre-commit runs a command that there is, on the files that it takes."""

from __future__ import annotations

import re
import shlex

import pytest
import yaml

from sphinx_gitops.cli import main
from support.project import ROOT

HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


def test_the_hook_checks_the_files_that_it_is_given(capsys, tmp_path):
    (hook,) = HOOKS
    program, *arguments = shlex.split(hook["entry"])
    assert (program, hook["language"]) == ("sphinx-gitops", "python")
    bad = tmp_path / "bad.yaml"
    bad.write_text("stages: {}", encoding="utf-8")
    assert main([*arguments, str(ROOT / "docs/demo/delivery.yaml"), str(ROOT / "docs/gallery/kargo.yaml")]) == 0
    assert capsys.readouterr() == ("", "")
    assert main([*arguments, str(bad)]) == 1


@pytest.mark.parametrize(
    ("path", "taken"), [("docs/a/w.yaml", True), ("docs/w.yml", True), (".github/workflows/ci.yml", False)]
)
def test_the_hook_takes_yaml_of_the_documentation(path, taken):
    assert bool(re.search(HOOKS[0]["files"], path)) is taken
