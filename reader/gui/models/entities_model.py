"""The entities of an analysis as a tree: types, and under each what the text names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QSortFilterProxyModel,
    Qt,
)

from reader.core.corrections.types import USER
from reader.core.normalize import fold
from reader.core.types import Entity, EntityType, Mention, Variant
from reader.gui.models import wording
from reader.gui.models.index import AnalysisIndex
from reader.gui.models.reasons import basis_text
from reader.gui.models.rows_model import AnyIndex
from reader.gui.models.search import FoldedQuery

Order = Literal["count", "text"]

TYPES: tuple[EntityType, ...] = (
    "PER", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "TITLE", "MONEY", "PERCENT", "COUNT",
)  # fmt: skip


class Role(IntEnum):
    """What `data` gives besides Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole + 1
    GROUP = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class EntityRow:
    """One name and where the text has it.

    Attributes:
        id: id of the Entity; where there is none, `type:folded words`.
        entity: None where equal words without an entity are shown together.
        mentions: ids, in text order.
        stands_for, related, part_of: names of other entities.
        offset: of the first mention.
        folded: all that a search looks in.
        by_user: whether the reader decided on it, or on one of its mentions.
    """

    id: str
    type: EntityType
    name: str
    entity: Entity | None
    mentions: tuple[str, ...]
    variants: tuple[Variant, ...]
    stands_for: tuple[str, ...]
    related: str
    part_of: str
    holders: tuple[str, ...]
    offset: int
    folded: str
    by_user: bool


def entity_rows(index: AnalysisIndex) -> tuple[EntityRow, ...]:
    """Return the entities that the text mentions, then the words that name none; made once."""
    return index.once(_entity_rows)


def _entity_rows(index: AnalysisIndex) -> tuple[EntityRow, ...]:
    named = [
        _row_of_entity(index, index.entities[entity], mentions)
        for entity, mentions in index.mentions_of.items()
    ]
    return tuple(named + _nameless(index))


def _row_of_entity(
    index: AnalysisIndex, entity: Entity, mentions: tuple[Mention, ...]
) -> EntityRow:
    others = tuple(v for v in entity.variants if v.text != entity.name)
    return EntityRow(
        id=entity.id,
        type=entity.type,
        name=entity.name,
        entity=entity,
        mentions=tuple(m.id for m in mentions),
        variants=others,
        stands_for=_unique(index.name(m.stands_for) for m in mentions),
        related=index.name(entity.related),
        part_of=index.name(entity.part_of),
        holders=_unique(index.name(m.holder) for m in mentions),
        offset=mentions[0].span.start,
        folded=fold("\n".join((entity.name, *(v.text for v in entity.variants)))),
        by_user=USER in {entity.rule, *(m.rule for m in mentions)},
    )


def _nameless(index: AnalysisIndex) -> list[EntityRow]:
    grouped: defaultdict[tuple[EntityType, str], list[Mention]] = defaultdict(list)
    for mention in sorted(index.analysis.mentions, key=lambda m: m.span):
        if mention.entity not in index.entities:
            grouped[mention.type, fold(index.words(mention.span))].append(mention)
    return [
        EntityRow(
            id=f"{kind}:{folded}",
            type=kind,
            name=index.words(mentions[0].span),
            entity=None,
            mentions=tuple(m.id for m in mentions),
            variants=(),
            stands_for=_unique(index.name(m.stands_for) for m in mentions),
            related="",
            part_of="",
            holders=_unique(index.name(m.holder) for m in mentions),
            offset=mentions[0].span.start,
            folded=folded,
            by_user=any(m.rule == USER for m in mentions),
        )
        for (kind, folded), mentions in grouped.items()
    ]


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))


def variants_text(row: EntityRow) -> str:
    """Write the other forms that the text uses, with their kind and count."""
    pattern = QCoreApplication.translate("Wording", "{text} ({kind}, ×{count})")
    return wording.join(
        pattern.format(
            text=wording.isolate(v.text), kind=wording.variant_kind_name(v.kind), count=v.count
        )
        for v in row.variants
    )


def variant_text(variant: Variant) -> str:
    """Write one other form that the text uses, with its kind, its count and why it is one."""
    pattern = QCoreApplication.translate("Wording", "{text} ({kind}, ×{count})")
    told = pattern.format(
        text=wording.isolate(variant.text),
        kind=wording.variant_kind_name(variant.kind),
        count=variant.count,
    )
    why = basis_text(variant.basis)
    return f"{told} · {why}" if why else told


def notes_text(row: EntityRow) -> str:
    """Write how the entity hangs together with others, and its identifiers elsewhere."""
    patterns = (
        (QCoreApplication.translate("Wording", "stands for {text}"), row.stands_for),
        (QCoreApplication.translate("Wording", "part of {text}"), (row.part_of,)),
        (QCoreApplication.translate("Wording", "from {text}"), (row.related,)),
        (QCoreApplication.translate("Wording", "held by {text}"), row.holders),
    )
    notes = [
        pattern.format(text=wording.join(map(wording.isolate, names)))
        for pattern, names in patterns
        if any(names)
    ]
    links = row.entity.links if row.entity else ()
    notes += [wording.link_text(scheme, identifier) for scheme, identifier in links]
    return " · ".join(notes)


def entity_summary(row: EntityRow) -> str:
    """Tell all of an entity in one sentence, for screen readers."""
    parts = (
        wording.isolate(row.name),
        wording.entity_type_of_one(row.type),
        wording.mention_count(len(row.mentions)),
        variants_text(row),
        notes_text(row).replace(" · ", QCoreApplication.translate("Wording", ", ")),
        wording.by_user_text() if row.by_user else "",
    )
    return wording.join(part for part in parts if part) + "."


def entity_tooltip(row: EntityRow) -> str:
    """Tell all of an entity in a few lines, for the tooltip in the text and in the panel."""
    head = f"{wording.isolate(row.name)} — {wording.entity_type_of_one(row.type)}"
    lines = (
        head,
        wording.mention_count(len(row.mentions)),
        variants_text(row),
        notes_text(row),
        wording.by_user_text() if row.by_user else "",
    )
    return "\n".join(line for line in lines if line)


class EntitiesModel(QAbstractItemModel):
    """Two levels: the types that occur, and under each its names, by count or in text order.

    The internal id of a name is its group's row plus one; of a group, zero.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[tuple[EntityType, tuple[EntityRow, ...]], ...] = ()
        self._order: Order = "count"

    def show_index(self, index: AnalysisIndex | None) -> None:
        """Show the entities of an analysis, or none."""
        rows = entity_rows(index) if index else ()
        grouped = ((t, sorted((r for r in rows if r.type == t), key=self._key)) for t in TYPES)
        self.beginResetModel()
        self._groups = tuple((kind, tuple(found)) for kind, found in grouped if found)
        self.endResetModel()

    def set_order(self, order: Order) -> None:
        """Sort the names of each group by count or by their first place in the text.

        What is current in a view stays so.
        """
        self._order = order
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        shown = [index.data(Role.ROW) for index in kept]
        self._groups = tuple(
            (kind, tuple(sorted(names, key=self._key))) for kind, names in self._groups
        )
        now = [
            self.find(r.id) if isinstance(r, EntityRow) else i
            for i, r in zip(kept, shown, strict=True)
        ]
        self.changePersistentIndexList(kept, now)
        self.layoutChanged.emit()

    def _key(self, row: EntityRow) -> tuple[int, int]:
        return (-len(row.mentions) if self._order == "count" else 0), row.offset

    def names(self, group: int) -> tuple[EntityRow, ...]:
        """Return the names of a group, in the order of its rows."""
        return self._groups[group][1]

    def retranslate(self) -> None:
        """Tell the views that every wording may have changed."""
        for row, (_, names) in enumerate(self._groups):
            group = self.index(row, 0)
            self.dataChanged.emit(group, group)
            self.dataChanged.emit(self.index(0, 0, group), self.index(len(names) - 1, 0, group))

    def find(self, entity: str) -> QModelIndex:
        """Return where an entity's row is; invalid where the text does not name it."""
        for group, (_, names) in enumerate(self._groups):
            for row, name in enumerate(names):
                if name.id == entity:
                    return self.index(row, 0, self.index(group, 0))
        return QModelIndex()

    def index(self, row: int, column: int, parent: AnyIndex | None = None) -> QModelIndex:
        """Return the index of a group, or of a name under its group."""
        if row < 0 or column != 0 or row >= self.rowCount(parent):
            return QModelIndex()
        inside = parent is not None and parent.isValid()
        return self.createIndex(row, 0, parent.row() + 1 if parent and inside else 0)

    def parent(self, child: AnyIndex | None = None) -> QModelIndex:  # type: ignore[override]
        """Return the group of a name; a group has none."""
        if child is None or not child.isValid() or child.internalId() == 0:
            return QModelIndex()
        return self.createIndex(child.internalId() - 1, 0, 0)

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        """Return the number of groups, or of names under a group."""
        if parent is None or not parent.isValid():
            return len(self._groups)
        if parent.internalId() != 0 or parent.column() != 0:
            return 0
        return len(self._groups[parent.row()][1])

    def columnCount(self, parent: AnyIndex | None = None) -> int:  # noqa: ARG002
        """Return one: the delegate draws all of a row."""
        return 1

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the name of the column, which is told where it is not shown."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return QCoreApplication.translate("Wording", "Names") if section == 0 else None

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row, its name, or all of it in one sentence."""
        if not index.isValid():
            return None
        if index.internalId() == 0:
            return self._group_data(index.row(), role)
        return _row_data(self._groups[index.internalId() - 1][1][index.row()], role)

    def _group_data(self, group: int, role: int) -> object:
        kind, names = self._groups[group]
        if role == Role.GROUP:
            return kind
        if role == Qt.ItemDataRole.DisplayRole:
            return wording.entity_type_name(kind)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{wording.entity_type_name(kind)} ({len(names)})"
        return None


def _row_data(row: EntityRow, role: int) -> object:
    if role == Role.ROW:
        return row
    if role == Qt.ItemDataRole.DisplayRole:
        return wording.marked(row.name)
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return entity_summary(row)
    if role == Qt.ItemDataRole.ToolTipRole:
        return wording.plain_tip(entity_tooltip(row))
    return None


class EntitiesFilter(QSortFilterProxyModel):
    """The names that meet the filter under their groups; a group without any is hidden."""

    def __init__(self, model: EntitiesModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._query = FoldedQuery()
        self.setSourceModel(model)

    def set_text(self, text: str) -> None:
        """Keep only names, or other forms of them, that hold these words, folded."""
        self.beginFilterChange()
        self._query = FoldedQuery(text)
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, source_row: int, source_parent: AnyIndex) -> bool:
        """Tell whether a name meets the filter, or one of a group's names does."""
        if not self._query:
            return True
        if source_parent.isValid():
            row = self._model.names(source_parent.row())[source_row]
            return self._query.matches(row.folded)
        return any(self._query.matches(row.folded) for row in self._model.names(source_row))
