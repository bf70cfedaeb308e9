"""Which names mean one body, facility or event: longer and shorter forms, acronyms, rounds."""

from __future__ import annotations

from collections.abc import Sequence

from reader.core.clitics import ARTICLE
from reader.core.entities.resolve.groups import FIRST, Group, Index, Spellings, nearest
from reader.core.entities.resolve.names import bare, name_words, shown
from reader.core.entities.resolve.translit import skeleton
from reader.core.entities.words import Candidate, Words
from reader.core.types import EntityType

_OPEN = frozenset('(«"[“”/')
_FEW = 12  # words of a name that its longer and shorter forms are sought by
ROUND = "numbered round"


def gather_bodies(words: Words, candidates: Sequence[Candidate], kind: EntityType) -> list[Group]:
    """Return the bodies of one type, a group each, in no order.

    Longer names come first, so that a short form finds the whole name wherever that stands.
    """
    gathering = _Gathering(words, kind)
    forms = {id(c): _form(words, c) for c in candidates}
    for candidate in sorted(candidates, key=lambda c: (-len(forms[id(c)]), c.name is None)):
        gathering.place(candidate, forms[id(candidate)])
    gathering.merge_asides(candidates)
    return [group for group in gathering.groups if group.members]


def _form(words: Words, candidate: Candidate) -> tuple[str, ...]:
    name = name_words(shown(words, candidate))
    return tuple(name if candidate.rule == ROUND else map(bare, name))


class _Gathering:
    def __init__(self, words: Words, kind: EntityType) -> None:
        self._words = words
        self._kind = kind
        self._spellings = Spellings(words)
        self._whole: dict[str, Group] = {}
        self._starts = Index()  # by the first words of the name
        self._tails = Index()  # by the name after its head noun
        self._heads = Index()  # by the head noun alone
        self._of: dict[int, Group] = {}
        self.groups: list[Group] = []

    def place(self, candidate: Candidate, form: tuple[str, ...]) -> None:
        """Put a name with the body that it means."""
        backed = candidate.name.key if candidate.name is not None else ""
        group, reason = self._find(candidate, form, backed)
        if group is None:
            group, reason = Group(self._kind, form, backed=backed), FIRST
            self.groups.append(group)
        self._take(group, candidate, form, reason)
        self._whole.setdefault(backed or " ".join(form), group)

    def _find(
        self, candidate: Candidate, form: tuple[str, ...], backed: str
    ) -> tuple[Group | None, str]:
        key, start = " ".join(form), candidate.span.start
        longer = self._longer(form, backed) if candidate.rule != ROUND else []
        if len(longer) > 1:
            return nearest(longer, start), "less the last words of the one last named"
        known = self._whole.get(backed or key) or self._whole.get(key)
        if known is not None and (not backed or known.backed in {"", backed}):
            return known, "same letters" if " ".join(known.parts) == key else "one row of names"
        if not form or candidate.rule == ROUND:
            return None, ""
        for found, reason in (
            (longer, "less the last words of"),
            (self._fit(self._tails.get(key), backed), "less the first word of"),
            (self._by_head(candidate, form), "its kind alone, last said of"),
            (self._spelled(form, backed), "spelling of"),
        ):
            group = nearest(found, start)
            if group is not None:
                return group, f"{reason} «{' '.join(group.parts)}»"
        return None, ""

    def _fit(self, groups: Sequence[Group], backed: str) -> list[Group]:
        return [group for group in groups if not (backed and group.backed)]

    def _longer(self, form: tuple[str, ...], backed: str) -> list[Group]:
        """Return the bodies whose names go on after these words."""
        if len(form) < 2:
            return []
        found = self._fit(self._starts.get(form), backed)
        return [g for g in found if self._goes_on(form, g.parts[len(form) :], backed)]

    def _goes_on(self, form: Sequence[str], more: Sequence[str], backed: str) -> bool:
        """Tell whether the words after a name may be left out of it.

        Of the name of a well-known body or an event only a nationality or a judgement may:
        «مجلس الأمن القومي» is another than «مجلس الأمن». And after a nationality
        nothing else may: «الجيش السوري الحر» is another than «الجيش السوري».
        """
        if backed or self._kind == "EVENT" or self._nations(form):
            judged = self._words.lexicon.words["judging"]
            plain = [word for word in more if word not in judged]
            return bool(more) and self._nations(plain) == len(plain)
        return bool(more)

    def _nations(self, words: Sequence[str]) -> int:
        """Return how many words at the end are nationalities."""
        count = 0
        while count < len(words) and words[-count - 1] in self._words.lexicon.nations:
            count += 1
        return count

    def _by_head(self, candidate: Candidate, form: tuple[str, ...]) -> list[Group]:
        """Return the last body of this kind that was named before: «الوزارة»."""
        if len(form) != 1 or not shown(self._words, candidate).startswith(ARTICLE):
            return []
        start = candidate.span.start
        named = [g for g in self._heads.get(form[0]) if g.last_before(start) >= 0]
        return [max(named, key=lambda g: g.last_before(start))] if named else []

    def _spelled(self, form: tuple[str, ...], backed: str) -> list[Group]:
        found = self._fit(self._starts.get(_loose(form)), backed)
        return [group for group in found if self._spellings.all_one(form, group.parts)]

    def _take(self, group: Group, candidate: Candidate, form: tuple[str, ...], reason: str) -> None:
        group.add(candidate, " ".join(form), reason)
        self._of[id(candidate)] = group
        for end in range(2, min(len(form), _FEW)):
            self._starts.put(form[:end], group)
        self._starts.put(_loose(form), group)
        if len(form) > 1:
            self._heads.put(form[0], group)
        if form and form[0] in self._words.lexicon.words["generic_head"]:
            self._tails.put(" ".join(form[1:]), group)
            self._tails.put(" ".join(form[1 : len(form) - self._nations(form)]), group)

    def merge_asides(self, candidates: Sequence[Candidate]) -> None:
        """Make one of a name and the other name that follows it in brackets or quotes."""
        ends = {c.end: c for c in candidates}
        for aside in candidates:
            before = ends.get(aside.first - 1)
            if before is None or not self._is_aside(aside):
                continue
            whole, short = self._of[id(before)], self._of[id(aside)]
            if whole is not short and not (whole.backed and short.backed):
                self._merge(whole, short)

    def _is_aside(self, candidate: Candidate) -> bool:
        words = self._words
        after = candidate.end
        return (
            words.folded(candidate.first - 1) in _OPEN
            and words.same_sentence(candidate.first - 1, after)
            and words.tokens[after].kind == "punctuation"
        )

    def _merge(self, whole: Group, short: Group) -> None:
        name = " ".join(whole.parts)
        for member in short.members:
            self._of[id(member)] = whole
            whole.add(member, " ".join(short.parts), f"in brackets or quotes after «{name}»")
        for form in short.reasons:
            whole.reasons.setdefault(form, f"as «{' '.join(short.parts)}»")
        whole.backed = whole.backed or short.backed
        short.members.clear()
        short.starts.clear()


def _loose(form: Sequence[str]) -> tuple[str, ...]:
    return ("spelled", *(skeleton(word) or word for word in form))
