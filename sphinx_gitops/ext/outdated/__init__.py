"""What was read and written before in, the documents to write again out."""
