"""The indices of a builder of HTML in, made anew out: Sphinx makes them before it writes the first page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.builders.html import StandaloneHTMLBuilder

from sphinx_gitops.ext.domain.domain import gitops_domain

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def renew(app: Sphinx) -> bool:
    """Make the index of components anew; whether it has come or gone, as every page has a link to it."""
    builder, domain = app.builder, gitops_domain(app.env)
    if not isinstance(builder, StandaloneHTMLBuilder):
        return False
    index = domain.indices[0]
    name = f"{domain.name}-{index.name}"
    wanted = app.config.html_domain_indices
    content, collapse = index(domain).generate()
    listed = bool(content) and (wanted if isinstance(wanted, bool) else name in wanted)
    before = [one for one in builder.domain_indices if one[0] == name]
    others = [one for one in builder.domain_indices if one[0] != name]
    at = sum(one[0] < name for one in others)
    builder.domain_indices = [*others[:at], *([(name, index, content, collapse)] if listed else []), *others[at:]]
    if bool(before) is listed:
        return False
    links = [one for one in builder.globalcontext["rellinks"] if one[0] != name]
    if listed and index.shortname:
        at = sum(one[0] in {"genindex", *(other[0] for other in others[:at])} for one in links)
        links.insert(at, (name, index.localname, "", index.shortname))
    builder.globalcontext["rellinks"] = links
    return True
