"""Deeds that a noun tells: who met whom, said not to have had a meeting, what was called off or put off."""

import datetime as dt

import pytest

import rashomon
from rashomon.model import make_article
from rashomon.settings import Settings

DAY = dt.date(2021, 7, 1)


def _standings(*texts: str) -> list[str]:
    articles = [make_article(t, published=DAY, outlet=f"Post {n}", id=str(n)) for n, t in enumerate(texts)]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    return [line.standing for line in record.lines if len({claim.article for claim in line.claims}) > 1]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "Ana Duarte said she had met Bo Aas at the harbour.",
            "Ana Duarte said no meeting with Bo Aas had taken place.",
        ),
        (
            "Ana Duarte said she had met Bo Aas at the harbour.",
            (
                "Ana Duarte said no meeting with her Norwegian counterpart Bo Aas had taken place, but that the sides "
                "swapped more than 300 letters."
            ),
        ),
    ],
)
def test_a_meeting_that_is_denied_is_against_one_that_is_told(one, two):
    assert _standings(one, two) == ["differ"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Ana Duarte held talks with Bo Aas on Friday.", "Ana Duarte did not hold talks with Eva Lund."),
        ("Ana Duarte said she had met Bo Aas.", "Ana Duarte said no meeting with Eva Lund had taken place."),
    ],
)
def test_whom_somebody_did_not_meet_is_another(one, two):
    assert "differ" not in _standings(one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Peru and Chile signed a pact on Monday.", "Peru and Chile put off the signing of a pact on Monday."),
        ("Peru and Chile signed a pact on Monday.", "The signing of the pact between Peru and Chile was called off."),
        ("Ana Duarte met Bo Aas on Monday.", "A meeting between Ana Duarte and Bo Aas was called off on Monday."),
        ("Ana Duarte will visit Oslo on Friday.", "Ana Duarte cancelled her visit to Oslo, planned for Friday."),
        ("Peru released ten prisoners on Monday.", "Peru put off the release of ten prisoners on Monday."),
        ("Peru and Chile held talks on Monday.", "Talks between Peru and Chile on Monday were postponed."),
        ("Peru withdrew its envoy on Monday.", "Peru has shelved the withdrawal of its envoy, officials said."),
    ],
)
def test_what_is_called_off_is_against_what_is_told_to_be_done(one, two):
    assert _standings(one, two) == ["differ"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Ana Duarte visited Rome on Monday.", "Ana Duarte denied that she had cancelled the visit."),
        ("The firm launched the rocket on Monday.", "The firm did not cancel the launch."),
        ("Ana Duarte met with Bo Aas on Monday.", "A meeting between Ana Duarte and Eva Lund was called off."),
    ],
)
def test_what_was_not_called_off_or_is_anothers_is_against_nothing(one, two):
    assert "differ" not in _standings(one, two)


@pytest.mark.parametrize("verb", ["declined to attend", "nixed"])
def test_who_did_not_come_in_other_words_and_who_cancelled_a_visit_tell_one_thing(verb: str):
    one = "In January, Ana Duarte cancelled a visit to Oslo to open the Peruvian embassy, which she called a bad deal."
    two = f"In January, Ana Duarte {verb} the visit to Oslo to open the Peruvian embassy, calling it a bad deal."
    assert "agree" in _standings(one, two) or "compatible" in _standings(one, two)


@pytest.mark.parametrize(
    ("one", "two", "standing"),
    [
        ("Ana Duarte cancelled her visit to Oslo.", "Ana Duarte is pressing ahead with her visit to Oslo.", "differ"),
        ("Ana Duarte cancelled her visit to Oslo.", "Ana Duarte dropped her visit to Oslo.", "agree"),
        ("The ministry postponed the election.", "The ministry delayed the election.", "agree"),
    ],
)
def test_that_it_was_called_off_is_still_a_deed_of_its_own(one, two, standing):
    assert _standings(one, two) == [standing]
