"""Whatever is painted in the whole window is hit by a click on it, in long articles too."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.gui.language import apply_language
from reader.gui.main_window import MainWindow
from reader.resources import seed
from reader.settings import Settings

OWN = sorted((Path(__file__).parents[1] / "quality" / "gold").glob("*.txt"))
ARTICLES = {"seed": [seed()]} | {f"long {n}": OWN[n::3] for n in range(3)}


@pytest.fixture
def desk(qtbot, arabic_interface):  # noqa: ARG001 - asked for its effect
    def open_window(theme, language, path):
        apply_language(language)
        made = MainWindow(Settings(language=language, theme=theme, hover=False))
        qtbot.addWidget(made)
        made.resize(1400, 1000)
        made.show()
        with qtbot.waitSignal(made.analysis_ready, timeout=30_000):
            made.open_path(path)
        return made

    return open_window


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("name", ARTICLES)
def test_a_click_on_every_mention_time_and_event_in_sight_hits_it(
    tmp_path, desk, name, theme, language
):
    path = tmp_path / "article.txt"
    path.write_text("\n".join(p.read_text(encoding="utf-8") for p in ARTICLES[name]), "utf-8")
    view = desk(theme, language, path).article
    clicked = []
    for signal in (view.mention_clicked, view.time_clicked, view.event_clicked):
        signal.connect(clicked.append)
    bar, seen = view.verticalScrollBar(), set()
    while True:
        for hit, rect in view.hit_targets():
            if hit.id in seen:
                continue
            QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
            assert clicked[-1] == hit.id
            seen.add(hit.id)
            QTest.keyClick(QApplication.focusWidget() or view, Qt.Key.Key_Escape)
        if bar.value() == bar.maximum():
            break
        bar.setValue(bar.value() + view.viewport().height() // 2)
    assert len(seen) > 30
