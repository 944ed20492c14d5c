"""LaTeX has pictures that fit on its paper."""

from __future__ import annotations

import re


def test_a_diagram_too_large_for_paper_says_how_to_split_it(build, warnings):
    stages = "".join(f"     s{n}: {{components: {{C{n}a: Aa {n}, C{n}b: Bb {n}}}}}\n" for n in range(40))
    flows = "".join(f"     - C{n}a --> C{n + 1}a\n" for n in range(39))
    text = f"T\n=\n\n.. gitops-workflow::\n\n   id: huge\n   stages:\n{stages}   flows:\n{flows}"
    app = build({"index.rst": text}, builder="latex")
    assert len(warnings(app)) == 1
    assert re.search(
        r"index\.rst:4: WARNING: the diagram 'huge' is too large.*':collapse: stages'.*split.*\[gitops\.too-small\]",
        warnings(app)[0],
    )
