"""The menus: which actions stand in them, in what order, and the letters that choose them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QStyleOptionMenuItem

from reader.gui.actions import words
from reader.gui.models.phrases import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Menu:
    """A menu as data.

    Attributes:
        lines: names of actions; "" for a line between groups; a name after ">" for a menu within.
    """

    name: str
    text: str
    lines: tuple[str, ...]


MENUS: tuple[Menu, ...] = (
    Menu(
        "file",
        QT_TRANSLATE_NOOP("Actions", "&File"),
        (
            *("open", "paste", "open_address", ">recent"),
            *("", "new_tab", "open_in_tab", "close_tab", "reopen_tab"),
            *("", "reload", "cancel", ">encoding", "properties", "web_page"),
            *("", "export", "export_notes", "save_pdf", "print_preview", "print"),
            *("", "quit"),
        ),
    ),
    Menu(
        "edit",
        QT_TRANSLATE_NOOP("Actions", "&Edit"),
        (
            *("undo", "redo"),
            *("", "copy", "copy_marked", "copy_address"),
            *("", "find", "find_next", "find_previous"),
            *("", "note", "highlight", "bookmark"),
            *("", "correct", "transliterate", "repair"),
            *("", "preferences"),
        ),
    ),
    Menu(
        "view",
        QT_TRANSLATE_NOOP("Actions", "&View"),
        (
            *("larger", "smaller", "normal_size", ">theme", ">language"),
            *("", "show_entities", "show_events", "show_desk"),
            *("", "highlights", "diacritics", "numbers", "unfold", "whole_page"),
            *("", "peek", "peek_hover", "focus"),
            *("", "read_aloud", "aloud_next", "aloud_previous"),
            *("", "full_screen"),
        ),
    ),
    Menu(
        "desk",
        QT_TRANSLATE_NOOP("Actions", "&Desk"),
        (
            *("brief", "timeline", "map", "graph", "matrix", "concordance", "compare"),
            *("", "show_notes", "show_corrections", "show_changes"),
            *("", "go_desk", "desk_whole"),
        ),
    ),
    Menu(
        "library",
        QT_TRANSLATE_NOOP("Actions", "&Library"),
        (
            *("show_library", "search_library", "stories"),
            *("", "keep_article", "import_files", "import_folder"),
            *("", "library_sources", "ask_feeds", "analyze_library"),
            *("", "library_rules", "export_library", "backups"),
            *("", "open_library", "own_library"),
        ),
    ),
    Menu(
        "go",
        QT_TRANSLATE_NOOP("Actions", "&Go"),
        (
            *("palette", "hints", "go_address"),
            *("", "back", "forward", "next_mention", "previous_mention"),
            *("", "go_article", "go_names", "go_events", "go_threshold"),
            *("", "outline", "show_contents", "next_article", "previous_article"),
            *("", "next_tab", "previous_tab", "move_tab_on", "move_tab_back"),
        ),
    ),
    Menu(
        "help",
        QT_TRANSLATE_NOOP("Actions", "&Help"),
        ("help", "shortcuts", "tour", "", "about"),
    ),
)
MENU_OF: Mapping[str, Menu] = {name: menu for menu in MENUS for name in menu.lines}


class KeysMenu(QMenu):
    """A menu whose keys are written from left to right in a line of any direction."""

    def initStyleOption(self, option: QStyleOptionMenuItem, action: QAction) -> None:
        """Hold the keys, which stand after a tab, together in their own direction."""
        super().initStyleOption(option, action)
        text, tab, keys = option.text.partition("\t")
        if tab:
            option.text = f"{text}\t\u2066{keys}\u2069"


def make_menus(bar: QMenuBar, actions: Mapping[str, QAction]) -> dict[str, QMenu]:
    """Return the menus of a bar by name, with those within them, without words yet."""
    made: dict[str, QMenu] = {}
    for listed in MENUS:
        menu = made[listed.name] = KeysMenu(bar)
        bar.addMenu(menu)
        for line in listed.lines:
            if not line:
                menu.addSeparator()
            elif line.startswith(">"):
                made[line[1:]] = menu.addMenu("")
            else:
                menu.addAction(actions[line])
    return made


def name_menus(menus: Mapping[str, QMenu]) -> None:
    """Put the words of the interface's language on the menus of the bar."""
    for listed in MENUS:
        menus[listed.name].setTitle(words(listed.text))


def give_letters(menus: Mapping[str, QMenu], bar: QMenuBar) -> None:
    """See to it that no two lines of a menu, and no two menus, are chosen by one letter."""
    for lines in (bar.actions(), *(menus[listed.name].actions() for listed in MENUS)):
        named = [action for action in lines if action.text()]
        for action, text in zip(named, lettered([a.text() for a in named]), strict=True):
            action.setText(text)


def lettered(texts: Sequence[str]) -> list[str]:
    """Return the texts, each with a letter after "&" that no other has.

    A text keeps the letter that it has unless one before it has the same; otherwise it is
    given a free one, of the beginnings of its words where it can be. Only where no free
    letter is left to it must one before it take another; it has none where that fails too.
    """
    bare = [_without_mark(text) for text in texts]
    places = [list(_places(text)) for text in bare]
    owners: dict[str, int] = {}
    chosen: dict[int, int] = {}

    def take(number: int, at: int) -> bool:
        owners[bare[number][at].lower()] = number
        chosen[number] = at
        return True

    def settle(number: int, asked: set[str]) -> bool:
        for at in places[number]:
            if bare[number][at].lower() not in owners:
                return take(number, at)
        for at in places[number]:
            letter = bare[number][at].lower()
            if letter not in asked:
                asked.add(letter)
                if settle(owners[letter], asked):
                    return take(number, at)
        return False

    for number, text in enumerate(texts):
        at = _mark(text)
        if at is not None and bare[number][at].lower() not in owners:
            take(number, at)
    for number in range(len(texts)):
        if number not in chosen:
            settle(number, set())
    return [_marked(text, chosen.get(number)) for number, text in enumerate(bare)]


def _mark(text: str) -> int | None:
    """Return where the marked letter is in the text without its mark; "&&" is a sign."""
    at = text.replace("&&", "  ").find("&")
    return at if 0 <= at < len(text) - 1 else None


def _without_mark(text: str) -> str:
    at = _mark(text)
    return text if at is None else text[:at] + text[at + 1 :]


def _marked(text: str, at: int | None) -> str:
    return text if at is None else f"{text[:at]}&{text[at:]}"


def _places(text: str) -> Iterator[int]:
    """Yield where a letter could be marked, the best places first, the article's last."""
    letters = [at for at, letter in enumerate(text) if letter.isalpha()]
    firsts = [at for at in letters if not at or not text[at - 1].isalpha()]
    articles = [at for at in firsts if text.startswith("ال", at)]
    within = {at + 1 for at in articles}
    after = [at + 2 for at in articles if at + 2 in letters]
    bare = [at for at in firsts if at not in articles]
    rest = [at for at in letters if at not in within and at not in articles]
    yield from dict.fromkeys((*bare, *after, *rest, *letters))
