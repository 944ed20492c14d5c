"""The directives: options and content in, placeholder nodes and entries of the domain out."""
