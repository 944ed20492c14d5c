"""What diagrams of all languages have in common, and the workflow that is made of one."""
