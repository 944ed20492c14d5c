"""How large and how tangled pictures are: the demo, the template, the gallery and random workflows in stage lanes.

python benchmarks/picture.py [HOW MANY RANDOM ONES]

A second table has the crossings beside those of other engines, as far as they are installed (see ``peers.py``).
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

from peers import crossings as peer_crossings  # noqa: E402 - after the path
from peers import peers  # noqa: E402 - after the path

from sphinx_gitops.problems import Span  # noqa: E402 - after the path
from sphinx_gitops.reader import read_path, read_text  # noqa: E402 - after the path
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
    rects = [*layout.boxes.values(), *layout.nodes.values()]
    wide = max(rect.right for rect in rects) - min(rect.x for rect in rects)
    high = max(rect.bottom for rect in rects) - min(rect.y for rect in rects)
    bends = sum(len(route.points) - 2 for route in layout.routes)
    area = wide * high / max(1, len(layout.nodes)) / 1000
    return [wide, high, area, crossings(layout), bends, len(faults(scene, layout)), spent * 1000]


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
    beside(random)


def tangled(scene: Scene) -> dict[str, int]:
    """The crossings of ours and of each other engine."""
    others = {name: peer_crossings(ways) for name, ways in peers(scene).items()}
    return {"ours": crossings(lay_out(scene, Budget())), **others}


def beside(random: list[Scene]) -> None:
    """The table of crossings beside other engines."""
    found = {name: tangled(scene) for name, scene in shipped()}
    some = [tangled(scene) for scene in random]
    engines = list(dict.fromkeys(name for one in (*found.values(), *some) for name in one))
    if len(engines) < 2:
        return
    print("\n" + f"{'crossings':24}" + "".join(f"{name:>9}" for name in engines))
    for name, one in found.items():
        print(row(name, [one.get(engine, math.nan) for engine in engines]))
    whole = [one for one in some if len(one) == len(engines)]
    if whole:
        columns = [[one[engine] for one in whole] for engine in engines]
        print(row(f"{len(whole)} random, median", [statistics.median(column) for column in columns]))
        print(row(f"{len(whole)} random, sum", [sum(column) for column in columns]))


if __name__ == "__main__":
    main()
