"""Kustomizations: what a folder includes and changes, and which objects its build gives, without running kustomize."""
