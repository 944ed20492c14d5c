"""How large and how tangled pictures are: the demo, the template, the gallery and random workflows in stage lanes.

python benchmarks/picture.py [HOW MANY RANDOM ONES]

A second table has the crossings beside those of other engines, as far as they are installed (see ``peers.py``), and
a third has the universal quality metrics of each engine's drawings (see ``universal_metrics.py``).
"""

from __future__ import annotations

import math
import statistics
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from peers import Drawing, peers  # noqa: E402 - after the path
from peers import crossings as peer_crossings  # noqa: E402 - after the path
from universal_metrics import INSTALLED, metrics  # noqa: E402 - after the path

from sphinx_gitops.problems import Span  # noqa: E402 - after the path
from sphinx_gitops.reader import read_path, read_text  # noqa: E402 - after the path
from sphinx_gitops.render.geometry.layout import Layout  # noqa: E402 - after the path
from sphinx_gitops.render.layout import Budget, lay_out  # noqa: E402 - after the path
from sphinx_gitops.render.layout.faults import crossings, faults  # noqa: E402 - after the path
from sphinx_gitops.scene import Scene  # noqa: E402 - after the path
from sphinx_gitops.view import scene as make_scene  # noqa: E402 - after the path
from sphinx_gitops.vocabulary import DEFAULT  # noqa: E402 - after the path
from support.staged_scenes import staged_scene  # noqa: E402 - after the path


def shipped() -> Iterator[tuple[str, Scene]]:
    """The demo, the template and the gallery."""
    template = read_text("", locate=lambda a, b: Span("t", a + 1, b + 1), default="t", template="gitops")
    yield "template", make_scene(template.workflow, DEFAULT)
    for path in (ROOT / "docs/demo/delivery.yaml", *sorted((ROOT / "docs/gallery").glob("*.yaml"))):
        reading = read_path(path, source=path.name, template="", vocabulary=DEFAULT)
        yield path.stem, make_scene(reading.workflow, DEFAULT)


def measured(scene: Scene) -> list[float]:
    """Width, height, area for each component, crossings, bends, faults and milliseconds."""
    start = time.process_time()
    layout = lay_out(scene, Budget())
    spent = time.process_time() - start
    left, top, right, bottom = extent(layout)
    bends = sum(len(route.points) - 2 for route in layout.routes)
    area = (right - left) * (bottom - top) / max(1, len(layout.nodes)) / 1000
    return [right - left, bottom - top, area, crossings(layout), bends, len(faults(scene, layout)), spent * 1000]


def extent(layout: Layout) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of all boxes and components."""
    rects = [*layout.boxes.values(), *layout.nodes.values()]
    return (
        min(rect.x for rect in rects),
        min(rect.y for rect in rects),
        max(rect.right for rect in rects),
        max(rect.bottom for rect in rects),
    )


def ours(scene: Scene) -> Drawing:
    """The picture in stage lanes, as peers draw theirs."""
    layout = lay_out(scene, Budget())
    left, _, right, _ = extent(layout)
    arrows = [
        (edge.source, edge.target, list(route.points)) for edge, route in zip(scene.edges, layout.routes, strict=True)
    ]
    return Drawing(width=right - left, nodes=layout.nodes, arrows=arrows)


def row(name: str, numbers: list[float]) -> str:
    """One line of the table."""
    return f"{name:24}" + "".join(f"{number:9.0f}" for number in numbers)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    titles = ("width", "height", "k px²/n", "cross", "bends", "faults", "ms")
    print(" " * 24 + "".join(f"{title:>9}" for title in titles))
    for name, scene in shipped():
        print(row(name, measured(scene)))
    random = [replace(staged_scene(seed, 5 + seed * 7 % 56), swatches=dict(DEFAULT.swatches)) for seed in range(count)]
    numbers = [measured(scene) for scene in random]
    if numbers:
        columns = list(zip(*numbers, strict=True))
        print(row(f"{count} random, median", [statistics.median(column) for column in columns]))
        print(row(f"{count} random, sum", [sum(column) for column in columns]))
    drawn = [(name, drawings(scene)) for name, scene in shipped()]
    some = [drawings(scene) for scene in random]
    beside(drawn, some)
    if INSTALLED:
        universal(drawn, some)


def drawings(scene: Scene) -> dict[str, Drawing]:
    """Our drawing and each other engine's, by its name."""
    return {"ours": ours(scene), **peers(scene)}


def beside(drawn: list[tuple[str, dict[str, Drawing]]], random: list[dict[str, Drawing]]) -> None:
    """The table of crossings beside other engines."""
    engines = names([one for _, one in drawn] + random)
    if len(engines) < 2:
        return
    print("\n" + f"{'crossings':24}" + "".join(f"{name:>9}" for name in engines))
    for name, one in drawn:
        found = {engine: peer_crossings(drawing.ways) for engine, drawing in one.items()}
        print(row(name, [found.get(engine, math.nan) for engine in engines]))
    whole = [one for one in random if len(one) == len(engines)]
    if whole:
        columns = [[peer_crossings(one[engine].ways) for one in whole] for engine in engines]
        print(row(f"{len(whole)} random, median", [statistics.median(column) for column in columns]))
        print(row(f"{len(whole)} random, sum", [sum(column) for column in columns]))


def names(drawn: list[dict[str, Drawing]]) -> list[str]:
    """The engines that drew any of it."""
    return list(dict.fromkeys(engine for one in drawn for engine in one))


def universal(drawn: list[tuple[str, dict[str, Drawing]]], random: list[dict[str, Drawing]]) -> None:
    """The table of universal quality metrics: the mean of what is shipped and that of the random ones, by engine."""
    for title, pictures in (("shipped", [one for _, one in drawn]), ("random", random)):
        engines = names(pictures)
        whole = [one for one in pictures if len(one) == len(engines)]
        if not whole:
            continue
        means = {}
        for engine in engines:
            found = [metrics(one[engine]) for one in whole]
            means[engine] = {name: statistics.mean(one[name] for one in found) for name in found[0]}
        print("\n" + f"{f'{len(whole)} {title}, mean':24}" + "".join(f"{name:>9}" for name in engines))
        for name in means[engines[0]]:
            print(f"{name:24}" + "".join(f"{means[engine][name]:9.3f}" for engine in engines))


if __name__ == "__main__":
    main()
