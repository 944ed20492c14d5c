"""The workflows of a build and the repositories that they name in, where the two differ out, once a build."""
