"""Documents in their contexts in, the objects that are listed out, with name, namespaces and environments."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sphinx_gitops.importers.documents import Document, plain_value, value_at
from sphinx_gitops.importers.kustomize.item import first_item, is_cluster_scoped, name_of
from sphinx_gitops.importers.kustomize.merging import is_deletion
from sphinx_gitops.importers.manifests import github_actions, gitlab_ci, gitops_promoter, tekton
from sphinx_gitops.importers.manifests.argocd import is_automated
from sphinx_gitops.importers.manifests.kind import ManifestKind, NestedObject, collected
from sphinx_gitops.importers.manifests.registry import listed_kind
from sphinx_gitops.importers.repository.masking import is_templated
from sphinx_gitops.importers.repository.selection import GITLAB_FILE, is_workflow
from sphinx_gitops.importers.resolution.contexts import Contexts
from sphinx_gitops.importers.resolution.instance import Instance
from sphinx_gitops.problems import Span
from sphinx_gitops.yamltree import Mapping, Scalar

Value = tuple[str, "str | bool", Span]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Listed:
    """One object before it has an id."""

    document: Document
    family: str
    group: str
    kind: str
    name: str
    line: int
    namespaces: tuple[str, ...] = ()
    environments: tuple[str, ...] = ()
    values: tuple[Value, ...] = ()
    instances: tuple[Instance, ...] = ()
    format: ManifestKind | None = None
    part: str = ""
    "The job, the task or the branch; empty for a whole document."

    @property
    def key(self) -> tuple[str, int, str]:
        """What tells it from all others."""
        return (*self.document.key, self.part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The files that kustomizations name."""

    resources: frozenset[str]
    patches: frozenset[str]


def is_object(document: Document, kind: ManifestKind, named: Named) -> bool:
    """Whether a document is an object, and not a patch or a part of one."""
    if document.file in named.resources or not document.readable:
        return bool(name_of(document.mapping)) and not is_deletion(document.body)
    if document.file in named.patches or is_deletion(document.body) or not name_of(document.mapping):
        return False
    return document.has_gaps or not kind.is_partial(document.mapping)


def _values(kind: ManifestKind, body: Mapping) -> Iterator[Value]:
    for pattern in kind.fields:
        for name, scalar in collected(body, pattern):
            yield name, plain_value(scalar), scalar.span


def _policy(document: Document, body: Mapping) -> tuple[str, Mapping | None]:
    """What is before the policy of synchronisation of an Application, or of what an ApplicationSet gives; and that."""
    keys = {"Application": ("spec",), "ApplicationSet": ("spec", "template", "spec")}.get(document.kind)
    spec = value_at(body, *keys) if keys and document.group == "argoproj.io" else None
    return (".".join(keys), spec) if keys and isinstance(spec, Mapping) else ("", None)


def templated_policy(document: Document, body: Mapping) -> Value | None:
    """The part of a policy of synchronisation that only a template says; None where all of it is written."""
    before, spec = _policy(document, body)
    for keys in (("syncPolicy",), ("syncPolicy", "automated")) if spec else ():
        found = value_at(spec, *keys)
        if isinstance(found, Scalar) and (is_templated(found.text) or (found.is_null and document.has_gaps)):
            return f"{before}.syncPolicy.automated", found.text, found.span
    return None


def _automation(document: Document, body: Mapping) -> Iterator[Value]:
    """Whether an Application, or what an ApplicationSet gives, is synchronised without a person, if that is written."""
    before, spec = _policy(document, body)
    if spec and not templated_policy(document, body):
        automated = value_at(spec, "syncPolicy", "automated")
        span = automated.span if automated is not None else spec.span
        yield f"{before}.syncPolicy.automated", is_automated(spec), span


def values_of(document: Document, kind: ManifestKind, instances: Iterable[Instance]) -> tuple[Value, ...]:
    """The fields of a document as written, and those that only its overlays write, where they all agree."""
    body = document.mapping
    found = {name: (name, value, span) for name, value, span in _values(kind, body)}
    added: dict[str, list[Value]] = defaultdict(list)
    count = 0
    for instance in instances:
        count += 1
        if instance.item.body is not body:
            for name, value, span in _values(kind, instance.item.body):
                if name not in found:
                    added[name].append((name, value, span))
    for name, values in added.items():
        if len(values) == count and len({value for _, value, _ in values}) == 1:
            found[name] = values[0]
    for name, value, span in _automation(document, body):
        found[name] = (name, value, span)
    return tuple(found[name] for name in sorted(found))


def listed_document(document: Document, kind: ManifestKind, contexts: Contexts) -> Listed:
    """A document that is an object."""
    instances = contexts.instances(document.key)
    if not instances:
        item = first_item(document)
        own = contexts.environments.of_file(document.file)
        instances = [Instance(item=item, environments=frozenset({own} - {""}))] if item else []
    names = {instance.item.name for instance in instances}
    cluster = is_cluster_scoped(document.group, document.kind)
    namespaces = set() if cluster else {instance.item.namespace for instance in instances}
    return Listed(
        document=document,
        family=kind.family,
        group=document.group,
        kind=document.kind,
        name=names.pop() if len(names) == 1 else name_of(document.mapping),
        line=document.line,
        namespaces=tuple(sorted(namespaces - {""})),
        environments=tuple(sorted(frozenset().union(*(instance.environments for instance in instances)))),
        values=values_of(document, kind, instances),
        instances=tuple(instances),
        format=kind,
    )


def _part(of: Listed, part: NestedObject) -> Listed:
    values = tuple(
        (name, value, scalar.span) for name, scalar in part.fields if (value := plain_value(scalar)) is not None
    )
    return Listed(
        document=of.document,
        family=of.family,
        group=of.group,
        kind=part.kind,
        name=part.name,
        line=part.span.line,
        namespaces=of.namespaces,
        environments=of.environments,
        values=values,
        part=part.name,
    )


def parts_of(of: Listed) -> Iterator[Listed]:
    """The tasks of a pipeline, the branches of a strategy."""
    if of.group == tekton.GROUP and of.kind in {"Pipeline", "PipelineRun"}:
        yield from (_part(of, part) for part in tekton.tasks_of(of.document.mapping))
    elif of.group == gitops_promoter.GROUP and of.kind == "PromotionStrategy":
        yield from (_part(of, part) for part in gitops_promoter.branches_of(of.document.mapping))


def workflows_of(document: Document) -> Iterator[Listed]:
    """A GitHub workflow and its jobs."""
    body = document.mapping
    if not github_actions.is_workflow_body(body):
        return
    workflow = Listed(
        document=document,
        family=github_actions.FAMILY,
        group="",
        kind="Workflow",
        name=document.file,
        line=document.line,
    )
    yield workflow
    yield from (_part(workflow, part) for part in github_actions.jobs_of(body))


def gitlab_jobs_of(documents: list[Document]) -> Iterator[Listed]:
    """The jobs of a GitLab pipeline."""
    if documents:
        pipeline = Listed(
            document=documents[0], family=gitlab_ci.FAMILY, group="", kind="", name="", line=documents[0].line
        )
        bodies = [document.mapping for document in documents]
        yield from (_part(pipeline, part) for part in gitlab_ci.jobs_of(bodies))


def listed_objects(documents: Iterable[Document], contexts: Contexts, named: Named) -> Iterator[Listed]:
    """Every object of the documents, whole ones and parts."""
    pipeline: list[Document] = []
    for document in documents:
        if is_workflow(document.file):
            if document.index == 0:
                yield from workflows_of(document)
        elif document.file == GITLAB_FILE:
            pipeline.append(document)
        else:
            kind = listed_kind(document.group, document.kind, document.mapping)
            if kind and is_object(document, kind, named):
                whole = listed_document(document, kind, contexts)
                yield whole
                yield from parts_of(whole)
    yield from gitlab_jobs_of(pipeline)
