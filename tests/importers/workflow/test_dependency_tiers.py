"""Many reconcilers of one environment are in tiers: what others need first, what nothing needs last."""

from __future__ import annotations

pytest_plugins = ("support.repositories", "support.drawn_workflows")

DEPENDS = {
    "network": [], "storage": [], "issuer": ["network"], "ingress": ["issuer"], "database": ["storage", "ingress"],
    **{f"app{number}": ["database"] for number in range(9)}, "alone": [],
}  # fmt: skip


def lab(make, depends):
    files = {"clusters/home/root.yaml": make["ks"]("root", "./apps")}
    for name, others in depends.items():
        waits = "".join(f"    - {{name: {other}}}\n" for other in others)
        extra = f"  dependsOn:\n{waits}" if others else ""
        files[f"apps/{name}/ks.yaml"] = make["ks"](name, f"./apps/{name}/app", extra=extra)
        files[f"apps/{name}/app/cm.yaml"] = "kind: ConfigMap\n"
    return files


def groups(drawn):
    (stage,) = [one for one in drawn.reading.workflow.stages if one.id == "cd"]
    found = {group.title: [one.title for one in group.components] for group in stage.groups}
    return found, [one.title for one in stage.components]


def test_tiers_are_by_what_depends_on_what(draw, make):
    found, outside = groups(draw(lab(make, DEPENDS)))
    assert list(found) == ["substrate", "infrastructure", "shared", "workloads"]
    assert found["substrate"] == ["network", "storage"]
    assert found["shared"] == ["database", "ingress"]
    assert set(found["workloads"]) == {"alone", *(f"app{number}" for number in range(9))}
    assert outside == ["root"]


def test_few_are_in_none(draw, make):
    few = {name: others for name, others in DEPENDS.items() if name != "alone" and not name.startswith("app")}
    found, _ = groups(draw(lab(make, few)))
    assert "workloads" not in found


def test_a_flat_order_has_none(draw, make):
    found, _ = groups(draw(lab(make, {"base": [], **{f"app{number}": ["base"] for number in range(14)}})))
    assert "workloads" not in found


def test_a_circle_ends(draw, make):
    circle = {**DEPENDS, "network": ["database"]}
    found, outside = groups(draw(lab(make, circle)))
    assert len([*outside, *(name for names in found.values() for name in names)]) == len(DEPENDS) + 1
