"""What the documents of a repository mean together: contexts, environments, identities, references and edges."""
