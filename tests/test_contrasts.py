"""What two accounts tell of one thing in their own words: where it cannot both hold, and what only looks so."""

import datetime as dt
from collections import Counter

import pytest

import rashomon
from rashomon.lexicon.files import load
from rashomon.model import Line, make_article
from rashomon.settings import Settings
from rashomon.stories.scenes import whose
from rashomon.stories.weave import weave
from rashomon.weighing.alignment.faced import meant
from rashomon.weighing.alignment.moments import on_one_day
from rashomon.weighing.alignment.parts import Part, fit
from rashomon.weighing.alignment.tellings import Telling, tellings
from rashomon.weighing.alignment.values import Values
from rashomon.weighing.compared.wordings import axes, found
from tests.conftest import reading_of

DAY = dt.date(2018, 5, 16)


def _shared(*texts: str, days: tuple[dt.date, ...] = (DAY, DAY)) -> list[Line]:
    articles = [make_article(t, id=str(n), outlet=f"Paper {n}", published=days[n]) for n, t in enumerate(texts)]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    return [line for line in record.lines if len({claim.article for claim in line.claims}) > 1]


def _conflicts(*texts: str, days: tuple[dt.date, ...] = (DAY, DAY)) -> list[tuple[str, tuple[str, ...]]]:
    return [
        (d.slot, tuple(value.value for value in d.values))
        for line in _shared(*texts, days=days)
        for d in line.differences
        if d.conflict
    ]


@pytest.mark.parametrize(
    ("one", "standing"),
    [
        ("The fire spread quickly through the old market in Larvik, said to be fanned by gusts.", "agree"),
        (
            "High winds meant the fire spread rapidly through the market in Larvik.",
            "compatible",
        ),  # not told by the other
    ],
)
def test_accounts_agree_where_most_words_that_head_the_line_are_in_the_other_sentence(one, standing):
    [line] = _shared(one, "The fire spread quickly through the market in Larvik, fanned by gusts from the sea.")
    assert line.standing == standing


def test_what_is_told_mostly_in_other_words_is_compatible():
    [line] = _shared(
        "Youths in Larvik attacked a police station, shops and banks on Monday and fought running battles with police, "
        "as candlelit vigils were held to mark a week since the killing.",
        "Groups of hooded youngsters with fire bombs rampaged through the old town near the harbour and fought running "
        "battles with riot police.",
    )
    assert (line.standing, [(d.slot, d.conflict) for d in line.differences]) == ("compatible", [("wording", False)])


def test_one_more_of_a_kind_is_another():
    assert not _shared("The union sued the bank over its loans.", "The union sued a second bank over its loans.")


SANK = "A ferry sank off Larvik on Monday, killing 23 people, police said."
EXPORTS = "Exports of salted herring from Larvik rose by 4 percent last year, the harbour board said."
LEAVES = "Anna Berg leaves for Astana on Friday."
MARCHED = "The fishermen of Larvik marched to the town hall on Sunday morning."
MEETS = "Anna Berg will meet Queen Sonja in Larvik, her office said."
SEIZED = "Police said on Monday that the captain had been taken into custody."
WITHDRAWN = "The government of Norway said on Monday that the bill would be withdrawn."
OVERTURNED = "An appeals court in Oslo overturned the conviction of Anna Berg on Monday."
TRUCE = "The truce in Larvik will last 30 days, mediators said."
TURNOUT = "Turnout reached 54.3 percent."
SIGNED = "General Omar Zand signed the accord in Larvik on Monday."

AGAINST = [
    ("direction", EXPORTS, "Larvik's herring exports fell last year, according to the fishermen's union."),
    ("result", OVERTURNED, "Judges in Oslo on Monday upheld the verdict against Anna Berg."),
    ("result", SEIZED, "The captain is still at large, the harbour master said on Monday."),
    ("status", SIGNED, "General Omar Zand refused to put his name to the accord, a delegate said."),
    ("status", MEETS, "Anna Berg is unlikely to meet Queen Sonja."),
    ("modality", WITHDRAWN, "The Norwegian government vowed on Monday to press ahead with the legislation."),
    ("amount", SANK, "At least 31 people died when a ferry went down off Larvik on Monday."),
    (
        "amount",
        "No one died when a ferry sank off Larvik on Monday.",
        "Two passengers died when a ferry sank off Larvik.",
    ),
    ("amount", "Police arrested 40 protesters in Oslo on Monday.", "Police arrested 400 people in Oslo on Monday."),
    (
        "amount",
        "A magnitude 7.1 earthquake struck Peru on Monday.",
        "The quake in Peru had a magnitude of 6.9, geologists said.",
    ),
    ("amount", TURNOUT, "Turnout slipped to 45.1 percent, the electoral board said."),
    (
        "rank",
        "It is the largest order that the Norwegian army has placed.",
        "It is the second-largest order of the Norwegian army, after the frigates.",
    ),
    ("when", LEAVES, "Anna Berg flies on to Kazakhstan on Saturday."),
    ("when", MARCHED, "At 3:30 p.m. on Sunday the fishermen marched through Larvik to the town hall."),
    ("duration", TRUCE, "The cease-fire will last two weeks, mediators said."),
    (
        "where",
        "The verdict against Anna Berg was read in public.",
        "The verdict against Anna Berg was delivered behind closed doors.",
    ),
]


@pytest.mark.parametrize(("slot", "one", "two"), AGAINST)
def test_what_cannot_both_hold_is_one_line_that_differs_in_one_slot(slot, one, two):
    assert [name for name, _ in _conflicts(one, two)] == [slot]
    assert [name for name, _ in _conflicts(two, one)] == [slot]


NO_CONFLICT = [
    (EXPORTS, "Exports of cod from Larvik fell last year, according to the fishermen's union."),  # other goods
    ("A climber fell near the hut above Larvik.", "The climber was climbing near the hut above Larvik."),
    (OVERTURNED, "Judges in Oslo on Monday upheld the ban on herring fishing."),  # another ruling
    (SEIZED, "The cook is still at large, the harbour master said on Monday."),  # another man
    (MEETS, "Anna Berg hopes to meet Queen Sonja."),
    (WITHDRAWN, "The Norwegian government vowed on Monday to press ahead with the budget."),
    (SANK, "More than 20 people died when a ferry went down off Larvik on Monday."),
    (SANK, "The number of people killed has risen to 31 people, police said."),  # told as a later count
    (SANK, "A ferry sank off Larvik on Monday, killing 12 children."),  # others are counted
    (SANK, "A storm on 2 May had killed 31 people in Bergen."),  # another happening
    (TURNOUT, "Turnout slipped to 54 percent, the electoral board said."),  # told with fewer digits
    (
        "Berg is the third Eastern league coach to be fired this season.",
        "Berg is the fifth coach to be fired this season.",
    ),
    (  # an age, and no count
        "Bo Holm, 20 was killed in Larvik.",
        "Two victims were killed in Larvik.",
    ),
    (  # what a law asks for
        "The jury in Larvik failed to reach a unanimous verdict on Monday.",
        "The law requires a unanimous verdict of the jury in Larvik.",
    ),
    (  # what comes later
        "Power in Larvik has been cut by the storm.",
        "It may be May until power in Larvik is restored after the storm.",
    ),
    (  # half of a month more
        "Bo Holm served 41/2 months in prison for fraud.",
        "Bo Holm served four months in prison for fraud.",
    ),
    (  # each has won his own
        "Bo Holm won in Larvik, claiming his third victory in the contest.",
        "Anna Berg scored her first win of the contest in Larvik.",
    ),
    (LEAVES, "Anna Berg flies on to Kazakhstan this week."),
    (MARCHED, "At 10 a.m. on Sunday the fishermen marched through Larvik to the town hall."),
    (TRUCE, "The cease-fire will last a month, mediators said."),
    (
        "Petitions against the harbour toll of Larvik received hundreds of thousands of signatures.",
        "Some 340,000 signatures were received by a petition against the harbour toll of Larvik.",
    ),
    (
        "Anna Berg denied that she had cancelled the opening of the new ferry terminal in Larvik.",
        "In January Anna Berg scrapped the opening of the ferry terminal in Larvik, to everybody's dismay.",
    ),
    (  # what has not been for long, may be now
        "A powerful quake struck the area around Larvik on Monday.",
        "The area around Larvik has not been struck by a quake in more than 25 years.",
    ),
    (  # a little before a point of the day is about it
        "Anna Berg was arrested in Larvik just before midnight on Monday.",
        "Anna Berg was arrested in Larvik at around midnight on Monday.",
    ),
    (  # years with two employers
        "Anna Berg had worked for the harbour office for 15 years.",
        "Anna Berg had been working with the rescue team for the last five years.",
    ),
    (  # wounded by another quake: its month stands with the verb above
        "In February, a quake hit the town of Larvik, killing 612 people and wounding 1,400 people.",
        "A quake hit the town of Larvik on Monday, killing 10 people and wounding 80 people.",
    ),
    (  # who is named is not she
        "Omar Said, an adviser to Anna Berg who is named as a defendant in the suit, laughed.",
        "The suit does not name Anna Berg as a defendant.",
    ),
]


@pytest.mark.parametrize(("one", "two"), NO_CONFLICT)
def test_what_only_looks_like_a_conflict_is_none(one, two):
    assert not _conflicts(one, two)


def test_both_words_are_shown_with_what_denies_them():
    [(_, values)] = _conflicts(SIGNED, "General Omar Zand refused to put his name to the accord, a delegate said.")
    assert values == ("signed", "refused to put his name to")


def test_who_tells_it_a_day_later_may_know_more():
    later = DAY + dt.timedelta(days=1)
    more = "At least 31 people died when a ferry went down off Larvik on Monday."
    assert _conflicts(SANK, more)
    assert not _conflicts(SANK, more, days=(DAY, later))
    shut = "The road to Larvik has been reopened.", "The road to Larvik stays shut."
    assert _conflicts(*shut)
    assert not _conflicts(*shut, days=(DAY, later))


def test_a_count_that_both_have_is_agreed_on():
    lines = _shared(SANK, "Twenty-three people have been confirmed dead since a ferry went down off Larvik on Monday.")
    assert ("figure", "agree") in {(line.kind, line.standing) for line in lines}


def test_an_account_that_tells_both_sides_is_not_held_against_another():
    both = "The captain is at large. Police said that the captain had been taken into custody."
    assert not _conflicts(both, "The captain is still at large.")


def _tellings(text: str) -> list[Telling]:
    reading = reading_of(text, published=DAY)
    return list(tellings(reading, whose(weave([reading]).entities, [reading]), ()))


@pytest.mark.parametrize(
    ("text", "denied", "time"),
    [
        ("The board approved the plan.", False, "past"),
        ("The board did not approve the plan.", True, "past"),
        ("The board will approve the plan.", False, "ahead"),
        ("The board refused to approve the plan.", True, "present"),
        ("The board did not refuse to approve the plan.", False, "present"),
        ("The board is unlikely to approve the plan.", True, "present"),
        ("Nobody approved the plan.", True, "past"),
        ("No member approved the plan.", True, "past"),
        ("The board ruled out approving the plan.", True, "present"),
    ],
)
def test_a_clause_tells_whether_it_was(text, denied, time):
    told = next(t for t in _tellings(text) if t.axis == "approval")
    assert (told.denied, told.time) == (denied, time)


@pytest.mark.parametrize(
    "text",
    [
        "If the board approved the plan, work would begin.",
        "The board may approve the plan.",
        "The board would approve the plan.",
        "The move to approve the plan came late.",
    ],
)
def test_what_only_may_be_is_not_told(text):
    assert not [t for t in _tellings(text) if t.axis == "approval" and t.time != "ahead"]


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("The boat left shortly after dawn.", range(5, 12)),
        ("The boat left before noon.", range(5, 11)),
        ("The boat left at 3 p.m. on Monday.", [15]),
        ("The boat left at about 3 p.m. on Monday.", range(14, 17)),
        ("The boat left in the evening.", range(17, 24)),
        ("The boat left at night.", [*range(19, 24), *range(6)]),
    ],
)
def test_the_hours_of_a_clause(text, hours):
    told = next(t for t in _tellings(text) if t.deeds and not t.axis)
    known = Values(told).hours
    assert known is not None
    assert known[0] == set(hours)


def test_two_parts_are_one_by_name_noun_or_group_and_open_where_nothing_is_told():
    ferry, boat, crew = (Part(frozenset({*keys})) for keys in (["ferr", "thing 1"], ["boat", "thing 1"], ["crew"]))
    assert fit(ferry, boat, {}) == "same"
    assert fit(ferry, crew, {}) == "apart"
    assert fit(ferry, Part(), {}) == "open"
    herring, cod = (Part(frozenset({"export"}), kinds=frozenset({kind})) for kind in ("herr", "cod"))
    assert fit(herring, cod, {}) == "apart"


def test_accounts_without_a_day_may_be_of_one():
    reading = reading_of("The board approved the plan.")
    undated = next(tellings(reading, {}, ()))
    dated = _tellings("The board approved the plan.")[0]
    assert on_one_day(undated, dated)
    assert on_one_day(undated, undated)


def test_a_longer_wording_hides_the_shorter_in_it():
    words = reading_of("The court found Anna Berg not guilty.").doc
    assert [hit.stands_for for hit in found(list(words), axes())] == [("guilt", 1)]


def test_no_wording_stands_on_two_sides_of_one_axis():
    lexicon = load("contrasts.yaml")
    for axis in lexicon["axes"]:
        listed = Counter(wording for side in axis["sides"] for wording in side)
        assert not [wording for wording, times in listed.items() if times > 1], axis["name"]
    names = [axis["name"] for axis in lexicon["axes"]]
    assert len(names) == len(set(names))


def test_two_quotations_stay_two_lines_whatever_their_clauses_tell():
    one = '"The harbour will be reopened to every boat on Friday," Anna Berg said.'
    two = '"The harbour will not be reopened to boats this week," Omar Zand said.'
    assert not _shared(one, two)
    assert _conflicts(one, "The harbour will not be reopened to boats this week.")


@pytest.mark.parametrize(
    ("text", "verb", "known"),
    [
        ("The United Nations, which organized the rally, has an office.", "organized", ["United Nations"]),
        ("The United Nations organized the rally.", "organized", []),
        ("The rally, which was organized by the United Nations, began.", "organized", []),
    ],
)
def test_whom_a_relative_clause_is_about_is_named_in_its_claim(text, verb, known):
    reading = reading_of(text, published=DAY)
    entities = weave([reading]).entities
    [telling] = [t for t in tellings(reading, whose(entities, [reading]), ()) if t.verb.text == verb and not t.axis]
    assert [entity.name for entity in entities if entity.id in meant(telling)] == known


def test_the_brief_says_of_a_plan_that_it_is_not_sure_whether_it_will_be():
    texts = (
        "President Donald Trump will meet Queen Elizabeth during his visit to London in July, Sarah Sanders said.",
        "President Donald Trump is unlikely to meet Queen Elizabeth during his visit to London.",
    )
    articles = [make_article(t, id=str(n), outlet=f"Paper {n}", published=DAY) for n, t in enumerate(texts)]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    assert any("differ on whether it will happen" in sentence.text for sentence in record.brief)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The peso fell on Monday, traders said.", "The dollar rose on Monday, traders said."),
        ("The driver of the car was arrested on Monday.", "The driver of the bus is at large."),
        ("The first train left at noon on Monday.", "The last train left at midnight on Monday."),
        ("Police arrested 40 protesters in Lima on Monday.", "Police arrested 12 looters in Lima on Monday."),
        ("The senate approved the bill on Monday.", "The assembly rejected the bill on Monday."),
        (
            "The names of the crew would be released after the trial.",
            "The names of the crew will not be released until then.",
        ),
        ("His first season as head coach was bad.", "One-sixth of the head coaches of the league had a bad season."),
    ],
)
def test_two_of_one_kind_have_no_line_in_common(one, two):
    assert not _shared(f"{one} Snow fell on Lima.", f"{two} A choir sang in Quito.")


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The peso fell on Monday, traders said.", "The currency rose on Monday, traders said."),
        ("The tribunal upheld the verdict on Monday.", "The court overturned the verdict on Monday."),
    ],
)
def test_a_kind_stands_for_one_of_it(one, two):
    assert _conflicts(f"{one} Snow fell on Lima.", f"{two} A choir sang in Quito.")


def test_not_to_think_that_it_is_so_is_to_think_that_it_is_not():
    one, two = (
        t
        for t in _tellings("I feel we were not winning the cup. I did not feel we were winning it.")
        if "win" in t.deeds
    )
    assert one.denied
    assert two.denied


PORT = "the ministry had sold the old port to a Danish company"


@pytest.mark.parametrize("cue", ["hopes", "hoped", "fears", "doubted", "suspects"])
@pytest.mark.parametrize(
    "other", [f"Bo Aas said on Monday that {PORT}.", "The ministry has sold the old port to a Danish company."]
)
def test_what_somebody_has_in_mind_is_no_second_account_of_it(cue, other):
    assert not _shared(f"Liv Holm {cue} that {PORT}. She was in Oslo.", other)
    assert _shared(f"Police said that {PORT}.", other)
