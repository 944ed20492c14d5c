"""Redirects of other extensions are known: a link that works by one alone has moved."""

from __future__ import annotations

import pytest

RULES = (
    "groups: [{name: g, rules: [{alert: A, annotations: {runbook_url: 'https://docs.example/ops/old.html#steps'}}]}]\n"
)
PAGES = {"index.rst": "I\n=\n\n.. toctree::\n\n   books/new\n", "books/new.rst": "New\n===\n\nSteps\n-----\n\nx\n", "rules.yaml": RULES}  # fmt: skip


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("redirects", {"ops/old": "../books/new.html"}),
        ("redirects", {"ops/old": "https://docs.example/books/new.html"}),
        ("redirects", {"nothing/*": "https://docs.example/", "ops/old": "../books/new.html"}),
        ("rediraffe_redirects", {"ops/old.rst": "books/new.rst"}),
        ("rediraffe_redirects", "moved.txt"),
    ],
)
def test_a_redirect_is_followed(build, warnings, builder, name, value):
    conf = f"{name} = {value!r}\ndef setup(app):\n    app.add_config_value({name!r}, None, '')\n"
    files = {**PAGES, "conf.py": conf, "moved.txt": '"ops/old.rst" books/new.rst\n'}
    app = build(files, builder=builder, gitops_alerts=["rules.yaml"], html_baseurl="https://docs.example/")
    (line,) = warnings(app)
    assert "works by a former id or a redirect alone; write https://docs.example/books/new" in line


def test_without_a_redirect_the_link_is_broken(build, warnings):
    app = build(PAGES, gitops_alerts=["rules.yaml"], html_baseurl="https://docs.example/")
    assert [line.partition(" [")[2] for line in warnings(app)] == ["gitops.alert-runbook-broken]"]


@pytest.mark.parametrize("builder", ["html", "dirhtml"])
@pytest.mark.parametrize(
    ("config", "leads"),
    [
        ({"redirects": {"ops/*": "../books/new.html"}}, True),
        ({"redirects": {"ops/old": "../$source.html"}}, False),
        ({"redirects": {"books/*": "https://else.example/$source"}}, None),
        ({"rediraffe_redirects": {"ops/old.rst": "books/new.rst"}}, None),
    ],
)
def test_a_page_that_is_replaced_by_a_redirect_is_none_and_one_that_is_kept_is_one(
    build, warnings, builder, config, leads
):
    """sphinx-reredirects writes over the pages that its keys name; sphinxext-rediraffe keeps them."""
    (name,) = config
    conf = f"def setup(app):\n    app.add_config_value({name!r}, None, '')\n"
    old = ":orphan:\n\nOld\n===\n\nSteps\n-----\n\nx\n"
    files = {**PAGES, "conf.py": conf, "ops/old.rst": old}
    app = build(files, builder=builder, gitops_alerts=["rules.yaml"], html_baseurl="https://docs.example/", **config)
    found = [line for line in warnings(app) if "gitops.alert" in line]
    assert [("write https://docs.example/books/new" in line) for line in found] == ([] if leads is None else [leads])
