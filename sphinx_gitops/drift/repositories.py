"""The folders that workflows name under ``manifests`` in, what each declares out, read once for all workflows."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from sphinx_gitops.drift.comparison import MissingFolder
from sphinx_gitops.drift.naming.inventory import Inventory
from sphinx_gitops.importers.discovery import Discovery
from sphinx_gitops.paths import is_folder


@dataclass(slots=True)
class Repositories:
    """The repositories of a run; *read* gives what a folder declares, and None where there is no folder."""

    read: Callable[[Path], Discovery | None]
    numbers: dict[Path, int] = field(default_factory=dict)
    known: dict[int, Inventory] = field(default_factory=dict)

    def of(self, folders: Iterable[tuple[str, Path, str]]) -> tuple[dict[int, Inventory], tuple[MissingFolder, ...]]:
        """The repositories in *folders*, each as it is written, where it is and as messages show it.

        And those that are not there.
        """
        found: dict[int, Inventory] = {}
        absent = []
        for text, path, shown in folders:
            number = self._number(path, shown)
            if number is None:
                absent.append(MissingFolder(text=text, nearest=_nearest(path, shown)))
            else:
                found[number] = self.known[number]
        return found, tuple(absent)

    def _number(self, path: Path, shown: str) -> int | None:
        """The number of a folder, by which all workflows know it."""
        try:
            real = path.resolve()
        except (OSError, RuntimeError, ValueError):  # a loop of links, or a path that none can be
            return None
        if real not in self.numbers:
            discovery = self.read(path)
            if discovery is None:
                return None
            self.numbers[real] = len(self.numbers)
            self.known[self.numbers[real]] = Inventory(shown=shown, discovery=discovery)
        return self.numbers[real]


def _nearest(path: Path, shown: str) -> str:
    """The nearest folder above one that is not there."""
    steps, folder = 0, Path(os.path.normpath(path))
    while not is_folder(folder) and folder != folder.parent:
        steps, folder = steps + 1, folder.parent
    above = posixpath.normpath(posixpath.join(shown, *[".."] * steps))
    return above.rstrip("/") + "/"
