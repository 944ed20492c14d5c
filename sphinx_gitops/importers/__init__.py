"""A GitOps repository in, what its files declare out: no cluster, no network, nothing run or rendered."""
