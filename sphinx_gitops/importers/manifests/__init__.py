"""The formats of GitOps manifests, one a file: which kinds are listed, their fields, and what they refer to."""
