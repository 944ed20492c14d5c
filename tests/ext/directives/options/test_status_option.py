"""The option ``:status:``: components as their objects are in a cluster."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

BODY = """
   id: delivery
   stages:
     cd:
       kind: cd
       components:
         shop: {title: Shop, kind: reconciler, manifest: Application/argocd/shop}
         till: {title: Till, kind: reconciler, manifest: Application/argocd/till}
"""


def item(name, sync="Synced", health="Healthy", kind="Application"):
    return {
        "apiVersion": "argoproj.io/v1alpha1",
        "kind": kind,
        "metadata": {"name": name, "namespace": "argocd"},
        "status": {"sync": {"status": sync}, "health": {"status": health}, "reconciledAt": "2026-11-28T14:03:11Z"},
    }


def page(*options, more=""):
    lines = "".join(f"   {option}\n" for option in options)
    return f"Page\n====\n\n.. gitops-workflow::\n{lines}{BODY}\n{more}"


STATUS = json.dumps({"items": [item("shop", "OutOfSync"), item("till", health="Degraded")]})


def body(app, name="index.html"):
    return Path(app.outdir, name).read_text(encoding="utf-8")


def words(app, name="index.html"):
    return " ".join(re.sub(r"<[^>]*>", " ", body(app, name)).split())


def test_the_picture_the_outline_the_legend_and_the_caption_say_it(build, warnings):
    app = build({"index.rst": page(":status: status.json", ":caption: The delivery"), "status.json": STATUS})
    assert warnings(app) == []
    assert body(app).count('class="gitops-state"') == 4  # two components, two entries of the legend
    assert 'aria-label="Shop, reconciler, sync point, out of sync, healthy, in cd"' in body(app)
    assert "Till (reconciler, sync point, degraded, synced)" in words(app)
    assert "The delivery (status of 2026-11-28 14:03 UTC)" in words(app)


@pytest.mark.parametrize(
    ("builder", "name"), [("html", "index.html"), ("text", "index.txt"), ("latex", "python.tex"), ("epub", "index.xhtml"), ("man", "python.1"), ("texinfo", "python.texi"), ("xml", "index.xml")]
)  # fmt: skip
def test_every_builder_says_it(build, warnings, builder, name):
    app = build({"index.rst": page(":status: status.json"), "status.json": STATUS}, builder=builder, project="python", epub_copyright="x", version="1")  # fmt: skip
    assert [line for line in warnings(app) if "gitops" in line or "IDs" in line] == []
    text = words(app, next(path.name for path in Path(app.outdir).rglob(f"*{Path(name).suffix}") if (path.name not in {"genindex.xhtml", "nav.xhtml"} and "index" in path.name) or path.suffix in {".tex", ".1", ".texi"})) if builder != "html" else words(app)  # fmt: skip
    assert "degraded" in text
    assert "2026" in text


def test_mermaid_says_it_in_words(build, warnings):
    app = build({"index.rst": page(":status: status.json"), "status.json": STATUS}, gitops_html_output="mermaid")
    assert warnings(app) == []
    assert "≠ out of sync" in body(app)
    assert "✗ degraded" in body(app)


def test_tables_and_descriptions_and_views_say_it(build, warnings):
    more = (
        ".. gitops-table:: components\n   :columns: component status\n   :filter: status == degraded\n\n"
        ".. gitops-component:: delivery.shop\n\n.. gitops-view:: delivery\n   :collapse: stages\n"
    )
    app = build({"index.rst": page(":status: status.json", more=more), "status.json": STATUS})
    assert warnings(app) == []
    table = words(app).partition("Component Status")[2]
    assert "Till degraded synced" in table
    assert "Shop out of sync" not in table
    assert re.search(r"Status\s*: out of sync, healthy", words(app))
    assert 'aria-label="cd, 2 components, degraded"' in body(app)
    assert body(app).count("gitops-status-time") == 2


def test_a_view_may_have_a_status_of_its_own(build, warnings):
    more = ".. gitops-view:: delivery\n   :status: status.json\n"
    app = build({"index.rst": page(more=more), "status.json": STATUS})
    assert warnings(app) == []
    assert body(app).count("gitops-status-time") == 1
    assert body(app).count('class="gitops-state"') == 4


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "index.rst:6: WARNING: the status file 'status.json' cannot be read: no such file or directory [gitops.file-not-found]"),
        ("{\n\n!", "index.rst:6: WARNING: the status file 'status.json' has, on line 3, no JSON"),
        ("[1]", "index.rst:6: WARNING: the status file 'status.json' has, on line 1, no list of objects of a cluster"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("directive", ["workflow", "view"])
def test_a_file_that_cannot_be_read_is_one_message_and_the_picture_is_drawn(
    build, warnings, content, message, directive
):
    files = {"index.rst": page(":class: x", ":status: status.json")}
    if directive == "view":
        view = "Page\n====\n\n.. gitops-view:: delivery\n   :class: x\n   :status: status.json\n"
        files = {"index.rst": view + "\n.. toctree::\n\n   other\n", "other.rst": page()}
    app = build({**files, **({"status.json": content} if content else {})})
    (found,) = warnings(app)
    assert message in found
    assert "gitops-state" not in body(app)
    assert "<svg" in body(app)
    assert "caption-text" not in body(app)


def test_objects_of_no_component_are_one_info(build, warnings):
    status = json.dumps({"items": [item("shop"), item("other"), item("third", kind="Rollout")]})
    app = build({"index.rst": page(":status: status.json"), "status.json": status})
    assert warnings(app) == []
    assert app.status.getvalue().count("2 objects are bound to no component: Application/argocd/other, Rollout/argocd/third") == 1  # fmt: skip


def test_the_file_is_a_dependency_and_its_time_is_not_that_of_the_disk(build, warnings):
    files = {"index.rst": page(":status: status.json"), "status.json": STATUS}
    first = body(build(files))
    files["status.json"] = STATUS.replace("Degraded", "Progressing")
    app = build(files)
    assert "progressing" in words(app)
    assert "degraded" not in words(app)
    files["status.json"] = STATUS
    app = build(files)
    os.utime(Path(app.srcdir, "status.json"), (2 * 10**9, 2 * 10**9))
    assert body(build(files)) == first


def test_it_works_in_markdown_and_with_several_clusters(build, warnings):
    body_text = BODY.replace("\n   ", "\n").strip().replace("argocd/till", "argocd/till@staging").replace("argocd/shop", "argocd/shop@production")  # fmt: skip
    text = (
        f"# Page\n\n```{{gitops-workflow}}\n:status: production=status.json, staging=other.json\n\n{body_text}\n```\n"
    )
    other = json.dumps({"items": [item("till", "OutOfSync")]})
    app = build({"index.md": text, "status.json": json.dumps({"items": [item("shop")]}), "other.json": other}, extensions=["sphinx_gitops", "myst_parser"])  # fmt: skip
    assert warnings(app) == []
    assert "Till (reconciler, sync point, out of sync, healthy)" in words(app)
    assert "Status of 2026-11-28 14:03 UTC" in words(app)


def test_the_caption_in_another_language_keeps_the_time(build, warnings):
    po = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "The delivery"\nmsgstr "Die Auslieferung"\n'
    files = {"index.rst": page(":status: status.json", ":caption: The delivery"), "status.json": STATUS, "locale/de/LC_MESSAGES/index.po": po}  # fmt: skip
    app = build(files, language="de", locale_dirs=["locale"])
    assert "Die Auslieferung (Stand 2026-11-28 14:03 UTC)" in words(app)
    assert "nicht synchron" in words(app)


def test_a_figure_whose_caption_is_the_time_is_numbered(build, warnings):
    more = ".. gitops-view:: delivery\n   :status: status.json\n   :name: seen\n\nSee :numref:`seen`.\n"
    app = build({"index.rst": page(":status: status.json", more=more), "status.json": STATUS}, numfig=True)
    assert warnings(app) == []
    assert "Fig. 2 Status of 2026-11-28 14:03 UTC" in words(app)
    assert "See Fig. 2 ." in words(app)


OFF = "def setup(app):\n    app.connect('builder-inited', lambda app: app.env.settings.update(file_insertion_enabled=False))\n"


def test_a_project_that_reads_no_files_reads_no_state(build, warnings):
    app = build({"index.rst": page(":status: status.json"), "status.json": STATUS, "conf.py": OFF})
    (line,) = warnings(app)
    assert "index.rst:5: WARNING: 'status.json' is not read: file_insertion_enabled is off" in line
    assert "degraded" not in words(app).lower()
