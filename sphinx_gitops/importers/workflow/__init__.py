"""What a repository declares in, a workflow that draws it out."""
