"""The parts that the window is made of: each knows the views that it needs, none the window."""
