"""Who and what an article names."""

from reader.core.entities.find import find_entities

__all__ = ["find_entities"]
