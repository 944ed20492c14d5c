"""Files are named from the top of the checkout, and workflows come with what the build knows of them."""

from __future__ import annotations

import pytest

from sphinx_gitops.ext.drift.documented import documented, shown, top_of
from support.repositories import application, write

PAGE = """\
Delivery
========

.. gitops-workflow::

   id: delivery
   manifests: [../deploy, ../none]
   stages:
     cd:
       components: {A: {title: A}}
       groups: {g: {components: {B: {manifest: Application/argocd/shop}}}}

.. gitops-component:: delivery.A
   :manifest: Application/argocd/shop

   Words.

.. gitops-component:: delivery.B
   :owner: shop-team

   Words.

.. gitops-runbook:: undo
   :procedure: rollback
   :components: B

   Run ``argocd app
   rollback shop``.

.. gitops-runbook:: revert
   :procedure: rollback
   :components: A

   Revert it in Git.
"""


@pytest.fixture
def one(build, tmp_path):
    write(tmp_path / "deploy", {"shop.yaml": application("shop", "x")})
    app = build({"index.rst": PAGE})
    (found,) = documented(app)
    return app, found


def test_repositories_and_those_that_are_not_there(one):
    _, found = one
    assert [inventory.shown for inventory in found.inventories.values()] == ["../deploy"]
    assert [absent.text for absent in found.absent] == ["../none"]


def test_descriptions_and_runbooks_add_what_they_say(one):
    _, found = one
    bound = {part.id: part.manifest for part in found.workflow.components()}
    assert bound == {"A": "Application/argocd/shop", "B": "Application/argocd/shop"}
    assert found.rolled_back == {"B"}


def test_files_are_seen_from_the_top_of_the_checkout(one, tmp_path):
    app, _ = one
    assert top_of(app) == (tmp_path / "src").resolve()
    assert shown(app, str(tmp_path / "src/index.rst")) == "index.rst"
    (tmp_path / ".git").mkdir()
    assert top_of(app) == tmp_path.resolve()
    assert shown(app, str(tmp_path / "src/index.rst")) == "src/index.rst"
    assert shown(app, f"{tmp_path}/deploy/") == "deploy/"
