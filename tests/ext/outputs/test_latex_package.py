"""LaTeX has the package that pictures need beside the document, and nodes of ours are written where there are some."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.sites import site


@pytest.mark.parametrize(("files", "pictures"), [(site(), 1), ({"index.rst": "Site\n====\n"}, 0)])
def test_the_package_is_beside_the_document(build, warnings, files, pictures):
    app = build(files, builder="latex")
    assert warnings(app) == []
    assert Path(app.outdir, "sphinxgitops.sty").is_file()
    (text,) = (path.read_text(encoding="utf-8") for path in Path(app.outdir).glob("*.tex"))
    assert text.count("\\gitopspicture{") == pictures
