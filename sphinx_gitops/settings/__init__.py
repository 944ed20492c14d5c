"""The values of ``conf.py`` that begin with ``gitops_`` in, one frozen object and every fault of them out.

Knows nothing of Sphinx: the extension takes the values from it, the command line reads them in the file.
"""

from sphinx_gitops.settings.alerts import AlertSettings
from sphinx_gitops.settings.conf_file import ConfFile, find_conf, read_conf
from sphinx_gitops.settings.project import NAMES, READ, Settings, read_settings

__all__ = ["NAMES", "READ", "AlertSettings", "ConfFile", "Settings", "find_conf", "read_conf", "read_settings"]
