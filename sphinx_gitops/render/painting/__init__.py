"""A scene and its layout in, the picture out as SVG."""
