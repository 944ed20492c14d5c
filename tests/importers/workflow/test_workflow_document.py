"""The workflow of a repository as a document, with the manifest that each component and flow is from."""

from sphinx_gitops.importers.reading import discover
from sphinx_gitops.importers.workflow.workflow_document import workflow_document

pytest_plugins = ("support.repositories",)


def test_what_stands_for_several_has_the_place_of_the_first_and_a_promotion_that_of_its_reference(read, make, tmp_path):
    read({
        "a/fleet.yaml": "".join(make["application"](f"app{number}", f"apps/{number}") for number in range(40)),
        "kargo/stages.yaml": """
            apiVersion: kargo.akuity.io/v1alpha1
            kind: Warehouse
            metadata: {name: images, namespace: shop}
            spec: {subscriptions: []}
            ---
            apiVersion: kargo.akuity.io/v1alpha1
            kind: Stage
            metadata: {name: test, namespace: shop}
            spec:
              requestedFreight:
                - origin: {kind: Warehouse, name: images}
                  sources: {direct: true}
        """,
    })  # fmt: skip
    document = workflow_document(discover(tmp_path / "fleet"), "fleet", ".")
    found = {path[-1]: location for path, location in document.locations.items()}
    assert found["Applications"] == ("a/fleet.yaml", 2)
    assert found["images"].file == "kargo/stages.yaml"
    number = document.content["flows"].index("images ==> test")
    assert found[number].file == "kargo/stages.yaml"
    assert found[number].line > found["images"].line
