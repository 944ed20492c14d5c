"""What is wrong with manifests, each rule in a file of its own; no rule guesses."""
