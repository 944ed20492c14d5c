"""The words that are ours, and not the writer's, and how they are said in another language."""
