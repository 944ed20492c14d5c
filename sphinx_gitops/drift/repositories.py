"""The folders that workflows name under ``manifests`` in, what each declares out, read once for all workflows."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from sphinx_gitops.drift.comparison import Absent
from sphinx_gitops.drift.naming.inventory import Inventory
from sphinx_gitops.importers.discovery import Discovery


@dataclass(slots=True)
class Repositories:
    """The repositories of a run; *read* gives what a folder declares, and None where there is no folder."""

    read: Callable[[Path], Discovery | None]
    numbers: dict[Path, int] = field(default_factory=dict)
    known: dict[int, Inventory] = field(default_factory=dict)

    def of(self, names: tuple[str, ...], folder: Path, shown: str) -> tuple[dict[int, Inventory], tuple[Absent, ...]]:
        """The repositories that *names* mean in *folder*, which messages call *shown*, and those that are not there."""
        found: dict[int, Inventory] = {}
        absent = []
        for name in names:
            number = self._number(folder / name, posixpath.normpath(posixpath.join(shown, name)))
            if number is None:
                absent.append(Absent(text=name, nearest=_nearest(folder, shown, name)))
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


def _nearest(folder: Path, shown: str, name: str) -> str:
    """The nearest folder above one that is not there."""
    parts = posixpath.normpath(name).split("/")
    for end in range(len(parts) - 1, 0, -1):
        above = "/".join(parts[:end]) or "/"
        if (folder / above).is_dir():
            return posixpath.normpath(posixpath.join(shown, above)).rstrip("/") + "/"
    return f"{shown.rstrip('/') or '.'}/"
