"""The import contract and the imports in, the diagrams of docs/explanation/architecture out, as workflows.

Each layer of a package is a component, each import between two layers a flow, imports for types alone included. A flow
that others imply is left out. What imports upwards ends the command, so a diagram cannot show what is not true.
"""

from __future__ import annotations

import ast
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "explanation" / "architecture"
KERNEL = "kernel"
"""How the layer of the modules that stand in a package itself is called, where a contract names them one by one."""


def contracts() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The layers of each package that has some, the highest first, by the package's full name."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    found = (one for one in settings["tool"]["importlinter"]["contracts"] if one["type"] == "layers")
    return {
        package: tuple(_names(layer) for layer in contract["layers"])
        for contract in found
        for package in contract["containers"]
    }


def _names(layer: str) -> tuple[str, ...]:
    return tuple(name.strip(" ()") for name in layer.replace(":", "|").split("|"))


def _modules() -> dict[str, Path]:
    """Every module by its full name."""
    found = {}
    for path in sorted((ROOT / "sphinx_gitops").rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports() -> set[tuple[str, str]]:
    """Each pair of modules of which the first imports the second, also inside functions and for types."""
    modules = _modules()
    return {(name, other) for name, path in modules.items() for other in _imported(path, modules) if other != name}


def _imported(path: Path, modules: Mapping[str, Path]) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in modules)
        elif isinstance(node, ast.ImportFrom) and node.module in modules:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in modules else node.module


def _layer_of(module: str, package: str, layers: Iterable[tuple[str, ...]]) -> int | None:
    """The number of the layer that a module is in; None for the package itself and for what is outside."""
    if not module.startswith(f"{package}."):
        return None
    first = module[len(package) + 1 :].split(".", maxsplit=1)[0]
    return next((number for number, names in enumerate(layers) if first in names), None)


def flows(package: str, layers: tuple[tuple[str, ...], ...], pairs: Iterable[tuple[str, str]]) -> list[tuple[int, int]]:
    """The imports between the layers of a package, less what others imply. Raises ValueError for one upwards."""
    below: dict[int, set[int]] = defaultdict(set)
    for importer, imported in pairs:
        upper, lower = (_layer_of(name, package, layers) for name in (importer, imported))
        if upper is None or lower is None or upper == lower:
            continue
        if upper > lower:
            raise ValueError(f"{importer} imports {imported}, which is in a higher layer")
        below[upper].add(lower)
    reach: dict[int, set[int]] = {}
    for number in reversed(range(len(layers))):
        reach[number] = set(below[number]).union(*(reach[lower] for lower in below[number]))
    return [
        (upper, lower)
        for upper in range(len(layers))
        for lower in sorted(below[upper])
        if not any(lower in reach[between] for between in below[upper])
    ]


def workflow(package: str, layers: tuple[tuple[str, ...], ...], pairs: Iterable[tuple[str, str]]) -> str:
    """The diagram of one package in the workflow format."""
    lines = [
        "# Written by tools/architecture.py from the import contract and the imports: do not edit.",
        f"id: {package.replace('.', '-').replace('_', '-')}",
        f"title: The layers of {package}",
        "stages:",
        "  package:",
        f"    title: {package}",
        "    class: neutral",
        "    direction: TB",
        "    components:",
    ]
    for number, names in enumerate(layers):
        lines.append(f"      L{number}: {{title: {_title(names)!r}, class: {_COLOURS[number % len(_COLOURS)]}}}")
    lines.append("flows:")
    lines += [f"  - L{upper} --> L{lower}" for upper, lower in flows(package, layers, pairs)]
    return "\n".join(lines) + "\n"


_COLOURS = ("source", "build", "ops", "platform", "monitor", "neutral")
_MANY = 8
"""A layer of more modules is called by their number."""


def _title(names: tuple[str, ...]) -> str:
    return " · ".join(names) if len(names) <= _MANY else f"{KERNEL}: {len(names)} modules"


def documents() -> dict[Path, str]:
    """The file of each diagram with its content."""
    pairs = imports()
    return {
        FOLDER / f"{package.removeprefix('sphinx_gitops').strip('.') or 'package'}.yaml": workflow(
            package, layers, pairs
        )
        for package, layers in contracts().items()
    }


def main() -> None:
    """Write the diagrams."""
    FOLDER.mkdir(exist_ok=True)
    for path, text in documents().items():
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
