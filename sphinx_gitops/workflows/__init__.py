"""What is made of a workflow as a whole: its fingerprint, its texts in another language, its faults."""
