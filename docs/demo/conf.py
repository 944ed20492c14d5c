"""The example site: the brief's workflow, a runbook and the built-in template."""

project = "Shop delivery"
author = "The platform team"
copyright = "the platform team"
extensions = ["sphinx_gitops"]
html_theme = "furo"
html_title = "Shop delivery"
numfig = True
exclude_patterns = []
gitops_html_output = "svg"
