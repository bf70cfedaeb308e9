"""What a reader corrected in an analysis, and how it is heard."""
