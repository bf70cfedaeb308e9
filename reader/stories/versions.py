"""Articles that are versions of one story, and who had it first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reader.core.normalize import fold
from reader.core.types import EntityType
from reader.stories.articles import Article
from reader.stories.copies import Copy, find_copies
from reader.stories.grouping import Groups
from reader.stories.values import Link, Order, Story, Version

# A short item inside a digest ten times its length does not make the digest a version of it.
_LEAST_PART = 0.25
_LONGER = 1.15  # times as many runs of words: more is told, not only told differently
_CONTAINED = 0.85
_DAYS = 3  # between versions of one story; what is alike after more is a reprint or a formula
_REPRINT = 0.9
_PUBLISHED, _REFERENCE, _CREDIT, _GROWN, _LONGEST = 0.9, 0.75, 0.7, 0.6, 0.55
# Where each of two first sentences has a name of its own, so much must be shared else.
_FORMULA: dict[EntityType, float] = {"GPE": 0.95, "PER": 0.75}
_STATE = "iso3166"  # the link that a town has from its state
_LETTERS = 4  # of a source's name, to be sought in a text


def find_stories(articles: Sequence[Article]) -> tuple[Story, ...]:
    """Return the stories that several articles tell in the same words, by their first version.

    `articles` are as `gather` gives them. An article that shares its words with no other is
    in no story.
    """
    groups = Groups(range(len(articles)))
    copies = [copy for copy in find_copies(articles) if _are_versions(articles, copy)]
    for copy in copies:
        groups.join(copy.first, copy.second)
    found: dict[int, list[Copy]] = {}
    for copy in copies:
        found.setdefault(groups.root(copy.first), []).append(copy)
    members = {groups.root(group[0]): group for group in groups.groups(lambda n: (n,))}
    stories = [_story(articles, members[root], pairs) for root, pairs in found.items()]
    return tuple(sorted(stories, key=lambda s: (articles_rank(s), s.id)))


def articles_rank(story: Story) -> tuple[bool, str]:
    """Return what stories are ordered by: their first day, those without one last."""
    day = story.versions[0].last_day
    return day is None, day.isoformat() if day else ""


def _are_versions(articles: Sequence[Article], copy: Copy) -> bool:
    """Tell whether two articles that share words tell one story, rather than use one formula."""
    one, other = articles[copy.first], articles[copy.second]
    shorter, longer = sorted((copy.first_runs, copy.second_runs))
    if shorter < _LEAST_PART * longer:
        return False
    far = one.last_day and other.first_day and (other.first_day - one.last_day).days > _DAYS
    if far and copy.shared < _REPRINT:
        return False
    if copy.shared >= max(_FORMULA.values()):
        return True
    clash = _own_names(one, other) & _own_names(other, one)
    return all(copy.shared >= least for kind, least in _FORMULA.items() if kind in clash)


def _own_names(article: Article, other: Article) -> set[EntityType]:
    """Return the types of those names in the first sentence that the other never names.

    «تهنئة رئيس تشاد» and «تهنئة رئيس سنغافورة» are the same words for two occasions: each
    has a name that the other lacks.
    """
    found: set[EntityType] = set()
    first = min(article.sentences.values(), key=lambda s: s.span, default=None)
    if first is None:
        return found
    links = {link for e in other.analysis.entities for link in e.links if link[0] != _STATE}
    words = other.folded
    for mention in article.mentions_in.get(first.id, ()):
        entity = article.entities.get(mention.entity or "")
        if mention.type not in _FORMULA or entity is None or links & set(entity.links):
            continue
        if not any(fold(variant.text) in words for variant in entity.variants):
            found.add(mention.type)
    return found


def _story(articles: Sequence[Article], members: Sequence[int], copies: Iterable[Copy]) -> Story:
    links = sorted(
        (_link(articles[c.first], articles[c.second], c) for c in copies),
        key=lambda link: (link.earlier, link.later),
    )
    ordered = [articles[number] for number in members]
    versions = tuple(_version(article, links) for article in ordered)
    return Story(f"story:{min(a.id for a in ordered)[:16]}", versions, tuple(links))


def _version(article: Article, links: Iterable[Link]) -> Version:
    """Return an article with the link to what it most likely follows: most alike, then surest."""
    before = [link for link in links if link.later == article.id and link.basis != "unknown"]
    origin = max(before, key=lambda k: (k.overlap, k.confidence, k.earlier), default=None)
    return Version(article.id, article.sources, article.first_day, article.last_day, origin)


def _link(one: Article, other: Article, copy: Copy) -> Link:
    """Tell which of two was there before, and how surely."""
    later, basis, confidence = _later(one, other, copy)
    earlier, after = (one, other) if later is other else (other, one)
    return Link(
        earlier.id, after.id, basis, confidence, round(copy.shared, 3), round(copy.overlap, 3)
    )


def _later(one: Article, other: Article, copy: Copy) -> tuple[Article, Order, float]:
    by_day = _later_by_day(one, other)
    if by_day is not None:
        published = one.dated == other.dated == "published"
        return (
            by_day,
            "published" if published else "reference",
            (_PUBLISHED if published else _REFERENCE),
        )
    named = [a for a, b in ((one, other), (other, one)) if _credits(a, b)]
    if len(named) == 1:
        return named[0], "credit", _CREDIT
    grown = _grown(one, other, copy)
    if grown is not None:
        same_source = bool(set(one.sources) & set(other.sources))
        return grown, "extent", _GROWN if same_source else _LONGEST
    return max(one, other, key=lambda a: a.id), "unknown", 0.0


def _later_by_day(one: Article, other: Article) -> Article | None:
    """Return the one whose days all come after the other's; None where they may be the same."""
    if one.first_day is None or other.first_day is None:
        return None
    if one.last_day is not None and one.last_day < other.first_day:
        return other
    if other.last_day is not None and other.last_day < one.first_day:
        return one
    return None


def _credits(article: Article, other: Article) -> bool:
    """Tell whether an article names the other's source or author."""
    text = article.folded
    named = [name for name in (*other.sources, other.analysis.document.author or "") if name]
    own = {fold(name) for name in (*article.sources, article.analysis.document.author or "")}
    return any(
        len(name) >= _LETTERS and fold(name) in text and fold(name) not in own for name in named
    )


def _grown(one: Article, other: Article, copy: Copy) -> Article | None:
    """Return the longer one, if it holds the shorter whole: reports grow as news comes in.

    That is no more than likely, since some print less than they were sent.
    """
    if copy.shared < _CONTAINED:
        return None
    if copy.second_runs > _LONGER * copy.first_runs:
        return other
    return one if copy.first_runs > _LONGER * copy.second_runs else None
