import json
from dataclasses import replace
from datetime import date

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_codec import SCHEMA

import reader
from reader.core.codec import from_json, to_json
from reader.core.corrections.apply import apply
from reader.core.corrections.codec import corrections_from_json, corrections_to_json
from reader.core.corrections.types import (
    USER,
    AddMention,
    Anchor,
    ChangeType,
    MergeEntities,
    MergeEvents,
    MoveMention,
    Participation,
    RemoveEvent,
    RemoveMention,
    RemoveTime,
    RenameEntity,
    SetEvent,
    SetReferenceDate,
    SetTime,
    SplitEntity,
    SplitEvents,
    When,
)
from reader.core.types import Span
from reader.formats.text import from_text, load
from reader.resources import seed

SEED = reader.analyze(load(seed()))
TEXT = SEED.document.text


def at(words, kind="PER", nth=0, text=TEXT):
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Anchor(Span(start, start + len(words)), words, kind)


def anchor(mention, text=TEXT):
    return Anchor(mention.span, mention.span.of(text), mention.type)


def anchors(analysis, name):
    (entity,) = [e for e in analysis.entities if e.name == name]
    return tuple(anchor(m) for m in analysis.mentions if m.entity == entity.id)


def names_at(analysis, words):
    by_id = {e.id: e for e in analysis.entities}
    found = [m for m in analysis.mentions if m.span.of(analysis.document.text) == words]
    return [by_id[m.entity].name if m.entity else None for m in found]


def apply_all(*corrections, to=SEED):
    done = apply(to, corrections)
    assert not done.lost
    return done.analysis


def is_sound(analysis):
    """Check that the analysis meets the contract, and points at nothing that is not there."""
    points_at_what_is_there(analysis)
    jsonschema.validate(json.loads(json.dumps(to_json(analysis))), SCHEMA)
    assert from_json(json.loads(json.dumps(to_json(analysis)))) == analysis


def points_at_what_is_there(analysis):
    entities = {e.id for e in analysis.entities}
    assert len(entities) == len(analysis.entities)
    assert len({m.id for m in analysis.mentions}) == len(analysis.mentions)
    assert all(m.entity is None or m.entity in entities for m in analysis.mentions)
    times, events = {t.id for t in analysis.times}, {e.id for e in analysis.events}
    assert all(e.time is None or e.time.id in times for e in analysis.events)
    assert sorted(e for c in analysis.clusters for e in c.events) == sorted(events)
    assert {e.cluster for e in analysis.events} == {c.id for c in analysis.clusters}


def test_nothing_corrected_changes_nothing():
    assert apply(SEED, ()).analysis == SEED


def test_a_type_that_is_changed_for_all_mentions_is_the_entitys():
    russia = anchors(SEED, "روسيا")
    corrected = apply_all(ChangeType(russia, "ORG"))
    (entity,) = [e for e in corrected.entities if e.name == "روسيا"]
    assert entity.type == "ORG"
    assert entity.links == ()
    mentions = [m for m in corrected.mentions if m.entity == entity.id]
    assert {(m.type, m.rule, m.confidence) for m in mentions} == {("ORG", USER, 1.0)}
    is_sound(corrected)


def test_a_type_that_is_changed_for_one_mention_parts_it_from_the_others():
    first, *rest = anchors(SEED, "أستانا")
    assert rest
    corrected = apply_all(ChangeType((first,), "LOC"))
    (one,) = [m for m in corrected.mentions if m.span == first.span]
    assert one.type == "LOC"
    assert [m.entity != one.entity for m in corrected.mentions if m.span == rest[0].span] == [True]
    is_sound(corrected)


def test_edges_that_are_moved_keep_the_entity():
    mention = next(m for m in SEED.mentions if m.type == "GPE" and m.span.start > 0)
    wider = Span(mention.span.start - 1, mention.span.end)
    to = Anchor(wider, wider.of(TEXT), mention.type)
    corrected = apply_all(MoveMention(anchor(mention), to))
    (moved,) = [m for m in corrected.mentions if m.id == mention.id]
    assert (moved.span, moved.entity, moved.rule) == (wider, mention.entity, USER)
    assert not [m for m in corrected.mentions if m.span == mention.span]


def test_edges_that_are_moved_twice_are_where_they_were_moved_last():
    mention = next(m for m in SEED.mentions if m.type == "GPE" and m.span.start > 0)
    a = anchor(mention)
    b = replace(a, span=Span(a.span.start, a.span.end - 1), words=a.words[:-1])
    c = replace(a, span=Span(a.span.start, a.span.end - 2), words=a.words[:-2])
    corrected = apply_all(MoveMention(a, b), MoveMention(b, c), RenameEntity((b,), "اسم"))
    assert [m.span for m in corrected.mentions if m.id == mention.id] == [c.span]
    assert names_at(corrected, c.words) == ["اسم"]
    back = apply_all(MoveMention(a, b), MoveMention(b, a))
    assert [m.span for m in back.mentions] == [m.span for m in SEED.mentions]


def test_a_mention_that_is_added_joins_the_entity_of_its_letters():
    text = "زار وفد أوزوماكي تونس. وغادر اوزوماكي أمس."
    found = reader.analyze(from_text(text))
    a, b = at("أوزوماكي", "ORG", text=text), at("اوزوماكي", "ORG", text=text)
    corrected = apply_all(AddMention(a), AddMention(b), to=found)
    added = [m for m in corrected.mentions if m.span in {a.span, b.span}]
    assert len({m.entity for m in added}) == 1
    assert {m.type for m in added} == {"ORG"}
    is_sound(corrected)


def test_a_mention_that_is_removed_is_gone_from_the_events_too():
    event = next(e for e in SEED.events if any(p.entity for p in e.participants))
    entity = next(p.entity for p in event.participants if p.entity)
    gone = tuple(RemoveMention(anchor(m)) for m in SEED.mentions if m.entity == entity)
    corrected = apply_all(*gone)
    assert entity not in {e.id for e in corrected.entities}
    fillers = [f for e in corrected.events for f in (*e.participants, *e.places)]
    assert entity not in {f.entity for f in fillers}
    is_sound(corrected)


def test_merged_entities_are_one_and_split_ones_are_two_again():
    russia, astana = anchors(SEED, "روسيا"), anchors(SEED, "أستانا")
    merge = MergeEntities(astana, russia, "أستانا")
    merged = apply_all(merge)
    (entity,) = [e for e in merged.entities if e.name == "أستانا"]
    assert sum(v.count for v in entity.variants) == len(russia) + len(astana)
    assert entity.rule == USER
    assert {v.text: v.basis for v in entity.variants}["روسيا"] == USER
    is_sound(merged)
    split = apply_all(merge, SplitEntity(russia, astana))
    assert set(names_at(split, "روسيا")) == {"روسيا"}
    ids = {m.span: m.entity for m in SEED.mentions}
    assert [ids[m.span] for m in split.mentions] == [m.entity for m in split.mentions]
    is_sound(split)


def test_events_follow_a_merge():
    russia, astana = anchors(SEED, "روسيا"), anchors(SEED, "أستانا")
    merged = apply_all(MergeEntities(astana, russia, "أستانا"))
    gone = next(e.id for e in SEED.entities if e.name == "روسيا")
    kept = next(e.id for e in SEED.entities if e.name == "أستانا")
    old = [p.entity for e in SEED.events for p in (*e.participants, *e.places)]
    new = [p.entity for e in merged.events for p in (*e.participants, *e.places)]
    assert [kept if e == gone else e for e in old] == new


def test_one_mention_is_split_off():
    off, *rest = anchors(SEED, "أستانا")
    split = apply_all(SplitEntity((off,), tuple(rest)))
    owner = {m.span: m.entity for m in split.mentions}
    assert owner[off.span] != owner[rest[0].span]
    old = {m.span: m.entity for m in SEED.mentions}
    assert owner[rest[0].span] == old[rest[0].span]
    is_sound(split)


def test_an_entity_is_renamed():
    corrected = apply_all(RenameEntity(anchors(SEED, "روسيا"), "الاتحاد الروسي"))
    assert set(names_at(corrected, "روسيا")) == {"الاتحاد الروسي"}


def test_a_time_is_set_added_and_removed():
    time = SEED.times[0]
    place = Anchor(time.span, time.span.of(TEXT), time.type)
    corrected = apply_all(SetTime(place, "DATE", "2017-10-31"))
    (changed,) = [t for t in corrected.times if t.id == time.id]
    assert (changed.value, changed.first_day) == ("2017-10-31", date(2017, 10, 31))
    assert (changed.basis, changed.confidence) == (USER, 1.0)
    gone = apply_all(RemoveTime(place))
    assert time.id not in {t.id for t in gone.times}
    is_sound(gone)
    added = apply_all(SetTime(at("الجولة", "DATE"), "DATE", "2017-10", "MID"))
    (new,) = [t for t in added.times if t.span == at("الجولة").span]
    assert (new.first_day, new.last_day) == (date(2017, 10, 11), date(2017, 10, 20))
    is_sound(added)


def test_an_event_is_changed_added_and_removed():
    event = SEED.events[0]
    trigger = Anchor(event.trigger, event.trigger.of(TEXT), event.type)
    russia = anchors(SEED, "روسيا")[0]
    time = SEED.times[1]
    claim = SetEvent(
        trigger,
        type="VOTE",
        modality="planned",
        polarity="NEG",
        participants=(Participation("target", russia),),
        places=(anchors(SEED, "أستانا")[0],),
        time=When(Anchor(time.span, time.span.of(TEXT), time.type), "AFTER"),
    )
    corrected = apply_all(claim)
    (changed,) = [e for e in corrected.events if e.id == event.id]
    assert (changed.type, changed.modality, changed.polarity) == ("VOTE", "planned", "NEG")
    assert [(p.role, p.entity is not None) for p in changed.participants] == [("target", True)]
    assert changed.time.id == time.id
    assert changed.rule == USER
    is_sound(corrected)
    gone = apply_all(RemoveEvent(trigger))
    assert event.id not in {e.id for e in gone.events}
    is_sound(gone)
    added = apply_all(SetEvent(at("روسيا", "ECON")))
    (new,) = [e for e in added.events if e.trigger == at("روسيا").span]
    assert new.type == "ECON"
    is_sound(added)


def test_a_type_that_is_changed_for_the_whole_event_keeps_it_one():
    cluster = max(SEED.clusters, key=lambda c: len(c.events))
    assert len(cluster.events) > 1
    told = [e for e in SEED.events if e.id in cluster.events]
    claims = [SetEvent(Anchor(e.trigger, e.trigger.of(TEXT), e.type), type="ECON") for e in told]
    corrected = apply_all(*claims)
    (same,) = [c for c in corrected.clusters if c.id == cluster.id]
    assert (same.type, same.events) == ("ECON", cluster.events)
    parted = apply_all(claims[0])
    assert len(parted.clusters) == len(SEED.clusters) + 1
    is_sound(parted)


def told_of(cluster, analysis=SEED):
    """Return the anchors of the words that tell of an event."""
    by_id = {e.id: e for e in analysis.events}
    text = analysis.document.text
    told = [by_id[name] for name in cluster.events]
    return tuple(Anchor(e.trigger, e.trigger.of(text), e.type) for e in told)


def clusters_at(analysis, anchors):
    found = {e.trigger: e.cluster for e in analysis.events}
    return [found[a.span] for a in anchors]


SEVENTH, SIXTH = SEED.clusters[:2]


def test_two_events_are_one_by_hand_and_parted_again():
    both = (*told_of(SIXTH), *told_of(SEVENTH))
    merge = MergeEvents(told_of(SEVENTH), told_of(SIXTH))
    one = apply_all(merge)
    assert set(clusters_at(one, both)) == {SEVENTH.id}
    (made,) = [c for c in one.clusters if c.id == SEVENTH.id]
    assert (made.label, made.type) == (SEVENTH.label, SEVENTH.type)
    assert set(made.events) == {*SEVENTH.events, *SIXTH.events}
    assert len(one.clusters) == len(SEED.clusters) - 1
    is_sound(one)
    parted = apply_all(merge, SplitEvents(told_of(SIXTH), told_of(SEVENTH)))
    assert len(parted.clusters) == len(SEED.clusters)
    assert {c.events for c in parted.clusters} == {c.events for c in SEED.clusters}
    is_sound(parted)


def test_a_telling_is_another_event_by_hand_and_has_its_own_words():
    first, *rest = told_of(SEVENTH)
    parted = apply_all(SplitEvents((first,), tuple(rest)))
    alone, *others = clusters_at(parted, (first, *rest))
    assert alone not in others
    assert len(set(others)) == 1
    (label,) = [c.label for c in parted.clusters if c.id == alone]
    assert label.startswith(first.words)
    is_sound(parted)


def test_an_event_that_is_given_another_type_leaves_the_one_it_was_merged_into():
    merge = MergeEvents(told_of(SEVENTH), told_of(SIXTH))
    other = SetEvent(told_of(SIXTH)[0], type="ECON")
    parted = apply_all(merge, other)
    assert clusters_at(parted, told_of(SIXTH)[:1]) != clusters_at(parted, told_of(SEVENTH)[:1])
    again = apply_all(other, merge)
    assert clusters_at(again, told_of(SIXTH)[:1]) == clusters_at(again, told_of(SEVENTH)[:1])


def test_which_events_are_one_is_heard_by_a_new_analysis():
    merge = MergeEvents(told_of(SEVENTH), told_of(SIXTH))
    found = reader.analyze(load(seed()), corrections=(merge,))
    assert len(set(clusters_at(found, (*told_of(SIXTH), *told_of(SEVENTH))))) == 1
    is_sound(found)


STALE = Anchor(Span(0, 4), "كلام", "PER")
RUSSIA = at("روسيا", "GPE")


@pytest.mark.parametrize(
    "correction",
    [
        AddMention(STALE),
        RemoveMention(STALE),
        MoveMention(STALE, RUSSIA),
        ChangeType((STALE,), "ORG"),
        MergeEntities((RUSSIA,), (STALE,), "روسيا"),
        SplitEntity((STALE,), (RUSSIA,)),
        RenameEntity((STALE,), "اسم"),
        SetTime(STALE, "DATE", "2017"),
        SetTime(RUSSIA, "DATE", "someday"),
        RemoveTime(STALE),
        SetEvent(STALE),
        SetEvent(RUSSIA, type="ECON", places=(STALE,)),
        RemoveEvent(STALE),
        MergeEvents(told_of(SEVENTH), (STALE,)),
        SplitEvents((STALE,), told_of(SEVENTH)),
    ],
    ids=lambda c: type(c).__name__,
)
def test_a_correction_whose_place_is_gone_is_reported(correction):
    done = apply(SEED, (correction, RenameEntity(anchors(SEED, "روسيا"), "الاتحاد")))
    assert done.lost == (correction,)
    assert set(names_at(done.analysis, "روسيا")) == {"الاتحاد"}
    is_sound(done.analysis)


def test_a_day_of_writing_is_heard_before_the_times():
    corrections = (SetReferenceDate(date(2017, 10, 31)),)
    found = reader.analyze(load(seed()), corrections=corrections)
    assert found.reference_date.basis == "user"
    assert [t.value for t in found.times] == [
        t.value for t in reader.analyze(load(seed()), date(2017, 10, 31)).times
    ]


def test_a_name_that_is_added_is_heard_before_the_events():
    text = "زار زعبوطة مدينة تونس أمس."
    corrections = (AddMention(at("زعبوطة", "PER", text=text)),)
    found = reader.analyze(from_text(text), corrections=corrections)
    (visit,) = found.events
    assert {p.span.of(text): p.entity for p in visit.participants}["زعبوطة"] is not None


@st.composite
def edits(draw, analysis=SEED):
    """Return a correction of what an analysis holds."""
    pick = lambda items: draw(st.sampled_from(items))  # noqa: E731 - said once, used often
    mentions = [m for m in analysis.mentions if m.entity]
    kind = draw(st.integers(0, 13))
    mention = pick(mentions)
    alike = tuple(anchor(m) for m in mentions if m.entity == mention.entity)
    if kind == 0:
        start = draw(st.integers(0, len(TEXT) - 12))
        span = Span(start, start + draw(st.integers(1, 12)))
        return AddMention(Anchor(span, span.of(TEXT), pick(("PER", "ORG", "GPE", "TITLE"))))
    if kind == 1:
        return RemoveMention(anchor(mention))
    if kind == 2:
        span = Span(max(0, mention.span.start - draw(st.integers(0, 4))), mention.span.end)
        return MoveMention(anchor(mention), Anchor(span, span.of(TEXT), mention.type))
    if kind == 3:
        return ChangeType(draw(st.sampled_from((alike, alike[:1]))), pick(("ORG", "LOC", "COUNT")))
    if kind in {4, 5}:
        other = pick(mentions)
        others = tuple(anchor(m) for m in mentions if m.entity == other.entity)
        same = other.entity == mention.entity or other.type != mention.type
        return MergeEntities(alike, others, "اسم") if not same else RenameEntity(alike, "آخر")
    if kind in {6, 7}:
        cut = draw(st.integers(0, len(alike)))
        off, rest = alike[:cut], alike[cut:]
        return SplitEntity(off, rest) if off and rest else RenameEntity(alike, "ثالث")
    if kind == 8 and analysis.times:
        time = pick(analysis.times)
        place = Anchor(time.span, time.span.of(TEXT), time.type)
        return draw(
            st.sampled_from(
                (
                    RemoveTime(place),
                    SetTime(place, "DATE", "2017-11"),
                    SetTime(Anchor(mention.span, mention.span.of(TEXT), "DATE"), "DURATION", "P2D"),
                )
            )
        )
    if kind in {9, 10} and analysis.events:
        event = pick(analysis.events)
        trigger = Anchor(event.trigger, event.trigger.of(TEXT), event.type)
        claim = SetEvent(
            trigger,
            type=pick((None, "VOTE", "AID")),
            polarity=pick((None, "NEG")),
            participants=pick((None, (), (Participation("actor", anchor(mention)),))),
            time=pick((None, When(None))),
        )
        return pick((claim, RemoveEvent(trigger)))
    if kind == 12 and len(analysis.clusters) > 1:
        one, other = draw(st.permutations(analysis.clusters))[:2]
        return MergeEvents(told_of(one, analysis), told_of(other, analysis))
    if kind == 13 and any(len(c.events) > 1 for c in analysis.clusters):
        told = told_of(pick([c for c in analysis.clusters if len(c.events) > 1]), analysis)
        cut = draw(st.integers(1, len(told) - 1))
        return SplitEvents(*pick(((told[:cut], told[cut:]), (told[cut:], told[:cut]))))
    return SetEvent(Anchor(mention.span, mention.span.of(TEXT), "OTHER"))


@st.composite
def sequences(draw):
    """Return corrections, each made of what the ones before had left."""
    made = ()
    for _ in range(draw(st.integers(1, 6))):
        made += (draw(edits(apply(SEED, made).analysis)),)
    return made


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(sequences())
def test_corrections_change_a_corrected_analysis_no_further(corrections):
    once = apply(SEED, corrections).analysis
    assert apply(once, corrections).analysis == once
    points_at_what_is_there(once)


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(sequences())
def test_corrections_come_back_from_json(corrections):
    corrections += (SetReferenceDate(date(2017, 10, 31)), SetReferenceDate(None))
    written = json.loads(json.dumps(corrections_to_json(corrections)))
    assert corrections_from_json(written) == corrections


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(sequences())
def test_corrections_survive_a_new_analysis(corrections):
    again = reader.analyze(load(seed()), corrections=corrections)
    is_sound(again)
    mentions = {
        (m.span, m.type) for m in apply(SEED, corrections).analysis.mentions if m.rule == USER
    }
    assert mentions <= {(m.span, m.type) for m in again.mentions if m.rule == USER}


@pytest.mark.parametrize(
    "data",
    [
        {},
        [1],
        [{"kind": "Other"}],
        [{"kind": "RemoveTime"}],
        [{"kind": "SetReferenceDate", "day": "x"}],
    ],
)
def test_json_that_is_no_correction_is_refused(data):
    with pytest.raises(ValueError, match=r"is no|missing|is none|isoformat"):
        corrections_from_json(data)
