"""What the user can do: the one list of actions with their words, keys and icons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from reader.gui.icons import icon
from reader.gui.models.phrases import QT_TRANSLATE_NOOP
from reader.gui.theme import Theme


@dataclass(frozen=True, slots=True)
class Command:
    """An action as data.

    Attributes:
        tip: a sentence for the status bar, and for who cannot see the icon.
        keys: in Qt's portable notation, "" for none.
        more_keys: others that do the same and are not listed, such as the key of + without Shift.
        icon: file name in resources/icons/ without its ending, "" for none.
    """

    name: str
    text: str
    tip: str
    keys: str = ""
    icon: str = ""
    checkable: bool = False
    more_keys: tuple[str, ...] = ()


COMMANDS: tuple[Command, ...] = (
    Command(
        "open",
        QT_TRANSLATE_NOOP("Actions", "&Open…"),
        QT_TRANSLATE_NOOP("Actions", "Open an article from a file"),
        "Ctrl+O",
        "open",
    ),
    Command(
        "paste",
        QT_TRANSLATE_NOOP("Actions", "Pa&ste an article"),
        QT_TRANSLATE_NOOP("Actions", "Read the article that is on the clipboard"),
        "Ctrl+Shift+V",
        "paste",
    ),
    Command(
        "reload",
        QT_TRANSLATE_NOOP("Actions", "&Read again"),
        QT_TRANSLATE_NOOP("Actions", "Read the file again and analyze it anew"),
        "F5",
    ),
    Command(
        "cancel",
        QT_TRANSLATE_NOOP("Actions", "Stop the &analysis"),
        QT_TRANSLATE_NOOP("Actions", "Stop the analysis; the text stays"),
        "Esc",
        "cancel",
    ),
    Command(
        "quit",
        QT_TRANSLATE_NOOP("Actions", "&Quit"),
        QT_TRANSLATE_NOOP("Actions", "Close the window"),
        "Ctrl+Q",
    ),
    Command(
        "copy",
        QT_TRANSLATE_NOOP("Actions", "&Copy"),
        QT_TRANSLATE_NOOP("Actions", "Copy the selected words as the author wrote them"),
        "Ctrl+C",
        "copy",
    ),
    Command(
        "copy_marked",
        QT_TRANSLATE_NOOP("Actions", "Copy with &markup"),
        QT_TRANSLATE_NOOP("Actions", "Copy the selected words with each name as [name](TYPE)"),
        "Ctrl+Shift+C",
    ),
    Command(
        "find",
        QT_TRANSLATE_NOOP("Actions", "&Find in the article"),
        QT_TRANSLATE_NOOP("Actions", "Find words; hamza, diacritics and the like do not matter"),
        "Ctrl+F",
        "find",
    ),
    Command(
        "find_next",
        QT_TRANSLATE_NOOP("Actions", "Find &next"),
        QT_TRANSLATE_NOOP("Actions", "Go to the next hit"),
        "Ctrl+G",
    ),
    Command(
        "find_previous",
        QT_TRANSLATE_NOOP("Actions", "Find &previous"),
        QT_TRANSLATE_NOOP("Actions", "Go to the hit before"),
        "Ctrl+Shift+G",
    ),
    Command(
        "larger",
        QT_TRANSLATE_NOOP("Actions", "&Larger text"),
        QT_TRANSLATE_NOOP("Actions", "Make the article's text larger"),
        "Ctrl++",
        "larger",
        more_keys=("Ctrl+=",),
    ),
    Command(
        "smaller",
        QT_TRANSLATE_NOOP("Actions", "&Smaller text"),
        QT_TRANSLATE_NOOP("Actions", "Make the article's text smaller"),
        "Ctrl+-",
        "smaller",
    ),
    Command(
        "normal_size",
        QT_TRANSLATE_NOOP("Actions", "&Normal size"),
        QT_TRANSLATE_NOOP("Actions", "Give the article's text its first size"),
        "Ctrl+0",
    ),
    Command(
        "show_entities",
        QT_TRANSLATE_NOOP("Actions", "&Names panel"),
        QT_TRANSLATE_NOOP("Actions", "Show or hide the names and their sentences"),
        "F9",
        "entities",
        checkable=True,
    ),
    Command(
        "show_events",
        QT_TRANSLATE_NOOP("Actions", "&Events panel"),
        QT_TRANSLATE_NOOP("Actions", "Show or hide what happened"),
        "F10",
        "events",
        checkable=True,
    ),
    Command(
        "show_desk",
        QT_TRANSLATE_NOOP("Actions", "&Desk below the article"),
        QT_TRANSLATE_NOOP("Actions", "Show or hide the other views of the article"),
        "F8",
        "desk",
        checkable=True,
    ),
    Command(
        "unfold",
        QT_TRANSLATE_NOOP("Actions", "&Show all repeats"),
        QT_TRANSLATE_NOOP("Actions", "Show every repeated paragraph, or fold them all again"),
        "Ctrl+R",
        checkable=True,
    ),
    Command(
        "back",
        QT_TRANSLATE_NOOP("Actions", "&Back"),
        QT_TRANSLATE_NOOP("Actions", "Go back to the place before the last jump"),
        "Alt+Left",
        "back",
    ),
    Command(
        "forward",
        QT_TRANSLATE_NOOP("Actions", "&Forward"),
        QT_TRANSLATE_NOOP("Actions", "Go forward again"),
        "Alt+Right",
        "forward",
    ),
    Command(
        "next_mention",
        QT_TRANSLATE_NOOP("Actions", "&Next mention"),
        QT_TRANSLATE_NOOP("Actions", "Go to the next mention of the chosen name"),
        "F3",
        "next",
    ),
    Command(
        "previous_mention",
        QT_TRANSLATE_NOOP("Actions", "&Previous mention"),
        QT_TRANSLATE_NOOP("Actions", "Go to the mention before of the chosen name"),
        "Shift+F3",
        "previous",
    ),
    Command(
        "go_names",
        QT_TRANSLATE_NOOP("Actions", "Filter &names"),
        QT_TRANSLATE_NOOP("Actions", "Type to filter the names"),
        "Ctrl+E",
    ),
    Command(
        "go_events",
        QT_TRANSLATE_NOOP("Actions", "Filter &events"),
        QT_TRANSLATE_NOOP("Actions", "Type to filter the events"),
        "Ctrl+Shift+E",
    ),
    Command(
        "go_threshold",
        QT_TRANSLATE_NOOP("Actions", "&Confidence"),
        QT_TRANSLATE_NOOP("Actions", "Choose how sure a finding must be to be shown"),
        "Ctrl+T",
    ),
    Command(
        "go_article",
        QT_TRANSLATE_NOOP("Actions", "To the &article"),
        QT_TRANSLATE_NOOP("Actions", "Give the keyboard to the article"),
        "Ctrl+L",
    ),
    Command(
        "about",
        QT_TRANSLATE_NOOP("Actions", "&About Qari"),
        QT_TRANSLATE_NOOP("Actions", "Version, licence and sources"),
    ),
)
TOOL_BAR = ("open", "paste", "", "back", "forward", "", "previous_mention", "next_mention", "find")


def words(source: str) -> str:
    """Return a text of this list in the language of the interface."""
    return QCoreApplication.translate("Actions", source)


def plain_words(source: str) -> str:
    """Return a text of this list without its mnemonic and its dots."""
    return words(source).replace("&", "").removesuffix("…")


def command_text(commands: Sequence[Command], name: str) -> str:
    """Return the text of one of the commands, in the language of the interface."""
    return next(words(c.text) for c in commands if c.name == name)


def make_actions(owner: QObject, commands: Sequence[Command]) -> dict[str, QAction]:
    """Return an action for each command, by name, without words, keys or icons yet."""
    found = {}
    for command in commands:
        action = QAction(owner)
        action.setObjectName(command.name)
        action.setCheckable(command.checkable)
        found[command.name] = action
    return found


def keys_of(command: Command, chosen: Mapping[str, str]) -> str:
    """Return the keys of a command: the user's, else its own; "" for none."""
    return chosen.get(command.name, command.keys)


def set_keys(
    actions: dict[str, QAction], commands: Sequence[Command], chosen: Mapping[str, str]
) -> None:
    """Give each action the keys that the user chose for it, else its own."""
    for command in commands:
        keys = keys_of(command, chosen)
        more = command.more_keys if keys == command.keys else ()
        shortcuts = [QKeySequence(k) for k in (keys, *more) if k]
        actions[command.name].setShortcuts(shortcuts)


def retranslate(actions: dict[str, QAction], commands: Sequence[Command]) -> None:
    """Put the words of the interface's language on the actions."""
    for command in commands:
        action = actions[command.name]
        action.setText(words(command.text))
        action.setStatusTip(words(command.tip))
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        tip = words(command.tip)
        action.setToolTip(f"{tip} (\u2066{keys}\u2069)" if keys else tip)


def paint(
    actions: dict[str, QAction],
    commands: Sequence[Command],
    theme: Theme,
    direction: Qt.LayoutDirection,
) -> None:
    """Give the actions their icons in the colors of `theme`."""
    for command in commands:
        if command.icon:
            actions[command.name].setIcon(icon(command.icon, theme, direction))
