"""Which files kustomize lays over others."""

from __future__ import annotations

import pytest

from sphinx_gitops.doc_links.patches import Patches
from support.doc_links_site import written_to

OVERLAY = "resources: [../base, own.yaml]\npatches:\n- path: web.yaml\n- patch: 'a: b'\n  target: {kind: X}\n- path: ../shared/./cpu.yaml\n"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("overlay/web.yaml", True),
        ("overlay/own.yaml", False),
        ("shared/cpu.yaml", False),
        ("older/inner/a.yaml", True),
        ("older/b.yaml", True),
        ("broken/a.yaml", False),
    ],
)
def test_a_file_that_a_kustomization_around_it_names_is_a_patch(tmp_path, name, expected):
    older = "patchesStrategicMerge:\n- inner/a.yaml\npatchesJson6902:\n- {path: b.yaml, target: {kind: X, name: y}}\n"
    texts = {
        "overlay/kustomization.yaml": OVERLAY,
        "older/kustomization.yml": older,
        "broken/kustomization.yaml": "patches: [\n",
        name: "",
    }
    written_to(tmp_path, texts)
    patches = Patches()
    assert (tmp_path / name in patches) is expected
    assert (tmp_path / "overlay/../overlay/web.yaml" in patches) is True


def test_a_kustomization_that_cannot_be_read_names_nothing(tmp_path, monkeypatch):
    written_to(tmp_path, {"kustomization.yaml": OVERLAY, "web.yaml": ""})

    def fails(_):
        raise PermissionError

    monkeypatch.setattr(type(tmp_path), "read_bytes", fails)
    assert tmp_path / "web.yaml" not in Patches()
