"""What happened: triggers, who took part, where, when, said by whom."""

from reader.core.events.find import find_events

__all__ = ["find_events"]
