"""Whatever a title is, a reader sees all of it inside its box, and nothing of the line behind a label."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser
TITLES = (
    "clusters/<cluster-name>/apps",
    "<namespace>",
    "R&D & <b>bold</b> 'quoted' \"twice\"",
    "br_recommendation_summary_service_production",
    "registry.example/platform/delivery/shop-frontend@sha256:9f86d081884c7d65",
    "Kustomization.kustomize.toolkit.fluxcd.io",
    "Donaudampfschifffahrtsgesellschaftskapitaenspatent-Verwaltung",
    "持续集成流水线构建与安全扫描以及签名验证步骤",
    "コンテナイメージの脆弱性スキャンと署名検証を行うステップ",
    "การสแกนช่องโหว่ของอิมเมจคอนเทนเนอร์",
    "اختبار الحاوية قبل النشر",
)
KINDS = ("", "registry", "reconciler", "secret-manager", "environment", "approval", "monitoring", "logging", "decision")
OUTSIDE = """() => [...document.querySelectorAll('.gitops-svg .gitops-node')].flatMap(node => {
  const shape = node.querySelector('.gitops-shape').getBoundingClientRect();
  return [...node.querySelectorAll('text')].filter(text => {
    const line = text.getBoundingClientRect();
    return line.left < shape.left - 1 || line.right > shape.right + 1 || line.top < shape.top - 3 || line.bottom > shape.bottom + 3;
  }).map(text => text.textContent);
})"""


def workflow(number: int, kind: str, direction: str) -> str:
    titles = "".join(
        f"         C{at}: {{title: {json.dumps(title, ensure_ascii=False)}{f', kind: {kind}' if kind else ''}}}\n"
        for at, title in enumerate(TITLES)
    )
    head = f".. gitops-workflow::\n   :direction: {direction}\n\n   id: w{number}\n   stages:\n     s:\n       components:\n"
    return f"{head}{titles}   flows: [C0 --> C1 --> C2]\n\n"


@pytest.mark.parametrize("direction", ["TB", "LR"])
def test_every_line_is_inside_of_its_box(build, page, direction):
    text = "Site\n====\n\n" + "".join(workflow(number, kind, direction) for number, kind in enumerate(KINDS))
    app = build({"index.rst": text}, html_theme="furo")
    page.goto(Path(app.outdir, "index.html").as_uri())
    lines = page.locator(".gitops-node text").all_text_contents()
    assert len(lines) > len(TITLES) * len(KINDS)
    assert page.evaluate(OUTSIDE) == []
    whole = "".join("".join(lines).split())
    for title in ("clusters/<cluster-name>/apps", "Kustomization.kustomize.toolkit.fluxcd.io"):
        assert title in whole


LABELS = """Site
====

.. gitops-workflow::
   :direction: {direction}

   id: w
   stages: {{s: {{components: {{A: Config repository, B: Argo CD}}}}}}
   flows:
     - A -->|PR → merge| B
     - A -->|two words here| B
     - A -->|and a label that is so long that it has lines| B
"""
BEHIND = """() => [...document.querySelectorAll('.gitops-label')].flatMap(label => {
  const box = label.getBoundingClientRect();
  return [...document.querySelectorAll('.gitops-flow path[fill="none"]')].filter(path => {
    const place = path.getScreenCTM();
    const data = path.getAttribute('d').split('M').filter(Boolean);
    return data.some(piece => {
      const one = document.createElementNS('http://www.w3.org/2000/svg', 'path');
      one.setAttribute('d', 'M' + piece);
      for (let at = 0; at <= one.getTotalLength(); at += 2) {
        const point = one.getPointAtLength(at).matrixTransform(place);
        if (point.x > box.left + 4 && point.x < box.right - 4 && point.y > box.top + 4 && point.y < box.bottom - 4) return true;
      }
      return false;
    });
  }).map(() => label.textContent);
})"""


@pytest.mark.parametrize("direction", ["TB", "LR"])
def test_no_line_is_behind_a_label_nor_between_its_words(build, page, direction):
    app = build({"index.rst": LABELS.format(direction=direction)}, html_theme="basic")
    page.goto(Path(app.outdir, "index.html").as_uri())
    assert page.locator(".gitops-label").count() == 3
    assert page.evaluate(BEHIND) == []
