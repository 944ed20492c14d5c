"""The documents of a build and the alert rules of its project in, where alerts lead and what is wrong with that out."""
