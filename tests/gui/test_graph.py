"""Who deals with whom: what is gathered, where it stands, and what a click or a key does."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from panel_article import ANALYSIS
from PySide6.QtCore import QPoint, Qt

from reader.core.types import (
    Analysis,
    Argument,
    Attribution,
    Cluster,
    Document,
    Entity,
    Event,
    Filler,
    Mention,
    Span,
    Variant,
)
from reader.gui.features.graph import GraphFeature
from reader.gui.models.index import AnalysisIndex
from reader.gui.models.labels import Box
from reader.gui.models.links import Choice, chosen, link_label, types_of, web_of
from reader.gui.models.web_layout import Tie, arranged, routed
from reader.gui.views import graph_view
from reader.gui.views.graph_view import GraphView

NAMES = ("روسيا", "تركيا", "أحمد", "المجلس", "كتيبة")
TYPES = ("GPE", "GPE", "PER", "ORG", None)
TEXT = " ".join(NAMES)


def span(name):
    start = TEXT.index(name)
    return Span(start, start + len(name))


def event(number, actors="", targets="", others="", cluster=None, kind="ASSAULT", **more):
    ids = {name: f"e{n}" for n, name in enumerate(NAMES) if TYPES[n]}
    roles = (("actor", actors), ("target", targets), ("other", others))
    participants = tuple(
        Argument(span(name), role, ids.get(name)) for role, names in roles for name in names.split()
    )
    place = cluster or f"c{number}"
    return Event(
        f"v{number}", kind, Span(number, number + 1), "s1", place, None, participants, **more
    )


def article(*events):
    entities = tuple(
        Entity(f"e{n}", kind, name, (Variant(name, "spelling", 1),))
        for n, (name, kind) in enumerate(zip(NAMES, TYPES, strict=True))
        if kind
    )
    mentions = tuple(Mention(f"m{e.id}", span(e.name), e.type, "s1", e.id) for e in entities)
    told = {}
    for one in events:
        told.setdefault(one.cluster, []).append(one)
    clusters = tuple(
        Cluster(name, group[0].type, f"حدث {name}", tuple(e.id for e in group), ("s1",))
        for name, group in told.items()
    )
    document = Document("x", None, None, TEXT)
    return AnalysisIndex(
        Analysis(document, entities=entities, mentions=mentions, events=events, clusters=clusters)
    )


def ties(web):
    return {(link.source, link.target, link.kind): link for link in web.links}


def test_an_event_told_twice_is_one_and_several_are_one_link():
    web = web_of(
        article(
            event(0, "روسيا", "تركيا", cluster="c"),
            event(1, "روسيا", "تركيا", cluster="c"),
            event(2, "روسيا", "تركيا", kind="AID"),
            event(3, "تركيا", "روسيا", modality="planned"),
        )
    )
    found = ties(web)
    assert set(found) == {("e0", "e1", "to"), ("e1", "e0", "to")}
    forth = found["e0", "e1", "to"]
    assert (forth.count, forth.events) == (2, ("v0", "v1", "v2"))
    assert dict(forth.types) == {"ASSAULT": 1, "AID": 1}
    assert "×2" in link_label(forth)
    assert found["e1", "e0", "to"].status == "planned"


def test_who_acts_together_and_who_tells_of_it():
    said = Attribution(Span(0, 1), (Filler(span("أحمد"), "e2"),), direct=False, content=None)
    web = web_of(article(event(0, "روسيا تركيا", others="المجلس", attribution=said)))
    assert {(link.kind, link.source, link.target) for link in web.links} == {
        ("with", "e0", "e1"),
        ("with", "e0", "e3"),
        ("with", "e1", "e3"),
        ("says", "e2", "e0"),
        ("says", "e2", "e1"),
    }
    assert {p.id for p in chosen(web, Choice()).parties} == {"e0", "e1", "e3"}
    assert {p.id for p in chosen(web, Choice(says=True)).parties} == {"e0", "e1", "e2", "e3"}


def test_nobody_is_lost_without_being_counted():
    web = web_of(article(event(0, "روسيا", "كتيبة"), event(1, "أحمد"), event(2, "المجلس")))
    assert [p.name for p in web.parties] == ["روسيا", "كتيبة"]
    assert web.alone == 2
    named = chosen(web, Choice(words=False))
    assert (named.parties, named.alone, named.fewer) == ((), 3, 1)
    assert chosen(web, Choice(mentions=2)).fewer == 2
    one = chosen(web, Choice(types=frozenset({"AID"})))
    assert (one.parties, one.alone) == ((), 4)
    assert types_of(web) == ("ASSAULT",)


def test_a_list_of_a_hundred_does_not_tie_each_with_each():
    many = [Argument(Span(n, n + 1), "actor") for n in range(20)]
    text = "".join(chr(0x0628 + n) for n in range(20))
    one = Event("v0", "CONSULT", Span(0, 1), "s1", "c0", None, tuple(many))
    index = AnalysisIndex(
        Analysis(
            Document("x", None, None, text),
            events=(one,),
            clusters=(Cluster("c0", "CONSULT", "حدث", ("v0",), ("s1",)),),
        )
    )
    assert len(web_of(index).links) == 7


sizes = st.tuples(st.floats(40, 260), st.floats(20, 44))


@st.composite
def webs(draw):
    boxes = draw(st.lists(sizes, min_size=2, max_size=24))
    numbers = st.integers(0, len(boxes) - 1)
    pairs = st.tuples(numbers, numbers).filter(lambda pair: pair[0] != pair[1])
    pairs = draw(st.lists(pairs, min_size=1, max_size=40))
    return boxes, [Tie(a, b, (80.0, 20.0)) for a, b in pairs]


@settings(max_examples=40, deadline=None)
@given(webs(), st.floats(0.7, 3.5))
def test_no_box_and_no_words_lie_on_one_another(web, aspect):
    boxes, links = web
    places = arranged(boxes, links, aspect)
    assert all(math.isfinite(p.x) and math.isfinite(p.y) for p in places)
    drawn = [Box(p.x - w / 2, p.y - h / 2, w, h) for p, (w, h) in zip(places, boxes, strict=True)]
    drawn += [route.words for route in routed(places, boxes, links) if route.words]
    for number, box in enumerate(drawn):
        assert not any(box.grown(-0.02).meets(other) for other in drawn[number + 1 :])
    assert arranged(boxes, links, aspect) == places


def test_what_is_done_runs_from_left_to_right():
    for source, target in ((0, 1), (1, 0)):
        places = arranged([(90.0, 30.0)] * 2, [Tie(source, target, (80.0, 20.0))], 2.0)
        assert places[source].x < places[target].x


def test_the_words_of_most_links_find_room():
    links = [Tie(0, n, (90.0, 20.0)) for n in range(1, 9)]
    places = arranged([(100.0, 30.0)] * 9, links, 2.0)
    routes = routed(places, [(100.0, 30.0)] * 9, links)
    assert sum(route.words is not None for route in routes) == 8


@pytest.fixture
def view(qtbot):
    made = GraphView()
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    qtbot.waitExposed(made)
    made.show_index(
        article(
            event(0, "روسيا", "تركيا"),
            event(1, "روسيا", "تركيا", kind="AID"),
            event(2, "أحمد", "المجلس", polarity="NEG"),
        )
    )
    return made


@pytest.fixture
def panel(seed_window):
    seed_window.actions_by_name["graph"].trigger()
    return next(f for f in seed_window.features if isinstance(f, GraphFeature)).panel


def click(qtbot, view, point):
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)


def test_each_party_and_each_link_is_hit_by_a_click(qtbot, view):
    for party in view.web.parties:
        with qtbot.waitSignal(view.party_chosen) as signal:
            click(qtbot, view, view.pixel_of(party.id))
        assert signal.args == [party]
        assert party.name in view.tip_at(view.pixel_of(party.id))
    for link in view.web.links:
        with qtbot.waitSignal(view.link_chosen) as signal:
            click(qtbot, view, view.pixel_of(link.key))
        assert signal.args == [link]
        assert "حدث" in view.tip_at(view.pixel_of(link.key))


def test_the_menu_is_about_what_is_under_the_pointer(view):
    assert view.item_for_menu(view.pixel_of("e0")) == "e0"
    link = view.web.links[0]
    assert view.item_for_menu(view.pixel_of(link.key)) == link.events[0]
    assert view.item_for_menu(QPoint(2, 2)) == ""


def test_a_small_view_begins_where_there_is_most_to_see(view):
    view.resize(260, 90)
    sight = view.viewport().rect()
    seen = [p for p in view.web.parties if sight.contains(view.pixel_of(p.id))]
    assert view._scale >= 0.7
    assert seen


def test_boxes_have_the_colors_of_their_types(view):
    image = view.viewport().grab().toImage()
    colors = {image.pixelColor(x, y).name() for x in range(0, 900, 2) for y in range(0, 500, 2)}
    for kind in ("GPE", "PER", "ORG"):
        assert view.theme.highlight(kind).name() in colors


def test_a_party_is_dragged_and_its_links_follow(qtbot, view):
    start = view.pixel_of("e0")
    link = view.web.links[0].key
    before = view.pixel_of(link)
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(view.viewport(), start + QPoint(0, 60))
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=start + QPoint(0, 60))
    assert (view.pixel_of("e0") - start - QPoint(0, 60)).manhattanLength() <= 2
    assert view.pixel_of(link) != before
    other = view.pixel_of("e2")
    ground = QPoint(5, 5)
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=ground)
    qtbot.mouseMove(view.viewport(), ground + QPoint(30, 10))
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=ground + QPoint(30, 10))
    assert (view.pixel_of("e2") - other - QPoint(30, 10)).manhattanLength() <= 2
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert view.viewport().rect().contains(view.pixel_of("e0"))


def test_the_keys_walk_over_parties_and_links_and_choose(qtbot, view):
    qtbot.keyClick(view, Qt.Key.Key_Right)
    first = view.web.parties[0]
    assert first.name in view.accessibleDescription()
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert "→" in view.accessibleDescription()
    with qtbot.waitSignal(view.link_chosen):
        qtbot.keyClick(view, Qt.Key.Key_Return)
    reached = set()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down) * 4:
        qtbot.keyClick(view, key)
        reached |= {p.id for p in view.web.parties if p.name in view.accessibleDescription()[:9]}
    assert len(reached) > 1


def test_many_events_and_parties_are_worked_on_on_another_thread(qtbot, monkeypatch):
    view = GraphView()
    qtbot.addWidget(view)
    text = "".join(chr(0x4E00 + n) for n in range(160))
    events, clusters = [], []
    for n in range(80):
        who = (Argument(Span(n, n + 1), "actor"), Argument(Span(159 - n, 160 - n), "target"))
        events.append(Event(f"v{n}", "AID", Span(n, n + 1), "s1", f"c{n}", None, who))
        clusters.append(Cluster(f"c{n}", "AID", "حدث", (f"v{n}",), ("s1",)))
    analysis = Analysis(
        Document("x", None, None, text), events=tuple(events), clusters=tuple(clusters)
    )
    view.show()
    view.choice = Choice(most=160)
    monkeypatch.setattr(graph_view, "_MANY_EVENTS", 50)
    with qtbot.waitSignal(view.arranged, timeout=20_000):
        view.show_index(AnalysisIndex(analysis))
    assert view.pixel_of(view.web.parties[0].id) is not None
    assert len(view.web.parties) == 160


def test_the_graph_of_the_seed_goes_to_names_words_and_events(qtbot, panel, seed_window):
    graph = panel.graph
    assert graph.web.links
    for party in graph.web.parties:
        click(qtbot, graph, graph.pixel_of(party.id))
        if party.type:
            chosen_ids = seed_window.entities.selected_mentions()
            assert seed_window.index.mentions[chosen_ids[0]].entity == party.id
    for link in graph.web.links:
        click(qtbot, graph, graph.pixel_of(link.key))
        assert seed_window.findings.chosen == link.events


def test_each_link_runs_from_its_source_to_its_target(panel):
    graph = panel.graph
    boxes = {p.id: graph.arrangement.box(n) for n, p in enumerate(graph.web.parties)}
    for link, route in zip(graph.web.links, graph.arrangement.routes, strict=True):
        for name, end in ((link.source, route.start), (link.target, route.end)):
            assert boxes[name].adjusted(-4, -4, 4, 4).contains(*end)


def test_the_filters_narrow_the_graph_and_tell_what_is_left_out(panel):
    everyone = panel.graph.web
    panel.names.setChecked(True)
    assert all(party.type for party in panel.graph.web.parties)
    assert panel.graph.web.fewer > everyone.fewer
    panel.names.setChecked(False)
    panel.types.menu().actions()[0].setChecked(True)
    kind = panel.types.menu().actions()[0].data()
    assert all(kind in dict(link.types) for link in panel.graph.web.links)
    panel.types.clear()
    panel.says.setChecked(True)
    assert any(link.kind == "says" for link in panel.graph.web.links)
    panel.least.setValue(99)
    assert panel.graph.web.links == ()
    assert panel.graph.description()


def test_the_graph_is_told_in_words_and_saved(panel, tmp_path):
    for party in panel.graph.web.parties:
        assert party.name in panel.graph.description()
    for name in ("graph.svg", "graph.png"):
        panel.save(tmp_path / name)
        assert (tmp_path / name).stat().st_size > 5_000


def test_a_panel_article_and_none_at_all(qtbot):
    view = GraphView()
    qtbot.addWidget(view)
    view.show()
    view.show_index(AnalysisIndex(ANALYSIS))
    assert view.description()
    view.show_index(None)
    assert view.description() == ""
    assert not view.viewport().grab().isNull()
