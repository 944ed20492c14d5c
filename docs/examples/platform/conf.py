"""The platform team's documentation."""

project = "Platform"
author = "The platform team"
copyright = "the platform team"
extensions = ["sphinx_gitops", "myst_parser"]
html_theme = "furo"
html_title = "Platform"
myst_enable_extensions = ["colon_fence", "deflist"]
gitops_html_output = "svg"
html_baseurl = "https://platform.example/"
gitops_alerts = ["rules"]
