"""The ``gitops`` domain: what documents register, the index of all names, roles, references and relations."""
