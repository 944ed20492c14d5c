"""What a binding says in, what of a repository it means out: objects, folders, or what is nearest."""
