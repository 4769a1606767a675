"""What two accounts tell of one happening by other words, and where they part in one value of it."""

import datetime as dt

import pytest

import rashomon
from rashomon.model import make_article
from rashomon.settings import Settings
from rashomon.weighing.compared.heads import tells_which
from tests.conftest import reading_of


def _conflicts(*texts: str) -> set[tuple[str, tuple[str, ...]]]:
    day = dt.date(2021, 7, 1)
    articles = [make_article(t, published=day, outlet=f"Post {n}") for n, t in enumerate(texts)]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    parted = (found for line in record.lines for found in line.differences if line.standing == "differ")
    return {(found.slot, tuple(sorted(value.value for value in found.values))) for found in parted if found.conflict}


@pytest.mark.parametrize(
    ("one", "two", "slot", "values"),
    [
        (
            "A court in Oslo sentenced former minister Bo Holm to 12 years in prison on Wednesday.",
            "Former minister Bo Holm was jailed for nine years on Wednesday, a court official said.",
            "duration", ("12 years", "nine years"),
        ),
        (
            "Aker will close its plant in Larvik. Aker lost $310 million last year.",
            "Aker is to cut 1,800 jobs. The company made a loss of $130 million last year.",
            "amount", ("$130 million", "$310 million"),
        ),
        (
            "The mayor of Larvik, Bo Holm, resigned on Monday after a newspaper reported on his loans.",
            "The mayor of Larvik, Bo Holm, refused to resign on Monday over his loans, a newspaper reported.",
            "status", ("refused to resign", "resigned"),
        ),
        (
            "The chief executive of Aker Bank, Bo Holm, bought 40,000 shares in the bank on Monday.",
            "The chief executive of Aker Bank, Bo Holm, sold 40,000 shares in the bank on Monday.",
            "result", ("bought", "sold"),
        ),
        ("An earthquake of magnitude 6.8 struck Larvik on Tuesday.", "A 6.4-magnitude quake shook Larvik on Tuesday.",
         "amount", ("6.4", "6.8")),
        ("A gunman opened fire in Larvik. Nobody was hurt.", "A gunman fired in Larvik. Two teachers were hurt.",
         "amount", ("Nobody", "Two teachers")),
    ],
)  # fmt: skip
def test_one_happening_told_otherwise(one, two, slot, values):
    assert (slot, tuple(sorted(values))) in _conflicts(one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Aker Bank posted a profit of 4.1 billion crowns for the second quarter.",
         "Aker Bank said its profit for the first half of the year was 7.9 billion crowns."),
        ("Police detained 300 people at rallies across Norway on Sunday. In Larvik 120 were held.",
         "In Larvik 120 demonstrators were detained on Sunday, the interior ministry of Norway said."),
        ("No shots were fired when Bo Holm was arrested in Larvik on Monday.",
         "Bo Holm fired a shot at a woman in Larvik on Sunday and was arrested on Monday."),
        ("Bo Holm had worked for the police of Larvik for 15 years.",
         "Bo Holm had worked with the drugs unit of the police of Larvik for the last five years."),
        ("Police said no injuries were reported in Larvik; the Post says three people were injured.",
         "One man was arrested in Larvik and no injuries were reported."),
    ],
)  # fmt: skip
def test_what_only_looks_like_it(one, two):
    assert not _conflicts(one, two)


@pytest.mark.parametrize(
    ("one", "two", "is_shared"),
    [
        ("Ana Berg remains in the race for the Larvik council.", "Ana Berg remains fourth in most polls.", False),
        ("The mayor stays in hospital in Larvik.", "The mayor stays silent on the matter.", False),
        ("The mayor stays in hospital in Larvik.", "The mayor stays in a hospital.", True),
        ("Bo Holm packed his bags on Monday.", "They packed their bags.", False),  # his bags, and theirs
        ("Bo Holm lost his home in the flood.", "Mr Holm lost his house on Monday.", True),
    ],
)
def test_one_verb_of_two_complements_or_owners_tells_two_things(one: str, two: str, *, is_shared: bool):
    given = [make_article(t, outlet=f"Post {n}") for n, t in enumerate((one, two))]
    [record] = rashomon.compare(*given, settings=Settings(one_story=True))
    assert any(len({claim.article for claim in line.claims}) == 2 for line in record.lines) is is_shared


@pytest.mark.parametrize(
    ("text", "only_which"),
    [
        ("The Rose, a 900-tonne ship, replaced the Tern.", True),
        ("The 900-tonne ship, the Rose, replaced the Tern.", True),
        ("The Rose carried a 900-tonne load to Larvik.", False),
        ("The Rose carried 900 tonnes of grain to Larvik.", False),
    ],
)
def test_a_measure_of_what_a_named_thing_is_is_none_of_what_it_did(*, text: str, only_which: bool):
    [measure] = [t for t in reading_of(text).doc if t.lemma_ == "tonne"]
    assert tells_which(measure) is only_which
