"""Many articles in one file: the only place of the program that speaks SQL."""
