"""YAML text in, a ``Workflow`` and its problems out: parsed, merged with a template, parts and flows read."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, replace
from pathlib import Path

from sphinx_gitops.format import WORKFLOW
from sphinx_gitops.identifiers import slug
from sphinx_gitops.model import Direction, Group, Workflow
from sphinx_gitops.palette import PARTS
from sphinx_gitops.problems import Code, Problem, Span
from sphinx_gitops.reader.base import Base, template_base
from sphinx_gitops.reader.contrast import check_styles
from sphinx_gitops.reader.diagnostics import Diagnostics
from sphinx_gitops.reader.fields import Fields, check_id
from sphinx_gitops.reader.files import File, load
from sphinx_gitops.reader.flows import read_flows
from sphinx_gitops.reader.include import Includer
from sphinx_gitops.reader.merge import Merged, merge
from sphinx_gitops.reader.other_contents import other_contents
from sphinx_gitops.reader.parts import PartReader, drop_former_clashes
from sphinx_gitops.reader.places import KnownIds
from sphinx_gitops.reader.repeated_flows import without_repeated
from sphinx_gitops.reader.styles import read_styles
from sphinx_gitops.vocabulary import DEFAULT, Vocabulary
from sphinx_gitops.yamltree.document import Mapping, Scalar, Tree, describe, parse
from sphinx_gitops.yamltree.errors import Locate, shortened

_FENCE = r"\s*(?:[`:]{3,}[^\n]*\n)?"
"""The opening of a code block that has been pasted with what is in it."""
_LANGUAGES = {
    "Mermaid": re.compile(
        _FENCE + r"\s*(?:---\n.*?\n---\s)?\s*(?:%%[^\n]*\n\s*)*"
        r"((?:flowchart|graph)(?=[ \t]+(?:TB|TD|BT|LR|RL)\b|\s*\n)|\w+Diagram(?:-v2)?(?=\s)|gitGraph\b|mindmap\s)",
        re.DOTALL,
    ),
    "PlantUML": re.compile(_FENCE + r"\s*(@start\w+)"),
    "Graphviz": re.compile(_FENCE + r"\s*(?:strict\s+)?((?:di)?graph)\b[^\n{:]*\{"),
}
"""Languages of diagrams, each with how a text in it starts."""


_FLOWCHARTS = frozenset({"flowchart", "graph", "digraph"})
"""The words that begin a diagram of which a workflow can be made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read; the workflow is None where nothing of it can be drawn.

    ``files`` are the included files, those that could not be read too.
    """

    workflow: Workflow | None
    problems: tuple[Problem, ...]
    files: tuple[Path, ...] = ()


def other_language(text: str) -> tuple[str, str] | None:
    """The language of diagrams that a text is in, with the word that says so; None where it is in none known."""
    found = ((language, start.match(text)) for language, start in _LANGUAGES.items())
    return next(((language, match[1]) for language, match in found if match), None)


def _root(
    tree: Tree | None, problems: list[Problem], locate: Locate, diagnostics: Diagnostics, *, based: bool
) -> Mapping | None:
    """The body's mapping; an empty one where there is something that it starts from."""
    if isinstance(tree, Mapping):
        return tree
    empty = tree is None or (isinstance(tree, Scalar) and tree.is_null)
    if empty and based and not problems:
        return Mapping((), locate(0, 0), 1)
    if empty and not problems:
        diagnostics.add(Code.MISSING_KEY, "the workflow is empty: it needs 'stages'", locate(0, 0), "")
    elif tree is not None and not empty:
        message = f"a workflow is a mapping with 'stages', found {describe(tree)}"
        diagnostics.add(Code.WRONG_TYPE, message, tree.span, "")
    return Mapping((), locate(0, 0), 1) if based else None


def _workflow_id(fields: Fields, default: str) -> str:
    """The workflow's id, written or made from its title."""
    value = fields.get("id")
    title = fields.text("title")
    fallback = slug(title) if title else slug(default)
    if value is None:
        return fallback
    if not isinstance(value, Scalar):
        fields.wrong(value, "an id", "id")
        return fallback
    if "." in value.text:
        message = f"the workflow's id {value.text!r} has a dot: full names are WORKFLOW.ID, so write it without one"
        fields.diagnostics.add(Code.INVALID_ID, message, value.span, "id")
        return fallback
    return value.text if check_id(value.text, value.span, "id", fields.diagnostics) else fallback


def _former(fields: Fields, own: str) -> tuple[str, ...]:
    """The workflow's earlier ids: each once, none with a dot, none its own."""
    found: dict[str, None] = {}
    for scalar in fields.scalars("formerly"):
        name = scalar.text
        if "." in name:
            message = f"the former id {shortened(name)} has a dot, which no id of a workflow can have: remove it"
            fields.diagnostics.add(Code.INVALID_ID, message, scalar.span, "formerly")
        elif name == own or name in found:
            message = f"the former id {shortened(name)} is taken, by this workflow itself: remove it here"
            fields.diagnostics.add(Code.DUPLICATE_ID, message, scalar.span, "formerly")
        elif check_id(name, scalar.span, "formerly", fields.diagnostics):
            found[name] = None
    return tuple(found)


def _around(groups: tuple[Group, ...], outer: tuple[str, ...] = ()) -> dict[str, tuple[str, ...]]:
    """Each id with the ids of the boxes around it."""
    found: dict[str, tuple[str, ...]] = {}
    for group in groups:
        found[group.id] = outer
        inside = (*outer, group.id)
        found.update((component.id, inside) for component in group.components)
        found.update(_around(group.groups, inside))
    return found


def _build(merged: Merged, body: Mapping, base: Base | None, default: str, context: _Context) -> Workflow | None:
    diagnostics = context.diagnostics
    fields = Fields(merged.tree, "", diagnostics, WORKFLOW)
    other = other_contents([name.text for name, _ in body.entries], [key.name for key in WORKFLOW]) if not base else ""
    if other:
        diagnostics.add(Code.MISSING_KEY, other, merged.tree.span, "")
        return None
    fields.check_keys()
    styles = merged.tree.get("styles")
    own = {name.text for name, _ in styles.entries} - set(PARTS) if isinstance(styles, Mapping) else set()
    classes = frozenset(context.vocabulary.classes)
    parts = PartReader(context.vocabulary, classes | own, diagnostics)
    stages = drop_former_clashes(parts.stages(fields.get("stages")), parts.seen, diagnostics)
    if not stages:
        written = fields.get("stages")
        if written is None or (isinstance(written, Mapping) and not written.entries):
            diagnostics.add(Code.MISSING_KEY, "a workflow needs 'stages' with at least one stage", merged.tree.span, "")
        return None
    name = _workflow_id(fields, default)
    around = _around(stages)
    places = KnownIds(
        around,
        merged.removed,
        titles={part.id: part.title for stage in stages for part in stage.parts()},
        incomplete=context.incomplete,
        generated=base.sources if base else frozenset(),
        workflow=name,
    )
    lists = (base.tree.get("flows") if base else None, body.get("flows"))
    flows = tuple(read_flows(lists, "flows", places, diagnostics))
    workflow = Workflow(
        id=name,
        title=fields.line("title"),
        span=body.span,
        spans=fields.spans("manifests", "formerly"),
        description=fields.text("description"),
        direction=fields.choice("direction", Direction),
        stages=stages,
        flows=tuple(without_repeated(flows, places.generated)),
        styles=read_styles(fields, classes | set(PARTS)),
        manifests=fields.texts("manifests"),
        waive=fields.waive(),
        formerly=_former(fields, name),
    )
    check_styles(workflow, merged.tree.get("styles"), context.vocabulary, diagnostics)
    return workflow


@dataclass(frozen=True, slots=True)
class _Context:
    vocabulary: Vocabulary
    diagnostics: Diagnostics
    incomplete: bool


def read_text(
    text: str,
    *,
    locate: Locate,
    default: str,
    template: str = "",
    base: Base | None = None,
    vocabulary: Vocabulary = DEFAULT,
    file: File | None = None,
) -> Reading:
    """Read one workflow; raises nothing, whatever the text.

    *locate* turns a line and column of *text* (from 0) into a place; *default* names a workflow without id and title;
    *template* is one of TEMPLATES or empty, *base* another workflow to start from; paths of included files are relative
    to *file*, whose text it is.
    """
    diagnostics = Diagnostics()
    tree, problems = parse(text, locate)
    foreign = other_language(text) if problems or not isinstance(tree, Mapping) else None
    if foreign:
        message = f"this is {foreign[0]} ({foreign[1]!r}), and a workflow is YAML with 'stages' and 'flows'"
        if foreign[1] in _FLOWCHARTS:
            message += "; 'sphinx-gitops import FILE' makes a workflow of it"
        diagnostics.add(Code.WRONG_TYPE, message, locate(0, 0), "")
        return _sorted(None, diagnostics)
    diagnostics.extend(problems)
    if template:
        base = template_base(template, locate(0, 0), diagnostics)
        if base is None and tree is None:
            return _sorted(None, diagnostics)
    body = _root(tree, problems, locate, diagnostics, based=base is not None)
    workflow, includer = None, Includer(diagnostics)
    if body is not None:
        body = includer.workflow(body, file)
        merged = merge(base, body, diagnostics) if base else Merged(body, frozenset())
        context = _Context(vocabulary, diagnostics, incomplete=includer.incomplete)
        workflow = _build(merged, body, base, default, context)
        if workflow and not workflow.title:
            workflow = replace(workflow, title=_title(default if workflow.id == slug(default) else workflow.id))
    return _sorted(workflow, diagnostics, tuple(includer.files))


def _sorted(workflow: Workflow | None, diagnostics: Diagnostics, files: tuple[Path, ...] = ()) -> Reading:
    ordered = sorted(diagnostics.problems, key=lambda problem: problem.span)
    return Reading(workflow=workflow, problems=tuple(ordered), files=files)


def _title(default: str) -> str:
    words = re.sub(r"[\W_]+", " ", default).strip()
    return words[:1].upper() + words[1:] or "Workflow"


def read_path(path: Path, *, source: str = "", template: str = "", vocabulary: Vocabulary = DEFAULT) -> Reading:
    """Read the workflow in the file *path*, shown in messages as *source*."""
    shown = source or path.as_posix()
    text, problem = load(path, shown, pipes=True)
    if problem:
        return Reading(workflow=None, problems=(problem,))
    return read_text(
        text,
        locate=lambda line, column: Span(shown, line + 1, column + 1),
        default=path.stem,
        template=template,
        vocabulary=vocabulary,
        file=File(path=path, shown=shown, root=path.parent, top=posixpath.dirname(shown)),
    )
