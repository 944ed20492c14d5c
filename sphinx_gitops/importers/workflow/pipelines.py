"""Workflows, jobs and pipelines in, the components of the stage ``ci`` out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sphinx_gitops.importers.discovery import DiscoveredObject
from sphinx_gitops.importers.workflow.draft import Draft, ManifestEntry, counted, uncounted
from sphinx_gitops.importers.workflow.patterns import bound_ids

Jobs = dict[str, list[DiscoveredObject]]
"""The jobs of each file."""
FEW = 10
MOST = 12
_WORDS = (
    ("security-scan", ("scan", "trivy", "codeql", "security", "cve", "vuln")),
    ("signing", ("sign", "attest", "cosign")),
    ("lint", ("lint", "format", "validate", "pre-commit")),
    ("test", ("test", "e2e", "verify", "check")),
    ("promotion", ("promote", "deploy", "release", "rollout")),
)


def kind_of(name: str) -> str:
    """What a job does, by the words of its name."""
    lowered = name.lower()
    return next((kind for kind, words in _WORDS if any(word in lowered for word in words)), "build")


def _draft(
    title: str, members: Sequence[str], bound: tuple[ManifestEntry, ...], group: str = "", more: str = ""
) -> Draft:
    return Draft(
        stage="ci",
        title=title,
        kind=kind_of(title),
        bound=bound,
        members=tuple(members),
        group=group,
        more=more,
        word=uncounted(title),
    )


def _stem(file: str) -> str:
    return file.rpartition("/")[2].rpartition(".")[0] or file


def _workflow(one: DiscoveredObject, jobs: Sequence[DiscoveredObject]) -> Draft:
    return _draft(_stem(one.location.file), [one.id, *(job.id for job in jobs)], (ManifestEntry(object=one.id),))


def _github(
    workflows: Sequence[DiscoveredObject], jobs: dict[str, list[DiscoveredObject]], *, few: bool
) -> Iterator[Draft]:
    if len(workflows) > MOST:
        members = [*(one.id for one in workflows), *(job.id for one in workflows for job in jobs[one.location.file])]
        bound = bound_ids(frozenset(one.id for one in workflows), ())
        yield _draft(counted("workflows", len(workflows)), members, bound)
        return
    for one in workflows:
        own = jobs[one.location.file]
        if few and len(own) > 1:
            stem = _stem(one.location.file)
            yield from (
                _draft(job.name, [job.id], (ManifestEntry(object=job.id),), group=stem, more=stem) for job in own
            )
        else:
            yield _workflow(one, own)


def _gitlab(jobs: Sequence[DiscoveredObject], *, few: bool) -> Iterator[Draft]:
    if few:
        yield from (_draft(job.name, [job.id], (ManifestEntry(object=job.id),)) for job in jobs)
        return
    stages: dict[str, list[str]] = defaultdict(list)
    for job in jobs:
        stage = next((str(field.value) for field in job.fields if field.name == "stage"), "test")
        stages[stage].append(job.id)
    if len(stages) > MOST:
        stages = {"pipeline": [job.id for job in jobs]}
    for stage, ids in stages.items():
        yield _draft(counted(stage, len(ids)), ids, tuple(ManifestEntry(object=one) for one in ids))


def _tekton(pipelines: Sequence[DiscoveredObject], tasks: dict[str, list[str]]) -> Iterator[Draft]:
    if len(pipelines) > MOST // 2:
        ids = [one.id for one in pipelines]
        members = [*ids, *(task for one in ids for task in tasks[one])]
        yield _draft(counted("pipelines", len(ids)), members, bound_ids(frozenset(ids), ()))
        return
    for one in pipelines:
        yield _draft(one.name, [one.id, *tasks[one.id]], (ManifestEntry(object=one.id),), more=one.kind)


def drafts_of(objects: Iterable[DiscoveredObject]) -> list[Draft]:
    """The components of CI: none where there is no workflow."""
    found = list(objects)
    workflows = [one for one in found if one.kind == "Workflow"]
    jobs: Jobs = defaultdict(list)
    for one in found:
        if one.kind == "Job":
            jobs[one.location.file].append(one)
    gitlab = [one for one in found if one.family == "gitlab-ci"]
    pipelines = [one for one in found if one.family == "tekton" and one.kind in {"Pipeline", "PipelineRun"}]
    tasks: dict[str, list[str]] = defaultdict(list)
    for one in found:
        if one.kind == "PipelineTask":
            stem, _, rest = one.id.partition("#")
            at = f"@{rest.partition('@')[2]}" if "@" in rest else ""
            tasks[f"{stem}{at}"].append(one.id)
    few = sum(map(len, jobs.values())) <= FEW
    return [*_github(workflows, jobs, few=few), *_gitlab(gitlab, few=few), *_tekton(pipelines, tasks)]
