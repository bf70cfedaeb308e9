"""Several articles in one window, a tab for each, made when it is first seen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reader.gui.choices import Choices
from reader.gui.features.tabs import Tabs
from reader.gui.main_window import MainWindow
from reader.gui.models.phrases import FSI, PDI, isolate, plain_tip
from reader.gui.origin import Origin
from reader.gui.views.tab_bar import TabWidget

_CLOSED = 20  # tabs that can be opened again
_LETTERS = 28  # of a tab's name


@dataclass(slots=True)
class _Page:
    """What is in a tab.

    Attributes:
        origin: of the article to show at first sight, None for none.
        content: None until then.
    """

    origin: Origin | None
    content: MainWindow | None = None

    def path(self) -> Path | None:
        """Return the file of the article, None where it has none."""
        if self.content is not None:
            return self.content.path()
        return self.origin.path if self.origin is not None else None


class ArticleTabs(QWidget):
    """Holds the tabs and tells the window the title of the one in sight.

    Signals:
        current_changed: the MainWindow that came into sight.
    """

    current_changed = Signal(object)

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choices = choices
        self._pages: dict[QWidget, _Page] = {}
        self._closed: list[Path] = []
        self._is_quiet = False
        self._seen: MainWindow | None = None
        self.tabs = TabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setTabsClosable(True)
        self.tabs.setMovable(True)
        self.tabs.setTabBarAutoHide(True)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.tabBar().setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        self.tabs.currentChanged.connect(lambda _index: self._on_current())
        self.tabs.tabCloseRequested.connect(self.close_at)
        self.tabs.tabBar().tabMoved.connect(lambda _from, _to: self._record())
        self._retranslate()

    # -- opening and closing -----------------------------------------------------------------

    def add(self, origin: Origin | None = None, *, show: bool = True) -> None:
        """Add a tab after the one in sight; the article is read when the tab is first seen."""
        holder = QWidget()
        QVBoxLayout(holder).setContentsMargins(0, 0, 0, 0)
        self._pages[holder] = _Page(origin)
        name = origin.title if origin else self.tr("No article")
        index = self.tabs.insertTab(self.tabs.currentIndex() + 1, holder, _short(name))
        tip = isolate(str(origin.path or name)) if origin else ""
        self.tabs.setTabToolTip(index, plain_tip(tip))
        if show:
            self.tabs.setCurrentIndex(index)

    def open(self, path: Path, reference_date: date | None = None) -> None:
        """Open a file: in the tab that has it, in an empty tab in sight, else in a new one."""
        for holder, page in self._pages.items():
            known = page.path()
            if known is not None and known.resolve() == path.resolve():
                self.tabs.setCurrentWidget(holder)
                return
        content = self.current()
        if content is None or content.document is not None or content.is_busy():
            self.add()
            content = self.current()
        if content is not None:
            content.open_path(path, reference_date)

    def restore(self, paths: list[Path], at: int) -> None:
        """Open a tab for each file; only the one in sight is read now."""
        for path in paths:
            self._is_quiet = True  # nothing is made or recorded until all are there
            self.add(Origin(path=path), show=False)
            self.tabs.setCurrentIndex(self.tabs.count() - 1)
        self._is_quiet = False
        self.tabs.setCurrentIndex(min(at, self.tabs.count() - 1))
        self._on_current()

    def current(self) -> MainWindow | None:
        """Return what is in the tab in sight."""
        holder = self.tabs.currentWidget()
        return self._pages[holder].content if holder in self._pages else None

    def contents(self) -> list[MainWindow]:
        """Return what was made so far, in the order of the tabs."""
        pages = (self._pages[holder] for holder in self._holders())
        return [page.content for page in pages if page.content is not None]

    def _holders(self) -> list[QWidget]:
        """Return what is in the tabs, in their order."""
        found = (self.tabs.widget(index) for index in range(self.tabs.count()))
        return [holder for holder in found if holder is not None]

    def close_at(self, index: int) -> None:
        """Close a tab; the window with it where it is the last one and empty."""
        holder = self._holders()[index]
        page = self._pages[holder]
        path = page.path()
        if path is not None:
            self._closed = [*self._closed, path][-_CLOSED:]
        elif self.tabs.count() == 1 and (page.content is None or page.content.document is None):
            self.window().close()
            return
        if page.content is not None:
            page.content.close()
        if self.tabs.count() == 1:
            self.add()
        del self._pages[holder]
        self.tabs.removeTab(self.tabs.indexOf(holder))
        holder.deleteLater()
        self._record()

    def close_current(self) -> None:
        """Close the tab in sight."""
        self.close_at(self.tabs.currentIndex())

    def reopen(self) -> None:
        """Open again the file whose tab was closed last."""
        if self._closed:
            self.add(Origin(path=self._closed.pop()))

    def step(self, by: int) -> None:
        """Show the tab that lies `by` further on, around the ends."""
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % self.tabs.count())

    def move_current(self, by: int) -> None:
        """Move the tab in sight by so many places, as far as there are any."""
        at = self.tabs.currentIndex()
        self.tabs.tabBar().moveTab(at, max(0, min(self.tabs.count() - 1, at + by)))

    # -- what is in sight --------------------------------------------------------------------

    def _on_current(self) -> None:
        holder = self.tabs.currentWidget()
        if self._is_quiet or holder not in self._pages:
            return
        page = self._pages[holder]
        if page.content is None:
            self._fill(holder, page)
        if page.content is not None:
            self.setWindowTitle(page.content.windowTitle())
        if page.content is not self._seen:
            self._seen = page.content
            self.current_changed.emit(page.content)
        self._record()

    def _fill(self, holder: QWidget, page: _Page) -> None:
        content = MainWindow(self.choices)
        page.content = content
        layout = holder.layout()
        if layout is not None:
            layout.addWidget(content)
        next(f for f in content.features if isinstance(f, Tabs)).set_host(self)
        content.windowTitleChanged.connect(lambda _title: self._name(holder, content))
        content.show()
        if page.origin is not None:
            content.opening.open(page.origin)

    def _name(self, holder: QWidget, content: MainWindow) -> None:
        index, title = self.tabs.indexOf(holder), content.windowTitle()
        shown = title.rpartition(" — ")[0].removeprefix(FSI).removesuffix(PDI)
        name = shown or self.tr("No article")
        self.tabs.setTabText(index, _short(name))
        self.tabs.setTabToolTip(index, plain_tip(isolate(str(content.path() or name))))
        if content is self.current():
            self.setWindowTitle(title)
        self._record()

    def _record(self) -> None:
        """Keep which files are open, and which is in sight."""
        if self._is_quiet:
            return
        found: list[str] = []  # a file of several articles may have several tabs
        at = 0
        for index, holder in enumerate(self._holders()):
            path = self._pages[holder].path()
            name = str(path.resolve()) if path is not None else ""
            if name and name not in found:
                found.append(name)
            if index == self.tabs.currentIndex():
                at = found.index(name) if name else len(found)
        at = max(0, min(at, len(found) - 1))
        settings = self.choices.settings
        if (settings.session, settings.session_at) != (tuple(found), at):
            self.choices.keep(replace(settings, session=tuple(found), session_at=at))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let every tab keep what it must, the one in sight last."""
        self._is_quiet = True
        shown = self.current()
        for content in sorted(self.contents(), key=lambda c: c is shown):
            content.close()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the interface's language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.tabs.setAccessibleName(self.tr("Open articles"))


def _short(name: str) -> str:
    """Return a name for a tab: not too long, in its own order, its & no mnemonic."""
    cut = name if len(name) <= _LETTERS else f"{name[:_LETTERS]}…"
    return isolate(cut.replace("&", "&&"))
