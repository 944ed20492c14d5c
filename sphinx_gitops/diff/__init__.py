"""Two workflows in, what one changes of the other out: as data, in words, and drawn."""

from sphinx_gitops.diff.change import Action, Change, ChangeSubject
from sphinx_gitops.diff.comparing import compared

__all__ = ["Action", "Change", "ChangeSubject", "compared"]
