"""A complaint of PyYAML's own parser in, libyaml's words for the same out, so that messages are the same with both."""

from __future__ import annotations

import re

import yaml

_EXPECTED = re.compile(r"expected (.+?),? but (?:found|got) .*", re.DOTALL)
_NAMED = re.compile(
    r"(found (?:character|unknown escape character|undefined tag handle|incompatible YAML document))\s(?!that)"
    r"(?:'.*'|\".*\"|\(.*\))\s?",
    re.DOTALL,
)
"""What PyYAML adds to a complaint: the character, the name."""
_EXPECTATIONS = {
    "the node content": "node content",
    "'<document start>'": "<document start>",
    "a comment or a line break": "comment or line break",
    "chomping or indentation indicators": "comment or line break",
    "a digit or '.'": "digit or '.' character",
    "a digit": "version number",
    "a digit or ' '": "comment or line break",
    "alphabetic or numeric character": "alphabetic or numeric character",
    "' '": "whitespace or line break",
    "'!'": "'!'",
    "URI": "tag URI",
}
_HEXADECIMAL = re.compile(r"escape sequence of \d+ hexadecimal numbers")


def complaint(error: yaml.MarkedYAMLError) -> str:
    """What a parser complains of, in libyaml's words."""
    problem, context = str(error.problem or ""), str(error.context or "")
    found = _EXPECTED.fullmatch(problem)
    if found is None:
        problem = _NAMED.sub(lambda match: match[1] + (" " if "that" in problem else ""), problem)
        problem = problem.replace("document separator", "document indicator").replace("%YAML", "YAML")
        problem = problem.replace("not allowed here", "not allowed in this context")
        return "block " + problem if problem.startswith("sequence entries") else problem
    wanted = found[1]
    if wanted == "<block end>":
        wanted = "'-' indicator" if "collection" in context or "sequence" in context else "key"
    elif _HEXADECIMAL.fullmatch(wanted):
        wanted = "hexdecimal number"
    elif wanted.startswith("indentation indicator"):
        return "found an indentation indicator equal to 0"
    return f"did not find expected {_EXPECTATIONS.get(wanted, wanted)}"
