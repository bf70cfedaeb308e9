"""The language and the direction of the interface."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from reader.gui.models.phrases import QT_TRANSLATE_NOOP
from reader.resources import resource
from reader.settings import settings_path

_installed: list[QTranslator] = []
# Of the Arabic locales this one writes the digits that wire copy and the program write.
_LOCALES = {"ar": "ar_AE", "en": "en_GB"}
_BUTTONS = (  # verbs in Qt's own Arabic, beside which the program's buttons are nouns
    QT_TRANSLATE_NOOP("QPlatformTheme", "OK"),
    QT_TRANSLATE_NOOP("QPlatformTheme", "Cancel"),
    QT_TRANSLATE_NOOP("QPlatformTheme", "Close"),
)


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that the interface can be shown in, sorted.

    A language is there by its file alone: qari_CODE.qm, beside the program's own or in the
    folder i18n/ beside the settings.
    """
    return tuple(sorted(_files()))


def language_name(code: str) -> str:
    """Return the name of a language in itself."""
    locale = QLocale(_LOCALES.get(code, code))
    # Qt's own name of it would be that of one country's English.
    return "English" if code == "en" else locale.nativeLanguageName() or code


def _files() -> dict[str, Path]:
    folders = (resource("i18n"), settings_path().parent / "i18n")
    return {
        path.stem.removeprefix("qari_"): path
        for folder in folders
        for path in folder.glob("qari_*.qm")
    }


def language_of(choice: str) -> str:
    """Return the code of a language that is there for a choice.

    The system's language where that is the choice, or where there is no such language;
    English where the system's is not there, Arabic where the system has none.
    """
    known = _files()
    if choice in known:
        return choice
    system = QLocale.system()
    if system.language() == QLocale.Language.C:
        return "ar"
    names = (name.replace("-", "_").split("_")[0] for name in system.uiLanguages())
    return next((name for name in names if name in known), "en")


def apply_language(choice: str) -> None:
    """Show the interface in a language, from its own side; every widget is told at once."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise TypeError("a QApplication must be there first")
    for translator in _installed:
        application.removeTranslator(translator)
    _installed.clear()
    language = language_of(choice)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for path in (f"{folder}/qtbase_{language}.qm", str(_files()[language])):
        translator = QTranslator()
        if translator.load(path):
            application.installTranslator(translator)
            _installed.append(translator)
    locale = QLocale(_LOCALES.get(language, language))
    application.setLayoutDirection(locale.textDirection())
    QLocale.setDefault(locale)
