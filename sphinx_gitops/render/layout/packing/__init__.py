"""The components and boxes of a frame in, ways to arrange them in rows and shelves out."""
