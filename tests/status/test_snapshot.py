"""Files of status: what kubectl prints, and what else a file may hold."""

import json

import pytest

from sphinx_gitops.status import snapshot
from sphinx_gitops.status.snapshot import SnapshotError, read_snapshot


def item(name="shop", kind="Application", namespace="argocd", **more):
    metadata = {"name": name, "namespace": namespace, **more.pop("metadata", {})}
    return {"apiVersion": "argoproj.io/v1alpha1", "kind": kind, "metadata": metadata, **more}


def read(document):
    return read_snapshot(json.dumps(document).encode())


@pytest.mark.parametrize("document", [{"items": [item()]}, [item()], item()], ids=["a list", "an array", "one object"])
def test_objects_are_read(document):
    (one,) = read(document).objects
    assert (one.group, one.kind, one.namespace, one.name) == ("argoproj.io", "Application", "argocd", "shop")
    assert one.id == "Application/argocd/shop"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_of_another_shell_is_read(encoding):
    assert len(read_snapshot(json.dumps({"items": [item("läden")]}, ensure_ascii=False).encode(encoding)).objects) == 1


def test_owners_and_the_values_that_tell_environments_apart_are_kept():
    (one,) = read([item(spec={"path": "./prod", "source": {"path": "x"}}, metadata={"ownerReferences": [{"kind": "ApplicationSet", "name": "shops"}, 3]})]).objects  # fmt: skip
    assert one.owners[0] == ("ApplicationSet", "shops")
    assert dict(one.fields) == {"spec.path": "./prod", "spec.source.path": "x"}


@pytest.mark.parametrize(
    ("document", "time"),
    [
        ({"items": [item(status={"reconciledAt": "2026-11-28T14:03:11Z"})]}, "2026-11-28 14:03 UTC"),
        ({"items": [item(status={"reconciledAt": "2026-11-28T14:03:11.123456789+02:00"})]}, "2026-11-28 12:03 UTC"),
        ({"items": [item(metadata={"managedFields": [{"time": "2026-11-28T14:03:11Z"}]}, status={"reconciledAt": "2026-01-01T00:00:00Z"})]}, "2026-11-28 14:03 UTC"),
        ({"items": [item(status={"conditions": [{"lastTransitionTime": "2026-11-28T14:03:11Z"}]}), item("b", status={"reconciledAt": "2026-11-29T00:00:00Z"})]}, "2026-11-29 00:00 UTC"),
        ({"items": [item(metadata={"creationTimestamp": "0001-01-01T00:00:00+14:00"})]}, ""),
        ({"time": "9999-12-31T23:59:59-10:00", "items": []}, ""),
        ({"time": "2026-12-01T08:00:00Z", "items": [item(status={"reconciledAt": "2026-11-28T14:03:11Z"})]}, "2026-12-01 08:00 UTC"),
        ({"items": [item(status={"reconciledAt": "soon"})]}, ""),
        ({"items": []}, ""),
    ],
)  # fmt: skip
def test_the_time_is_that_of_the_data(document, time):
    assert read(document).time == time


@pytest.mark.parametrize(
    ("raw", "message", "line"),
    [
        (b"", "no JSON", 1),
        (b"{\n\n nonsense", "no JSON", 3),
        (b"\xff\xfe\xfa", "no JSON", 1),
        (b"3", "no list of objects of a cluster: expected what 'kubectl get applications,kustomizations,helmreleases -A -o json' prints", 1),
        (b'{"items": 3}', "no list of objects", 1),
        (b'{"a": 3}', "no list of objects", 1),
        (b'[{"kind": "Application"}]', "no list of objects", 1),
        (b'[{"kind": "Application", "metadata": 3}]', "no list of objects", 1),
        (b'["x"]', "no list of objects", 1),
        (b"[" * 100_000, "no JSON", 1),
        (b"[" + b"9" * 10_000 + b"]", "no", 1),
    ],
)  # fmt: skip
def test_what_is_no_list_of_objects_is_refused_with_its_line(raw, message, line):
    with pytest.raises(SnapshotError) as error:
        read_snapshot(raw)
    assert message in str(error.value)
    assert error.value.line == line


def test_objects_may_be_nested_deep():
    deep = '{"a":' * 500 + '{"time": "2026-11-28T14:03:11Z"}' + "}" * 500
    raw = json.dumps([item()]).replace('"metadata"', f'"status": {deep}, "metadata"').encode()
    assert read_snapshot(raw).time == "2026-11-28 14:03 UTC"


def test_a_file_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(snapshot, "MAX_BYTES", 3)
    with pytest.raises(SnapshotError, match="5 bytes, at most 3 are read"):
        read_snapshot(b"[   ]")
