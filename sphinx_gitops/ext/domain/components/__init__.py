"""The index of the domain in, the page of all components out."""
