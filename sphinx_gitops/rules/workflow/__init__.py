"""Rules on the declared workflow, one a file."""
