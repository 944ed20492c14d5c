"""The search of a site that is built again has the words of this build alone."""

from __future__ import annotations

from pathlib import Path

from support.sites import site


def words(app) -> str:
    return Path(app.outdir, "searchindex.js").read_text(encoding="utf-8")


def test_words_of_what_is_left_out_now_are_gone(build, make_app):
    files = site()
    files["index.rst"] += "\n.. only:: internal\n\n   Zanzibar\n   --------\n\n   Quetzal.\n"
    app = build(files)
    for tags, there in ((["internal"], True), ([], False)):
        again = make_app(
            "html", srcdir=app.srcdir, tags=tags, confoverrides={"extensions": ["sphinx_gitops"], "html_theme": "basic"}
        )
        again.build()
        assert ["zanzibar" in words(again), "quetzal" in words(again)] == [there, there]
        assert "scan" in words(again)
