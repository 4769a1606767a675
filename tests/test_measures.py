"""Amounts in several units: what a text says of its own, and how two amounts stand to each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.lexicon.files import load
from rashomon.lexicon.units import are_akin, days_in, factor, may_be_rated
from rashomon.model import Amount, AmountSlot, Equal
from rashomon.weighing.compared.measures import hold, why_incomparable
from tests.conftest import reading_of
from tests.story_builder import Teller, record_of

UNITS = load("units.yaml")


def _slot(value, unit, per=None, bound="exactly", high=None, also=()):
    return AmountSlot(value, high or value, unit, f"{value} {unit}", per, None, bound, None, tuple(also))


HELD = [
    # the same unit
    (_slot(400, "barrel"), _slot(400, "barrel"), "same"),
    (_slot(400, "barrel"), _slot(900, "barrel"), "apart"),
    (_slot(400, "barrel", "year"), _slot(400, "barrel"), "fits"),
    (_slot(400, "barrel", "year"), _slot(900, "barrel"), "incomparable"),
    # approximation and ranges
    (_slot(100, "people", bound="over"), _slot(120, "people"), "fits"),
    (_slot(100, "people", bound="over"), _slot(80, "people"), "apart"),
    (_slot(60, "people", bound="under"), _slot(70, "people"), "apart"),
    (_slot(200, "people", bound="about"), _slot(210, "people"), "fits"),
    (_slot(200, "people", bound="about"), _slot(300, "people"), "apart"),
    (_slot(300, "people", bound="nearly"), _slot(280, "people"), "fits"),
    (_slot(300, "people", bound="nearly"), _slot(250, "people"), "apart"),
    (_slot(300, "people", bound="nearly"), _slot(310, "people"), "apart"),
    (_slot(300, "people", bound="nearly"), _slot(300, "people", bound="over"), "apart"),
    (_slot(300, "people", bound="under"), _slot(300, "people", bound="over"), "apart"),
    (_slot(300, "people", bound="nearly"), _slot(300, "people", bound="at least"), "same"),
    (_slot(300, "people", bound="nearly"), _slot(300, "people"), "same"),
    (_slot(300, "people", bound="over"), _slot(300, "people"), "same"),
    (_slot(300, "people", bound="at most"), _slot(310, "people"), "apart"),
    (_slot(200, "people", high=300), _slot(250, "people"), "fits"),
    (_slot(200, "people", high=300), _slot(350, "people"), "apart"),
    # fixed factors
    (_slot(2, "tonne"), _slot(2000, "kilogram"), "fits"),
    (_slot(2, "tonne"), _slot(3000, "kilogram"), "apart"),
    (_slot(220, "pound"), _slot(100, "kilogram"), "fits"),
    (_slot(2500, "mile"), _slot(4000, "kilometre"), "fits"),
    (_slot(2500, "mile"), _slot(2500, "kilometre"), "apart"),
    (_slot(10, "nautical mile"), _slot(18.5, "kilometre"), "fits"),
    (_slot(1, "gigawatt"), _slot(1000, "megawatt"), "fits"),
    (_slot(4_000_000, "barrel", "year"), _slot(11_000, "barrel", "day"), "fits"),
    (_slot(4_000_000, "barrel", "year"), _slot(40_000, "barrel", "day"), "apart"),
    (_slot(12, "dollar", "share"), _slot(12, "dollar", "barrel"), "incomparable"),
    # a rate, only where one is stated
    (_slot(500_000, "barrel"), _slot(70_000, "tonne"), "incomparable"),
    (_slot(500_000, "barrel"), _slot(70_000, "tonne", also=[Equal(511_000, 511_000, "barrel")]), "fits"),
    (_slot(900_000, "barrel"), _slot(70_000, "tonne", also=[Equal(511_000, 511_000, "barrel")]), "apart"),
    (_slot(20e9, "dollar"), _slot(500e9, "rouble"), "incomparable"),
    (_slot(19.7e9, "dollar"), _slot(500e9, "rouble", also=[Equal(19.7e9, 19.7e9, "dollar")]), "fits"),
    (_slot(5, "percent"), _slot(5, "people"), "incomparable"),
]


@pytest.mark.parametrize(("one", "two", "how"), HELD, ids=lambda v: v if isinstance(v, str) else f"{v.bound} {v.text}")
def test_how_two_amounts_stand(one, two, how):
    assert hold(one, two) == how
    assert hold(two, one) == how


@pytest.mark.parametrize(
    ("one", "two", "why"),
    [
        (_slot(1, "rouble"), _slot(1, "dollar"), "incomparable: dollar and rouble, and no rate is stated"),
        (_slot(1, "barrel"), _slot(1, "tonne"), "incomparable: barrel and tonne, and no rate is stated"),
        (_slot(1, "barrel", "year"), _slot(2, "barrel"), "incomparable: per year and no period"),
    ],
)
def test_why_two_amounts_cannot_be_compared(one, two, why):
    assert why_incomparable(one, two) == why_incomparable(two, one) == why


@given(st.floats(min_value=0.01, max_value=1e12), st.sampled_from(["tonne", "mile", "dollar", "people"]))
def test_an_amount_is_the_same_as_itself(value, unit):
    assert hold(_slot(value, unit), _slot(value, unit)) == "same"


@pytest.mark.parametrize(
    ("text", "also"),
    [
        ("The bank got 500 billion roubles (US$19.7 billion).", [[(19.7e9, "dollar")], [(500e9, "rouble")]]),
        ("It cost 60 million euros, or about $66 million, to build.", [[(66e6, "dollar")], [(60e6, "euro")]]),
        ("The oil runs to 7.5 barrels per tonne. Exports reached 20 tonnes.", [[], [(150, "barrel")]]),
        ("It traded at 100 yen to the dollar. The loan was 5,000 yen.", [[], [(50, "dollar")]]),
        (
            "One tonne is about 7.5 barrels. Exports reached 15 barrels.",
            [[(7.5, "barrel")], [(1, "tonne")], [(2, "tonne")]],
        ),
        # no rate: two prices, two choices, a share of something, a price by the barrel
        ("The fine is 100 dollars or 90 euros.", [[], []]),
        ("He paid 10 dollars (5 people came).", [[], []]),
        ("Oil cost 80 dollars a barrel. Exports reached 20 barrels.", [[], []]),
        ("The dollar fell and 20 tonnes went to Oslo.", [[]]),
    ],
)
def test_a_text_may_say_what_its_amounts_come_to(text, also):
    found = reading_of(text, upto="amounts").of(Amount)
    assert [[(e.value, e.unit) for e in a.also] for a in found] == also


def test_every_currency_and_factor_is_a_unit_of_the_file():
    units = set(UNITS["words"]) | set(UNITS["sign"].values())
    assert set(UNITS["money"]) <= units
    assert {u for listed in UNITS["factors"].values() for u in listed} <= units
    assert days_in("week") == 7
    assert days_in("share") is None
    assert factor("dollar") == ("dollar", 1)


def test_units_that_a_rate_may_join():
    assert may_be_rated("dollar", "rouble")
    assert may_be_rated("barrel", "tonne")
    assert not may_be_rated("mile", "kilometre")
    assert not may_be_rated("dollar", "barrel")
    assert are_akin("mile", "kilometre")
    assert not are_akin("people", "percent")


def _capped(name, value, unit):
    return Teller(name).limit("Norland", "sea exports of smoked northern herring", value, unit).reading()


@pytest.mark.parametrize(
    ("one", "two", "standing", "note"),
    [
        ((400.0, "tonne"), (900_000.0, "kilogram"), "differ", ""),
        ((400.0, "tonne"), (400_000.0, "kilogram"), "compatible", ""),
        ((400.0, "tonne"), (900.0, "barrel"), "compatible", "incomparable: barrel and tonne, and no rate is stated"),
    ],
)
def test_the_record_holds_units_against_each_other_or_says_that_it_cannot(one, two, standing, note):
    record = record_of(_capped("a", *one), _capped("b", *two))
    (line,) = [line for line in record.lines if line.kind == "undertaking"]
    (amount,) = [d for d in line.differences if d.slot == "amount"]
    assert (line.standing, amount.note) == (standing, note)
