"""What a reader corrected in an analysis, and how it is heard."""

from reader.core.corrections.apply import Corrected, apply

__all__ = ["Corrected", "apply"]
