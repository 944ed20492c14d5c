"""Reads Graphviz's digraphs (https://graphviz.org/doc/info/lang.html)."""
