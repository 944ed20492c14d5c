"""The options of a command in, the settings of the project of a file out."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, field, replace
from pathlib import Path

from sphinx_gitops.cli.files.streams import STDIN
from sphinx_gitops.cli.usage import UsageError
from sphinx_gitops.paths import is_file
from sphinx_gitops.problems import Code, Problem
from sphinx_gitops.settings import READ, ConfFile, Settings, find_conf, read_conf, read_settings
from sphinx_gitops.settings.conf_file import CONF_PY

_DECIDED_BY = {Code.UNKNOWN_KIND.value: "gitops_kinds", Code.UNKNOWN_CLASS.value: "gitops_classes"}
"""The setting in which a project declares what a code complains of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """The settings of one project, the faults of its ``conf.py``, and that file, if there is one."""

    settings: Settings = field(default_factory=Settings)
    problems: tuple[Problem, ...] = ()
    conf: ConfFile | None = None

    @property
    def root(self) -> Path:
        """The folder of the documentation, as far as it is known: that of ``conf.py``."""
        return self.conf.path.parent if self.conf else Path()

    def explained(self, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
        """The problems of a workflow: what a project may declare is named, and why its declaration is not known."""
        unread = self.conf.unread if self.conf else {}
        names = [name for code, name in _DECIDED_BY.items() if name in unread and any(p.code == code for p in problems)]
        causes = dict.fromkeys(unread[name] for name in names)
        return (*causes, *(self._hinted(problem) for problem in problems))

    def _hinted(self, problem: Problem) -> Problem:
        name = _DECIDED_BY.get(problem.code)
        if name is None or name in problem.message:
            return problem
        where = f"in {self.conf.path.as_posix()}" if self.conf else "in conf.py, which --conf DIR finds"
        return replace(problem, message=f"{problem.message}; one of the project's own is declared as {name} {where}")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The option that names the project."""
    words = "the folder of the project's conf.py; default: the nearest one beside or above the file"
    parser.add_argument("--conf", metavar="DIR", default="", help=words)


def _conf_of(file: str, folder: str) -> Path | None:
    """The ``conf.py`` that counts for a file."""
    if not folder:
        return find_conf(Path("stdin" if file == STDIN else file))
    named = Path(folder)
    path = named if named.name == CONF_PY else named / CONF_PY
    if not is_file(path):
        raise UsageError(f"argument --conf: there is no {path.as_posix()}")
    return path


def project_of(file: str, folder: str) -> Project:
    """The project of a file, by the *folder* of ``--conf`` or by where the file stands. Raises UsageError."""
    path = _conf_of(file, folder)
    if path is None:
        return Project()
    try:
        conf = read_conf(path, READ, shown=_shown(path))
    except OSError as error:
        raise UsageError(f"{path.as_posix()} cannot be read: {(error.strerror or str(error)).lower()}") from error
    settings, problems = read_settings(conf.values, conf.lines)
    return Project(settings=settings, problems=problems, conf=replace(conf, path=Path(_shown(path))))


def _shown(path: Path) -> str:
    """A file as messages show it: from the working folder where it is in it."""
    here = Path.cwd()
    return (path.relative_to(here) if path.is_relative_to(here) else path).as_posix()
