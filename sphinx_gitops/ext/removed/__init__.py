"""What other extensions take out of documents as these are written in, an output without a trace of it out."""
