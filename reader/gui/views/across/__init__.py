"""What the library's articles tell together, on the desk."""
