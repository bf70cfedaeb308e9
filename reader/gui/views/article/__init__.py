"""The parts of the reading view: text, heights, layouts, marks, painting, moving, printing."""
