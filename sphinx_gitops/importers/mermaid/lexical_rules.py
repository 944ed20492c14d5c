"""The modes of Mermaid's lexer as a table: the patterns of each, in their order, with what they begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

START = "start"
"""The mode in which a diagram begins."""
_BLANK = "\\t\\n\\v\\f\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff"
_GAP = f"[{_BLANK}]*"


class LexicalRule(NamedTuple):
    """A pattern, the type of its token if it makes one, the mode that it opens, and whether it closes its own."""

    pattern: str
    type: str = ""
    opens: str = ""
    closes: bool = False


@dataclass(frozen=True, slots=True)
class Mode:
    """The rules of a mode as one pattern, whose last group names the rule."""

    pattern: re.Pattern[str]
    rules: Mapping[str, LexicalRule]


def _mode(*rules: LexicalRule) -> Mode:
    named = {f"rule{number}": rule for number, rule in enumerate(rules)}
    return Mode(re.compile("|".join(f"(?P<{name}>{rule.pattern})" for name, rule in named.items()), re.ASCII), named)


def _words(words: Mapping[str, str]) -> Iterable[LexicalRule]:
    return (LexicalRule(rf"{word}\b", type_) for word, type_ in words.items())


def _open(*signs: str) -> tuple[LexicalRule, ...]:
    """What opens a label in every mode, in the order of Mermaid's rules."""
    return tuple(LexicalRule(re.escape(sign), *_LABELS[sign]) for sign in signs or _LABELS)


_LABELS = {
    "(-": ("ELLIPSE", "ellipse"),
    "([": ("STADIUM", "text"),
    "[[": ("SUBROUTINE", "text"),
    "[(": ("CYLINDER", "text"),
    "(((": ("DOUBLE_CIRCLE", "text"),
    "[/": ("SLASH", "slanted"),
    "[\\": ("BACKSLASH", "slanted"),
    "|": ("BAR", "text"),
    "(": ("ROUND", "text"),
    "[": ("SQUARE", "text"),
    "{": ("DIAMOND", "text"),
}
_NO_LETTERS = "\\u00b2\\u00b3\\u00b9\\u00bc-\\u00be\\u2070\\u2074-\\u2079\\u2080-\\u2089\\u2150-\\u2182\\u2185-\\u2189"
_NO_LETTERS += "\\u2460-\\u249b\\u24ea-\\u24ff\\u2776-\\u2793\\u3007\\u3021-\\u3029\\u3220-\\u3229\\u3280-\\u3289"
_LETTER = rf"(?![\x00-\x7f{_NO_LETTERS}\U00010000-\U0010ffff])(?u:[^\W\d_])"
_QUOTES = (LexicalRule('"`', opens="markdown"), LexicalRule('"', opens="string"))
_INVISIBLE = LexicalRule(rf"{_GAP}~~~+{_GAP}", "LINK")
_LINKS = {
    "solid": (
        LexicalRule(rf"{_GAP}[xo<]?--+[-xo>]{_GAP}", "LINK", closes=True),
        LexicalRule(rf"{_GAP}[xo<]?--{_GAP}", "LINK_START", "solid"),
        LexicalRule(r"[^-]|-(?!-)", "LINK_TEXT"),
    ),
    "thick": (
        LexicalRule(rf"{_GAP}[xo<]?==+[=xo>]{_GAP}", "LINK", closes=True),
        LexicalRule(rf"{_GAP}[xo<]?=={_GAP}", "LINK_START", "thick"),
        LexicalRule(r"[^=]", "LINK_TEXT"),
    ),
    "dotted": (
        LexicalRule(rf"{_GAP}[xo<]?-?\.+-[xo>]?{_GAP}", "LINK", closes=True),
        LexicalRule(rf"{_GAP}[xo<]?-\.{_GAP}", "LINK_START", "dotted"),
        LexicalRule(r"[^.]", "LINK_TEXT"),
    ),
}
"""How an arrow begins whole, how it begins with a text in its middle, and that text; a whole one ends the text."""
_KEYWORDS = {
    "style": "STYLE",
    "default": "DEFAULT",
    "linkStyle": "LINK_STYLE",
    "interpolate": "INTERPOLATE",
    "classDef": "CLASS_DEF",
    "class": "CLASS",
}
_HEADERS = dict.fromkeys(("flowchart-elk", "swimlane-beta", "graph", "flowchart"), "GRAPH")
_SIGNS = {":::": "CLASS_SIGN", ":": "COLON", "&": "AND", ";": "SEMICOLON", ",": "COMMA", r"\*": "STAR"}
_DIRECTIONS = ("TB", "BT", "RL", "LR", "TD")

MODES: Mapping[str, Mode] = {
    START: _mode(
        LexicalRule(rf"accTitle{_GAP}:{_GAP}", "ACC_TITLE", "line"),
        LexicalRule(rf"accDescr{_GAP}:{_GAP}", "ACC_DESCR", "line"),
        LexicalRule(rf"accDescr{_GAP}\{{{_GAP}", opens="lines"),
        LexicalRule(r"@\{", "DATA", "data"),
        LexicalRule(f"call[{_BLANK}]+", opens="callback"),
        *_QUOTES,
        *_words(_KEYWORDS),
        LexicalRule(f"href[{_BLANK}]", "HREF"),
        LexicalRule(f"click[{_BLANK}]+", opens="click"),
        *(LexicalRule(rf"{word}\b", type_, "direction") for word, type_ in _HEADERS.items()),
        LexicalRule(r"subgraph\b", "SUBGRAPH"),
        LexicalRule(rf"end\b{_GAP}", "SUBGRAPH_END"),
        LexicalRule(r"_(?:self|blank|parent|top)\b", "LINK_TARGET"),
        *(LexicalRule(rf"[^\n\r\u2028\u2029]*direction[{_BLANK}]+{way}[^\n]*", "DIRECTION") for way in _DIRECTIONS),
        LexicalRule(rf'[^{_BLANK}"\[\](){{}}|]+@(?=[^{{"])', "LINK_ID"),
        LexicalRule("[0-9]+", "NUMBER"),
        LexicalRule("#", "HASH"),
        *(LexicalRule(sign, type_) for sign, type_ in _SIGNS.items()),
        *(rule._replace(closes=False) for kind in _LINKS.values() for rule in kind[:2]),
        _INVISIBLE,
        *_open("(-", "([", "[["),
        LexicalRule(r"\[\|", "PROPERTIES"),
        LexicalRule(">", "FLAG", "text"),
        *_open("[(", "(((", "[/", "[\\"),
        LexicalRule("<", "LESS"),
        LexicalRule(r"\^", "UP"),
        LexicalRule(r"\\\|", "SEPARATOR"),
        LexicalRule(r"v\b", "DOWN"),
        LexicalRule(r"""(?:[A-Za-z0-9!"#$%&'*+.`?\\_/]|-(?=[^>\-.]))+""", "WORD"),
        LexicalRule("-", "MINUS"),
        LexicalRule(_LETTER, "LETTER"),
        *_open("|", "(", "[", "{"),
        LexicalRule(r"(?:\r?\n)+", "NEWLINE"),
        LexicalRule(rf"(?:(?!\n|\r)[{_BLANK}])+", "BLANK"),
    ),
    "line": _mode(LexicalRule(r"[^\n]*", "ACC_TEXT", closes=True)),
    "lines": _mode(LexicalRule(r"\}", closes=True), LexicalRule(r"[^}]*", "ACC_LINES")),
    "data": _mode(
        LexicalRule('"', "DATA", "data string"), LexicalRule('[^}^"]+', "DATA"), LexicalRule(r"\}", closes=True)
    ),
    "data string": _mode(LexicalRule('"', "DATA", closes=True), LexicalRule('[^"]+', "DATA_STRING")),
    "callback": _mode(
        LexicalRule(rf"\({_GAP}\)", closes=True),
        LexicalRule(r"\(", opens="arguments", closes=True),
        LexicalRule(r"[^(]*", "CALLBACK"),
    ),
    "arguments": _mode(LexicalRule(r"\)", closes=True), LexicalRule(r"[^)]*", "ARGUMENTS")),
    "click": _mode(*_QUOTES, LexicalRule(f"[{_BLANK}]", closes=True), LexicalRule(f"[^{_BLANK}]*", "CLICK")),
    "markdown": _mode(LexicalRule('[^`"]+', "MARKDOWN"), LexicalRule('`"', closes=True), *_QUOTES),
    "string": _mode(_QUOTES[0], LexicalRule('[^"]+', "STRING"), LexicalRule('"', closes=True)),
    **{name: _mode(*_QUOTES, rules[0], rules[2]) for name, rules in _LINKS.items()},
    "text": _mode(
        *_QUOTES,
        _INVISIBLE,
        *_open("(-"),
        LexicalRule(r"\]\)", "STADIUM_END", closes=True),
        *_open("(["),
        LexicalRule(r"\]\]", "SUBROUTINE_END", closes=True),
        *_open("[["),
        LexicalRule(r"\)\]", "CYLINDER_END", closes=True),
        *_open("[("),
        LexicalRule(r"\)\)\)", "DOUBLE_CIRCLE_END", closes=True),
        *_open("(((", "[/", "[\\"),
        LexicalRule(r"\|", "BAR", closes=True),
        LexicalRule(r"\)", "ROUND_END", closes=True),
        *_open("("),
        LexicalRule(r"\]", "SQUARE_END", closes=True),
        *_open("["),
        LexicalRule(r"\}", "DIAMOND_END", closes=True),
        *_open("{"),
        LexicalRule(r'[^\[\](){}|"]+', "TEXT"),
    ),
    "ellipse": _mode(
        *_QUOTES,
        _INVISIBLE,
        LexicalRule(r"[-/)]\)", "ELLIPSE_END", closes=True),
        LexicalRule(r"[^()\[\]{}]|!\)+", "TEXT"),
        *_open(),
    ),
    "slanted": _mode(
        *_QUOTES,
        _INVISIBLE,
        *_open("(-", "([", "[[", "[(", "((("),
        LexicalRule(r"[\\(?=\])]\]", "BACKSLASH_END", closes=True),
        LexicalRule(r"/\]", "SLASH_END", closes=True),
        LexicalRule(r"/(?!\])|\\(?!\])|[^\\\[\](){}/]+", "TEXT"),
        *_open("[/", "[\\", "|", "(", "[", "{"),
    ),
    "direction": _mode(
        *_QUOTES,
        LexicalRule(rf"(?:\r?\n)*{_GAP}\n", "NO_DIRECTION", closes=True),
        *(
            LexicalRule(rf"{_GAP}{way}\b", "DIRECTION_WORD", closes=True)
            for way in ("LR", "RL", "TB", "BT", "TD", "BR")
        ),
        *(LexicalRule(rf"{_GAP}{sign}", "DIRECTION_WORD", closes=True) for sign in ("<", ">", r"\^", r"v\b")),
    ),
}
"""Each mode; what a mode lacks here, no diagram can have there without being refused."""


@cache
def start_mode(*, has_link_ids: bool, has_directions: bool) -> Mode:
    """The mode in which a diagram begins, without rules that look far ahead where nothing is that they look for."""
    skipped = {"LINK_ID": not has_link_ids, "DIRECTION": not has_directions}
    return _mode(*(rule for rule in MODES[START].rules.values() if not skipped.get(rule.type)))
