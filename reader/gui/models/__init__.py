"""Qt models over the values of an Analysis."""
