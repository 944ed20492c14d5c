"""A scene in, its legend out: the entries, and how they are drawn."""
