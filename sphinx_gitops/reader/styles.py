"""The value of ``styles`` in, a workflow's own colours out."""

from __future__ import annotations

from sphinx_gitops.format import COLOUR, STYLE
from sphinx_gitops.model import Style
from sphinx_gitops.problems import Code
from sphinx_gitops.reader.diagnostics import Diagnostics
from sphinx_gitops.reader.fields import Fields, check_id
from sphinx_gitops.yamltree.document import Mapping, Scalar, Tree, describe


def read_styles(fields: Fields, classes: frozenset[str]) -> tuple[Style, ...]:
    """The workflow's own colours."""
    value = fields.get("styles")
    if value is None:
        return ()
    if not isinstance(value, Mapping):
        fields.wrong(value, "a mapping of classes", fields.at("styles"))
        return ()
    return tuple(_style(name, item, fields, classes) for name, item in value.entries)


def _style(name: Scalar, item: Tree, fields: Fields, classes: frozenset[str]) -> Style:
    path = f"styles.{name.text}"
    check_id(name.text, name.span, path, fields.diagnostics)
    hint = "" if name.text in classes else fields.diagnostics.near(name.text, classes, cutoff=0.8)
    if hint:
        message = f"the class {name.text!r} is new{hint}"
        fields.diagnostics.add(Code.UNKNOWN_CLASS, message, name.span, path)
    sides: dict[str, tuple[str, str, str]] = {}
    if not isinstance(item, Mapping):
        fields.wrong(item, "a mapping with fill, stroke and text", path)
        return Style(name=name.text, light=("", "", ""), dark=("", "", ""))
    shared = Mapping(tuple(e for e in item.entries if e[0].text not in {"light", "dark"}), item.span, item.size)
    common = _colours(shared, path, fields.diagnostics)
    for side in ("light", "dark"):
        own = item.get(side)
        colours = _colours(own, f"{path}.{side}", fields.diagnostics) if own is not None else ("", "", "")
        fill, stroke, text = (mine or general for mine, general in zip(colours, common, strict=True))
        sides[side] = (fill, stroke, text)
    return Style(name=name.text, light=sides["light"], dark=sides["dark"])


def _colours(tree: Tree, path: str, diagnostics: Diagnostics) -> tuple[str, str, str]:
    """Fill, stroke and text of one mapping, empty where not given."""
    if not isinstance(tree, Mapping):
        diagnostics.add(Code.WRONG_TYPE, f"expected fill, stroke and text, found {describe(tree)}", tree.span, path)
        return ("", "", "")
    found = dict.fromkeys(STYLE, "")
    for name, value in tree.entries:
        if name.text not in found:
            allowed = [*STYLE, "light", "dark"]
            hint = diagnostics.near(name.text, allowed) or f"; expected one of {', '.join(allowed)}"
            diagnostics.add(Code.UNKNOWN_KEY, f"unknown key {name.text!r}{hint}", name.span, path)
        elif isinstance(value, Scalar) and COLOUR.fullmatch(value.text):
            found[name.text] = value.text.lower()
        else:
            message = f"{describe(value)} is no colour: write a quoted hex colour such as '#1565c0'"
            diagnostics.add(Code.INVALID_COLOUR, message, value.span, f"{path}.{name.text}")
    return (found["fill"], found["stroke"], found["text"])
