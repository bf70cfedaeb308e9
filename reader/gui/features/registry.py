"""The features of the window, in the order in which they are made."""

from __future__ import annotations

from reader.gui.features import Feature
from reader.gui.features.across import AcrossFeature
from reader.gui.features.addresses import Addresses
from reader.gui.features.aloud import Aloud
from reader.gui.features.brief import BriefFeature
from reader.gui.features.compare import CompareFeature
from reader.gui.features.concordance import ConcordanceFeature
from reader.gui.features.contents import Contents
from reader.gui.features.corrections import CorrectionsFeature
from reader.gui.features.desk import DeskFeature
from reader.gui.features.export import ExportFeature
from reader.gui.features.finding import Finding
from reader.gui.features.going import Going
from reader.gui.features.graph import GraphFeature
from reader.gui.features.help import Help
from reader.gui.features.hints import Hints
from reader.gui.features.libraries import Libraries
from reader.gui.features.library import LibraryFeature
from reader.gui.features.map import MapFeature
from reader.gui.features.matrix import MatrixFeature
from reader.gui.features.notes import NotesFeature
from reader.gui.features.notices import Notices
from reader.gui.features.opening import Opening
from reader.gui.features.outline import Outline
from reader.gui.features.palette import PaletteFeature
from reader.gui.features.peek import PeekFeature
from reader.gui.features.places import Places
from reader.gui.features.preferences import Preferences
from reader.gui.features.printing import Printing
from reader.gui.features.properties import Properties
from reader.gui.features.reading import Reading
from reader.gui.features.rules import RulesFeature
from reader.gui.features.sources import SourcesFeature
from reader.gui.features.tabs import Tabs
from reader.gui.features.timeline import TimelineFeature
from reader.gui.features.tour import Tour
from reader.gui.features.web_page import WebPage

FEATURES: tuple[type[Feature], ...] = (
    Opening,
    Contents,
    LibraryFeature,
    Libraries,
    RulesFeature,
    SourcesFeature,
    Notices,
    Properties,
    PeekFeature,
    Finding,
    Going,
    Reading,
    PaletteFeature,
    Tabs,
    Places,
    Printing,
    Addresses,
    Hints,
    Preferences,
    BriefFeature,
    ConcordanceFeature,
    DeskFeature,
    TimelineFeature,
    MapFeature,
    GraphFeature,
    CompareFeature,
    Aloud,
    Help,
    Tour,
    AcrossFeature,
    MatrixFeature,
    Outline,
    ExportFeature,
    WebPage,
    CorrectionsFeature,
    NotesFeature,
)
