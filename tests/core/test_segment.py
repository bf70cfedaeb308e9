from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from work import calls

from reader.core.normalize import fold
from reader.core.segment import first_copies, segment
from reader.core.types import Span

ARABIC = st.text(alphabet='ابتد وقل.!؟؛،:«»"“”()[]A…\n 0123٤٥ـًّ\u200f', max_size=200)


def sentences(text):
    return [s.span.of(text) for s in segment(text).sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال د. محمد علي. وأضاف.", ["قال د. محمد علي.", "وأضاف."]),
        ("وفق ا.ف.ب. أمس. انتهى", ["وفق ا.ف.ب. أمس.", "انتهى"]),
        (
            'قال: "نص أول. نص ثان." وأضاف آخر.',
            ['قال: "نص أول. نص ثان."', "وأضاف آخر."],
        ),
        ("قال «هذا. ثم ذاك» أمس. انتهى", ["قال «هذا. ثم ذاك» أمس.", "انتهى"]),
        ("صد الهجوم.وقال المتحدث ذلك", ["صد الهجوم.", "وقال المتحدث ذلك"]),
        ("زار موقع العربية.نت أمس", ["زار موقع العربية.نت أمس"]),
        ("عاد (قال: لا. ثم نعم) إلى بيته. انتهى", ["عاد (قال: لا. ثم نعم) إلى بيته.", "انتهى"]),
        ("وفق أ.ف.ب. وقال آخر", ["وفق أ.ف.ب.", "وقال آخر"]),
        ("قال أ.د. وليد ثم عاد. انتهى", ["قال أ.د. وليد ثم عاد.", "انتهى"]),
        ("عام 300 ق.م. في مصر. انتهى", ["عام 300 ق.م. في مصر.", "انتهى"]),
        ("كتبه J. R. Tolkien. انتهى", ["كتبه J. R. Tolkien.", "انتهى"]),
        ("قاله Dr. King هنا. انتهى", ["قاله Dr. King هنا.", "انتهى"]),
        ("ود. محمد ص. 5 من كتابه. انتهى", ["ود. محمد ص. 5 من كتابه.", "انتهى"]),
        ("كان عام 1436هـ. ثم عاد", ["كان عام 1436هـ.", "ثم عاد"]),
        ("كان عام 2015 م. ثم عاد", ["كان عام 2015 م.", "ثم عاد"]),
        ("بلغ 3.5 في المئة. ثم هبط", ["بلغ 3.5 في المئة.", "ثم هبط"]),
        ("لا أدري... ربما غدا. نعم", ["لا أدري... ربما غدا.", "نعم"]),
        ("1. أول بند. ثان", ["1. أول بند.", "ثان"]),
        ("هل حضر؟ نعم! حسنا", ["هل حضر؟", "نعم!", "حسنا"]),
        ("ذهب أولا؛ ثم عاد. انتهى", ["ذهب أولا؛ ثم عاد.", "انتهى"]),
        ('مفتوح "لا يغلق. جملة. أخرى', ['مفتوح "لا يغلق.', "جملة.", "أخرى"]),
        ("مفتوح «لا يغلق. قال «نعم. لا» هنا.", ["مفتوح «لا يغلق.", "قال «نعم. لا» هنا."]),
        ('مفتوح "لا يغلق. قال "نعم. لا" هنا', ['مفتوح "لا يغلق.', 'قال "نعم. لا" هنا']),
        ("قال «له «نعم. لا» ثم. مضى» أمس. انتهى", ["قال «له «نعم. لا» ثم. مضى» أمس.", "انتهى"]),
        ("قال ”نعم. لا“ أمس. انتهى", ["قال ”نعم. لا“ أمس.", "انتهى"]),
        ("رآه (هنا. وهناك) أمس. انتهى", ["رآه (هنا. وهناك) أمس.", "انتهى"]),
        ("خرج مقاتلون من المدينة.وقال آخر", ["خرج مقاتلون من المدينة.", "وقال آخر"]),
        ("قال «نعم».وأضاف آخر", ["قال «نعم».", "وأضاف آخر"]),
        ('قال ذلك."نعم أو لا" قالها', ["قال ذلك.", '"نعم أو لا" قالها']),
        ("نقلته العربية.نت وفيتو.كوم. انتهى", ["نقلته العربية.نت وفيتو.كوم.", "انتهى"]),
        ("قال «كيف نرد؟» وأضاف آخر", ["قال «كيف نرد؟»", "وأضاف آخر"]),
        ("فيلم «إلى أين؟» في الصالات. انتهى", ["فيلم «إلى أين؟» في الصالات.", "انتهى"]),
        ("قال إنه (صادق!) وعاد. انتهى", ["قال إنه (صادق!) وعاد.", "انتهى"]),
        ('قال "نعم."، ثم عاد. انتهى', ['قال "نعم."، ثم عاد.', "انتهى"]),
        ("هل حضر؟! نعم", ["هل حضر؟!", "نعم"]),
        ("انتهى ذلك.\u200f ثم عاد", ["انتهى ذلك.\u200f", "ثم عاد"]),
        ("انتهى ذلك. ***", ["انتهى ذلك. ***"]),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text, expected):
    assert sentences(text) == expected


def test_a_long_speech_in_quotes_is_still_read_by_sentences():
    speech = "قال «" + "هذه جملة من خطاب طويل. " * 60 + "»."
    assert len(sentences(speech)) > 40


def test_paragraphs_are_lines_without_their_outer_space():
    text = "  عنوان \n\n\t\nنص"
    assert [p.span.of(text) for p in segment(text).paragraphs] == ["عنوان", "نص"]


@given(ARABIC)
def test_sentences_tile_their_paragraphs_and_tokens_their_sentences(text):
    cut = segment(text)
    for number, paragraph in enumerate(cut.paragraphs):
        inside = [s.span for s in cut.sentences if s.paragraph == number]
        assert inside[0].start == paragraph.span.start
        assert inside[-1].end == paragraph.span.end
        for before, after in pairwise(inside):
            assert not text[before.end : after.start].strip()
    for (first, end), sentence in zip(cut.sentence_tokens, cut.sentences, strict=True):
        covered = "".join(t.folded for t in cut.tokens[first:end])
        assert all(sentence.span.contains(t.span) for t in cut.tokens[first:end])
        # A mark or tatweel without its letter is no token.
        assert fold("".join(filter(str.isalnum, covered))) == fold(
            "".join(filter(str.isalnum, sentence.span.of(text)))
        )


def test_folded_copies_are_left_out_and_the_rest_keeps_its_names():
    text = "أولى.\nثانية.\nثالثة."
    whole = segment(text)
    read = first_copies(whole, (whole.paragraphs[1].span,))
    assert [s.id for s in read.sentences] == [whole.sentences[0].id, whole.sentences[2].id]
    assert [t.span.of(text) for t in read.tokens if t.kind == "word"] == ["أولى", "ثالثة"]


@pytest.mark.parametrize(
    "unit",
    ['"', "«", "«»", "()", '"ا', ". ", "...", '."', "د. ", "1.", "ا. ", "؟» ", "\u200f", "ا\u200f"],
)
def test_hostile_text_takes_linear_work(unit):
    def work(count):
        return calls(lambda: segment(unit * count))

    work(100)
    assert work(8_000) < 9 * work(1_000)


def test_spans_are_code_points():
    text = "😀 قال. نعم"
    assert segment(text).sentences[1].span == Span(7, 10)
