"""What a text does not vouch for is told as it stands, never as a fact; nor are those told to act who did not."""

import datetime as dt

import pytest

import rashomon
from rashomon.model import Event, Line, make_article
from rashomon.settings import Settings


def lines(*texts: str) -> tuple[Line, ...]:
    articles = [make_article(t, published=dt.date(2021, 7, 1), outlet=f"Post {n}") for n, t in enumerate(texts)]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    return record.lines


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("It is not true that Peru attacked Chile on Monday.", "denied"),
        ("It isn't true that Peru attacked Chile on Monday.", "denied"),
        ("It is false that Peru attacked Chile on Monday.", "denied"),
        ("There is no evidence that Peru attacked Chile on Monday.", "hypothetical"),
        ("It is unclear whether Peru attacked Chile on Monday.", "hypothetical"),
        ("It was not clear who attacked Chile on Monday.", "hypothetical"),
        ("It is likely that Peru attacked Chile on Monday.", "hypothetical"),
        ("Few believe that Peru attacked Chile on Monday.", "hypothetical"),
        ("Did Peru attack Chile on Monday?", None),
        ("Whom did Peru attack on Monday?", None),
    ],
)
def test_what_is_not_vouched_for_is_told_as_it_stands(text, status):
    [line] = lines(text)
    assert line.summary.startswith("The text says")
    assert text.rstrip(".?") in line.summary
    [reading] = rashomon.read(make_article(text))
    assert {event.status for event in reading.of(Event) if event.type == "ASSAULT"} == ({status} if status else set())


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("It is clear that Peru attacked Chile on Monday.", "Peru attacked Chile on 28 June 2021."),
        ("Neither Peru nor Chile signed the treaty.", "Neither Peru nor Chile signed the treaty."),
        ("Neither Ana Duarte nor Luis Prado met Bo Aas.", "Neither Ana Duarte nor Luis Prado met Bo Aas."),
        ("Neither Ana Duarte nor Bo Aas said it burned.", "Neither Ana Duarte nor Bo Aas said it burned."),
        ("Peru, but not Chile, signed the treaty.", "Peru, but not Chile, signed the treaty."),
        ("Not Peru but Chile attacked Bolivia.", "Chile attacked Bolivia."),
        ("Not just Peru but Chile signed the treaty.", "Peru and Chile signed the treaty."),
        (
            "Peru and Chile, but not Bolivia, signed the treaty.",
            "Peru and Chile, but not Bolivia, signed the treaty.",
        ),
        ("Everyone but Ana Duarte signed the treaty.", "Everyone but Ana Duarte signed the treaty."),
        ("Had Peru hit Chile, Bolivia would have joined.", "Had Peru hit Chile, Bolivia would have joined."),
        ("Should Peru leave, Bolivia will attack Chile.", "Should Peru leave, Bolivia will attack Chile."),
        ("Unless Peru leaves, Bolivia will attack Chile.", "Unless Peru leaves, Bolivia will attack Chile."),
        ("Bolivia will attack Peru if Peru attacks Chile.", "Bolivia will attack Peru if Peru attacks Chile."),
        ("Even if Peru leaves Chile, Bolivia will attack Peru.", "Bolivia will attack Peru."),
        ("Bo Aas said it was not true that Peru hit Chile.", "Bo Aas said it was not true that Peru hit Chile."),
    ],
)
def test_who_did_not_act_is_not_told_to_act(text, summary):
    assert [line.summary for line in lines(text)] == [summary]


@pytest.mark.parametrize(
    ("one", "two", "standing"),
    [
        (
            "Neither Peru nor Chile signed the treaty on Monday.",
            "Peru and Chile signed the treaty on Monday.",
            "differ",
        ),
        ("It is not true that Peru attacked Chile on Monday.", "Peru attacked Chile on Monday.", "differ"),
        ("It is unclear whether Peru attacked Chile on Monday.", "Peru attacked Chile on Monday.", "compatible"),
    ],
)
def test_what_one_account_denies_conflicts_with_another(one, two, standing):
    [line] = lines(one, two)
    assert line.standing == standing
    assert "status" in {difference.slot for difference in line.differences}


@pytest.mark.parametrize(
    "text", ["The rebels are believed to hold nine hostages.", "Peru is said to hold nine hostages."]
)
def test_what_somebody_is_believed_to_do_is_no_plan(text):
    assert text in [line.summary for line in lines(text)]
    [reading] = rashomon.read(make_article(text))
    assert {event.status for event in reading.of(Event)} == {"hypothetical"}


def test_no_sentence_ends_before_what_it_is_in_case_of():
    text = "Bo Aas went to Oslo to thank pastors in case the fire, seen as arson, were in any way of his making."
    assert [line.summary for line in lines(text) if line.summary.endswith("in case.")] == []


@pytest.mark.parametrize("verb", ["imagined", "dreamed", "pretended", "had a nightmare"])
def test_what_is_only_imagined_is_no_deed(verb):
    text = f"A painter {verb} that Peru had attacked Chile."
    assert all("painter" in line.summary for line in lines(text))
    [reading] = rashomon.read(make_article(text))
    assert {event.status for event in reading.of(Event)} <= {"hypothetical"}


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("Kenyan police arrested Bo Aas at 6 p.m. in Lamu.", "Kenyan police arrested Bo Aas at 6 p.m. in Lamu."),
        ("The tariffs on steel expire at midnight.", "The tariffs on steel expire at midnight."),
        ("The pact would have expired in August.", "The pact would have expired in August 2021."),
        ("Kenyan police arrested Bo Aas at 6 p.m. on Monday.", "Kenyan police arrested Bo Aas on 28 June 2021."),
    ],
)
def test_a_deed_has_the_day_that_its_words_give_and_no_other(text, summary):
    assert [line.summary for line in lines(text)] == [summary]


@pytest.mark.parametrize(
    "text",
    [
        "Chad neither attacked Sudan nor withdrew its troops.",
        "The African Union neither condemned nor defended the arrest.",
        "Kenya has neither met the rebels nor sent them arms.",
        "Kenya did not attack Chad, nor did it withdraw its troops.",
    ],
)
def test_of_neither_of_two_deeds_it_is_told_that_it_was_done(text):
    assert {text} == {summary.removeprefix("The text says: “").removesuffix("”") for summary in
            (line.summary for line in lines(text))}  # fmt: skip
    [reading] = rashomon.read(make_article(text))
    assert {event.status for event in reading.of(Event)} <= {"denied"}


def test_what_a_requirement_asks_for_is_not_told_as_done():
    for told in ("requirement", "recommendation"):
        [reading] = rashomon.read(make_article(f"Peru restored a {told} that ministers meet the envoys of Chile."))
        assert {event.status for event in reading.of(Event)} <= {"hypothetical"}


@pytest.mark.parametrize(
    "text",
    [
        "It is doubtful that Bo Aas promised to leave Lima.",
        "It is improbable Bo Aas foresaw in May that the bank would fail.",
        "There is no evidence that Bo Aas said the bank was shut.",
        "Lima's bank is less safe than its owners claim.",
        "Bo Aas is not as rich as most bankers believe.",
        "One risk is that Bo Aas could be met by a crowd of bankers urging him to resign.",
        "Bo Aas may soon face bankers demanding that he resign.",
        "Bo Aas must keep reminding bankers that the vault is empty.",
        "The rescue of Lima rests on one possibility: that Bo Aas will give up the bank.",
    ],
)
def test_what_only_may_have_been_said_or_is_compared_with_is_nobodys_word(text):
    assert all(line.kind != "statement" and text in line.summary for line in lines(text))


def test_what_there_is_no_doubt_of_is_said():
    assert [line.summary for line in lines("There is no doubt that Bo Aas promised to leave Lima.")] == [
        "Bo Aas promised to leave Lima."
    ]
