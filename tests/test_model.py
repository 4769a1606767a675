"""The values: spans, ids, the codec."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import BrokenPromise, SettingsError, StoreError, UnknownName
from rashomon.model import (
    Attribution,
    Block,
    Mention,
    Reading,
    Sentence,
    Span,
    Unresolved,
    decode_reading,
    encode_reading,
    hashed,
    hull,
    make_article,
)
from rashomon.registry import STAGES, check_order, find, stages_giving
from rashomon.settings import Settings

SPANS = st.tuples(st.integers(0, 60), st.integers(1, 40)).map(lambda p: Span(p[0], p[0] + p[1]))


@given(st.text(min_size=1, max_size=80), SPANS)
def test_a_span_reads_back_its_words(text, span):
    assert span.of(text) == text[span.start : span.end]


@given(st.text(alphabet="a \n\u00a0", min_size=1, max_size=20), SPANS)
def test_a_stripped_span_covers_the_words_without_their_blanks(text, span):
    held = Span(min(span.start, len(text)), min(span.end, len(text)))
    assert held.stripped(text).of(text) == held.of(text).strip()


@given(st.lists(SPANS, min_size=1))
def test_a_hull_covers_and_touches_its_spans(spans):
    around = hull(spans)
    assert all(around.covers(s) for s in spans)
    assert around.start in {s.start for s in spans}
    assert around.end in {s.end for s in spans}


@given(SPANS, SPANS)
def test_spans_meet_when_they_share_a_character(one, other):
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.meets(other) is bool(shared)
    assert other.meets(one) is bool(shared)


def test_an_article_is_its_text_outlet_and_address():
    article = make_article("Ri met Rouhani.", path="a.txt")
    assert article.id == make_article("Ri met Rouhani.", path="b.txt").id
    assert article.id != make_article("Ri met Rouhani.", outlet="Reuters").id
    assert make_article("Ri met Rouhani.", id="x1").id == "x1"
    assert len(hashed("a", "b")) == 16
    assert hashed("a", "b") != hashed("ab", "")


@given(st.text(min_size=1), st.lists(SPANS), st.lists(SPANS))
def test_a_reading_survives_the_codec(text, sentences, contents):
    reading = Reading(make_article(text)).adding(
        [Sentence, Mention, Attribution, Unresolved],
        [
            Unresolved(text),
            *(Sentence(s) for s in sentences),
            *(Mention(s, s, "name", "person") for s in sentences),
            *(Attribution(hashed(s), (s,), (), (s,), "direct", relay=(s,)) for s in contents),
        ],
    )
    line = encode_reading(reading)
    assert decode_reading(line) == reading
    assert encode_reading(decode_reading(line)) == line
    assert b"\n" not in line


@pytest.mark.parametrize(
    "line", [b"", b"{", b"[]", b'{"format":"other/9","article":{"id":"a","text":"b"},"findings":[]}']
)
def test_a_line_that_is_no_reading_is_refused(line):
    with pytest.raises(StoreError, match="line of"):
        decode_reading(line)


def test_adding_replaces_only_what_the_stage_gives():
    reading = Reading(make_article("One. Two.")).adding([Block], [Block(Span(0, 9), "paragraph")])
    grown = reading.adding([Sentence], [Sentence(Span(0, 4)), Sentence(Span(5, 9))])
    assert reading.of(Sentence) == ()
    assert [s.span.of(grown.text) for s in grown.of(Sentence)] == ["One.", "Two."]
    assert grown.of(Block) == reading.of(Block)


def test_a_finding_that_no_stage_promised_is_our_own_bug():
    with pytest.raises(BrokenPromise, match="promises Block gave a Sentence"):
        Reading(make_article("One.")).adding([Block], [Sentence(Span(0, 4))])


def test_a_wrong_order_of_stages_is_refused_before_the_first_article():
    check_order(Settings().stages)
    with pytest.raises(SettingsError, match="'sentences' needs Block"):
        check_order(["sentences", "blocks"])


def test_a_kind_of_finding_names_the_stages_that_it_takes():
    assert stages_giving(Sentence, Settings().stages) == ("blocks", "syntax", "sentences")
    assert stages_giving(Block, ["blocks", "syntax"]) == ("blocks",)
    with pytest.raises(SettingsError, match="no stage of the settings gives Sentence; stages: blocks"):
        stages_giving(Sentence, ["blocks"])


def test_an_unknown_stage_or_setting_is_told_with_what_there_is():
    with pytest.raises(UnknownName, match=r"installed: .*sentences"):
        find(STAGES, "horoscopes")
    with pytest.raises(SettingsError, match=r"unknown setting 'piepline'; known: .*pipeline"):
        Settings().but(piepline="en")
