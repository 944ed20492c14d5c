"""The domain: types, roles, and records that are cleared and merged."""

from __future__ import annotations

from support.sites import site


def test_every_object_type_has_its_role(build):
    domain = build({"index.rst": "T\n=\n"}).env.get_domain("gitops")
    roles = {role for kind in domain.object_types.values() for role in kind.roles}
    assert {"workflow", "stage", "group", "component", "runbook"} <= set(domain.object_types)
    assert roles <= set(domain.roles) | {"any"}


def test_what_a_document_registers_is_gone_with_it(build):
    domain = build(site()).env.get_domain("gitops")
    assert any(name == "delivery.SCAN" for name, *_ in domain.get_objects())
    domain.clear_doc("index")
    assert not any(name == "delivery.SCAN" for name, *_ in domain.get_objects())


def test_what_another_process_has_read_is_merged(build):
    first = build(site(), source="a").env.get_domain("gitops")
    second = build({"index.rst": "T\n=\n"}, source="b").env.get_domain("gitops")
    second.merge_domaindata({"index"}, first.data)
    assert sorted(second.get_objects()) == sorted(first.get_objects())


def test_directives_have_their_names_in_the_domain_as_often_as_they_are_used(build, warnings):
    one = "\n.. gitops:workflow::\n\n   id: {}\n   stages: {{s: {{components: {{C: x}}}}}}\n"
    app = build({"index.rst": "T\n=\n" + one.format("a") + one.format("b") + "\n.. gitops:runbok:: fix\n"})
    assert 'Unknown directive type "gitops:runbok"' in warnings(app)[0]
    assert {"a.C", "b.C"} <= set(app.env.get_domain("gitops").objects)


def test_a_directive_of_the_domain_that_is_asked_for_again_is_the_same(build):
    domain = build({"index.rst": "T\n=\n"}).env.get_domain("gitops")
    assert domain.directive("table") is domain.directive("table")
    assert domain.directive("tabel") is None
