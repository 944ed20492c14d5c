"""Places and sizes: points, rectangles and the layout of a whole picture, in px."""
