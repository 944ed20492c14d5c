"""A build that has read no document in, whether what it knows and its indices are those of the build before, out.

What each page shows is then not looked at again. Sphinx writes the general index, those of domains, the inventory and
the index of the search in each build: where components are many, that is most of what a build with nothing to do takes.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary, WeakSet

import sphinx
from sphinx.application import Sphinx
from sphinx.builders.dirhtml import DirectoryHTMLBuilder
from sphinx.builders.html import INVENTORY_FILENAME, StandaloneHTMLBuilder
from sphinx.util import logging

from sphinx_gitops.ext.domain.domain import gitops_domain
from sphinx_gitops.ext.outputs import CATALOGUE, EXPORT
from sphinx_gitops.ext.outputs.configuration import configuration
from sphinx_gitops.ext.outputs.kept_files import RECORD, kept_for

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.environment import BuildEnvironment

_SUFFIX = ".unchanged"
_STEPS = ("gen_indices", "dump_search_index", "dump_inventory")
"""The methods of a builder that write what is left as it is."""
_SEARCH = "search"
"""A page that Sphinx writes in each build, with all that the theme and other extensions give every page."""
_idle: WeakSet[Sphinx] = WeakSet()
"""The applications whose build has neither read nor written a document."""
_keys: WeakKeyDictionary[Sphinx, str] = WeakKeyDictionary()
"""What the build of each application is made of."""
_left: WeakSet[Sphinx] = WeakSet()
"""The applications whose build has left the indices as they are."""
_logger = logging.getLogger(__name__)


def _key(app: Sphinx) -> str:
    """A digest of all that pages and indices show of this domain: of a document, when it was read; empty if unknown.

    What the theme and other extensions decide is compared on the page of the search.
    """
    env, domain = app.env, gitops_domain(app.env)
    if any(condition.directive == "ifconfig" for condition in domain.conditions):
        return ""  # an expression may ask for anything
    if any(record.audits or record.highlighted for record in domain.documents.values()):
        return ""  # they look at manifests and at the state of clusters
    inventories = getattr(env, "intersphinx_named_inventory", {})
    parts = (
        sphinx.__version__,
        sorted((path, stat.st_size, stat.st_mtime_ns) for path, stat in _code(Path(__file__).parents[2])),
        sorted((name, str(extension.version)) for name, extension in app.extensions.items()),
        configuration(app),
        sorted(env.all_docs.items()),
        sorted((docname, sorted(lost)) for docname, lost in domain.removed.items()),
        [(alert, domain.alerts.entry(alert)) for alert in domain.alerts.placed],
        [*domain.alerts.entries.items()],
        [(name, part, found[part]) for name, found in sorted(inventories.items()) for part in found if _is_ours(part)],
    )
    return hashlib.sha256(repr(parts).encode(errors="surrogatepass")).hexdigest()


def _code(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    """The files of this package: a checkout has the same version for long."""
    for entry in os.scandir(folder):
        if not entry.is_dir():
            yield entry.path, entry.stat()
        elif entry.name != "__pycache__":
            yield from _code(Path(entry.path))


def _is_ours(part: str) -> bool:
    """Whether a part of an inventory has things of this domain."""
    return part.startswith("gitops:")


def _before(app: Sphinx) -> Mapping[str, object]:
    """What was kept of the build before; nothing where that cannot be read."""
    try:
        found = json.loads(kept_for(app, _SUFFIX).read_bytes())
    except (OSError, ValueError, RecursionError):  # none yet, damaged, or too deep to be one of ours
        return {}
    return found if isinstance(found, dict) else {}


def _stats(paths: Iterable[Path]) -> dict[str, list[int]]:
    """Size and time of each file that is there."""
    stats = {path.name: path.stat() for path in paths if path.is_file()}
    return {name: [stat.st_size, stat.st_mtime_ns] for name, stat in stats.items()}


def known(app: Sphinx) -> bool:
    """Whether all documents show what the build before has found that they show; asked once all is read."""
    _keys[app] = _key(app)
    before = _before(app)
    same = before.get("key") == _keys[app] and before.get("record") == _stats([kept_for(app, RECORD)])
    return app in _idle and bool(_keys[app]) and same


def _pages(app: Sphinx) -> StandaloneHTMLBuilder | None:
    """The builder, where it is one of Sphinx's own of which it is known what it writes and from what."""
    builder = app.builder
    if type(builder) not in {StandaloneHTMLBuilder, DirectoryHTMLBuilder}:
        return None
    assert isinstance(builder, StandaloneHTMLBuilder)
    replaced = any(name in vars(builder) for name in _STEPS)
    return builder if builder.search and not replaced and not app.config.html_split_index else None


def _indices(builder: StandaloneHTMLBuilder) -> dict[str, list[int]]:
    """The files that are left as they are."""
    pages = [*(["genindex"] if builder.use_index else []), *(name for name, *_ in builder.domain_indices)]
    names = (INVENTORY_FILENAME, builder.searchindex_filename, EXPORT, CATALOGUE)
    return _stats(
        Path(path) for path in (*map(builder.get_outfilename, pages), *(builder.outdir / name for name in names))
    )


def _search(builder: StandaloneHTMLBuilder) -> str:
    """A digest of the page of the search."""
    page = Path(builder.get_outfilename(_SEARCH))
    return hashlib.sha256(page.read_bytes()).hexdigest() if page.is_file() else ""


def forget(app: Sphinx) -> None:
    """Keep nothing of this build: a document is not written that shows something else now."""
    _keys.pop(app, None)


def finish(app: Sphinx, whole: Callable[[], None]) -> None:
    """Finish a build as its builder does in *whole*, without what is as the build before has left it."""
    _left.discard(app)
    builder, before = _pages(app), _before(app)
    same = app in _idle and _keys.get(app) and before.get("key") == _keys[app]
    if builder is None or not same or before.get("indices") != _indices(builder):
        whole()
        return
    for name in _STEPS:
        setattr(builder, name, _write_nothing)
    try:
        whole()
    finally:
        for name in _STEPS:
            delattr(builder, name)
    if before.get("search") != _search(builder):
        builder.gen_indices()
    _left.add(app)
    _logger.info("indices and inventory: nothing to write")


def _write_nothing() -> None:
    pass


def left(app: Sphinx) -> bool:
    """Whether this build has left the indices, and with them the files for programs, as they were."""
    return app in _left


def read(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Begin a build; where nothing was in use before, one that has something of ours is no idle one."""
    _keys.pop(app, None)
    _idle.discard(app)
    if not docnames:
        _idle.add(app)


def write(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Note that a document is written."""
    _idle.discard(app)


def keep(app: Sphinx, exception: Exception | None) -> None:
    """Keep what the build was made of, and its indices as they are now that all others have looked at them."""
    idle = app in _idle
    _idle.discard(app)
    if exception is not None or app not in _keys:
        return
    builder = _pages(app)
    now = {
        "key": _keys[app] if idle else _key(app),  # pages may have been found to show less
        "record": _stats([kept_for(app, RECORD)]),
        "indices": _indices(builder) if builder else {},
        "search": _search(builder) if builder else "",
    }
    if now == _before(app):
        return
    try:
        kept_for(app, _SUFFIX).write_text(json.dumps(now, sort_keys=True), encoding="utf-8")
    except OSError as error:  # the next build looks at all of it again, that is all
        _logger.info("what the build was made of cannot be kept: %s", error)
