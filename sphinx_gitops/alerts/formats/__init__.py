"""The tree of a document in, the alerts that it declares out: one format a module."""
