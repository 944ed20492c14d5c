"""What a reader would wait for, told from what never ends: processor time, with much room for a machine that is busy."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

_SECONDS = 20
"""What takes for ever takes minutes; all else here takes less than one second."""


@contextmanager
def soon() -> Iterator[None]:
    """Fail where what is inside takes for ever."""
    start = time.process_time()
    yield
    assert time.process_time() - start < _SECONDS
