"""Findings about links of manifests in, what has to be written into their files out, and the texts with it.

A text is only changed where YAML reads the same of it before and after, but for the links.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

import yaml

from sphinx_gitops.alerts.addresses import with_address
from sphinx_gitops.alerts.finding import AlertFinding
from sphinx_gitops.doc_links.inserting import CannotInsertError, Insertion, insertion, values_of
from sphinx_gitops.doc_links.links import own_text
from sphinx_gitops.doc_links.manifest import Manifest, ManifestFile
from sphinx_gitops.drift.fixing import Edit, edited
from sphinx_gitops.problems import Span

_LOADER: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_MOST = 1_000_000
"""So many values are compared: aliases of aliases make any number of a few lines."""
_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkChange:
    """A link of an object that has to become *new*, or, without an *old* one, that it lacks.

    ``value`` is the whole value at ``span``.
    """

    manifest: Manifest
    span: Span
    new: str
    old: str = ""
    value: str = ""

    @property
    def subject(self) -> str:
        """The object, as messages name it."""
        return self.manifest.id


def changes(files: Iterable[ManifestFile], findings: Iterable[AlertFinding]) -> Iterator[LinkChange]:
    """What would mend the findings that can be mended, in the order of the files.

    What an alias repeats is one text, and one change.
    """
    known = {(one.found, one.actual): one for one in findings if one.is_sure and one.expected and not one.waived}
    seen: set[tuple[Span, str]] = set()
    for manifest in (one for file in files for one in file.manifests):
        for change in _of_manifest(manifest, known):
            if (change.span, change.old) not in seen:
                seen.add((change.span, change.old))
                yield change


def _of_manifest(manifest: Manifest, known: Mapping[tuple[Span, str], AlertFinding]) -> Iterator[LinkChange]:
    for link in manifest.links:
        finding = known.get((link.key, link.address))
        if finding:
            yield LinkChange(
                manifest=manifest, span=link.span, old=link.address, new=finding.expected, value=link.value
            )
    missing = known.get((manifest.span, ""))
    if missing:
        yield LinkChange(manifest=manifest, span=manifest.span, new=missing.expected)


def refusal(change: LinkChange, file: ManifestFile, annotation: str) -> str:
    """Why a change may not be written; empty where it may."""
    if file.is_template:
        return "the file is a template"
    if change.manifest.is_sealed:
        return "a checksum of SOPS is over it"
    text = "" if change.old else own_text(change.manifest.tree, change.manifest.holder, annotation)
    return f"its own link is there, and no address: {text!r}" if text else ""


def _leaves(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    """The scalars of what YAML reads, each with its keys; places in lists do not count."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, f"{path}/{key}")
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner, f"{path}/-")
    else:
        yield path, value


def _read(text: str) -> Counter[tuple[str, object]]:
    """How often each value is read at its keys. Raises yaml.YAMLError."""
    leaves = (leaf for document in yaml.load_all(text, Loader=_LOADER) for leaf in _leaves(document))
    found = Counter(islice(leaves, _MOST))
    if next(leaves, None):
        raise yaml.YAMLError(f"its aliases make more than {_MOST:,} values of it")
    return found


def _is_same(before: str, after: str, values: Sequence[str]) -> bool:
    """Whether YAML reads the same of two texts, but for these values."""
    old, new = _read(before), _read(after)
    added = Counter(dict.fromkeys(values, 0))
    for (_, value), count in (new - old).items():
        added[str(value)] += count
    gone = {value for _, value in old - new}
    return +added == Counter(values) and gone <= {"", "~", "null"}


def _inserted(text: str, found: Iterable[Insertion]) -> str:
    """A text with lines inserted, those of later lines first."""
    ending = "\r\n" if "\r\n" in text else "\n"
    pieces = _BREAK.split(text)
    breaks = [*_BREAK.findall(text), ""]
    for one in sorted(found, key=lambda one: one.below, reverse=True):
        at = one.below - 1
        if one.line is not None:
            pieces[at] = one.line
        last = breaks[at]
        breaks[at] = ending
        pieces[at + 1 : at + 1] = one.lines
        breaks[at + 1 : at + 1] = [*[ending] * (len(one.lines) - 1), last]
    return "".join(map("".join, zip(pieces, breaks, strict=True)))


def _with_links(
    text: str, found: Sequence[LinkChange], annotation: str
) -> tuple[str, list[Insertion], list[tuple[LinkChange, str]]]:
    """The text with each link that its objects lack, what was inserted, and what could not be."""
    made: list[tuple[LinkChange, Insertion]] = []
    refused: list[tuple[LinkChange, str]] = []
    lines = _BREAK.split(text)
    for change in found:
        try:
            made.append((change, insertion(change.manifest, annotation, change.new, lines)))
        except CannotInsertError as error:
            refused.append((change, str(error)))
    kept = made if _is_kept(text, made) else []
    for one in made if not kept else ():
        if _is_kept(text, [*kept, one]):
            kept.append(one)
        else:
            refused.append((one[0], "what holds it counts elsewhere, too"))
    done = [one for _, one in kept]
    return _inserted(text, done), done, refused


def _is_kept(text: str, made: Sequence[tuple[LinkChange, Insertion]]) -> bool:
    """Whether a text says the same after some insertions, but for their links."""
    values = [value for change, _ in made for value in values_of(change.manifest.holder, change.new)]
    return not made or _is_same(text, _inserted(text, [one for _, one in made]), values)


def _moved(span: Span, done: Iterable[Insertion]) -> Span:
    """Where a value is after lines have been inserted."""
    return span._replace(line=span.line + sum(len(one.lines) for one in done if one.below < span.line))


def fixed(text: str, found: Sequence[LinkChange], annotation: str) -> tuple[str, list[tuple[LinkChange, str]]]:
    """The text of a file after all its changes, and those that could not be made. Raises yaml.YAMLError."""
    text, done, refused = _with_links(text, [one for one in found if not one.old], annotation)
    values: dict[Span, str] = {}
    for change in found:
        if change.old:
            values[change.span] = with_address(values.get(change.span, change.value), change.old, change.new)
    if not values:
        return text, refused
    edits = [Edit(span=_moved(span, done), value=value) for span, value in values.items()]
    text, left = edited(text, edits)
    spans = {one.span for one in left}
    why = "the value has an anchor or a tag, or is a block"
    return text, [*refused, *((one, why) for one in found if one.old and _moved(one.span, done) in spans)]
