"""``sphinx-gitops explain``: every rule, and no other code."""

from __future__ import annotations

import pytest

from sphinx_gitops.alerts.checks import DESCRIBED
from sphinx_gitops.cli import main
from sphinx_gitops.rules import RULES


@pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])
def test_every_rule_is_explained(rule, capsys):
    assert main(["explain", f"gitops.{rule.code}"]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"{rule.code} ({rule.severity.value}, from the profile {rule.profile.value} on)\n")
    for example in (rule.breaks, rule.keeps):
        assert "".join(f"    {line}\n" for line in example.splitlines()) in out


def test_an_unknown_rule_is_wrong_usage(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["explain", "cycel"])
    assert ended.value.code == 2
    assert "there is no rule 'cycel'; did you mean 'cycle'?" in capsys.readouterr().err


def test_a_code_of_the_format_is_no_rule(capsys):
    with pytest.raises(SystemExit):
        main(["explain", "gitops.unknown-key"])
    assert "'unknown-key' is no rule: the manual's page on errors has it" in capsys.readouterr().err


@pytest.mark.parametrize("code", DESCRIBED)
def test_every_other_check_is_explained_too(code, capsys):
    assert main(["explain", code]) == 0
    severity = DESCRIBED[code].severity
    assert capsys.readouterr().out.startswith(f"{code} ({severity.value if severity else 'off'})\n\n{DESCRIBED[code].message}\n")  # fmt: skip
