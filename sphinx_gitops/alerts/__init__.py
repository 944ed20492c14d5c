"""Alert rules in; where their links lead, and what is wrong between rules and pages, out. Knows nothing of Sphinx."""
