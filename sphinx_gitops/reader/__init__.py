"""Text in, a ``Workflow`` and every problem of it out; knows nothing of Sphinx."""

from sphinx_gitops.reader.reading import Reading, read_path, read_text
from sphinx_gitops.reader.template import TEMPLATES

__all__ = ["TEMPLATES", "Reading", "read_path", "read_text"]
