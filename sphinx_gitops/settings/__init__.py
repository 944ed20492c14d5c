"""The values of ``conf.py`` that begin with ``gitops_`` in, one frozen object and every fault of them out.

Knows nothing of Sphinx: the extension takes the values from it, the command line reads them in the file.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx_gitops.settings.alerts import AlertSettings
    from sphinx_gitops.settings.conf_file import ConfFile, find_conf, read_conf
    from sphinx_gitops.settings.project import NAMES, READ, Settings, read_settings

__all__ = ["NAMES", "READ", "AlertSettings", "ConfFile", "Settings", "find_conf", "read_conf", "read_settings"]

_HOMES = {"AlertSettings": "alerts", "ConfFile": "conf_file", "find_conf": "conf_file", "read_conf": "conf_file"}


def __getattr__(name: str) -> object:
    """What reads values, loaded when it is asked for: their defaults can be had without it."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'project')}"), name)
