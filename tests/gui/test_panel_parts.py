"""What the panels share."""

from PySide6.QtCore import QStringListModel

from reader.gui.views.panel_parts import RowList


def test_a_row_far_down_comes_into_sight_before_all_rows_were_measured(qtbot):
    model = QStringListModel([f"row {n}" for n in range(3000)])
    rows = RowList()
    qtbot.addWidget(rows)
    rows.resize(200, 300)
    rows.show()
    rows.setModel(model)
    far = model.index(2900, 0)
    rows.setCurrentIndex(far)
    rows.scrollTo(far)
    assert rows.viewport().rect().contains(rows.visualRect(far))
