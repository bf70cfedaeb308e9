"""What is told across several articles, as lines to read, each with its place in an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import PurePath

from PySide6.QtCore import QCoreApplication

from reader.core.types import EntityType, Span, is_address
from reader.gui.models import wording
from reader.gui.models.across_lines import (
    Line,
    aimed,
    article_count,
    days,
    dotted,
    first_of,
    headed,
)
from reader.gui.models.across_words import (
    conflict_name,
    figure_name,
    link_words,
    reason_words,
    standing_name,
    told_status,
)
from reader.gui.models.phrases import QT_TRANSLATE_NOOP, say_count
from reader.stories import Stories
from reader.stories.values import (
    Ahead,
    Chain,
    Citation,
    CitedFigure,
    DatedDiscrepancy,
    Member,
    Profile,
    Reason,
    Story,
    Together,
    Version,
)

TYPES: frozenset[EntityType] = frozenset({"PER", "ORG", "GPE", "LOC", "FAC", "EVENT"})
_AROUND = 600  # letters of a sentence that are shown on both sides of what counts in it
_TITLE = 70  # letters of an article's title
MOST_QUOTES = 120  # sentences of one entity that are listed


class Across:
    """Tells what some articles tell together; everything that takes long was worked out before."""

    def __init__(self, stories: Stories) -> None:
        self.stories = stories
        self._titles: dict[str, str] = {}

    # -- articles ----------------------------------------------------------------------------

    def text(self, article: str) -> str:
        """Return the text of an article."""
        return self.stories.articles[article].text

    def called(self, article: str) -> str:
        """Return the title of an article, or its first words."""
        if article not in self._titles:
            document = self.stories.articles[article].analysis.document
            title = document.title or document.text.lstrip()[: 4 * _TITLE].split("\n", 1)[0]
            words = " ".join(title.split())
            shown = words if len(words) <= _TITLE else f"{words[:_TITLE]}…"
            self._titles[article] = wording.isolate(shown)
        return self._titles[article]

    def dated(self, article: str) -> str:
        """Return the title of an article and its day."""
        known = self.stories.articles[article]
        return dotted(self.called(article), days(known.first_day, known.last_day))

    def quote(self, citation: Citation, *more: str) -> Line:
        """Return the sentence of a citation."""
        text, sentence, span = self.text(citation.article), citation.sentence, citation.span
        start = max(sentence.start, span.start - _AROUND)
        end = min(sentence.end, max(span.start, min(span.end, span.start + _AROUND)) + _AROUND)
        words = text[start:end].replace("\n", " ")
        before = "… " if start > sentence.start else ""
        first = min(max(0, span.start - start), len(words)) + len(before)
        last = min(max(first, span.end - start + len(before)), len(words) + len(before))
        return Line(
            "quote",
            f"{before}{words}{' …' if end < sentence.end else ''}",
            dotted(*more, self.dated(citation.article)),
            found=Span(first, last),
            citation=citation,
        )

    # -- versions ----------------------------------------------------------------------------

    def story_lines(self) -> tuple[Line, ...]:
        """Return the stories that have several versions."""
        return tuple(map(self._story, self.stories.stories))

    def _story(self, story: Story) -> Line:
        known = [v for v in story.versions if v.first_day]
        first = min((v.first_day for v in known if v.first_day), default=None)
        last = max((v.last_day for v in known if v.last_day), default=None)
        count = say_count(QT_TRANSLATE_NOOP("Wording", "%n version(s)"), len(story.versions))
        title = self.called(story.versions[0].article)
        return Line("entry", title, dotted(count, days(first, last)), id=story.id)

    def version_lines(self, story: Story) -> tuple[Line, ...]:
        """Return the versions of a story, each with whom it follows and how sure that is."""
        return tuple(self._version(version, story) for version in story.versions)

    def _version(self, version: Version, story: Story) -> Line:
        when = days(version.first_day, version.last_day)
        names = dict.fromkeys(map(_source, version.sources))
        sources = wording.join(wording.isolate(name) for name in list(names)[:3])
        links = (link for link in story.links if link.later == version.article)
        link = version.origin or max(links, key=lambda link: link.shared, default=None)
        follows = link_words(link, self.called(link.earlier)) if link else ""
        caption = dotted(when, sources, follows)
        return Line("entry", self.called(version.article), caption, id=version.article)

    # -- entities ----------------------------------------------------------------------------

    def entity_lines(self) -> tuple[Line, ...]:
        """Return people, bodies and places, those that the most articles name first."""
        found = []
        for name, members in self.stories.merged.profiles.items():
            kind = self.stories.type_of(name)
            if kind in TYPES:
                articles = {member.article for member in members}
                found.append((-len(articles), self.stories.merged.names[name], name, kind))
        return tuple(
            Line(
                "entry",
                wording.isolate(words),
                dotted(wording.entity_type_of_one(kind), article_count(-count)),
                id=name,
            )
            for count, words, name, kind in sorted(found)
        )

    def profile_lines(self, name: str) -> tuple[Line, ...]:
        """Return the page of an entity; () where there is none of that id."""
        if name not in self.stories.merged.profiles:
            return ()
        page = self.stories.profile(name)
        heads = (
            (QCoreApplication.translate("Across", "Titles held"), self._held(page)),
            (QCoreApplication.translate("Across", "Spellings"), self._spellings(page)),
            (QCoreApplication.translate("Across", "As actor"), self._parts(page, "actor")),
            (QCoreApplication.translate("Across", "As target"), self._parts(page, "target")),
            (QCoreApplication.translate("Across", "Other events"), self._parts(page, "other")),
            (QCoreApplication.translate("Across", "Places"), map(self._together, page.places)),
            (
                QCoreApplication.translate("Across", "Appears with"),
                map(self._together, page.together[:40]),
            ),
            (QCoreApplication.translate("Across", "It may also be"), self._possible(page)),
            (QCoreApplication.translate("Across", "Why these are one"), self._reasons(page)),
            (QCoreApplication.translate("Across", "Sentences"), self._mentions(page)),
        )
        return (*self._profile_head(page), *headed(heads))

    def _profile_head(self, page: Profile) -> Iterator[Line]:
        articles = len({member.article for member in page.members})
        caption = dotted(
            wording.entity_type_of_one(page.type),
            article_count(articles),
            wording.mention_count(len(page.mentions)),
            *(wording.link_text(*link) for link in page.links),
        )
        yield Line("entry", wording.isolate(page.name), caption, id=page.id)
        counted = Counter(m.day for m in page.mentions if m.day is not None)
        if len(counted) > 1:
            yield Line(
                "bars",
                QCoreApplication.translate("Across", "Mentions by day"),
                bars=tuple(sorted(counted.items())),
            )

    def _held(self, page: Profile) -> Iterator[Line]:
        for held in page.titles:
            when = days(held.first_day, held.last_day)
            caption = dotted(when, wording.mention_count(len(held.citations)))
            yield Line(
                "entry", wording.isolate(held.title), caption, citation=first_of(held.citations)
            )

    def _spellings(self, page: Profile) -> Iterator[Line]:
        places: dict[str, Citation] = {}
        for mention in page.mentions:
            words = " ".join(mention.citation.span.of(self.text(mention.citation.article)).split())
            places.setdefault(words, mention.citation)
        for spelling in page.spellings:
            yield Line(
                "entry",
                wording.isolate(spelling.text),
                wording.mention_count(spelling.count),
                citation=places.get(spelling.text),
            )

    def _parts(self, page: Profile, role: str) -> Iterator[Line]:
        for part in page.events:
            if part.role == role:
                kind = wording.event_type_name(part.type)
                status = told_status(part.polarity, part.modality)
                quote = self.quote(
                    part.citation,
                    kind,
                    status,
                    days(part.first_day, part.last_day),
                )
                yield aimed(quote, "events", part.chain)

    def _together(self, other: Together) -> Line:
        counts = []
        if other.sentences:
            text = QT_TRANSLATE_NOOP("Wording", "in %n sentence(s)")
            counts.append(say_count(text, other.sentences))
        if other.events:
            counts.append(say_count(QT_TRANSLATE_NOOP("Wording", "in %n event(s)"), other.events))
        caption = dotted(wording.entity_type_of_one(other.type), *counts)
        return Line(
            "entry",
            wording.isolate(other.name),
            caption,
            citation=first_of(other.citations),
            target=("entities", other.profile),
        )

    def _possible(self, page: Profile) -> Iterator[Line]:
        for other in page.possible:
            yield Line(
                "entry",
                wording.isolate(self.stories.merged.names.get(other.profile, other.profile)),
                reason_words(other.basis),
                target=("entities", other.profile),
            )

    def _reasons(self, page: Profile) -> Iterator[Line]:
        """Yield why members are one; what holds of many members is told once."""
        same: dict[tuple[str, str], list[Reason]] = {}
        for reason in page.reasons:
            one, other = (self._member(m.article, m.entity) for m in (reason.one, reason.other))
            same.setdefault((f"{one} = {other}", reason.basis), []).append(reason)
        for (words, basis), reasons in same.items():
            sure = QCoreApplication.translate("Across", "{percent} sure")
            least = min(reason.confidence for reason in reasons)
            caption = dotted(
                reason_words(basis),
                sure.format(percent=wording.isolate(f"{least:.0%}")),
                article_count(len({reason.other.article for reason in reasons})),
            )
            yield Line("entry", words, caption, citation=self._named(reasons[0].other))

    def _named(self, member: Member) -> Citation | None:
        """Return where an article first names an entity."""
        article = self.stories.articles[member.article]
        mentions = article.mentions_of.get(member.entity, ())
        return article.cite(mentions[0].span) if mentions else None

    def _member(self, article: str, entity: str) -> str:
        known = self.stories.articles[article].entities.get(entity)
        return wording.isolate(known.name if known else entity)

    def _mentions(self, page: Profile) -> Iterator[Line]:
        seen: set[tuple[str, Span]] = set()
        for mention in page.mentions:
            place = mention.citation.article, mention.citation.sentence
            if place in seen:
                continue
            if len(seen) == MOST_QUOTES:
                more = QCoreApplication.translate(
                    "Across", "There are more sentences; these are the first."
                )
                yield Line("entry", more)
                return
            seen.add(place)
            yield self.quote(mention.citation)

    # -- events ------------------------------------------------------------------------------

    def event_lines(self) -> tuple[Line, ...]:
        """Return the events that several articles tell or of which figures differ."""
        shown = [c for c in self.stories.chains if len(_articles(c)) > 1 or c.discrepancies]
        shown.sort(key=lambda c: (-len(_articles(c)), c.first_day or date.max, c.id))
        return tuple(map(self._event, shown))

    def _event(self, chain: Chain) -> Line:
        caption = dotted(
            wording.event_type_name(chain.type),
            days(chain.first_day, chain.last_day),
            article_count(len(_articles(chain))),
            QCoreApplication.translate("Across", "disputed") if chain.disputed else "",
            QCoreApplication.translate("Across", "figures differ") if chain.discrepancies else "",
        )
        return Line("entry", wording.isolate(chain.label), caption, id=chain.id)

    def chain_lines(self, name: str) -> tuple[Line, ...]:
        """Return all that is told of an event; () where there is none of that id."""
        chain = next((c for c in self.stories.chains if c.id == name), None)
        if chain is None:
            return ()
        names = self.stories.merged.names
        people = (
            Line("entry", wording.isolate(names[p]), target=("entities", p))
            for p in chain.participants
            if p in names
        )
        places = (
            Line("entry", wording.isolate(names[p]), target=("entities", p))
            for p in chain.places
            if p in names
        )
        heads = (
            *(
                (self._conflict(each), map(self._figure, each.figures))
                for each in chain.discrepancies
            ),
            (QCoreApplication.translate("Across", "Who tells it"), self._tellings(chain)),
            (QCoreApplication.translate("Across", "Who takes part"), people),
            (QCoreApplication.translate("Across", "Where"), places),
        )
        return (self._event(chain), *self._disputed(chain), *headed(heads))

    def _disputed(self, chain: Chain) -> Iterator[Line]:
        if not chain.disputed:
            return
        against = sum(telling.polarity == "NEG" for telling in chain.tellings)
        told = QCoreApplication.translate(
            "Across", "Disputed: {some} tell it as so, {others} as not so."
        )
        counts = [wording.isolate(str(n)) for n in (len(chain.tellings) - against, against)]
        yield Line("entry", told.format(some=counts[0], others=counts[1]))

    def _conflict(self, found: DatedDiscrepancy) -> str:
        sure = QCoreApplication.translate("Across", "{percent} sure").format(
            percent=wording.isolate(f"{found.confidence:.0%}")
        )
        return dotted(conflict_name(found.nature), figure_name(found.kind, found.of), sure)

    def _figure(self, figure: CitedFigure) -> Line:
        text = self.text(figure.citation.article)
        who = (
            wording.isolate(figure.speaker)
            if figure.speaker
            else QCoreApplication.translate("Across", "the article itself")
        )
        written = wording.quoted(" ".join(figure.citation.span.of(text).split()))
        return Line(
            "figure",
            dotted(who, written),
            self.dated(figure.citation.article),
            badge=wording.figure_value(figure),
            citation=figure.citation,
        )

    def _tellings(self, chain: Chain) -> Iterator[Line]:
        for telling in chain.tellings:
            status = told_status(telling.polarity, telling.modality)
            said = wording.join(wording.isolate(s) for s in telling.speakers)
            by = (
                QCoreApplication.translate("Across", "according to {names}").format(names=said)
                if said
                else ""
            )
            for citation in telling.citations:
                yield self.quote(citation, status, by)

    # -- what is ahead -----------------------------------------------------------------------

    def ahead_lines(self, found: Sequence[Ahead], today: date) -> tuple[Line, ...]:
        """Return announced events under the weeks that they begin in."""
        lines: list[Line] = []
        week: date | None = None
        for event in found:
            start = max(event.first_day, today)
            monday = start - timedelta(days=start.weekday())
            if monday != week:
                week = monday
                words = QCoreApplication.translate("Across", "Week of {day}").format(
                    day=wording.day_text(monday)
                )
                lines.append(Line("heading", words))
            lines.append(self._ahead(event))
        return tuple(lines)

    def _ahead(self, event: Ahead) -> Line:
        articles = {a.citation.article for a in event.announcements}
        sure = wording.isolate(f"{event.confidence:.0%}")
        caption = dotted(
            days(event.first_day, event.last_day),
            standing_name(event.standing),
            QCoreApplication.translate("Across", "its day was changed") if event.moved else "",
            wording.event_type_name(event.type),
            QCoreApplication.translate("Across", "{percent} sure").format(percent=sure),
            article_count(len(articles)),
        )
        return Line("entry", wording.isolate(event.label), caption, id=event.id)

    def announcement_lines(self, event: Ahead) -> tuple[Line, ...]:
        """Return every article's word on an event to come."""
        lines = [self._ahead(event)]
        for word in event.announcements:
            said = wording.join(wording.isolate(s) for s in word.speakers)
            by = (
                QCoreApplication.translate("Across", "according to {names}").format(names=said)
                if said
                else ""
            )
            when = days(word.first_day, word.last_day)
            quote = self.quote(word.citation, standing_name(word.standing), when, by)
            lines.append(quote)
        return tuple(lines)


def _source(source: str) -> str:
    """Return the web site of a source, or the name of its file."""
    host = source.partition("://")[2].partition("/")[0] if is_address(source) else ""
    return host or PurePath(source).name


def _articles(chain: Chain) -> set[str]:
    return {telling.article for telling in chain.tellings}
