"""What a workflow states of objects in, what the repository has otherwise out."""
