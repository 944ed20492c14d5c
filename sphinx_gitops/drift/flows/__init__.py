"""The flows of a workflow in, those that the repository does not have out."""
