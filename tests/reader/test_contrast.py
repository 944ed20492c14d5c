"""Colours that cannot be told apart."""

from __future__ import annotations

from support.mistakes import read


def test_pale_colours_are_a_warning_that_names_the_ratio_and_the_remedy():
    problem = read("styles: {ops: {fill: '#ffe0b2'}}\nstages: {ci: X}\n").problems[0]
    assert str(problem) == (
        "body:1:10: warning: styles.ops: 'ops' cannot be read in dark: text '#e6f5e7' on fill '#ffe0b2' has a contrast "
        "of 1.1:1, and 4.5:1 is the least; give fill, stroke and text together [gitops.low-contrast]"
    )
