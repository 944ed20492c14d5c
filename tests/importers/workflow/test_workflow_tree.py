"""The workflow of a repository as a tree: what `init` prints, each part at the manifest that it is from."""

import yaml

from sphinx_gitops.importers.reading import discover
from sphinx_gitops.importers.workflow.workflow_document import workflow_document
from sphinx_gitops.importers.workflow.workflow_tree import workflow_tree
from sphinx_gitops.importers.workflow.writing import workflow_text
from sphinx_gitops.yamltree import Mapping, Sequence

pytest_plugins = ("support.repositories",)


def plain(tree):
    if isinstance(tree, Mapping):
        return {name.text: plain(value) for name, value in tree.entries}
    return [plain(item) for item in tree.items] if isinstance(tree, Sequence) else tree.text


def texts(value):
    if isinstance(value, dict):
        return {key: texts(item) for key, item in value.items()}
    if isinstance(value, list):
        return [texts(item) for item in value]
    return str(value).lower() if isinstance(value, bool) else value


def fleet(read, make, tmp_path):
    read({
        "apps/shop.yaml": "# words\n" + make["application"]("shop", "shop", extra="  syncPolicy: {automated: {}}\n"),
        "clusters/prod/apps.yaml": make["ks"]("apps", "./apps", extra="  dependsOn: [{name: infra}]\n"),
        "clusters/prod/infra.yaml": make["ks"]("infra", "./infra"),
    })  # fmt: skip
    return discover(tmp_path / "fleet")


def test_the_tree_is_what_init_prints(read, make, tmp_path):
    discovery = fleet(read, make, tmp_path)
    tree = workflow_tree(workflow_document(discovery, "fleet", "../deploy"), "/r")
    assert plain(tree) == texts(yaml.safe_load(workflow_text(discovery, "fleet", "../deploy")))


def test_each_component_and_flow_is_at_its_manifest(read, make, tmp_path):
    tree = workflow_tree(workflow_document(fleet(read, make, tmp_path), "fleet", "../deploy"), "deploy")
    found = {}
    components = tree.get("stages").get("cd")
    for box in (components, *(group for _, group in (components.get("groups") or components).entries)):
        inside = box.get("components") if isinstance(box, Mapping) else None
        for name, value in inside.entries if inside else ():
            found[name.text] = (name.span, value.span, value.get("manifest").span)
    assert set(found) == {"shop", "apps", "infra"}
    assert {str(span.source) + f":{span.line}" for span in found["shop"]} == {"deploy/apps/shop.yaml:3"}
    assert {span.source for span in found["apps"]} == {"deploy/clusters/prod/apps.yaml"}
    (flow,) = [one for one in tree.get("flows").items if one.text == "infra --> apps"]
    assert (flow.span.source, flow.span.line) == ("deploy/clusters/prod/apps.yaml", 8)
