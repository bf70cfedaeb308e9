"""Menus that offer to correct what is at a place, and the dialogs that they open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from reader.core.corrections.types import (
    AddMention,
    Anchor,
    Correction,
    MoveMention,
    RemoveEvent,
    RemoveMention,
    RemoveTime,
    RenameEntity,
    SetEvent,
)
from reader.core.normalize import fold
from reader.core.types import Cluster, Entity, Event, Mention, Span, TimeExpression
from reader.gui.keeper import Keeper
from reader.gui.models import targets, wording
from reader.gui.models.correction_words import correction_text
from reader.gui.models.entities_model import TYPES
from reader.gui.models.index import AnalysisIndex
from reader.gui.views.correction_dialogs import (
    Choice,
    EntityDialog,
    EventChoices,
    EventDialog,
    NameDialog,
    Part,
    SameEventDialog,
    TimeDialog,
)
from reader.gui.window.findings import Findings

translate = QCoreApplication.translate


class CorrectionMenu(QObject):
    """Fills menus with what can be corrected; what is chosen is corrected at once.

    Attributes:
        dialog: the one that was opened last, None where none is open.
    """

    def __init__(self, findings: Findings, keeper: Keeper, window: QWidget) -> None:
        super().__init__(window)
        self._findings, self._keeper, self._window = findings, keeper, window
        self.dialog: QDialog | None = None

    # -- filling -----------------------------------------------------------------------------

    def fill(self, menu: QMenu, selection: Span, offset: int) -> None:
        """Offer what may be done with the selected words, and with what is at a letter."""
        index = self._findings.index
        if index is None:
            return
        span = targets.trimmed(index.text, selection)
        found = targets.targets_at(index, offset)
        if len(span) and "\n" not in index.words(span):
            self._offer_selection(menu, index, span, found)
        for number, mention in enumerate(found.mentions):
            place = menu if not number else menu.addMenu(_short(index.words(mention.span)))
            self._offer_mention(place, index, mention)
        for time in found.times:
            self._offer_time(menu, index, time)
        for event in found.events:
            self._offer_event(menu, index, event)

    def fill_for_mentions(self, menu: QMenu, mentions: Sequence[str]) -> None:
        """Offer what may be done with a row of names: the mentions of one entity."""
        index = self._findings.index
        if index is not None and mentions and mentions[0] in index.mentions:
            self._offer_mention(menu, index, index.mentions[mentions[0]], all_alike=True)

    def fill_for_events(self, menu: QMenu, events: Sequence[str]) -> None:
        """Offer what may be done with a card: the mentions of one event."""
        index = self._findings.index
        told = [index.events[name] for name in events if name in index.events] if index else []
        if index is None or not told:
            return
        if len(told) == 1:
            self._offer_event(menu, index, told[0])
            return
        cluster = index.clusters[told[0].cluster]
        _head(menu, cluster.label)
        self._offer_same(menu, index, cluster)
        for event in told:
            self._offer_event(menu.addMenu(_place(index, event)), index, event)

    def _offer_selection(
        self, menu: QMenu, index: AnalysisIndex, span: Span, found: targets.Targets
    ) -> None:
        _head(menu, index.words(span))
        add = menu.addMenu(translate("Corrections", "Add a name"))
        for kind in TYPES:
            correction = AddMention(targets.anchor(index, span, kind))
            self._add(add, wording.entity_type_of_one(kind), correction)
        places = targets.places_of(index, span)
        if len(places) > 1:
            self._offer_everywhere(menu, index, places)
        action = menu.addAction(translate("Corrections", "Add a date…"))
        action.triggered.connect(lambda: self._ask_new_time(span))
        events = menu.addMenu(translate("Corrections", "Add an event"))
        for event in wording.event_types():
            claim = SetEvent(targets.anchor(index, span, event))
            self._add(events, wording.event_type_name(event), claim)
        near = found.mentions[0] if found.mentions else _touching(index, span)
        if near is not None and near.span != span:
            words = translate("Corrections", "Give {name} these edges")
            old, new = (targets.anchor(index, s, near.type) for s in (near.span, span))
            name = wording.quoted(index.words(near.span))
            self._add(menu, words.format(name=name), MoveMention(old, new))

    def _offer_everywhere(self, menu: QMenu, index: AnalysisIndex, places: Sequence[Span]) -> None:
        """Offer to add a name wherever the text has it."""
        count = wording.isolate(str(len(places)))
        words = translate("Corrections", "Add a name in all places ({count})")
        add = menu.addMenu(words.format(count=count))
        for kind in TYPES:
            found = [AddMention(targets.anchor(index, place, kind)) for place in places]
            action = add.addAction(wording.entity_type_of_one(kind))
            action.triggered.connect(lambda _on=False, found=found: self._correct(*found))

    def _offer_mention(
        self, menu: QMenu, index: AnalysisIndex, mention: Mention, *, all_alike: bool = False
    ) -> None:
        alike = targets.alike(index, mention)
        entity = index.entities.get(mention.entity or "")
        _head(menu, entity.name if entity and all_alike else index.words(mention.span))
        self._offer_types(menu, index, alike)
        if len(alike) > 1 and not all_alike:
            here = menu.addMenu(translate("Corrections", "Change the type only here"))
            self._fill_types(here, index, (mention,))
        if entity is not None:
            self._offer_identity(menu, index, mention, entity, all_alike=all_alike)
        if not all_alike:
            words = translate("Corrections", "Remove this mention")
            self._remove(menu, words, index, (mention,))
        if len(alike) > 1 or all_alike:
            count = wording.isolate(str(len(alike)))
            words = translate("Corrections", "Remove all mentions ({count})").format(count=count)
            self._remove(menu, words, index, alike)

    def _offer_types(self, menu: QMenu, index: AnalysisIndex, alike: Sequence[Mention]) -> None:
        self._fill_types(menu.addMenu(translate("Corrections", "Change the type")), index, alike)

    def _fill_types(self, menu: QMenu, index: AnalysisIndex, mentions: Sequence[Mention]) -> None:
        for kind in TYPES:
            action = self._add(
                menu, wording.entity_type_of_one(kind), targets.retype(index, mentions, kind)
            )
            action.setCheckable(True)
            action.setChecked(kind == mentions[0].type)
            action.setEnabled(any(m.type != kind for m in mentions))

    def _remove(
        self, menu: QMenu, words: str, index: AnalysisIndex, mentions: Sequence[Mention]
    ) -> None:
        gone = [RemoveMention(a) for a in targets.mention_anchors(index, mentions)]
        menu.addAction(words).triggered.connect(lambda: self._correct(*gone))

    def _offer_identity(
        self,
        menu: QMenu,
        index: AnalysisIndex,
        mention: Mention,
        entity: Entity,
        *,
        all_alike: bool,
    ) -> None:
        rename = menu.addAction(translate("Corrections", "Rename…"))
        rename.triggered.connect(lambda: self._ask_name(entity))
        merge = menu.addAction(translate("Corrections", "Merge into another name…"))
        merge.triggered.connect(lambda: self._ask_entity(entity))
        merge.setEnabled(bool(targets.mergeable(index, entity.id)))
        alike = targets.alike(index, mention)
        if len(alike) < 2:
            return
        off = menu.addMenu(translate("Corrections", "Split off"))
        if not all_alike:
            words = translate("Corrections", "only this mention")
            self._add(off, words, targets.split(index, (mention,)))
        forms = targets.forms(index, alike)
        for words, mentions in forms.items() if len(forms) > 1 else ():
            told = f"{wording.quoted(words)} {wording.isolate(f'×{len(mentions)}')}"
            self._add(off, told, targets.split(index, mentions))
        off.menuAction().setVisible(not off.isEmpty())

    def _offer_time(self, menu: QMenu, index: AnalysisIndex, time: TimeExpression) -> None:
        _head(menu, index.words(time.span))
        at = targets.anchor(index, time.span, time.type)
        change = menu.addAction(translate("Corrections", "Change the date…"))
        change.triggered.connect(lambda: self._ask_time(at, time))
        self._add(menu, translate("Corrections", "Remove the date"), RemoveTime(at))

    def _offer_event(self, menu: QMenu, index: AnalysisIndex, event: Event) -> None:
        _head(menu, index.words(event.trigger))
        at = targets.anchor(index, event.trigger, event.type)
        edit = menu.addAction(translate("Corrections", "Edit the event…"))
        edit.triggered.connect(lambda: self._ask_event(at, event))
        types = menu.addMenu(translate("Corrections", "Change the event's type"))
        for kind in wording.event_types():
            action = self._add(types, wording.event_type_name(kind), SetEvent(at, type=kind))
            action.setCheckable(True)
            action.setChecked(kind == event.type)
            action.setEnabled(kind != event.type)
        self._offer_same(menu, index, index.clusters[event.cluster])
        parted = targets.split_event(index, event)
        if parted is not None:
            self._add(menu, translate("Corrections", "Another event than where else told"), parted)
        self._add(menu, translate("Corrections", "Remove the event"), RemoveEvent(at))

    def _offer_same(self, menu: QMenu, index: AnalysisIndex, cluster: Cluster) -> None:
        same = menu.addAction(translate("Corrections", "The same event as…"))
        same.triggered.connect(lambda: self._ask_same_event(cluster))
        same.setEnabled(len(index.clusters) > 1)

    def _add(self, menu: QMenu, words: str, correction: Correction | None) -> QAction:
        action = menu.addAction(words.replace("&", "&&"))
        action.setEnabled(correction is not None)
        if correction is not None:
            action.triggered.connect(lambda: self._correct(correction))
        return action

    def _correct(self, *corrections: Correction) -> None:
        """Make corrections as one step, which is named by the first."""
        self._keeper.correct(correction_text(corrections[0]), *corrections)

    # -- asking ------------------------------------------------------------------------------

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(lambda _result: self._forget(dialog))
        dialog.open()

    def _forget(self, dialog: QDialog) -> None:
        if self.dialog is dialog:
            self.dialog = None

    def _ask_name(self, entity: Entity) -> None:
        dialog = NameDialog(entity.name, self._window)
        dialog.chosen.connect(lambda name: self._rename(entity.id, name))
        self._open(dialog)

    def _rename(self, entity: str, name: str) -> None:
        index = self._findings.index
        if index is not None and entity in index.mentions_of:
            mentions = targets.mention_anchors(index, index.mentions_of[entity])
            self._correct(RenameEntity(mentions, name))

    def _ask_entity(self, entity: Entity) -> None:
        index = self._findings.index
        if index is None:
            return
        choices = [_choice(index, e) for e in targets.mergeable(index, entity.id)]
        dialog = EntityDialog(entity.name, choices, self._window)
        dialog.chosen.connect(lambda into: self._merge(entity.id, into))
        self._open(dialog)

    def _merge(self, entity: str, into: str) -> None:
        index = self._findings.index
        if index is not None and {entity, into} <= index.mentions_of.keys():
            self._correct(targets.merge(index, entity, into))

    def _ask_same_event(self, cluster: Cluster) -> None:
        index = self._findings.index
        if index is None or cluster.id not in index.clusters:
            return
        choices = [_event_choice(index, c) for c in targets.like_events(index, cluster.id)]
        dialog = SameEventDialog(cluster.label, choices, self._window)
        dialog.chosen.connect(lambda into: self._merge_events(cluster.id, into))
        self._open(dialog)

    def _merge_events(self, cluster: str, into: str) -> None:
        index = self._findings.index
        if index is not None and {cluster, into} <= index.clusters.keys():
            self._correct(targets.merge_events(index, cluster, into))

    def _ask_new_time(self, span: Span) -> None:
        index = self._findings.index
        if index is not None:
            at = targets.anchor(index, span, "DATE")
            self._open_time(TimeDialog(at, "DATE", "", None, self._window))

    def _ask_time(self, at: Anchor, time: TimeExpression) -> None:
        self._open_time(TimeDialog(at, time.type, time.value, time.mod, self._window))

    def _open_time(self, dialog: TimeDialog) -> None:
        dialog.chosen.connect(self._correct)
        self._open(dialog)

    def _ask_event(self, at: Anchor, event: Event) -> None:
        index = self._findings.index
        if index is not None:
            dialog = EventDialog(at, event, _event_choices(index, event), self._window)
            dialog.chosen.connect(self._correct)
            self._open(dialog)


def _head(menu: QMenu, words: str) -> None:
    """Begin a part of a menu, with the words that it is about."""
    if not menu.isEmpty():
        menu.addSeparator()
    head = menu.addAction(_short(words))
    head.setEnabled(False)


def _short(words: str) -> str:
    line = " ".join(words.split())
    line = line if len(line) <= 40 else line[:40].rsplit(" ", 1)[0] + "…"
    return wording.quoted(line).replace("&", "&&")


def _place(index: AnalysisIndex, event: Event) -> str:
    number = index.sentence_numbers.get(event.sentence, 0)
    words = translate("Corrections", "{words} in sentence {number}")
    return words.format(
        words=_short(index.words(event.trigger)), number=wording.isolate(str(number))
    )


def _touching(index: AnalysisIndex, span: Span) -> Mention | None:
    """Return the shortest mention that a selection touches."""
    near = [m for m in index.analysis.mentions if m.span.overlaps(span)]
    return min(near, key=lambda m: len(m.span), default=None)


def _choice(index: AnalysisIndex, entity: Entity) -> Choice:
    names = tuple(dict.fromkeys((entity.name, *(v.text for v in entity.variants))))
    count = wording.isolate(f"×{len(index.mentions_of[entity.id])}")
    others = wording.join(wording.isolate(name) for name in names[1:])
    told = f"{wording.isolate(entity.name)} {count}" + (f" — {others}" if others else "")
    return Choice(entity.id, told, fold("\n".join(names)))


def _event_choice(index: AnalysisIndex, cluster: Cluster) -> Choice:
    kind = wording.event_type_name(cluster.type)
    number = wording.isolate(str(index.sentence_numbers.get(cluster.sentences[0], 0)))
    place = translate("Wording", "sentence {number}").format(number=number)
    told = f"{wording.isolate(cluster.label)} — {wording.join((kind, place))}"
    return Choice(cluster.id, told, fold(f"{cluster.label}\n{kind}"))


def _event_choices(index: AnalysisIndex, event: Event) -> EventChoices:
    """Return what is in the event's sentence, and what the event is tied to elsewhere."""
    roles: dict[Span, str] = {p.span: p.role for p in event.participants}
    roles |= {p.span: "place" for p in event.places}
    kinds = {m.span: m.type for m in index.analysis.mentions}
    spans = {m.span for m in index.analysis.mentions if m.sentence == event.sentence}
    parts = tuple(
        Part(
            targets.anchor(index, span, kinds.get(span, "")),
            wording.isolate(" ".join(index.words(span).split())),
            roles.get(span, ""),
        )
        for span in sorted(spans | roles.keys())
    )
    tied = index.times.get(event.time.id) if event.time else None
    near = [t for t in index.analysis.times if t.sentence == event.sentence or t is tied]
    times = tuple(
        (
            targets.anchor(index, t.span, t.type),
            f"{wording.quoted(' '.join(index.words(t.span).split()))} {wording.time_text(t)}",
        )
        for t in near
    )
    relation = event.time.relation if event.time else "AT"
    return EventChoices(parts, times, tied.span if tied else None, relation)
