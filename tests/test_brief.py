"""The brief begins with the news, says nothing twice, and of what several tell not that one has it alone."""

import datetime as dt

import msgspec
import pytest

import rashomon
from rashomon.model import Difference, make_article
from rashomon.settings import Settings
from rashomon.weighing.lines.brief import brief
from tests.sample_record import sample_record

NEWS = "The council of Larvik closed the herring market after the fire in the harbour."


@pytest.fixture
def sample(tehran):
    return sample_record(tehran)


@pytest.fixture
def pair(sample):
    """A line that two accounts have, with its sentence, and one that a single account has."""
    both = next(x for x in sample.lines if x.kind == "event" and len({c.article for c in x.claims}) > 1)
    one = next(x for x in sample.lines if x.kind == "event" and x.standing == "single")
    day = {"earliest": dt.date(2018, 8, 8), "latest": dt.date(2018, 8, 8)}
    return msgspec.structs.replace(both, summary=NEWS, **day), msgspec.structs.replace(one, **day)


@pytest.mark.parametrize(
    ("alone", "told"),
    [
        (
            "The herring market of Larvik was closed by the council for lack of ice, to the dismay of greengrocers.",
            False,
        ),
        ("The mayor of Molde opened a library for sailors.", True),
    ],
)
def test_what_several_tell_is_not_said_to_be_found_in_one_alone(sample, pair, alone, told):
    both, one = pair
    found = brief([both, msgspec.structs.replace(one, summary=alone)], sample.accounts)
    assert found[0].text == NEWS
    assert any(sentence.text.startswith(alone) for sentence in found) == told


def test_a_claim_of_two_lines_is_told_once(sample, pair):
    both, _ = pair
    again = msgspec.structs.replace(both, id="again", summary="Fishermen in Molde bought nets from a Dutch yard.")
    assert [sentence.lines for sentence in brief([both, again], sample.accounts)] == [(both.id,)]


def test_a_sentence_of_which_a_line_of_several_has_all_is_not_told_again(sample, pair):
    both, one = pair
    held = msgspec.structs.replace(both.claims[0], id="held")
    again = msgspec.structs.replace(one, summary="The mayor of Molde opened a library for sailors.", claims=(held,))
    assert [sentence.lines for sentence in brief([both, again], sample.accounts)] == [(both.id,)]


def test_a_happening_that_is_only_named_is_not_in_it(sample, pair):
    both, _ = pair
    named = msgspec.structs.replace(both, summary="The accounts name the fire in Larvik on 8 August 2018.")
    assert brief([named], sample.accounts) == ()


REST = "Fishermen in Molde bought nets from a Dutch yard in spring, and ice from a Danish one, as they do every year. "


@pytest.mark.parametrize("is_first", [True, False])
def test_what_accounts_open_with_comes_before_deeds_that_they_tell_further_down(is_first):
    said, done = "Eva Lund said the tax was unjust.", "On Monday Peru invaded Chile."
    first, last = (said, done) if is_first else (done, said)
    text = f"{first} {REST * 2}\n\n{REST}\n\n{last}"
    day = dt.date(2021, 7, 1)
    articles = [
        make_article(t, id=t[-60:], published=day) for t in (text, text.replace("nets", "boats") + " Berg left.")
    ]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    told = [sentence.text for sentence in record.brief]
    places = [next(n for n, text in enumerate(told) if word in text) for word in ("unjust", "Chile")]
    assert places == sorted(places, reverse=not is_first)


def test_how_a_name_is_spelled_is_no_news(sample, pair):
    both, _ = pair
    names, days = (
        msgspec.structs.replace(
            both, kind="background", standing="differ", differences=(Difference(slot, (), conflict=True),)
        )
        for slot in ("name", "when")
    )
    assert brief([names], sample.accounts) == ()
    assert len(brief([days], sample.accounts)) == 1


def test_what_most_accounts_have_is_chosen_and_what_they_dispute_is_not_lost(sample, pair):
    both, _ = pair
    claims = both.claims
    more = [msgspec.structs.replace(claims[0], id=f"more{n}", article=f"article {n}") for n in range(3)]
    letters = ["Aas", "Berg", "Dahl", "Eide", "Foss", "Holm", "Lund", "Moe", "Nes", "Ruud", "Strand", "Vik", "Wold"]
    deeds = [
        msgspec.structs.replace(
            both,
            id=name,
            summary=f"{name} met {name.lower()[::-1]} in Molde.",
            claims=tuple(msgspec.structs.replace(c, id=f"{name} {c.id}") for c in claims),
        )
        for name in letters
    ]
    widely = msgspec.structs.replace(both, id="widely", kind="statement", summary=NEWS, claims=(*claims, *more))
    labelled = [*sample.accounts, *(_account(sample.accounts[0], f"article {n}") for n in range(3))]
    chosen = [sentence.lines for sentence in brief([*deeds, widely], labelled)]
    assert len(chosen) == 12
    assert chosen[0] == ("widely",)
    disputed = msgspec.structs.replace(deeds[0], id="disputed", standing="differ")
    assert ("disputed",) in [sentence.lines for sentence in brief([*deeds, disputed], labelled)]


def _account(one, article):
    return msgspec.structs.replace(one, article=msgspec.structs.replace(one.article, id=article))
