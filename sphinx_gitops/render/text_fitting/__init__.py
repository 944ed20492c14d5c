"""The text of a component, a label or a title in, its lines and the room that they need out: one measure for layout and painter."""
