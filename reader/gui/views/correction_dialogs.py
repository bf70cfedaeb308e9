"""Small dialogs that ask what a correction needs to know."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.core.corrections.timex import MODS, days_of, is_timex
from reader.core.corrections.types import Anchor, Participation, SetEvent, SetTime, When
from reader.core.types import Event, EventType, Modality, Span, TimeRelation, TimeType
from reader.gui.models import wording
from reader.gui.models.phrases import ltr
from reader.gui.models.search import FoldedFilter
from reader.gui.views.first_size import set_first_size

translate = QCoreApplication.translate
_FOLDED = Qt.ItemDataRole.UserRole + 1
_ID = Qt.ItemDataRole.UserRole + 2
_TIME_TYPES: tuple[TimeType, ...] = ("DATE", "TIME", "DURATION", "SET")
_MODALITIES: tuple[Modality, ...] = ("happened", "ongoing", "planned", "called_for", "hypothetical")
_RELATIONS: tuple[TimeRelation, ...] = ("AT", "BEFORE", "AFTER", "WITHIN")


def _buttons(dialog: QDialog) -> QDialogButtonBox:
    kinds = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(kinds.Ok | kinds.Cancel)
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box


def _plain(words: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


class _Dialog(QDialog):
    """A dialog that goes when it is closed.

    Attributes:
        ok: accepts; disabled while what is asked for is not there.
    """

    def __init__(self, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.buttons = _buttons(self)
        self.ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)


class NameDialog(_Dialog):
    """Asks for the name of an entity.

    Signals:
        chosen: the name.
    """

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(translate("Corrections", "Rename"), parent)
        self.field = QLineEdit(name)
        self.field.setAccessibleName(translate("Corrections", "Name"))
        self.field.setMinimumWidth(320)
        self.field.selectAll()
        column = QVBoxLayout(self)
        words = translate("Corrections", "The name that its other forms stand under:")
        column.addWidget(_plain(words))
        column.addWidget(self.field)
        column.addWidget(self.buttons)
        self.field.textChanged.connect(lambda words: self.ok.setEnabled(bool(words.strip())))
        self.accepted.connect(lambda: self.chosen.emit(" ".join(self.field.text().split())))


@dataclass(frozen=True, slots=True)
class Choice:
    """An entity or an event that may be chosen.

    Attributes:
        told: how it is shown.
        folded: all that a search looks in.
    """

    id: str
    told: str
    folded: str


class _ChoiceDialog(_Dialog):
    """Asks for one of many, with a search over all there are.

    Signals:
        chosen: its id.
    """

    chosen = Signal(str)

    def __init__(
        self,
        question: str,
        names: tuple[str, str],
        choices: Sequence[Choice],
        parent: QWidget | None,
    ) -> None:
        """Ask a question; `names` are those of the search and of the list."""
        super().__init__(translate("Corrections", "Merge"), parent)
        self.search, self.view = QLineEdit(), QListView()
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(names[0])
        self.search.setAccessibleName(names[0])
        self.view.setAccessibleName(names[1])
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.view.setMinimumSize(420, 260)
        self.view.setSpacing(2)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setWordWrap(True)
        self.model = QStandardItemModel(self)
        for choice in choices:
            item = QStandardItem(choice.told)
            item.setData(choice.folded, _FOLDED)
            item.setData(choice.id, _ID)
            self.model.appendRow(item)
        self.filter = FoldedFilter(_FOLDED)
        self.filter.setParent(self)
        self.filter.setSourceModel(self.model)
        self.view.setModel(self.filter)
        column = QVBoxLayout(self)
        for widget in (_plain(question), self.search, self.view, self.buttons):
            column.addWidget(widget)
        self.search.textChanged.connect(self._on_search)
        self.view.selectionModel().currentChanged.connect(self._enable)
        self.view.doubleClicked.connect(lambda _index: self.accept())
        self.accepted.connect(lambda: self.chosen.emit(self.view.currentIndex().data(_ID)))
        self._on_search("")

    def _on_search(self, words: str) -> None:
        self.filter.set_text(words)
        self.view.setCurrentIndex(self.filter.index(0, 0))
        self._enable()

    def _enable(self) -> None:
        self.ok.setEnabled(self.view.currentIndex().isValid())


class EntityDialog(_ChoiceDialog):
    """Asks for another entity."""

    def __init__(self, name: str, choices: Sequence[Choice], parent: QWidget | None = None) -> None:
        words = translate("Corrections", "{name} is the same as:").format(name=wording.quoted(name))
        names = translate("Corrections", "Search names"), translate("Corrections", "Names")
        super().__init__(words, names, choices, parent)


class SameEventDialog(_ChoiceDialog):
    """Asks for another event."""

    def __init__(self, name: str, choices: Sequence[Choice], parent: QWidget | None = None) -> None:
        words = translate("Corrections", "{name} is the same event as:")
        names = translate("Corrections", "Search events"), translate("Corrections", "Events")
        super().__init__(words.format(name=wording.quoted(name)), names, choices, parent)


class TimeDialog(_Dialog):
    """Asks for the value of a time expression, and tells what it means.

    Signals:
        chosen: the SetTime.
    """

    chosen = Signal(object)

    def __init__(
        self,
        at: Anchor,
        kind: TimeType,
        value: str,
        mod: str | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(translate("Corrections", "Date or time"), parent)
        self._at = at
        self.kinds, self.mods, self.field = QComboBox(), QComboBox(), QLineEdit(value)
        self.meaning = _plain("")
        self.meaning.setMinimumWidth(320)
        self.field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        for each in _TIME_TYPES:
            self.kinds.addItem(time_type_name(each), each)
        self.kinds.setCurrentIndex(_TIME_TYPES.index(kind))
        for name in ("", *MODS, *([mod] if mod and mod not in MODS else [])):
            self.mods.addItem(mod_name(name), name)
        self.mods.setCurrentIndex(max(0, self.mods.findData(mod or "")))
        form = QFormLayout(self)
        form.addRow(_plain(wording.quoted(" ".join(at.words.split()))))
        form.addRow(translate("Corrections", "Type"), self.kinds)
        form.addRow(translate("Corrections", "Value"), self.field)
        form.addRow(translate("Corrections", "Part"), self.mods)
        form.addRow(self.meaning)
        form.addRow(self.buttons)
        self.field.textChanged.connect(self._check)
        self.kinds.currentIndexChanged.connect(self._check)
        self.mods.currentIndexChanged.connect(self._check)
        self.accepted.connect(lambda: self.chosen.emit(self.claim()))
        self._check()

    def claim(self) -> SetTime:
        """Return what was filled in."""
        kind: TimeType = self.kinds.currentData()
        mod = self.mods.currentData() or None
        return SetTime(self._at, kind, self.field.text().strip(), mod)

    def _check(self) -> None:
        claim = self.claim()
        fits = is_timex(claim.type, claim.value)
        self.ok.setEnabled(fits)
        if not fits:
            words = translate("Corrections", "Write it as {examples}.")
            examples = "2017, 2017-10, 2017-10-31, 2017-W44, 2017-10-31T09:30, P3D"
            self.meaning.setText(words.format(examples=ltr(examples)))
            return
        days = days_of(claim.value, claim.mod)
        told = wording.days_text(days.first, days.last) if days else ltr(claim.value)
        self.meaning.setText(translate("Corrections", "It means: {days}").format(days=told))


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a sentence that may take part in its event, and as what they do."""

    at: Anchor
    told: str
    role: str


@dataclass(frozen=True, slots=True)
class EventChoices:
    """What an event may be tied to: words of its sentence, and time expressions."""

    parts: tuple[Part, ...]
    times: tuple[tuple[Anchor, str], ...]
    time: Span | None
    relation: TimeRelation


_ROLES = ("", "actor", "target", "other", "place")


class EventDialog(_Dialog):
    """Asks for an event's type, status and roles.

    Signals:
        chosen: the SetEvent; what was left as it was is None in it.
    """

    chosen = Signal(object)

    def __init__(
        self, at: Anchor, event: Event, choices: EventChoices, parent: QWidget | None = None
    ) -> None:
        super().__init__(translate("Corrections", "Event"), parent)
        self._at, self._event, self._choices = at, event, choices
        self.types, self.modalities, self.negated = QComboBox(), QComboBox(), QCheckBox()
        self.times, self.relations = QComboBox(), QComboBox()
        self.roles: list[QComboBox] = []
        self.negated.setText(translate("Corrections", "negated: it did not happen, or will not"))
        self._fill()
        self.table = self._table()
        when = QHBoxLayout()
        when.addWidget(self.relations)
        when.addWidget(self.times, 1)
        form = QFormLayout(self)
        form.addRow(_plain(wording.quoted(" ".join(at.words.split()))))
        form.addRow(translate("Corrections", "Type"), self.types)
        form.addRow(translate("Corrections", "Status"), self.modalities)
        form.addRow("", self.negated)
        form.addRow(translate("Corrections", "When"), when)
        form.addRow(self.table)
        form.addRow(self.buttons)
        set_first_size(self, QSize(520, 520))
        self.accepted.connect(lambda: self.chosen.emit(self.claim()))

    def _fill(self) -> None:
        for kind in wording.event_types():
            self.types.addItem(wording.event_type_name(kind), kind)
        self.types.setCurrentIndex(self.types.findData(self._event.type))
        for modality in _MODALITIES:
            self.modalities.addItem(wording.status_name(modality), modality)
        self.modalities.setCurrentIndex(self.modalities.findData(self._event.modality))
        self.negated.setChecked(self._event.polarity == "NEG")
        self.times.addItem(translate("Corrections", "no date"), None)
        for number, (at, told) in enumerate(self._choices.times):
            self.times.addItem(told, number)
            if at.span == self._choices.time:
                self.times.setCurrentIndex(number + 1)
        for relation in _RELATIONS:
            self.relations.addItem(relation_name(relation), relation)
        self.relations.setCurrentIndex(self.relations.findData(self._choices.relation))

    def _table(self) -> QTableWidget:
        parts = self._choices.parts
        table = QTableWidget(len(parts), 2)
        table.setAccessibleName(translate("Corrections", "Who takes part"))
        table.setHorizontalHeaderLabels(
            [translate("Corrections", "Words of the sentence"), translate("Corrections", "Role")]
        )
        table.verticalHeader().hide()
        as_needed = QHeaderView.ResizeMode.ResizeToContents
        table.verticalHeader().setSectionResizeMode(as_needed)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setSectionResizeMode(1, as_needed)
        for row, part in enumerate(parts):
            item = QTableWidgetItem(part.told)
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
            table.setItem(row, 0, item)
            box = QComboBox()
            box.setAccessibleName(part.told)
            for role in _ROLES:
                box.addItem(role_name(role), role)
            box.setCurrentIndex(_ROLES.index(part.role))
            table.setCellWidget(row, 1, box)
            self.roles.append(box)
        return table

    def claim(self) -> SetEvent:
        """Return what was changed."""
        event, polarity = self._event, "NEG" if self.negated.isChecked() else "POS"
        kind: EventType = self.types.currentData()
        modality: Modality = self.modalities.currentData()
        roles = [box.currentData() for box in self.roles]
        before = [part.role for part in self._choices.parts]
        took_part = [role if role != "place" else "" for role in before]
        takes_part = [role if role != "place" else "" for role in roles]
        was_place, is_place = ([r == "place" for r in each] for each in (before, roles))
        return SetEvent(
            self._at,
            type=kind if kind != event.type else None,
            polarity=polarity if polarity != event.polarity else None,  # type: ignore[arg-type]
            modality=modality if modality != event.modality else None,
            participants=self._participants(roles) if takes_part != took_part else None,
            places=self._places(roles) if is_place != was_place else None,
            time=self._time(),
        )

    def _participants(self, roles: Sequence[str]) -> tuple[Participation, ...]:
        both = zip(self._choices.parts, roles, strict=True)
        return tuple(
            Participation(role, part.at)  # type: ignore[arg-type]  # one of the three
            for part, role in both
            if role not in {"", "place"}
        )

    def _places(self, roles: Sequence[str]) -> tuple[Anchor, ...]:
        both = zip(self._choices.parts, roles, strict=True)
        return tuple(part.at for part, role in both if role == "place")

    def _time(self) -> When | None:
        number: int | None = self.times.currentData()
        at = None if number is None else self._choices.times[number][0]
        relation: TimeRelation = self.relations.currentData()
        same = (at.span if at else None) == self._choices.time
        if same and (at is None or relation == self._choices.relation):
            return None
        return When(at, relation)


def time_type_name(kind: TimeType) -> str:
    """Return the name of a type of time expressions."""
    names: dict[TimeType, str] = {
        "DATE": translate("Corrections", "Date"),
        "TIME": translate("Corrections", "Time of day"),
        "DURATION": translate("Corrections", "Length of time"),
        "SET": translate("Corrections", "Repeated time"),
    }
    return names[kind]


def mod_name(mod: str) -> str:
    """Return which part of a time is meant, "" for the whole."""
    names = {
        "": translate("Corrections", "the whole"),
        "START": translate("Corrections", "the start of it"),
        "MID": translate("Corrections", "the middle of it"),
        "END": translate("Corrections", "the end of it"),
        "APPROX": translate("Corrections", "about then"),
        "BEFORE": translate("Corrections", "before it"),
        "AFTER": translate("Corrections", "after it"),
    }
    return names.get(mod, mod)


def relation_name(relation: TimeRelation) -> str:
    """Return how an event lies to its time."""
    names: dict[TimeRelation, str] = {
        "AT": translate("Corrections", "at that time"),
        "BEFORE": translate("Corrections", "before that time"),
        "AFTER": translate("Corrections", "after that time"),
        "WITHIN": translate("Corrections", "within that time"),
    }
    return names[relation]


def role_name(role: str) -> str:
    """Return what words are in an event, "" for nothing."""
    names = {
        "": translate("Corrections", "takes no part"),
        "actor": translate("Corrections", "actor"),
        "target": translate("Corrections", "target"),
        "other": translate("Corrections", "takes part"),
        "place": translate("Corrections", "place"),
    }
    return names[role]
