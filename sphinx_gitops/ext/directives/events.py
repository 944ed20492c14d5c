"""The event ``gitops-workflow-read``: a project's own code may change a workflow before anything is made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.errors import ExtensionError, SphinxError

from sphinx_gitops.ext.application import application
from sphinx_gitops.ext.config import vocabulary
from sphinx_gitops.ext.directives import WORKFLOW_READ
from sphinx_gitops.ext.report import report
from sphinx_gitops.ext.serialize import pack
from sphinx_gitops.model import Workflow
from sphinx_gitops.problems import Code, Problem
from sphinx_gitops.workflows.validation import flaws

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def _name(listener: Callable[..., object]) -> str:
    module = getattr(listener, "__module__", None) or "conf"  # what conf.py defines has no module
    return f"{module}.{getattr(listener, '__qualname__', type(listener).__qualname__)}"


def _call(app: Sphinx, listener: Callable[..., object], docname: str, workflow: Workflow) -> object:
    try:
        return listener(app, docname, workflow)
    except SphinxError:
        raise
    except Exception as error:
        raise ExtensionError(f"the listener {_name(listener)} of {WORKFLOW_READ} failed: {error}", error) from error


def _unkept(workflow: Workflow) -> list[str]:
    """Why a workflow that is sound cannot be kept: a listener may have put objects of any class into it."""
    try:
        pack(workflow)
    except Exception as error:  # noqa: BLE001 - pickle raises many, and a class of another's code runs here
        return [f"it cannot be kept, {error}: classes of objects in it must stand in a module"]
    return []


def changed(env: BuildEnvironment, workflow: Workflow) -> Workflow:
    """The workflow as the listeners leave it, each given what the one before returned; what is unsound is refused."""
    app = application(env)
    for entry in sorted(app.events.listeners.get(WORKFLOW_READ, ()), key=lambda one: one.priority):
        result = _call(app, entry.handler, env.docname, workflow)
        if result is None:
            continue
        if isinstance(result, Workflow):
            wrong = flaws(result, vocabulary(app.config)) or _unkept(result)
            if not wrong:
                workflow = result
                continue
        else:
            wrong = [f"it returned {type(result).__name__}, where a Workflow or None is expected"]
        message = (
            f"the listener {_name(entry.handler)} of {WORKFLOW_READ}: {'; '.join(wrong[:5])}; its change is left out"
        )
        report([Problem(code=Code.LISTENER, message=message, span=workflow.span)])
    return workflow
