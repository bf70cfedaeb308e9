"""A document whose letters stand as they were drawn, made readable."""

from reader.formats.base import Composer, Reading, digest, redisplayed


def test_blocks_stay_on_their_lines() -> None:
    composer = Composer()
    composer.add("ﺓﺪﻳﺪﺟ ﺔﻨﺠﻟ", "title")
    composer.add("ﻡﻼﺳ ﻰﻟﺇ ﺔﻨﺠﻠﻟﺍ ﻲﻋﺪﺗ", page=2)
    composer.add("2017", "note")
    document = redisplayed(composer.document(Reading("a.pdf"), "pdf"))
    assert document.text == "لجنة جديدة\nتدعي اللجنة إلى سلام\n2017"
    assert document.title == "لجنة جديدة"
    assert document.id == digest(document.text)
    assert [(b.kind, b.page, b.span.of(document.text)) for b in document.blocks] == [
        ("title", None, "لجنة جديدة"),
        ("paragraph", 2, "تدعي اللجنة إلى سلام"),
        ("note", None, "2017"),
    ]
