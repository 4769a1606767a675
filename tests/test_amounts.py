"""Amounts: the unit file's own examples, and what must hold for any number."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.lexicon.files import load
from rashomon.model import Amount, Claim
from rashomon.readers.numerals import number_of
from tests.conftest import reading_of

UNITS = load("units.yaml")


@pytest.mark.parametrize("example", UNITS["examples"], ids=lambda e: e["text"][:40])
def test_example(example):
    reading = reading_of(example["text"], upto="amounts")
    found = [
        {
            "words": a.span.of(reading.text),
            "value": a.value,
            "high": a.high,
            "unit": a.unit,
            "per": a.per,
            "of": a.of.of(reading.text) if a.of else None,
            "bound": a.bound,
        }
        for a in reading.of(Amount)
    ]
    wanted = [{"high": w["value"], "per": None, "of": None, "bound": "exactly"} | w for w in example["amounts"]]
    assert found == wanted


def test_a_range_told_backwards_is_one():
    found = list(reading_of("It grew between 10 and 5 percent.", upto="amounts").of(Amount))
    assert [(a.value, a.high) for a in found] == [(5, 10)]


@pytest.mark.parametrize("text", UNITS["not"])
def test_no_amount(text):
    reading = reading_of(text, upto="amounts")
    assert [a.span.of(text) for a in reading.of(Amount)] == []


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2.5bn", 2.5e9),
        ("4 million", 4e6),
        ("500,000", 500_000),
        ("twenty-two thousand", 22_000),
        ("one point six billion", 1_600_000_000),
        ("twenty two point five", 22.5),
        ("two hundred and five", 205),
        ("a dozen", 12),
        ("12k", 12_000),
    ],
)
def test_number(words, value):
    assert number_of(words) == value


@given(st.integers(min_value=0, max_value=10**12))
def test_figures_with_commas_keep_their_value(value):
    assert number_of(f"{value:,}") == value


@settings(max_examples=30)
@given(st.text(alphabet="0123456789 $%.,-–abmillion tonsyr\n", min_size=1, max_size=60).filter(str.strip))
def test_amounts_lie_in_the_text(text):
    reading = reading_of(text, upto="amounts")
    for amount in reading.of(Amount):
        assert 0 <= amount.span.start < amount.span.end <= len(text)
        assert amount.value <= amount.high


def test_a_range_that_falls_is_no_amount():
    assert not reading_of("They won 1-0%.", upto="amounts").of(Amount)
    assert reading_of("They won 1-5%.", upto="amounts").of(Amount)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The crash leaves a mother of 2 dead in Larvik.", 0),
        ("One man was killed in Larvik.", 0),
        ("The memo tells of encounters between the two men in Larvik.", 0),
        ("Police arrested two men in Larvik.", 1),
        ("The 23 pirates were held in Larvik.", 1),
    ],
)
def test_what_only_says_who_is_meant_is_no_figure(text, figures):
    assert sum(claim.kind == "figure" for claim in reading_of(text).of(Claim)) == figures


def test_an_area_is_no_length():
    reading = reading_of("The 15,800-square-metre hall, or 170,000 square feet, has a 30-foot wall.")
    found = [(a.value, a.unit) for a in reading.of(Amount)]
    assert found == [(15800, "square metre"), (170000, "square foot"), (30, "foot")]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("The purchase brings the firm's stake up to 30 percent.", "exactly"),
        ("More trains last night brought us up to 83 percent of our needs.", "exactly"),
        ("The firm raised up to 30 percent of the sum.", "at most"),
        ("The firm may buy up to 30 percent of the bank.", "at most"),
        ("The dues of the club have gone up to 8,400 dollars.", "exactly"),
        ("The dues of the club can go up to 8,400 dollars.", "at most"),
        ("No enrichment above 60 percent had taken place.", "at most"),
        ("There was enrichment above 60 percent.", "over"),
    ],
)
def test_what_is_brought_up_to_a_figure_is_not_at_most_that(text, bound):
    assert [amount.bound for amount in reading_of(text).of(Amount)] == [bound]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The No. 2 official at the bank left.", 0),
        ("The No.3 firms in Peru merged.", 0),
        ("The guards will number 40 people.", 1),
        ("No 2 officials agreed; 40 people came.", 2),
        ("A number of people, 40 men, came.", 1),
    ],
)
def test_a_place_in_a_row_counts_nothing(text, counted):
    assert len(reading_of(text).of(Amount)) == counted
