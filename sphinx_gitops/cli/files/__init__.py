"""The files of commands: what they read, of which project, and what they write."""
