"""What is wrong with a configuration of Mermaid is named, and the page is written."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.mark.parametrize("config", ['{"flowchart": {"nodeSpacing": 1e999}}', '{"flowchart": {"nodeSpacing": NaN}}', '{"layout": []}', '{"flowchart": "wide"}', '{"theme": {"a": [1]}}', '{"layout": "none"}', '{"flowchart": {"wrappingWidth": 1' + "0" * 400 + "}}", '{"flowchart": {"wrappingWidth": -1' + "0" * 400 + "}}", '{"flowchart": {"rankSpacing": -1e308}}', '{"fontSize": 1e300}', '{"a": ' * 200 + "1" + "}" * 200])  # fmt: skip
def test_configuration_that_no_engine_can_use_leaves_a_page(build, warnings, config):
    app = build(
        {
            "index.rst": f"T\n=\n\n.. gitops-workflow::\n   :config: {config}\n\n   stages: {{ci: {{components: {{A: Aa, B: Bb}}}}}}\n   flows: [A --> B]\n"
        }
    )
    assert all(line.endswith(("[gitops.renderer]", "[gitops.option]")) for line in warnings(app))
    assert 'id="gitops-index.A"' in Path(app.outdir, "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("config", "says"),
    [
        ('{"a": ' * 25 + "1" + "}" * 25, "'a' is left out: nested more than 20 levels deep"),
        ('{"a": ' * 500 + "1" + "}" * 500, "'a' is left out: nested more than 20 levels deep"),
        ('{"layout": 5}', "'layout' is left out: a text is expected, found 5"),
        ('{"flowchart": "x"}', "'flowchart' is left out: a JSON object is expected, found \"x\""),
    ],
)
def test_configuration_of_the_wrong_shape_is_named_and_left_out(build, warnings, config, says):
    app = build(
        {
            "index.rst": f"T\n=\n\n.. gitops-workflow::\n   :config: {config}\n\n   stages: {{ci: {{components: {{A: Aa}}}}}}\n"
        }
    )
    (line,) = warnings(app)
    assert says in line
    assert line.endswith("[gitops.option]")
    assert "index.rst:4" in line
    assert "<svg" in Path(app.outdir, "index.html").read_text(encoding="utf-8")
