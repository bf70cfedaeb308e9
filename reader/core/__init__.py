"""Values in, values out: no Qt, disk, clock or network."""
