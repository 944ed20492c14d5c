"""The style sheet is made of the palette."""

from __future__ import annotations

import importlib.util

from support.project import ROOT


def test_the_stylesheet_is_the_palette():
    spec = importlib.util.spec_from_file_location("stylesheet", ROOT / "tools/stylesheet.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.TARGET.read_text(encoding="utf-8") == module.stylesheet()
