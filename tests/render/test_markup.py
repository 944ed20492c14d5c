"""Escaping is that of the standard library."""

from __future__ import annotations

import subprocess
import sys
from xml.sax import saxutils

from hypothesis import given
from hypothesis import strategies as st

from sphinx_gitops.render.markup import escape, quoteattr

TEXTS = st.text(alphabet=st.sampled_from("ab&<>\"'\n\r\t;ä€") | st.characters(codec="utf-8"))


@given(TEXTS)
def test_content_and_attributes_are_as_the_standard_library_has_them(text):
    assert escape(text) == saxutils.escape(text)
    assert quoteattr(text) == saxutils.quoteattr(text)


def test_a_picture_is_drawn_without_what_opens_addresses():
    code = "import sphinx_gitops.api, sys; print(*sys.modules)"
    names = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.split()
    assert "sphinx_gitops.render.painting.svg" in names
    assert {"http.client", "ssl", "urllib.request", "pydyf", "subprocess"} & {*names} == set()
