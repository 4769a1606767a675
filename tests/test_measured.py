"""How far or how much a deed went: one line for all who measure it, in whatever units they do."""

import rashomon
from rashomon.model import make_article
from rashomon.settings import Settings

FEET = "Anna Berg died on Monday after falling 200 feet from the lighthouse of Larvik."
METRES = "On Monday Anna Berg died after falling about 60 metres from the lighthouse of Larvik."
FARTHER = "Anna Berg died on Monday after falling 150m down from the lighthouse of Larvik."


def _record(*texts):
    articles = [make_article(text, id=str(number), outlet=f"Paper {number}") for number, text in enumerate(texts)]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    return record


def test_accounts_that_measure_a_deed_share_a_line_of_its_figure_and_part_there():
    record = _record(FEET, METRES, FARTHER)
    [figure] = [line for line in record.lines if line.kind == "figure"]
    [difference] = [found for found in figure.differences if found.conflict]
    assert figure.standing == "differ"
    assert {claim.article for claim in figure.claims} == {"0", "1", "2"}
    assert {value.value for value in difference.values} == {"200 feet", "60 metres", "150m"}


def test_the_line_of_the_deed_shows_its_figures_and_is_no_conflict():
    events = [line for line in _record(FEET, FARTHER).lines if line.kind == "event"]
    parted = [found for line in events for found in line.differences if found.slot == "amount"]
    assert {line.standing for line in events} <= {"compatible", "agree"}
    assert parted
    assert not any(found.conflict for found in parted)


def test_one_figure_in_two_units_is_no_conflict():
    [figure] = [line for line in _record(FEET, METRES).lines if line.kind == "figure"]
    assert figure.standing == "compatible"


def test_two_kinds_of_figures_behind_one_verb_are_no_difference_of_one():
    nabbed = "The navy nabbed 26 pirates with 12 magazines off Larvik on Monday."
    again = "Off Larvik the navy nabbed 26 pirates with 12 magazines on Monday."
    record = _record(nabbed, again, "The navy nabbed pirates with 31 magazines off Larvik on Monday.")
    parted = [d for line in record.lines if line.kind == "event" for d in line.differences if d.slot == "amount"]
    assert [{value.value for value in d.values} for d in parted] == [{"12 magazines", "31 magazines"}]
