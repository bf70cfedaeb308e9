"""What many articles tell together: versions of a story, who is who, what happened.

Values in, values out: `Stories` takes analyses and gives the values of `reader.stories.values`,
each of which points back to its sentences. The order of the analyses does not matter.
"""

from reader.stories.stories import Stories

__all__ = ["Stories"]
