"""Readings kept: what of a reading the graph needs, as one line, and a file of such lines beside a graph."""
