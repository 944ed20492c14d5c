"""What each builder takes: pictures and style sheets in its format."""

EXPORT, CATALOGUE, AUDIT, OSCAL = "gitops.json", "gitops-runbooks.json", "gitops-audit.json", "gitops-oscal.json"
"""The files for programs beside the pages."""
