"""What is known of a workflow, and a framework of practices, in; which practices are met, with evidence, out."""
