"""Widgets that show an Analysis and ask for what the reader wants."""
