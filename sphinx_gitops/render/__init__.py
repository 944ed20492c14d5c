"""A scene in, its picture out: laid out in stage lanes, and painted as SVG."""
