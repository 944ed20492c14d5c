"""What is under ``only`` and ``ifconfig`` in, what of it this build has out."""
