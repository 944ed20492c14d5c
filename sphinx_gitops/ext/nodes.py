"""The placeholders for pictures, outlines, descriptions, runbooks and tables, and the picture that LaTeX takes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from sphinx_gitops.ext.late import loaded

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.docutils import SphinxTranslator

    from sphinx_gitops.ext.diagram_request import DiagramRequest
    from sphinx_gitops.model import Workflow


class gitops_diagram(nodes.General, nodes.Element, addnodes.translatable):  # noqa: N801 - docutils names nodes so
    """A diagram to draw: ``request`` is what its directive asks for, ``workflow`` the workflow as bytes, if it has one.

    ``original`` is the workflow in the writer's language, and ``translations`` maps its texts to the reader's.
    """

    @property
    def request(self) -> DiagramRequest:
        """What its directive asks for."""
        found: DiagramRequest = self["request"]
        return found

    @property
    def packed(self) -> bytes:
        """Its own workflow as bytes; empty for a view."""
        found: bytes = self["workflow"]
        return found

    @property
    def workflow(self) -> Workflow:
        """Its own workflow."""
        found: Workflow = loaded("serialize:unpack")(self.packed)
        return found

    @workflow.setter
    def workflow(self, workflow: Workflow) -> None:
        self["workflow"] = loaded("serialize:pack")(workflow)

    def preserve_original_messages(self) -> None:
        """Keep the texts of the writer, for the catalogue."""
        self["original"] = self["workflow"]

    def apply_translated_message(self, original_message: str, translated_message: str) -> None:
        """Note one text in another language."""
        self["translations"] = {**self["translations"], original_message: translated_message}

    def extract_original_messages(self) -> list[str]:
        """The texts of the writer."""
        found: list[str] = loaded("resolve.translated:originals")(self["original"]) if self.get("original") else []
        return found


class gitops_outline(nodes.General, nodes.Element):  # noqa: N801
    """The text version of the diagram whose request has its ``key``. Becomes a container before any writer sees it."""


class gitops_signature(nodes.Inline, nodes.Element):  # noqa: N801
    """The title, kind and mark of the component ``name``, in its description's signature."""


class gitops_title(nodes.Inline, nodes.Element, addnodes.translatable):  # noqa: N801
    """The ``title`` of the runbook ``name``, in its signature; ``shown`` is what it is in the reader's language.

    ``own`` says that the writer gave it one.
    """

    def preserve_original_messages(self) -> None:
        """The writer's words stay beside those that are shown."""

    def apply_translated_message(self, original_message: str, translated_message: str) -> None:
        """Take it in another language."""
        self["shown"] = translated_message

    def extract_original_messages(self) -> list[str]:
        """The writer's words."""
        return [self["title"]] if self["own"] else []


class gitops_object(nodes.Invisible, nodes.Element):  # noqa: N801
    """What a description registers at ``span``: ``said``; of a runbook ``shown``, in the reader's language, as well.

    ``former`` is the place of its former ids, ``alerts`` that of its alerts. It is gone once the document is read.
    """


class gitops_unread(nodes.Invisible, nodes.Element):  # noqa: N801
    """A workflow that could not be read: ``may_have`` are its names. It is gone once the document has been read."""


class gitops_facts(nodes.General, nodes.Element, addnodes.translatable):  # noqa: N801
    """The facts of a component or runbook: ``record`` has those of its directive, ``option_lines`` the line of each.

    The symptoms of a runbook are sentences, and are put into the reader's language.
    """

    def preserve_original_messages(self) -> None:
        """The writer's words stay beside those that are shown."""
        self["symptoms"] = getattr(self["record"], "symptoms", ())

    def apply_translated_message(self, original_message: str, translated_message: str) -> None:
        """Take one symptom in another language."""
        record = self["record"]
        symptoms = (translated_message if one == original_message else one for one in record.symptoms)
        self["record"] = replace(record, symptoms=tuple(symptoms))

    def extract_original_messages(self) -> list[str]:
        """The writer's words, each once."""
        return list(dict.fromkeys(self.get("symptoms", ())))


class gitops_table(nodes.General, nodes.Element):  # noqa: N801
    """The rows of a table that asks ``query``; ``option_lines`` has the lines of its directive's options."""


class gitops_audit(nodes.General, nodes.Element):  # noqa: N801
    """The tables of an audit that asks ``query``; each child has the prose of the practice whose id is ``control``."""


class gitops_picture(nodes.General, nodes.Element):  # noqa: N801
    """A drawn picture in LaTeX: ``file``, its natural width in ``points``, its ``text`` in pt, ``width``, ``align``.

    ``links`` are the targets of its parts, with their boxes.
    """


class gitops_in_place(nodes.General, nodes.Element):  # noqa: N801
    """A figure that LaTeX sets where it is written, unless it ``floats`` and no footnote is around it."""


class gitops_html_anchor(nodes.Inline, nodes.Element):  # noqa: N801
    """An anchor of HTML in Markdown, with the ``id``."""


class gitops_inline_picture(nodes.General, nodes.Element):  # noqa: N801
    """A picture in a page of HTML with the links around it: one child of its figure, for docutils counts these."""


def _pass(self: SphinxTranslator, node: nodes.Element) -> None:
    """Nothing to write: the post-transform has replaced these nodes, except for gettext, where their text counts."""


def setup(app: Sphinx) -> None:
    """Declare the nodes."""
    nothing = (_pass, _pass)
    for node in (
        gitops_diagram,
        gitops_outline,
        gitops_signature,
        gitops_title,
        gitops_facts,
        gitops_table,
        gitops_audit,
    ):
        app.add_node(node, html=nothing, latex=nothing, text=nothing, man=nothing, texinfo=nothing)
    app.add_node(gitops_inline_picture, html=nothing)
