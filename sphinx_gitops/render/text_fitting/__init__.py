"""A component, a label or a title in, its lines and their room out: one measure for layout and painter."""
