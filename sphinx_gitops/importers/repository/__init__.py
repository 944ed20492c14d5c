"""The files of a repository: which are read, and the documents that they hold."""
