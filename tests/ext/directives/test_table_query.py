"""What a table is asked for, and what is said of what it cannot be asked."""

from __future__ import annotations

import pytest

from support.described import SITES

FLOW = """\
.. gitops-workflow::

   id: w
   stages:
     z: {title: Zero, components: {A: {title: Alpha, kind: build, owner: platform}}}
     a: {title: Able, components: {B: {title: Beta, kind: security-scan}}}
     m: {title: Middle, components: {C: Gamma}}
   flows: [A --> B, B --> C]

"""


def build_table(build, options: str, subject: str = "components", body: str = FLOW):
    return build({"index.rst": f"T\n=\n\n{body}.. gitops-table:: {subject}\n{options}"}, source="src")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("kind == securty-scan", "filter: no kind is 'securty-scan'; did you mean 'security-scan'?"),
        ("not kind == securty-scan", "filter: no kind is 'securty-scan'; did you mean 'security-scan'?"),
        ("stage in (Able, Midle)", "filter: no stage is 'Midle'; did you mean 'Middle'?"),
        ("id like Q*", "filter: no id is 'Q*'; there are A, B, C"),
        ("kind == registry", None),
        ("tier == production", None),
        ("stage == w.a", None),
        ("owner == nobody", None),
        ("owner == platfrom", "filter: no owner is 'platfrom'; did you mean 'platform'?"),
    ],
)
def test_a_value_that_nothing_has_is_one_warning_at_its_option(build, warnings, text, message):
    found = warnings(build_table(build, f"   :columns: component\n   :filter: {text}\n"))
    if message is None:
        assert found == []
    else:
        assert len(found) == 1
        assert f"index.rst:15: WARNING: {message}" in found[0]
        assert found[0].endswith("[gitops.option]")


def table(options: dict[str, str], subject: str = "components", form: str = "rst") -> dict[str, str]:
    lines = [f":{name}: {value}" for name, value in options.items()]
    if form == "myst":
        return {
            "list.md": "---\norphan: true\n---\n\n# List\n\n```{gitops-table} "
            + "\n".join([subject, *lines])
            + "\n```\n"
        }
    return {"list.rst": ":orphan:\n\nList\n====\n\n.. gitops-table:: " + "\n   ".join([subject, *lines]) + "\n"}


@pytest.mark.parametrize(
    ("options", "subject", "expected"),
    [
        ({}, "component", "list.rst:6: WARNING: 'component' is nothing to list; did you mean 'components'? [gitops.option]"),
        ({"columns": "id", "filter": "stag == ci"}, "components",
         "list.rst:8: WARNING: filter: character 1: there is no field 'stag'; did you mean 'stage'? [gitops.option]"),
        ({"sort": "owner -knd"}, "components",
         "list.rst:7: WARNING: sort: character 7: there is no field 'knd'; did you mean 'kind'? [gitops.option]"),
        ({"sort": "-"}, "components", "list.rst:7: WARNING: sort: character 1: '-' precedes no field [gitops.option]"),
        ({"columns": ","}, "workflows",
         "list.rst:7: WARNING: columns: character 1: ',' names no field; known: components, description, flows, id, stages, workflow [gitops.option]"),
        ({"filter": "kind not == build"}, "components",
         "list.rst:7: WARNING: filter: character 10: 'not' before '=='; write 'kind != ...' [gitops.option]"),
        ({"workflow": "delivry"}, "components",
         "list.rst:6: WARNING: there is no workflow 'delivry' to list; did you mean 'delivery'? [gitops.unknown-id]"),
    ],
)  # fmt: skip
def test_what_cannot_be_listed_is_said(build, warnings, options, subject, expected):
    found = warnings(build(SITES["rst"] | table(options, subject)))
    assert len(found) == 1
    assert found[0].endswith(expected)
