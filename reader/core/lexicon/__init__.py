"""Frozen shapes of what resources/ holds; the loaders are in `reader.resources`."""
