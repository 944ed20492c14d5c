"""A build that has ended in, reports of its findings beside no pages out; a finding that counts makes it fail."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from sphinx.builders import Builder

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from docutils import nodes
    from sphinx.application import Sphinx

_Finding = TypeVar("_Finding")

_FILES = {"text": "output.txt", "json": "output.json", "sarif": "output.sarif"}
"""What is written in each format."""


class PagelessBuilder(Builder):
    """A builder that makes nothing of a document, beside every message that pages would have."""

    allow_parallel = True

    def get_outdated_docs(self) -> Iterable[str]:
        """None: nothing is made of a document."""
        return []

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:
        """No pages are made, so there is no address."""
        return ""

    def prepare_writing(self, docnames: AbstractSet[str]) -> None:
        """Nothing to prepare."""

    def write_doc(self, docname: str, doctree: nodes.document) -> None:
        """Nothing to write of a single document."""


def write_reports(
    app: Sphinx,
    findings: Sequence[_Finding],
    formats: Mapping[str, Callable[[Sequence[_Finding]], str]],
    *,
    fails: bool,
) -> None:
    """Write the findings in each format; where the build *fails*, its exit status says so."""
    for name, file in _FILES.items():
        Path(app.outdir, file).write_bytes(formats[name](findings).encode("utf-8", "backslashreplace"))
    if fails:
        app.statuscode = 1
