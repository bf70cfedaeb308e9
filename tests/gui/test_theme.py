from itertools import product
from typing import get_args

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QCheckBox, QLineEdit, QRadioButton, QSpinBox

from reader.core.notebook import COLORS
from reader.gui.models import wording
from reader.gui.theme import blend, load_theme
from reader.gui.views.blocks import _chips, chip_colors, dim
from reader.settings import THEMES


def luminance(color):
    def channel(value):
        return value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (channel(v) for v in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a, b):
    """Return the contrast of WCAG 2.2, 1 to 21."""
    lighter, darker = sorted((luminance(QColor(a)), luminance(QColor(b))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


USER = tuple(f"user_{color}" for color in COLORS)
GROUNDS = (
    "base", "window", "alternate", "button", "found", "found_current", "flash", "marker", *USER,
)  # fmt: skip
LINES = ("TIME", "TRIGGER")


def pairs(theme):
    """Yield every pair of ink and ground that the article and the panels paint."""
    fills = {k: QColor(c) for k, c in theme.highlights.items() if k not in LINES}
    base, text = theme.color("base"), theme.color("text")
    for ground in GROUNDS:
        yield f"text on {ground}", text, theme.color(ground)
    for kind, fill in fills.items():
        yield f"text on {kind}", text, fill
        yield f"text on a doubtful {kind}", text, blend(fill, base, 0.35)
    for line in LINES:
        yield f"{line} on base", theme.highlight(line), base
    for ground in ("found", "found_current", "flash"):
        yield f"copy on {ground}", theme.color("copy"), theme.color(ground)
    for ground in ("base", "window"):
        for ink in ("copy", "placeholder", "link", "conflict"):
            yield f"{ink} on {ground}", theme.color(ink), theme.color(ground)
    for ground in ("base", "window", "alternate"):
        yield f"dim on {ground}", dim(theme.palette()), theme.color(ground)
    yield "marker", theme.color("marker_text"), theme.color("marker")
    yield "selection", theme.color("highlighted_text"), theme.color("highlight")
    for ink in (*get_args(wording.Quad), "axis", "reference", "focus"):
        for ground in ("base", "shelf"):
            yield f"{ink} on {ground}", theme.color(ink), theme.color(ground)
    for ground in ("brush", "shelf", "hatch"):
        yield f"text on {ground}", text, theme.color(ground)
    for ground, ink in product(("sea", "land"), ("text", "map_text", "place")):
        yield f"{ink} on {ground}", theme.color(ink), theme.color(ground)
    yield "cell", theme.color("cell_text"), theme.color("cell")
    for name in _chips():
        chip = chip_colors(name, dark=theme.dark)
        yield f"chip {name}", chip.text, chip.fill


@pytest.mark.parametrize(
    ("name", "least"), [("light", 4.5), ("sepia", 4.5), ("dark", 4.5), ("contrast", 7)]
)
def test_every_word_is_readable_on_every_ground(name, least):
    theme = load_theme(name)
    poor = {what: contrast(ink, ground) for what, ink, ground in pairs(theme)}
    assert not {what: round(value, 2) for what, value in poor.items() if value < least}


@pytest.mark.parametrize("name", THEMES)
def test_the_palette_is_readable(name):
    palette = load_theme(name).palette()
    role = QPalette.ColorRole
    for ink, ground in [
        (role.Text, role.Base),
        (role.WindowText, role.Window),
        (role.ButtonText, role.Button),
        (role.HighlightedText, role.Highlight),
        (role.PlaceholderText, role.Base),
        (role.ToolTipText, role.ToolTipBase),
        (role.Link, role.Base),
    ]:
        assert contrast(palette.color(ink), palette.color(ground)) >= 4.5, (ink, ground)


@pytest.mark.parametrize("name", [n for n in THEMES if load_theme(n).dark])
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton, QLineEdit, QSpinBox])
def test_the_edge_of_a_field_shows_on_a_dark_ground(qtbot, name, kind):
    field = kind()
    qtbot.addWidget(field)
    field.setPalette(load_theme(name).palette())
    field.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    field.resize(field.sizeHint())
    field.show()
    image = field.grab().toImage()
    ground = field.palette().color(QPalette.ColorRole.Window)
    edge = max(contrast(image.pixelColor(x, image.height() // 2), ground) for x in range(3))
    assert edge >= 3


def test_every_theme_names_the_same_colors():
    first, *rest = (load_theme(name) for name in THEMES)
    for other in rest:
        assert set(other.colors) == set(first.colors)
        assert set(other.reading) == set(first.reading)
        assert set(other.highlights) == set(first.highlights)
        assert set(other.views) == set(first.views)
