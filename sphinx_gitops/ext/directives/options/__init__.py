"""Options of directives: texts in, values out, with the defaults of a project."""
