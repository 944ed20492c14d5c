"""Files with diagrams in them: pages in Markdown and reStructuredText, and diagrams by themselves."""
