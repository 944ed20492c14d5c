"""The directives: options and content in, placeholder nodes and entries of the domain out."""

WORKFLOW_READ = "gitops-workflow-read"
"""The event at which a project's own code may change a workflow."""
