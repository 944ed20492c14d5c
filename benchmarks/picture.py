"""How large and how tangled pictures are: lanes beside engines, on the demo, the gallery and random workflows.

python benchmarks/picture.py [HOW MANY RANDOM ONES]
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from staged_scenes import staged_scene  # noqa: E402 - the tests' scenes, which are no package

from sphinx_gitops.emit import to_graph  # noqa: E402 - after the path
from sphinx_gitops.reader import read_path  # noqa: E402 - after the path
from sphinx_gitops.render import Layout, RenderError, arrange, choose, given, layout_config, overlay  # noqa: E402
from sphinx_gitops.render.layout import Budget, lay_out  # noqa: E402 - after the path
from sphinx_gitops.render.layout.faults import crossings, faults  # noqa: E402 - after the path
from sphinx_gitops.scene import Scene  # noqa: E402 - after the path
from sphinx_gitops.view import scene as make_scene  # noqa: E402 - after the path
from sphinx_gitops.vocabulary import DEFAULT  # noqa: E402 - after the path


def shipped() -> Iterator[tuple[str, Scene]]:
    """The demo and the gallery."""
    for path in (ROOT / "docs/demo/delivery.yaml", *sorted((ROOT / "docs/gallery").glob("*.yaml"))):
        reading = read_path(path, source=path.name, template="", vocabulary=DEFAULT)
        yield path.stem, make_scene(reading.workflow, DEFAULT)


def engine_layout(name: str) -> Callable[[Scene], Layout]:
    """Layouts of merman with one of Mermaid's algorithms."""
    engine = choose("merman")

    def lay(scene: Scene) -> Layout:
        config = overlay(layout_config(scene), {"layout": name})
        return arrange(scene, given(scene, to_graph), engine=engine, config=config, timeout=60)

    return lay


def engines() -> Iterator[tuple[str, Callable[[Scene], Layout]]]:
    """The lanes, and what of merman is installed."""
    yield "lanes", lambda scene: lay_out(scene, Budget())
    for name in ("elk", "dagre"):
        try:
            yield name, engine_layout(name)
        except RenderError as error:
            print(f"{name}: {error}")


def measured(scene: Scene, lay: Callable[[Scene], Layout]) -> list[float]:
    """Width, height, area for each component, crossings, bends, faults and milliseconds."""
    start = time.process_time()
    layout = lay(scene)
    spent = time.process_time() - start
    rects = [*layout.boxes.values(), *layout.nodes.values()]
    wide = max(rect.right for rect in rects) - min(rect.x for rect in rects)
    high = max(rect.bottom for rect in rects) - min(rect.y for rect in rects)
    bends = sum(len(route.points) - 2 for route in layout.routes)
    area = wide * high / max(1, len(layout.nodes)) / 1000
    return [wide, high, area, crossings(layout), bends, len(faults(scene, layout)), spent * 1000]


def row(name: str, engine: str, numbers: list[float]) -> str:
    """One line of the table."""
    return f"{name:24} {engine:6}" + "".join(f"{number:9.0f}" for number in numbers)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    print(
        f"{'':31}"
        + "".join(f"{title:>9}" for title in ("width", "height", "k px²/n", "cross", "bends", "faults", "ms"))
    )
    random = [(f"random {seed}", staged_scene(seed, 5 + seed * 7 % 56)) for seed in range(count)]
    for engine, lay in engines():
        for name, scene in shipped():
            print(row(name, engine, measured(scene, lay)))
        numbers = [measured(scene, lay) for _, scene in random]
        if numbers:
            print(
                row(
                    f"{count} random, median",
                    engine,
                    [statistics.median(column) for column in zip(*numbers, strict=True)],
                )
            )
            print(row(f"{count} random, sum", engine, [sum(column) for column in zip(*numbers, strict=True)]))


if __name__ == "__main__":
    main()
