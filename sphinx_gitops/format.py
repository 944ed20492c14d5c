"""The workflow format as a table: every key, its type and its meaning.

The reader takes its known keys from here and the JSON Schema is generated from here, so the two cannot differ.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from enum import Enum

ID_PATTERN = r"[^\W\d](?:[\w.\-]*\w)?"
"""What an id may look like; its first letter may be a number that is no digit, such as ½, which no id starts with."""


class _Id:
    """What tells ids from other words."""

    _shape = re.compile(ID_PATTERN)

    def fullmatch(self, text: str) -> bool:
        """Whether the whole of *text* is an id."""
        return (text[:1].isalpha() or text[:1] == "_") and self._shape.fullmatch(text) is not None


ID = _Id()
"""A legal id: a letter or underscore, then letters, digits, ``_ - .``, ending in a letter, digit or underscore."""

PROJECT_PATTERN = r"[^\W\d][\w.\-]*"
"""What the name of another project may look like, by which intersphinx knows it."""


def is_foreign(name: str) -> bool:
    """Whether *name* can be a full name in another workflow, or in one of another project, ``PROJECT:WORKFLOW.ID``."""
    project, colon, full = name.rpartition(":")
    return "." in full and ID.fullmatch(full) and (not colon or re.fullmatch(PROJECT_PATTERN, project) is not None)


COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
"""A hex colour."""

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.\-]*(?=:)")
_SAFE_SCHEMES = frozenset({"http", "https", "mailto", "ftp", "ftps", "irc", "ircs", "matrix", "ssh", "tel", "slack"})


def has_scheme(url: str) -> bool:
    """Whether an address says how to get there, as ``https://...`` and ``mailto:...`` do."""
    return _SCHEME.match(url) is not None


def safe_url(url: str) -> bool:
    """Whether following *url* opens an address and cannot run code."""
    read = html.unescape(html.unescape(url.strip()))  # a reader of HTML in HTML would see it so
    bare = "".join(one for one in read if one.isprintable() and not one.isspace() and one != "\ufffd")
    scheme = _SCHEME.match(bare)
    return bare == read and (scheme is None or scheme.group().lower() in _SAFE_SCHEMES)


def url_remedy(url: str) -> str:
    """What to write instead of *url*, which is not safe."""
    if has_scheme(url.strip()) and safe_url(url.strip().replace(" ", "%20")):
        return "write '%20' for each blank"
    return "write an http, https or mailto address"


INCLUDE = "include"
"""The only key of a mapping that is written for a stage, a group or the flows: the path of the file with them."""


class Value(Enum):
    """What a key's value may be."""

    TEXT = "text"
    LINE = "line"
    MANIFEST = "manifest"
    ID = "id"
    WORKFLOW_ID = "workflow-id"
    IDS = "ids"
    TEXTS = "texts"
    ENDS = "ends"
    DIRECTION = "direction"
    STAGE_KIND = "stage-kind"
    KIND = "kind"
    FLOW_KIND = "flow-kind"
    CLASS = "class"
    MARK = "mark"
    TIER = "tier"
    URL = "url"
    LINKS = "links"
    WAIVE = "waive"
    STAGES = "stages"
    GROUPS = "groups"
    COMPONENTS = "components"
    FLOWS = "flows"
    STYLES = "styles"


@dataclass(frozen=True, slots=True)
class Key:
    """One key of the format."""

    name: str
    value: Value
    meaning: str


_FORMERLY = Key("formerly", Value.IDS, "Earlier ids, whose links and targets stay alive.")
_WAIVE = Key("waive", Value.WAIVE, "Findings accepted here: rule code to reason.")
_TAGS = Key("tags", Value.TEXTS, "Free words to select by.")
_MANIFEST = Key("manifest", Value.MANIFEST, "Objects, files or folders of the repository that this documents.")
_CLASS = Key("class", Value.CLASS, "Colour class, handed down to everything inside.")
_MARK = Key("mark", Value.MARK, "Sign set by hand where the kind's is wrong; `none` for no sign.")
_TITLE = Key("title", Value.LINE, "The name that readers see; default: the id.")
_SUBTITLE = Key("subtitle", Value.LINE, "A short line under the title: a namespace, a tool, a port.")
_NOTE = Key("note", Value.TEXT, "A sentence drawn beside it as an annotation.")
_DESCRIPTION = Key("description", Value.TEXT, "One sentence of explanation.")
_DIRECTION = Key("direction", Value.DIRECTION, "Where the diagram flows to.")

OBJECT = "object"
"""The key of a manifest's mapping that names the object; the others are fields with the values they are to have."""

_BOX = (_CLASS, _MARK, _DIRECTION, _DESCRIPTION)
_BOX_CONTENT = (
    Key("groups", Value.GROUPS, "Groups inside, by id."),
    Key("components", Value.COMPONENTS, "Components inside, by id."),
    _MANIFEST,
    _WAIVE,
    _FORMERLY,
    _TAGS,
)

WORKFLOW = (
    Key("id", Value.WORKFLOW_ID, "The workflow's name, unique in the project; default: the slug of the title."),
    _TITLE,
    _DESCRIPTION,
    _DIRECTION,
    Key("stages", Value.STAGES, "The stages by id, in drawing order."),
    Key("flows", Value.FLOWS, "The arrows, in short form or as mappings."),
    Key("styles", Value.STYLES, "Colours of this workflow's own, by class."),
    Key("manifests", Value.TEXTS, "Folders of the repository that this workflow describes."),
    _WAIVE,
    _FORMERLY,
)
_NAMED = (_TITLE, _SUBTITLE, _NOTE)
STAGE = (*_NAMED, Key("kind", Value.STAGE_KIND, "What the stage is; decides its colour."), *_BOX, *_BOX_CONTENT)
GROUP = (*_NAMED, *_BOX, *_BOX_CONTENT)
COMPONENT = (
    *_NAMED,
    Key("kind", Value.KIND, "What the component is; decides colour, shape and sign."),
    _CLASS,
    _MARK,
    Key("tier", Value.TIER, "How much an environment matters."),
    _DESCRIPTION,
    Key("url", Value.URL, "The component's own page."),
    Key("links", Value.LINKS, "More pages: title to URL."),
    Key("doc", Value.TEXT, "A document or label inside the documentation."),
    Key("owner", Value.TEXT, "The team to call."),
    _TAGS,
    _MANIFEST,
    _WAIVE,
    _FORMERLY,
)
FLOW = (
    Key("from", Value.ENDS, "Where the flow starts: an id or a list."),
    Key("to", Value.ENDS, "Where the flow ends: an id or a list."),
    Key("kind", Value.FLOW_KIND, "What moves along the flow; default: automation."),
    Key("label", Value.LINE, "The words on the arrow."),
    _DESCRIPTION,
    Key("url", Value.URL, "Where the label leads: an address outside."),
    Key("doc", Value.TEXT, "Where the label leads: a document or label inside the documentation."),
    _WAIVE,
)
STYLE = ("fill", "stroke", "text")
