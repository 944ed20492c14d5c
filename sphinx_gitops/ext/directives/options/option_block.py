"""The message of docutils on an option block that it cannot read in, the same with its remedy out.

The block is read before a directive runs, and the message does not say that a blank line is missing.
"""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

from sphinx.util.logging import NAMESPACE

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_LOGGER = f"{NAMESPACE}.sphinx.util.docutils"
_INVALID = re.compile(r'Error in "(gitops[-:][\w-]+)" directive:\s+invalid option block\.')
_REMEDY = "a blank line is missing between the options and what follows them; an option has a colon on both sides"


def _explain(record: logging.LogRecord) -> bool:
    """Add the remedy to a message on a directive of ours; every record passes."""
    found = _INVALID.match(str(record.msg))
    if found:
        record.msg = f"{found[1]}: {_REMEDY}"
        record.type, record.subtype = "gitops", "option"
    return True


def setup(app: Sphinx) -> None:
    """Explain messages of docutils; the same function is added once to a process."""
    logging.getLogger(_LOGGER).addFilter(_explain)
