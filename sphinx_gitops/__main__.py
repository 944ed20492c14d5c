"""``python -m sphinx_gitops``."""

from __future__ import annotations

import sys

from sphinx_gitops.cli import main

if __name__ == "__main__":
    sys.exit(main())
