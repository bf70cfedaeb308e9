import pytest
from PySide6.QtGui import QColor, QPalette

from reader.gui.theme import load_theme


def luminance(color):
    def channel(value):
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (channel(v) for v in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a, b):
    """Return the contrast of WCAG 2.2, 1 to 21."""
    lighter, darker = sorted((luminance(QColor(a)), luminance(QColor(b))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_text_is_readable_on_every_highlight(name):
    theme = load_theme(name)
    lines = {"TIME", "TRIGGER"}
    for kind, color in theme.highlights.items():
        ground = theme.colors["base"] if kind in lines else color
        ink = color if kind in lines else theme.colors["text"]
        assert contrast(ink, ground) >= 4.5, kind
    for ground in ("found", "found_current", "flash"):
        assert contrast(theme.colors["text"], theme.reading[ground]) >= 4.5, ground
    assert contrast(theme.reading["copy"], theme.colors["base"]) >= 4.5
    assert contrast(theme.reading["marker_text"], theme.reading["marker"]) >= 4.5


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_palette_is_readable(name):
    palette = load_theme(name).palette()
    pairs = [
        (QPalette.ColorRole.Text, QPalette.ColorRole.Base),
        (QPalette.ColorRole.WindowText, QPalette.ColorRole.Window),
        (QPalette.ColorRole.ButtonText, QPalette.ColorRole.Button),
        (QPalette.ColorRole.HighlightedText, QPalette.ColorRole.Highlight),
        (QPalette.ColorRole.PlaceholderText, QPalette.ColorRole.Base),
        (QPalette.ColorRole.Link, QPalette.ColorRole.Base),
    ]
    for ink, ground in pairs:
        assert contrast(palette.color(ink), palette.color(ground)) >= 4.5, (ink, ground)
