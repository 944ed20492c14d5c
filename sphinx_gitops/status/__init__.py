"""Objects of a cluster in, the states of components out."""

from sphinx_gitops.status.files import named_files, read_source, remarks
from sphinx_gitops.status.marking import MarkedWorkflow, NamedSnapshot, marked, time_of

__all__ = ["MarkedWorkflow", "NamedSnapshot", "marked", "named_files", "read_source", "remarks", "time_of"]
