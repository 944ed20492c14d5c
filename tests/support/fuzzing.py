"""What must hold of any input, as functions of bytes: hypothesis, atheris and the corpus all call these."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise
from typing import TypeVar

from sphinx_gitops.emit import MermaidOptions, to_mermaid, to_outline
from sphinx_gitops.emit.escape import label
from sphinx_gitops.identifiers import mermaid_key
from sphinx_gitops.model import Component, Direction, Flow, FlowKind, Group, Stage, Workflow
from sphinx_gitops.problems import Span
from sphinx_gitops.reader import read_text
from sphinx_gitops.reader.arrows import ArrowError, read_arrows
from sphinx_gitops.reader.fields import safe_url
from sphinx_gitops.reader.files import decode
from sphinx_gitops.render.drawing import RenderError
from sphinx_gitops.render.painting.picture import Picture
from sphinx_gitops.render.printing.paper import Print
from sphinx_gitops.render.printing.svg_reader import read_svg
from sphinx_gitops.schemas.workflow_schema import schema_text
from sphinx_gitops.view import LEVELS, collapse, scene
from sphinx_gitops.vocabulary import DEFAULT

Item = TypeVar("Item")
KEYS = sorted(set(re.findall(r'"([a-z]+)": \{', schema_text())))
YAML = (
    *(f"{key}: " for key in KEYS), "stages:\n  ci:\n    components:\n      A: One\n      B: Two\n", "flows:\n  - A --> B\n", "- ", ": ", "\n",
    "\n  ", "\n    ", "\n      ", "A", "B", "{", "}", "[", "]", ",", "&a ", "*a", "!!python/name:x ", "'", '"', "#", "|", ">", "---\n", "?", "~",
    "\t", "\u2028", "\x85", "\ufeff", "<<: *a", "A & B --> A", "javascript:x", "LR", "build", "%YAML 1.1\n", "\\", "\ud800", "\0", "é",
)  # fmt: skip
ARROWS = (
    "A",
    "B.c",
    "é",
    "&",
    "-->",
    "<-->",
    "==>",
    "-.->",
    "--",
    "-",
    "=",
    ".",
    ">",
    "<",
    "|",
    "|x|",
    "--o",
    "~~~",
    " ",
    "\n",
    "x",
    "0",
)
WORDS = (
    '"', "'", "#", ";", "#35;", "<", ">", "&", "&amp;", "`", "\\", "*", "_", "~", "~~", "%%", "%%{init: {}}%%", "$$", "$", "|", "[", "]", "(",
    ")", "{", "}", "@{", ":::", "-->", "---", "1. ", "- ", "# ", "+ ", "= ", "1) ", "direction LR", "direction", "end", "subgraph", "click", "\n",
    " ", "  ", "a", "B", "0", "é", "ш", "中", "\u202e", "\u200b", "\U0001f680", "<br>", "<br/>", "\\n", "fa:fa-x", "http://x.example", "@", "^", "!", "?", ",",
)  # fmt: skip
IDS = (
    "end", "graph", "flowchart", "subgraph", "style", "click", "default", "class", "classDef", "linkStyle", "href", "call", "direction", "o", "x",
    "v", "TB", "A", "a", "A.b", "A-b", "A_b", "id_x", "id_A", "_", "__", "é", "Ω", "a.b-c", "end_", "o1", "x-x", "_x2e_", "graph1", "init", "title",
    "interpolate", "accTitle", "accDescr", "node", "edge", "L_a_b_0", "flowchart-A-0", "constructor", "toString", "__proto__", "prototype",
)  # fmt: skip
URLS = (
    "java", "script", "JavaScript", "vbscript", "data", ":", "\t", "\n", "\r", " ", "\0", "\x01", "\x7f", "\xa0", "\u200b", "\ufeff", "&colon;",
    "&#58;", "&amp;", "#", "&Tab;", "&NewLine;", "%3a", "/", "//", "?", "http", "https", "mailto", "alert(1)", "x", ".", "\u2028", "\x85",
)  # fmt: skip
ZERO = "\u200b"
MARK = "\ufeff"
BREAK = "<br/>"


class Source:
    """Bytes read as choices, so that small changes of the bytes are small changes of what is made of them."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    @property
    def left(self) -> int:
        return len(self._data) - self._at

    def number(self, limit: int) -> int:
        """A number below *limit*; 0 once the bytes have run out."""
        if self._at >= len(self._data):
            return 0
        self._at += 1
        return self._data[self._at - 1] % limit

    def one(self, items: Sequence[Item]) -> Item:
        return items[self.number(len(items))]

    def text(self, words: Sequence[str], most: int) -> str:
        return "".join(self.one(words) for _ in range(self.number(most)))

    def words(self, words: Sequence[str]) -> str:
        """Words until the bytes run out."""
        found = []
        while self.left:
            found.append(self.one(words))
        return "".join(found)


def at(line: int, column: int) -> Span:
    return Span("t", line + 1, column + 1)


def reader(data: bytes) -> None:
    """Any text is a workflow or problems, and a workflow can be emitted."""
    source = Source(data)
    if source.number(2):
        text = source.words(YAML)
    else:
        text, problem = decode(data[1:], "t")
        if problem:
            assert not text
            return
    lines = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    reading = read_text(text, locate=at, default="x", template=source.one(("", "", "gitops", "none")))
    assert reading.workflow or reading.problems
    spans = [problem.span for problem in reading.problems]
    assert spans == sorted(spans)
    for problem in reading.problems:
        assert str(problem).isprintable()
        assert problem.span.column >= 1
        assert problem.span.source != "t" or 1 <= problem.span.line <= lines, (problem, lines)
    if reading.workflow:
        round_trip(reading.workflow)


def arrows(data: bytes) -> None:
    """Any text is links, or an error at a column of the text."""
    text = Source(data).words(ARROWS)
    try:
        links = read_arrows(text)
    except ArrowError as error:
        assert 0 <= error.column <= len(text)
        return
    assert links
    for before, after in pairwise(links):
        assert before.targets == after.sources
    for link in links:
        for end in (*link.sources, *link.targets):
            assert text[end.column :].startswith(end.id)


def _component(source: Source, name: str) -> Component:
    kind = source.one(["", *sorted(DEFAULT.kinds)])
    return Component(id=name, title=" ".join(source.text(WORDS, 6).split()) or name, span=at(0, 0), kind=kind)


def _group(source: Source, names: list[str], depth: int, cls: Callable[..., Group]) -> Group:
    name = names.pop()
    groups: list[Group] = []
    components = [_component(source, names.pop()) for _ in range(source.number(4)) if names]
    while names and depth < 4 and source.number(3) == 1:
        groups.append(_group(source, names, depth + 1, Group))
    title = " ".join(source.text(WORDS, 6).split()) or name
    return cls(id=name, title=title, span=at(0, 0), components=tuple(components), groups=tuple(groups))


def model(data: bytes) -> Workflow:
    """A workflow made of bytes: reserved words for ids, hostile words for titles and labels."""
    source = Source(data)
    names = list(IDS)
    for place in range(len(names)):
        other = source.number(len(names)) if source.left > 60 else place
        names[place], names[other] = names[other], names[place]
    stages = [_group(source, names, 0, Stage) for _ in range(1 + source.number(3))]
    around = {}

    def note(group: Group, outer: tuple[str, ...]) -> None:
        around[group.id] = outer
        around.update({component.id: (*outer, group.id) for component in group.components})
        for inner in group.groups:
            note(inner, (*outer, group.id))

    for stage in stages:
        note(stage, ())
    flows = []
    while source.left:
        one, two = source.one(list(around)), source.one(list(around))
        if one in around[two] or two in around[one]:
            continue
        label = " ".join(source.text(WORDS, 5).split())
        flows.append(Flow(sources=(one,), targets=(two,), span=at(0, 0), kind=source.one(list(FlowKind)), label=label))
    return Workflow(
        id="w",
        title="W",
        span=at(0, 0),
        stages=tuple(stages),
        flows=tuple(flows),
        direction=source.one([None, *Direction]),
    )


@cache
def _mermaid():
    import merman

    return merman.MermanEngine(json.dumps({"version": 2}), merman.MermanEngineServices())


def parsed(source: str) -> dict:
    """The graph that a real parser of Mermaid reads."""
    return json.loads(_mermaid().parse_json(source, "{}"))


def round_trip(workflow: Workflow) -> None:
    """What is emitted reads back as the same nodes, titles, nesting and arrows, whole or folded."""
    to_outline(workflow, DEFAULT)
    shown = scene(workflow, DEFAULT)
    same_graph(shown)
    for level in LEVELS.values():
        same_graph(collapse(shown, level))


def same_graph(shown) -> None:
    """The scene's Mermaid source is the scene."""
    emitted = to_mermaid(shown, MermaidOptions(links={node.key: "#x" for node in shown.all_nodes()}))
    found = parsed(emitted)
    boxes = {box.key: box for box in shown.all_boxes()}
    empty = {key for key, box in boxes.items() if not box.nodes and not box.boxes}
    nodes = {node.key: node for node in shown.all_nodes()}
    titles = {node["id"]: node["label"] for node in found["nodes"] if node["id"] not in boxes}
    assert set(titles) == set(nodes), (set(titles) ^ set(nodes), emitted)
    for key, node in nodes.items():
        wanted = f"{node.title} {node.under}"
        if "<" in wanted:
            continue  # the parser's JSON leaves out what reads like a tag; its layout and its picture do not
        sign = blank(titles[key]).removesuffix(blank(wanted)).strip()
        assert blank(titles[key]).endswith(blank(wanted)), (titles[key], wanted, emitted)
        assert len(sign) == (1 if node.mark else 0), (titles[key], wanted, emitted)
    read = {box["id"]: box for box in found["subgraphs"]}
    assert set(read) == set(boxes), (set(read) ^ set(boxes), emitted)
    for key, box in boxes.items():
        assert "<" in box.title or blank(read[key]["title"]) == blank(box.title), (
            read[key]["title"],
            box.title,
            emitted,
        )
        inside = {node.key for node in box.nodes} | {inner.key for inner in box.boxes}
        assert set(read[key]["nodes"]) == inside or key in empty, (key, emitted)
    edges = [(edge["from"], edge["to"]) for edge in found["edges"]]
    assert edges == [(edge.source, edge.target) for edge in shown.edges], emitted
    for edge, drawn in zip(found["edges"], shown.edges, strict=True):
        words = blank(edge["label"] or "")
        assert "<" in drawn.label or words.endswith(blank(drawn.label)), (words, drawn.label, emitted)


def blank(text: str) -> str:
    """A label as it shows: blanks are one, the ends have none; an escaped sign is the sign, as the parser gives both."""
    return " ".join(html.unescape(text).replace(ZERO, "").replace(MARK, "").replace(BREAK, " ").split())


def emitter(data: bytes) -> None:
    """Any model emits Mermaid that reads back to it."""
    round_trip(model(data))


def keys(data: bytes) -> None:
    """No two ids share an identifier, and every identifier is one of Mermaid's."""
    source = Source(data)
    ids = {source.text((*IDS, ".", "-", "_", "2e", "id_"), 4) for _ in range(12)}
    made = {name: mermaid_key(name) for name in ids if name}
    assert len(set(made.values())) == len(made)
    assert all(re.fullmatch(r"[A-Za-z_]\w*", key, re.ASCII) for key in made.values())


def escapes(data: bytes) -> None:
    """What stands between a label's quotes decodes, by Mermaid's rule, to the text, and holds none of its syntax."""
    text = " ".join(Source(data).words(WORDS).split())
    escaped = label(text)
    assert not re.search(r'["<>`\\*]|%%|\$\$|~~|&', escaped)

    def decoded(found: re.Match[str]) -> str:
        return html.unescape(f"&{'#' if found[1].isdigit() else ''}{found[1]};")

    assert re.sub(r"#(\w+);", decoded, escaped).lstrip(ZERO) == text.lstrip(ZERO) or not text


def caches(data: bytes) -> None:
    """Any text of a cache is a picture or a print, or a ValueError."""
    source = Source(data)
    parts = ('"</svg>"', '"class"', "{", "}", "[", "]", ",", "1", "1e999", "NaN", "-0.5", "null", "true", '"x"', "[1,2,3,4]", "9" * 400, "[" * 200)  # fmt: skip
    drawn = _spliced('[[["class", "x"]], "</svg>", 1.0, 2.0, [["A", 1, 2, 3, 4]], false, []]', source, parts)
    printed = _spliced(json.dumps([drawn, 9.0, True]), source, parts)
    for kind, content in ((Picture, drawn), (Print, printed)):
        try:
            read = kind.from_json(content)
        except ValueError:
            continue
        assert kind.from_json(read.to_json()).to_json() == read.to_json()


def _spliced(whole: str, source: Source, parts: Sequence[str]) -> str:
    for _ in range(1 + source.number(3)):
        place = (source.number(256) * 256 + source.number(256)) % len(whole)
        whole = whole[:place] + source.one(parts) + whole[place + source.number(8) :]
    return whole


def pictures(data: bytes) -> None:
    """Any text of a picture is what is drawn or a RenderError."""
    source = Source(data)
    parts = ("<svg>", "</svg>", '<g class="node" id="flowchart-A-0">', '<g class="cluster" id="B">', "</g>", '<path d="M0 0 L', '"/>', '<rect x="',
             '" width="', '<polygon points="', '<path class="flowchart-link" data-points="', "W10=", "1 2", "1e999", "nan", "z", "A1 1", '<g transform="translate(',
             ")", '<g class="edgeLabel"><g data-id="x"/></g>', "&", "<", '<rect height="x"/>')  # fmt: skip
    body = source.words(parts)
    for text in (body, f"<svg>{body}</svg>"):
        try:
            read_svg(text)
        except RenderError:
            continue


def urls(data: bytes) -> None:
    """A link that is let through runs nothing, in a reader of HTML that follows the URL standard."""
    url = Source(data).words(URLS)
    if not safe_url(url):
        return
    for read in (url, html.unescape(url), html.unescape(html.unescape(url))):
        bare = re.sub(r"[\t\n\r]", "", read.strip("".join(map(chr, range(0x21)))))
        scheme = re.match(r"([a-zA-Z][a-zA-Z0-9+.\-]*):", bare)
        assert scheme is None or scheme[1].lower() not in {"javascript", "vbscript", "data"}, (url, bare)


TARGETS: dict[str, Callable[[bytes], None]] = {
    target.__name__: target for target in (reader, arrows, emitter, keys, escapes, caches, pictures, urls)
}
