"""Voices that read aloud: what the program asks of one, and those that systems have."""
