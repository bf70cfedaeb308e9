"""Whatever the articles: their order tells nothing, twice is once, and every place is true."""

from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st
from reports import report, stories
from work import calls

from reader.stories.values import Citation

OPENINGS = (
    "قتل {n} شخصا في انفجار في مدينة الموصل يوم 12 آذار 2017، بحسب {who}.",
    "أعلن {who} أن اجتماعا سيعقد في جنيف يوم {n} نيسان 2017.",
    "ألغى {who} الاجتماع المقرر في جنيف يوم {n} نيسان 2017.",
    "لم يلتق {who} أحدا في مدينة تدمر يوم 12 آذار 2017.",
    "وصل {who} إلى فيينا، ودفعت الحكومة {n} ملايين دولار.",
)
PEOPLE = (
    "وزير الخارجية الروسي سيرغي لافروف",
    "وزير الخارجية الروسي لافروف",
    "إيفان لافروف",
    "وزيرة الخارجية الألمانية آنا لافروف",
    "المرصد السوري",
)
REST = (
    "وكانت الأطراف قد اتفقت في وقت سابق على مواصلة المشاورات خلال الأسابيع المقبلة من دون شروط.",
    "وأضاف البيان أن فرق الإسعاف نقلت المصابين إلى المستشفيات القريبة من مكان الحادث.",
)
DAYS = (None, "2017-03-12", "2017-03-14")


@cache
def written(opening, who, number, rest, day):
    text = OPENINGS[opening].format(n=number, who=PEOPLE[who])
    return report("\n".join([text, *REST[:rest]]), day)


ARTICLES = st.builds(
    written,
    st.integers(0, len(OPENINGS) - 1),
    st.integers(0, len(PEOPLE) - 1),
    st.sampled_from([3, 5, 20]),
    st.integers(0, 2),
    st.sampled_from(DAYS),
)


def told(found):
    return (
        found.stories,
        found.merged,
        tuple(found.profile(profile) for profile in found.merged.profiles),
        found.chains,
        found.ahead(date(2017, 3, 12)),
        found.dated(),
        found.located(),
    )


def citations(value):
    if isinstance(value, Citation):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from citations(getattr(value, field.name))
    elif isinstance(value, tuple | list):
        for each in value:
            yield from citations(each)


@settings(max_examples=15, deadline=None)
@given(st.lists(ARTICLES, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_the_articles_tells_nothing_and_twice_is_once(analyses, random):
    turned = [*analyses, *analyses[:2]]
    random.shuffle(turned)
    assert told(stories(*analyses)) == told(stories(*turned))


@settings(max_examples=15, deadline=None)
@given(st.lists(ARTICLES, min_size=1, max_size=6))
def test_every_place_is_in_its_article_and_its_sentence(analyses):
    found = stories(*analyses)
    articles = list(found.articles)
    everything = (
        *told(found),
        found.difference(articles[0], articles[-1]),
    )
    for citation in citations(everything):
        article = found.articles[citation.article]
        assert 0 <= citation.span.start <= citation.span.end <= len(article.text)
        assert citation.sentence.contains(citation.span)
    members = [m for each in found.merged.profiles.values() for m in each]
    assert len(members) == len(set(members))
    assert len(members) == sum(len(a.analysis.entities) for a in found.articles.values())
    tellings = [(t.article, t.cluster) for chain in found.chains for t in chain.tellings]
    assert len(tellings) == len(set(tellings))


@settings(max_examples=15, deadline=None)
@given(ARTICLES, ARTICLES)
def test_a_difference_holds_each_sentence_of_both_once(one, other):
    found = stories(one, other)
    rows = found.difference(one.document.id, other.document.id).rows
    for side, analysis in (("before", one), ("after", other)):
        spans = [getattr(row, side) for row in rows if getattr(row, side) is not None]
        assert sorted(spans) == sorted(sentence.span for sentence in analysis.sentences)
    assert all(
        row.kind == "exact" for row in found.difference(one.document.id, one.document.id).rows
    )


def test_the_work_grows_with_the_articles_and_not_with_their_pairs():
    def many(count):
        return [written(0, n % 5, n, 2, "2017-03-12") for n in range(2, count + 2)]

    small, large = many(8), many(32)
    everything = [calls(lambda each=each: told(stories(*each))) for each in (small, large)]
    assert everything[1] < 8 * everything[0]
