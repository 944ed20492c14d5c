"""The ``gitops`` domain: what documents register, the index of all names, roles, references and relations."""

OBJECT_TYPES = ("workflow", "stage", "group", "component", "runbook", "alert")
"""What a role can refer to."""
