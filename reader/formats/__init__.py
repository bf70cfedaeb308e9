"""Bytes into Documents, one file per format."""
