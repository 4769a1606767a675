"""The whole reading and the whole comparison, of any text: nothing breaks, nothing points out of the text."""

import itertools
import re
from collections.abc import Iterator
from functools import cache

import msgspec
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from rashomon.model import Reading, Sentence, Span, Syntax, make_article
from rashomon.model.codec import decode_reading, encode_reading
from rashomon.pipeline import compare, read_article
from rashomon.renderers import html
from rashomon.renderers.readings import contract
from rashomon.renderers.record_json import record_line, record_row
from rashomon.settings import Settings
from tests.conftest import TEHRAN, read_upto

TEXTS = [path.read_text("utf-8") for path in sorted(TEHRAN.glob("*.txt"))]
PIECES = sorted({p.strip() for text in TEXTS for p in re.split(r"\n+|(?<=[.!?”]) ", text) if p.strip()})
JOINS = st.sampled_from([" ", "\n", "\n\n", "\r\n", "  ", "", "” ", " “", ": ", " (", "\u00a0"])
RECOMBINED = st.lists(st.tuples(st.sampled_from(PIECES), JOINS), min_size=1, max_size=12).map(
    lambda told: "".join(piece + join for piece, join in told)
)
NEWS = st.sampled_from((
    "Kim Jong Un", "said", "that", "“", "”", "‘", "’", '"', "met", "the president of", "Iran", "’s", ",", ".",
    "\n", "Monday", "May 3, 2018", "signed", "a deal", "not", "\u200b", "$5 million", "300 tons a year",
    "sanctions", "on", "vowed to", "Reuters", "—", ":", "according to", "he", "it", "were told by",
    "Advertisement", "(", ")", "😀", "last week", "\u0301", "قال", "\t", "the ministry", "who", "and", "if",
    "agreed", "until 2030", "1,000", "%",
))  # fmt: skip
WORDS = st.lists(NEWS, min_size=1, max_size=40).map(" ".join)
ANY = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=300)
SLOW = settings(suppress_health_check=list(HealthCheck))
QUICK = settings(SLOW, max_examples=15)
LONG = settings(SLOW, max_examples=400)


def spans(value: object) -> Iterator[Span]:
    """Finding -> every span in it, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from spans(getattr(value, name))
    elif isinstance(value, list | tuple):
        for item in value:
            yield from spans(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from spans(item)


def holds(text: str) -> None:
    """Text -> nothing, or a failed assertion where its reading is not as every reading must be."""
    reading = read_upto(make_article(text))
    for finding in reading.findings:
        for span in spans(finding):
            assert 0 <= span.start < span.end <= len(text), finding
    sentences = [s.span for s in reading.of(Sentence)]
    assert all(a.end <= b.start for a, b in itertools.pairwise(sentences))
    for kind in {type(f) for f in reading.findings if hasattr(f, "id")}:
        made = [f.id for f in reading.of(kind)]
        assert len(made) == len(set(made)), kind
    line = encode_reading(reading)
    assert encode_reading(decode_reading(line)) == line
    assert encode_reading(read_upto(make_article(text))) == line
    assert contract(reading)["id"] == reading.article.id


@given(st.one_of(ANY, WORDS, RECOMBINED))
@example("\ufeff")
@example(".\r\n\r\n“")
@QUICK
def test_every_text_is_read_and_every_finding_points_into_it(text):
    holds(text)


@pytest.mark.slow
@given(st.one_of(ANY, WORDS, RECOMBINED))
@LONG
def test_every_text_is_read_and_every_finding_points_into_it_at_length(text):
    holds(text)


NASTY = {
    "capitals": "Kim Jong Un Park Lee " * 800,
    "lines of capitals": "\n\n".join("Kim Jong Un Park Lee Ministry Of Foreign" * 6 for _ in range(40)),
    "commas": "," * 5000,
    "a list of names": ", ".join(["Kim Jong Un", "Hassan Rouhani", "Tehran", "the United States"] * 300),
    "nested quotes": "“‘" * 1500 + "He said so." + "’”" * 1500,
    "quotes that stay open": "“He said " * 2000,
    "straight quotes": '"a" ' * 2000,
    "apostrophes": "'tis the dogs' " * 1000,
    "numbers": " ".join(str(i * 37) for i in range(2000)),
    "figures": "$5 million and 300 tons of oil a year, " * 300,
    "days": "on 5 May 2018 and Monday, May 3, last week and two months after " * 150,
    "a word of a megabyte": "a" * 1_000_000,
    "one sentence": "the minister met the president and " * 1000,
    "marks": ".,;:!?()[]-—…" * 800,
    "emoji": "😀👩‍👩‍👧‍👦🇮🇷 " * 500,
    "right to left": "قال الوزير إن البلاد لن تنسحب. " * 200,
    "zero width": "The\u200b min\u200dister\ufeff said\u2060 on Monday. " * 200,
    "combining": "Z\u0351\u036f\u0301a\u0301lgo said he met " * 300,
    "carriage returns": "The minister said he met.\r\n\r\nThe president said “no”.\r\n" * 80,
    "tabs and feeds": "The\tminister\tsaid\the\tmet\fthe president.\v\n" * 200,
    "empty lines": "\n" * 5000 + "He said." + "\n" * 5000,
    "short lines": "Kim said.\n\n" * 1000,
    "captions": "Photo: Kim Jong / Reuters\n\n" * 600,
    "cues": "said " * 3000,
    "colons": "He said: " * 1500,
    "chains": "the son of " * 2000,
    "brackets": "(" * 3000 + ")" * 3000,
    "hyphens": "a-" * 4000,
    "control characters": "".join(map(chr, range(1, 32))) * 100 + " He said so.",
    "dated lines": ("Published Monday on at 5:00 " * 3 + "\n\n") * 300,
    "near captions": ("In this May 5 In this in this " * 15 + "\n\n") * 60,
}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(text, id=name, marks=[pytest.mark.slow] if name in {"chains", "one sentence"} else [])
        for name, text in NASTY.items()
    ],
)
def test_nothing_that_a_text_may_be_keeps_the_reader_for_long(text):
    reading = read_upto(make_article(text))
    assert all(span.end <= len(text) for finding in reading.findings for span in spans(finding))


def test_no_sentence_is_longer_than_readers_can_bear():
    doc = read_upto(make_article("the minister met the president and " * 500)).of(Syntax)[0].doc
    assert max(len(sentence) for sentence in doc.sents) <= 300


@cache
def _told(n: int, outlet: str) -> Reading:
    return read_article(make_article(TEXTS[n], id=f"{outlet} {n}", outlet=outlet), Settings())


def records(*readings: Reading) -> list[str]:
    return [record_line(record) for record in compare(readings, Settings(one_story=True))]


def test_the_order_of_articles_changes_no_byte():
    one, two, three = _told(0, "Valley Post"), _told(1, "Harbour News"), _told(1, "Evening Herald")
    made = {tuple(records(*given)) for given in ((one, two, three), (three, one, two), (two, three, one))}
    assert len(made) == 1


def test_a_copy_under_another_outlet_is_no_other_witness():
    [before] = compare([_told(0, "Valley Post"), _told(1, "Harbour News")], Settings(one_story=True))
    copied = [_told(0, "Valley Post"), _told(1, "Harbour News"), _told(1, "Evening Herald")]
    [after] = compare(copied, Settings(one_story=True))
    counted = {claim.id: line.independent for line in after.lines for claim in line.claims}
    for line in before.lines:
        for claim in line.claims:
            assert counted[claim.id] <= line.independent, line.summary


def test_without_an_account_the_others_claim_what_they_claimed():
    def claims(*readings: Reading) -> dict[str, tuple]:
        [record] = compare(readings, Settings(one_story=True))
        return {c.id: (c.article, c.evidence, c.kind) for line in record.lines for c in line.claims}

    first, second = _told(0, "Valley Post"), _told(1, "Harbour News")
    whole, alone = claims(first, second), claims(first)
    # An encounter that names one party alone is told only where another account names the other.
    assert alone
    assert alone.items() <= whole.items()


@given(st.lists(st.one_of(WORDS, RECOMBINED, ANY), min_size=1, max_size=3))
@example(["Kim Jong Un said Kim Jong Un Kim Jong Un “ “"] * 2)  # quotations without a word
@QUICK
def test_any_articles_can_be_compared(texts):
    compared(texts)


@pytest.mark.slow
@given(st.lists(st.one_of(WORDS, RECOMBINED, ANY), min_size=1, max_size=4))
@LONG
def test_any_articles_can_be_compared_at_length(texts):
    compared(texts)


def compared(texts: list[str]) -> None:
    """Texts -> nothing, or a failed assertion where their record points beside them or depends on their order."""
    readings = [read_upto(make_article(text, id=str(n))) for n, text in enumerate(texts)]
    made = list(compare(readings, Settings()))
    assert records(*readings) == records(*reversed(readings))
    for record in made:
        by_id = {account.article.id: account.article.text for account in record.accounts}
        for line in record_row(record)["lines"]:
            for claim in line["claims"]:
                for at in claim["evidence"]:
                    assert by_id[claim["article"]][at["start"] : at["end"]]
    assert "<html" in html.page(made)
