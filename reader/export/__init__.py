"""An analysis in other forms, a file each."""
