"""The language and the direction of the interface."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from reader.resources import resource
from reader.settings import Language

_installed: list[QTranslator] = []


def language_of(choice: Language) -> str:
    """Return "ar" or "en" for a choice.

    The system's language where that is the choice; Arabic where the system has none.
    """
    if choice != "system":
        return choice
    system = QLocale.system()
    unset = system.language() == QLocale.Language.C
    arabic = any(name.startswith("ar") for name in system.uiLanguages())
    return "ar" if arabic or unset else "en"


def apply_language(choice: Language) -> None:
    """Show the interface in a language, from its own side; every widget is told at once."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise TypeError("a QApplication must be there first")
    for translator in _installed:
        application.removeTranslator(translator)
    _installed.clear()
    language = language_of(choice)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for path in (f"{folder}/qtbase_{language}.qm", str(resource("i18n", f"qari_{language}.qm"))):
        translator = QTranslator()
        if translator.load(path):
            application.installTranslator(translator)
            _installed.append(translator)
    rightward = language != "ar"
    direction = Qt.LayoutDirection.LeftToRight if rightward else Qt.LayoutDirection.RightToLeft
    application.setLayoutDirection(direction)
    # Of the Arabic locales this one writes the digits that wire copy and the program write.
    QLocale.setDefault(QLocale("ar_AE" if language == "ar" else "en_GB"))
