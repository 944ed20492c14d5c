"""What Mermaid's own regular expressions do to a source before it is parsed leaves our text alone."""

from __future__ import annotations

import html
import re

import pytest

from sphinx_gitops.emit.escape import label, tip, url
from sphinx_gitops.identifiers import mermaid_key

TEXTS = (
    'style["a:\\b"]', "style a:#b;", "classDef x:#y; z;", "\ufb02\u00b0x", "\u00b6\u00df", "fa:fa-car", "#br#;",
    "direction TB", "%%{init: {}}%%", "__init__", "_a_", "a_b", "style: a", "a:", "style\\:\\style;", '"style:#"',
)  # fmt: skip


def preprocessed(line: str) -> str:
    """A line as Mermaid 11 and 12 hand it to their parser: ``encodeEntities`` of ``src/utils.ts``."""
    line = re.sub(r"style.*:\S*#.*;", lambda found: found[0][:-1], line)
    line = re.sub(r"classDef.*:\S*#.*;", lambda found: found[0][:-1], line)

    def entity(found: re.Match[str]) -> str:
        return f"\ufb02\u00b0{'°' if found[1].isdecimal() else ''}{found[1]}\u00b6\u00df"

    return re.sub(r"#(\w+);", entity, line)


def decoded(text: str) -> str:
    """A text as Mermaid shows it: ``decodeEntities``, then HTML."""
    text = text.replace("\ufb02\u00b0\u00b0", "&#").replace("\ufb02\u00b0", "&").replace("\u00b6\u00df", ";")
    return html.unescape(text).replace("\u200b", "")


@pytest.mark.parametrize("text", TEXTS)
def test_a_label_is_whole_after_the_preprocessing(text):
    line = f'{mermaid_key("style")}["{label(text)}"]'
    assert decoded(preprocessed(line)) == f'{mermaid_key("style")}["{text}"]'


@pytest.mark.parametrize("text", TEXTS)
def test_a_tooltip_and_its_link_are_whole_after_the_preprocessing(text):
    line = f'click {mermaid_key("style")} href "{url("https://style.example/a:#b;c")}" "{tip(text)}"'
    before, shown = decoded(preprocessed(line)).split(' "', 1)[0], preprocessed(line).rsplit(' "', 1)[1]
    assert html.unescape(decoded(shown)) == f'{text}"'
    assert before == f"click {mermaid_key('style')} href"


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("quoted", [label, tip])
def test_nothing_is_left_that_mermaid_takes_for_its_own(text, quoted):
    ours = preprocessed(quoted(text))
    assert not re.search(r"(fa[bklrs]?):fa-|direction\s|%%|:\S", ours)
    assert not re.search("\ufb02\u00b0(?!\u00b0?\\w+\u00b6\u00df)", ours)


@pytest.mark.parametrize("text", ["__init__", "_a_", "a _b", "a_ b", "_"])
def test_an_underscore_is_no_emphasis(text):
    assert "_" not in label(text)


def test_an_underscore_inside_a_word_stays_readable():
    assert label("snake_case") == "snake_case"


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://a.example/?a=1;b#c", "https://a.example/?a=1;b#c"),
        ("https://a.example/#c;d", "https://a.example/#c%3Bd"),
        ("https://a.example/style/classDef", "https://a.example/%73tyle/%63lassDef"),
    ],
)
def test_an_address_leads_where_it_led(address, written):
    assert url(address) == written


def test_no_identifier_has_a_word_of_mermaid_in_it():
    names = ["lifestyle", "style", "style_", "_73_tyle", "id_style", "classDef", "a-style", "gitops_note_a", "note"]
    keys = [mermaid_key(name) for name in names]
    assert len({*keys}) == len(names)
    assert not any("style" in key or "classDef" in key for key in keys)
    assert not any(key.startswith("gitops_note_") for key in keys)
