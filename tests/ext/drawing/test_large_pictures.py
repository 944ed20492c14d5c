"""Pictures of very many components are folded, and the writer is told once."""

from __future__ import annotations

import pytest

from support.sites import html


def page(count: int, options: str = "") -> dict[str, str]:
    components = ", ".join(f"C{number}: Part {number}" for number in range(count))
    text = f"T\n=\n\n.. gitops-workflow::\n{options}\n   id: w\n   stages: {{s: {{title: Stage, components: {{{components}}}}}}}\n"
    return {"index.rst": text}


def drawn(app) -> int:
    return html(app).count('class="gitops-node ')


def test_more_than_eighty_components_are_folded_to_their_stages_and_an_info_says_so(build, warnings):
    app = build(page(81))
    assert drawn(app) == 1
    assert warnings(app) == []
    (line,) = [line for line in app.status.getvalue().splitlines() if "gitops.folded" in line]
    assert "index.rst:4" in line
    assert "the workflow 'w' has 81 components, so its stages are folded: ':collapse: none' draws them all" in line
    assert html(app).count('id="gitops-w.C80"') == 1


@pytest.mark.parametrize(
    ("count", "options", "config"),
    [(80, "", {}), (81, "   :collapse: none\n", {}), (81, "", {"gitops_collapse_above": None})],
)
def test_up_to_eighty_or_where_it_is_asked_for_every_component_is_drawn(build, count, options, config):
    assert drawn(build(page(count, options), **config)) == count


def test_a_wrong_number_is_an_option_error_and_the_default_is_taken(build, warnings):
    app = build(page(81), gitops_collapse_above=-1)
    assert any("gitops_collapse_above: -1 is no number of components" in line for line in warnings(app))
    assert drawn(app) == 1
