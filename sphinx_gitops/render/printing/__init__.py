"""A painted picture in, a file for paper out: the SVG is read, and written as PDF with its font and its links."""
