"""A scene in, its tree of frames with measured cells, dummies and rows out."""
