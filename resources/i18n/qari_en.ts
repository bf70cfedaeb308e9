<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>Across</name>
  </context>
  <context>
    <name>AcrossFeature</name>
  </context>
  <context>
    <name>Actions</name>
  </context>
  <context>
    <name>AddressDialog</name>
  </context>
  <context>
    <name>Addresses</name>
  </context>
  <context>
    <name>AheadPage</name>
  </context>
  <context>
    <name>Aloud</name>
  </context>
  <context>
    <name>ArticleTabs</name>
  </context>
  <context>
    <name>ArticleView</name>
  </context>
  <context>
    <name>BackupsDialog</name>
  </context>
  <context>
    <name>BriefFeature</name>
  </context>
  <context>
    <name>BriefView</name>
  </context>
  <context>
    <name>CardDelegate</name>
  </context>
  <context>
    <name>ChoiceMenu</name>
  </context>
  <context>
    <name>Clicks</name>
  </context>
  <context>
    <name>Compare</name>
  </context>
  <context>
    <name>CompareFeature</name>
  </context>
  <context>
    <name>CompareView</name>
  </context>
  <context>
    <name>Concordance</name>
  </context>
  <context>
    <name>ConcordanceFeature</name>
  </context>
  <context>
    <name>ConcordanceView</name>
  </context>
  <context>
    <name>ContentsPage</name>
    <message numerus="yes">
      <source>Open %n in tabs</source>
      <translation>
        <numerusform>Open %n in tabs</numerusform>
        <numerusform>Open %n in tabs</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Corrections</name>
    <message numerus="yes">
      <source>%n correction(s) no longer fit the text</source>
      <translation>
        <numerusform>%n correction no longer fit the text</numerusform>
        <numerusform>%n corrections no longer fit the text</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>CorrectionsList</name>
  </context>
  <context>
    <name>CrashDialog</name>
  </context>
  <context>
    <name>Desk</name>
  </context>
  <context>
    <name>EmptyPage</name>
  </context>
  <context>
    <name>EntitiesPanel</name>
  </context>
  <context>
    <name>EntityDelegate</name>
  </context>
  <context>
    <name>ErrorPage</name>
  </context>
  <context>
    <name>Errors</name>
  </context>
  <context>
    <name>EventsSidebar</name>
  </context>
  <context>
    <name>Export</name>
  </context>
  <context>
    <name>ExportDialog</name>
  </context>
  <context>
    <name>ExportFeature</name>
  </context>
  <context>
    <name>FindBar</name>
  </context>
  <context>
    <name>Folding</name>
    <message numerus="yes">
      <source>%n repeated paragraph(s)</source>
      <translation>
        <numerusform>%n repeated paragraph</numerusform>
        <numerusform>%n repeated paragraphs</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Formats</name>
  </context>
  <context>
    <name>Graph</name>
  </context>
  <context>
    <name>GraphPanel</name>
  </context>
  <context>
    <name>Help</name>
  </context>
  <context>
    <name>HelpWindow</name>
  </context>
  <context>
    <name>HintsLayer</name>
  </context>
  <context>
    <name>Lanes</name>
    <message numerus="yes">
      <source>%n mention(s) of what is chosen</source>
      <translation>
        <numerusform>%n mention of what is chosen</numerusform>
        <numerusform>%n mentions of what is chosen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n event word(s)</source>
      <translation>
        <numerusform>%n event word</numerusform>
        <numerusform>%n event words</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n repeated passage(s)</source>
      <translation>
        <numerusform>%n repeated passage</numerusform>
        <numerusform>%n repeated passages</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n search hit(s)</source>
      <translation>
        <numerusform>%n search hit</numerusform>
        <numerusform>%n search hits</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Legend</name>
  </context>
  <context>
    <name>Libraries</name>
  </context>
  <context>
    <name>Library</name>
  </context>
  <context>
    <name>LibraryFeature</name>
  </context>
  <context>
    <name>LibraryFilters</name>
  </context>
  <context>
    <name>LibraryPanel</name>
  </context>
  <context>
    <name>LineList</name>
  </context>
  <context>
    <name>LinkDialog</name>
  </context>
  <context>
    <name>Links</name>
  </context>
  <context>
    <name>LoadingPage</name>
  </context>
  <context>
    <name>LookupDialog</name>
  </context>
  <context>
    <name>MainWindow</name>
  </context>
  <context>
    <name>MapPanel</name>
  </context>
  <context>
    <name>MapView</name>
  </context>
  <context>
    <name>MatrixView</name>
  </context>
  <context>
    <name>MiniMap</name>
  </context>
  <context>
    <name>NoteDialog</name>
  </context>
  <context>
    <name>Notes</name>
  </context>
  <context>
    <name>NotesPanel</name>
  </context>
  <context>
    <name>NoticeBar</name>
    <message numerus="yes">
      <source>%n thing(s) to know of this article</source>
      <translation>
        <numerusform>%n thing to know of this article</numerusform>
        <numerusform>%n things to know of this article</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Notices</name>
  </context>
  <context>
    <name>Opening</name>
  </context>
  <context>
    <name>PaintedPanel</name>
  </context>
  <context>
    <name>Palette</name>
  </context>
  <context>
    <name>PaletteModel</name>
  </context>
  <context>
    <name>Peek</name>
  </context>
  <context>
    <name>PeekCard</name>
  </context>
  <context>
    <name>PeekFeature</name>
  </context>
  <context>
    <name>PlacesMap</name>
  </context>
  <context>
    <name>PreferencesDialog</name>
  </context>
  <context>
    <name>Printing</name>
  </context>
  <context>
    <name>Properties</name>
  </context>
  <context>
    <name>PropertiesDialog</name>
  </context>
  <context>
    <name>QPlatformTheme</name>
  </context>
  <context>
    <name>Reading</name>
  </context>
  <context>
    <name>Reasons</name>
  </context>
  <context>
    <name>ReferenceDateButton</name>
  </context>
  <context>
    <name>RefusalsDialog</name>
  </context>
  <context>
    <name>RepairDialog</name>
  </context>
  <context>
    <name>Rules</name>
  </context>
  <context>
    <name>RulesDialog</name>
  </context>
  <context>
    <name>RulesFeature</name>
  </context>
  <context>
    <name>SentencesList</name>
  </context>
  <context>
    <name>ShortcutsModel</name>
  </context>
  <context>
    <name>ShortcutsPage</name>
  </context>
  <context>
    <name>ShortcutsWindow</name>
  </context>
  <context>
    <name>SidePanel</name>
  </context>
  <context>
    <name>SourcesDialog</name>
  </context>
  <context>
    <name>SourcesFeature</name>
  </context>
  <context>
    <name>StatusBar</name>
  </context>
  <context>
    <name>StoriesView</name>
  </context>
  <context>
    <name>StoryPage</name>
  </context>
  <context>
    <name>Theme</name>
  </context>
  <context>
    <name>ThresholdBox</name>
  </context>
  <context>
    <name>TimelinePanel</name>
  </context>
  <context>
    <name>TimelineView</name>
  </context>
  <context>
    <name>Tour</name>
  </context>
  <context>
    <name>TourCard</name>
  </context>
  <context>
    <name>VersionsPage</name>
  </context>
  <context>
    <name>Warnings</name>
  </context>
  <context>
    <name>Wording</name>
    <message numerus="yes">
      <source>%n new article(s)</source>
      <translation>
        <numerusform>%n new article</numerusform>
        <numerusform>%n new articles</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s)</source>
      <translation>
        <numerusform>%n article</numerusform>
        <numerusform>%n articles</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n version(s)</source>
      <translation>
        <numerusform>%n version</numerusform>
        <numerusform>%n versions</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>in %n sentence(s)</source>
      <translation>
        <numerusform>in %n sentence</numerusform>
        <numerusform>in %n sentences</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>in %n event(s)</source>
      <translation>
        <numerusform>in %n event</numerusform>
        <numerusform>in %n events</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n letter(s)</source>
      <translation>
        <numerusform>%n letter</numerusform>
        <numerusform>%n letters</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n part(s) refused</source>
      <translation>
        <numerusform>%n part refused</numerusform>
        <numerusform>%n parts refused</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>and %n more event(s)</source>
      <translation>
        <numerusform>and %n more event</numerusform>
        <numerusform>and %n more events</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>dealing with nobody: %n</source>
      <translation>
        <numerusform>dealing with nobody: %n</numerusform>
        <numerusform>dealing with nobody: %n</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>filtered out: %n</source>
      <translation>
        <numerusform>filtered out: %n</numerusform>
        <numerusform>filtered out: %n</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>in %n paragraph(s)</source>
      <translation>
        <numerusform>in %n paragraph</numerusform>
        <numerusform>in %n paragraphs</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n time(s)</source>
      <translation>
        <numerusform>%n time</numerusform>
        <numerusform>%n times</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>and %n more</numerusform>
        <numerusform>and %n more</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n day(s)</source>
      <translation>
        <numerusform>%n day</numerusform>
        <numerusform>%n days</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n year(s)</source>
      <translation>
        <numerusform>%n year</numerusform>
        <numerusform>%n years</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n month(s)</source>
      <translation>
        <numerusform>%n month</numerusform>
        <numerusform>%n months</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n week(s)</source>
      <translation>
        <numerusform>%n week</numerusform>
        <numerusform>%n weeks</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n hour(s)</source>
      <translation>
        <numerusform>%n hour</numerusform>
        <numerusform>%n hours</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n minute(s)</source>
      <translation>
        <numerusform>%n minute</numerusform>
        <numerusform>%n minutes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n second(s)</source>
      <translation>
        <numerusform>%n second</numerusform>
        <numerusform>%n seconds</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n decade(s)</source>
      <translation>
        <numerusform>%n decade</numerusform>
        <numerusform>%n decades</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n hundred year(s)</source>
      <translation>
        <numerusform>%n hundred year</numerusform>
        <numerusform>%n hundred years</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>one of %n day(s): {of}</source>
      <translation>
        <numerusform>one of %n day: {of}</numerusform>
        <numerusform>one of %n days: {of}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n event(s) without a known date</source>
      <translation>
        <numerusform>%n event without a known date</numerusform>
        <numerusform>%n events without a known date</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n earlier event(s)</source>
      <translation>
        <numerusform>%n earlier event</numerusform>
        <numerusform>%n earlier events</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n later event(s)</source>
      <translation>
        <numerusform>%n later event</numerusform>
        <numerusform>%n later events</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n dead</source>
      <translation>
        <numerusform>%n dead</numerusform>
        <numerusform>%n dead</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n injured</source>
      <translation>
        <numerusform>%n injured</numerusform>
        <numerusform>%n injured</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>mentions: %n</source>
      <translation>
        <numerusform>mentions: %n</numerusform>
        <numerusform>mentions: %n</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>repeated: %n</source>
      <translation>
        <numerusform>repeated: %n</numerusform>
        <numerusform>repeated: %n</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n difference(s)</source>
      <translation>
        <numerusform>%n difference</numerusform>
        <numerusform>%n differences</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n place(s)</source>
      <translation>
        <numerusform>%n place</numerusform>
        <numerusform>%n places</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n in folded copies</source>
      <translation>
        <numerusform>%n in folded copies</numerusform>
        <numerusform>%n in folded copies</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n place(s) not on the map</source>
      <translation>
        <numerusform>%n place not on the map</numerusform>
        <numerusform>%n places not on the map</numerusform>
      </translation>
    </message>
  </context>
</TS>