"""Happenings that accounts only name, by a noun and a place: one line, which says no more than that."""

import datetime as dt

import pytest

import rashomon
from rashomon.model import Line, make_article
from rashomon.settings import Settings
from rashomon.weighing.alignment.named_happenings import named_happenings
from tests.conftest import reading_of

REBUKE = "Anna Berg called for calm on Monday after the deadly shooting at a school in Larvik."
BANK = "Shares of the bank fell on Monday, a day after a gunman's rampage in Larvik shook its staff."


def _lines(*texts: str) -> list[Line]:
    articles = [make_article(text, id=str(n), outlet=f"Paper {n}") for n, text in enumerate(texts)]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    return list(record.lines)


def _named(*texts: str) -> list[list[str]]:
    readings = [reading_of(text, id=str(n)) for n, text in enumerate(texts)]
    return [[one.content for one in group] for group in named_happenings(readings, {})]


def test_what_two_accounts_name_has_a_line_and_each_of_them_is_heard():
    shared = [line for line in _lines(REBUKE, BANK) if len({claim.article for claim in line.claims}) > 1]
    assert [(line.kind, line.standing, line.summary) for line in shared] == [
        ("event", "agree", "The accounts name the deadly shooting at a school in Larvik.")
    ]


@pytest.mark.parametrize(
    "other",
    [
        "Mourners gathered a week after the massacre in Larvik.",
        "The Larvik attack was on every front page.",
        "The killings in Larvik shook the town.",
    ],
)
def test_nouns_for_one_happening_at_one_place_name_it(other):
    assert len(_named(REBUKE, other)) == 1


@pytest.mark.parametrize(
    "other",
    [
        "Mourners gathered a week after the massacre in Oslo.",  # another place
        "Anna Berg warned of another attack in Larvik.",  # another one
        "Police foiled the threat of an attack in Larvik.",  # none that was
        "The mayor cancelled the march in Larvik.",  # nor that, and of another kind
        "Visitors praised the fire brigade in Larvik.",  # no happening
        "\u201cThe attack in Larvik changes nothing,\u201d Anna Berg said.",  # somebody else's words
        "The papers recalled the attack in Larvik in 2011.",  # one of another year
    ],
)
def test_what_is_elsewhere_another_not_real_or_quoted_is_not_named_with_it(other):
    assert not _named(REBUKE, other)


@pytest.mark.parametrize(
    ("other", "is_one"),
    [
        ("A week after the Republican election in Larvik nothing had changed.", True),
        ("A week after the Democratic election in Larvik nothing had changed.", False),
        ("A week after the election in Larvik nothing had changed.", False),  # whose it is, nobody knows
    ],
)
def test_two_parties_have_each_a_vote_in_one_place(*, other: str, is_one: bool):
    assert bool(_named("A day after the Republican vote in Larvik it snowed.", other)) is is_one


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ola Vik's victory in the Larvik vote was news.", "Anna Berg came back with a win in the Larvik vote."),
        ("Ola Vik's rally in Larvik drew a crowd.", "Anna Berg's rally in Larvik drew nobody."),
        ("Ola Vik's speech in Larvik drew a crowd.", "She scolded her rivals in a speech in Larvik."),
        ("The speech in Larvik was long.", "His speech in Larvik drew nobody."),
        ("The meeting at a hotel in Larvik was the first.", "It came to a meeting at the library in Larvik on Friday."),
    ],
)
def test_what_two_persons_win_or_hold_and_what_is_held_at_two_sites_is_two(one, other):
    assert not _named(one, other)


def test_what_is_named_by_its_weekday_in_two_weeks_is_two():
    told = (
        "Berg called for calm after the deadly shooting at a school in Larvik Wednesday.",
        "Wednesday's shooting at a school in Larvik shook the town.",
    )
    days = (dt.date(2016, 4, 6), dt.date(2016, 3, 24), dt.date(2016, 4, 7))
    late, early, next_day = (
        reading_of(text, id=str(n), published=day)
        for n, (text, day) in enumerate(zip((*told, told[1]), days, strict=True))
    )
    assert not named_happenings([late, early], {})
    assert named_happenings([late, next_day], {})


def test_what_one_person_holds_is_one_and_harm_has_many_words_for_its_site():
    assert _named("Ola Vik's rally in Larvik drew a crowd.", "The rally in Larvik drew a crowd.")
    assert _named("The shooting at a club in Larvik shook Ola Vik.", "The attack at a bar in Larvik shook Anna Berg.")


def test_what_is_said_of_one_person_twice_is_one_speech():
    assert _named("Ola Vik's speech in Larvik drew a crowd.", "Vik's speech in Larvik was long.")


def test_a_person_who_is_once_taken_for_a_place_is_none():
    vote = "The race between Ola Hansen and Anna Berg is close. Berg spoke in Oslo. Berg has the lead, and so has Berg."
    other = "The race against Berg is open. In Berg he saw a friend. Anna Berg won. Anna Berg smiled."
    assert not _named(vote, other)


def test_a_whole_state_tells_no_happening_from_another():
    assert not _named("The attack in Norway was condemned.", "The attack in Norway was mourned.")


def test_a_state_that_is_a_town_is_a_place():
    assert _named("He recalled the summit in Singapore.", "A week after the Singapore summit nothing had changed.")


def test_a_copy_of_an_account_names_nothing_with_it():
    assert not _named(REBUKE, REBUKE)
    assert [len(group) for group in _named(REBUKE, REBUKE, BANK)] == [3]


def test_the_order_of_accounts_changes_nothing():
    assert _named(REBUKE, BANK) == _named(BANK, REBUKE)


def test_what_one_account_tells_of_a_happening_that_all_name_is_not_told_by_all():
    shared = [
        line.summary
        for line in _lines("The attack in Larvik has inspired a race of fear among farmers.", REBUKE)
        if len({claim.article for claim in line.claims}) > 1
    ]
    assert shared == ["The accounts name the attack in Larvik."]


def test_what_is_cut_off_from_its_noun_is_no_name_and_the_sentence_tells_it():
    whole = "Police have a suspect in custody after a hit and run accident that killed a woman in Larvik."
    lines = _lines(whole, "A hit and run accident killed a woman in Larvik on Friday.")
    told = [line.summary for line in lines if len({claim.article for claim in line.claims}) > 1]
    assert whole in told
    assert "Run." not in told
