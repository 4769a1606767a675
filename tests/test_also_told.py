"""Accounts that tell a line's matter by the way are not silent on it; what only sounds alike stays apart."""

import pytest

import rashomon
from rashomon.model import make_article
from rashomon.settings import Settings
from rashomon.stories.weave import weave
from rashomon.weighing.alignment.also_told import Traits
from rashomon.weighing.claims.passages import Passages
from rashomon.weighing.claims.told import tell
from tests.conftest import reading_of

FILL = "Bakers in Lima raised their prices. A choir sang in Quito."
FINED = "A court in Oslo fined the shipyard for polluting the fjord."
FIRE = "Police said a gunman opened fire at a Christmas party in Bergen."
SUNK = (
    "The Norland navy sank the old trawler from which smugglers had thrown whisky, tobacco and stolen paintings "
    "overboard after a chase."
)
CHASED = (
    "The Norland navy sank its quarry, and the drunken captain, who had ignored three warnings, two flares and a "
    "cannon shot across the bow, swam ashore in a thunderstorm."
)
TOLD_BY_THE_WAY = [
    (FINED, "The shipyard, fined by an Oslo court for polluting the fjord, cut forty jobs."),
    (FIRE, "A man who opened fire at a Christmas party in Bergen has been charged with murder."),
    (  # what is not told is only by what the ships were taken
        "Rebels seized three cargo ships in the port of Larvik on Monday.",
        "Three cargo ships, seized by rebels in the port of Larvik on Monday without a shot, were moved to Molde.",
    ),
    (
        "The ministry said the details of the fjord treaty will be settled in Oslo.",
        "Berg left for Lima. The ministry said that the details of the fjord treaty would be settled in Oslo.",
    ),
    (
        "A naval officer said the pirate skiffs turned around and fled from the Bergen patrol.",
        "Rain fell in Lima. The officer said that the pirate skiffs turned around and fled from the Bergen patrol.",
    ),
    (  # a body speaks through its people
        "Police said they were called to the Larvik depot, where a man with a rifle had confronted the crowd.",
        "Constable Omar Vik said officers were called to the Larvik depot, where a man had confronted the crowd.",
    ),
    (  # one doer and one verb
        SUNK,
        CHASED,
    ),
]
APART = [
    ("Berg denied that the shipyard had polluted the fjord.", "The shipyard polluted the fjord for years."),
    (
        "Climber Anna Berg died after slipping from the ridge above Larvik.",
        "Omar Vik's death came a year after Anna Berg's rescue from the ridge above Larvik.",
    ),
    ("Rebels attacked the town of Larvik on Monday.", "Rebels fled the town of Larvik on Monday."),
    ("Berg praised the port workers of Oslo in a speech.", "Berg criticised the port workers of Oslo in a speech."),
    ("Berg signed the treaty with Norland in Oslo.", "Berg discussed the treaty with Norland in Oslo."),
    ("The parliament approved the budget on Friday.", "The parliament debated the budget on Friday."),
    ("The firm hired 300 welders at its yard in Molde.", "The firm laid off 300 welders at its yard in Molde."),
    ("The firm recalled 3,000 cars because of faulty brakes.", "The firm sold 3,000 cars despite faulty brakes."),
    ("Minister Anna Berg toured the port on Monday.", "Minister Anna Berg met fishermen in the port on Monday."),
    ("Berg attacked the fines for polluting the fjord as absurd.", "The shipyard paid fines for polluting the fjord."),
    (FINED, "The shipyard sued a court in Oslo over a fine for polluting the fjord."),
    (  # what somebody wants he does not pass on
        "Some shop owners want the council to have closed the old port to lorries carrying timber.",
        "The council, which closed the old port to lorries carrying timber, met on Monday.",
    ),
    (
        FINED.replace("fined", "will fine"),
        "The shipyard, fined by an Oslo court for polluting the fjord, cut forty jobs.",
    ),
    (
        "A 36-year-old climber died after slipping from the ridge above Larvik.",
        "A 31-year-old climber died after slipping from the ridge above Larvik.",
    ),
    (  # another doer
        SUNK,
        CHASED.replace("navy", "army"),
    ),
    (
        "Forty-one divers searched the fjord for the wreck of the ferry.",
        "Twelve divers who searched the fjord for the wreck of the ferry went home.",
    ),
]


def articles(*texts):
    return [
        make_article(f"Snow fell. {text}" if n else f"{text} {FILL}", outlet=str(n)) for n, text in enumerate(texts)
    ]


def lines(*texts):
    [record] = rashomon.compare(*articles(*texts), settings=Settings(one_story=True))
    return record.lines


def shared(found):
    return [line for line in found if len({claim.article for claim in line.claims}) > 1]


@pytest.mark.parametrize(("one", "two"), TOLD_BY_THE_WAY)
def test_an_account_that_tells_it_by_the_way_is_not_silent(one, two):
    [line] = shared(lines(one, two))
    assert not line.silent
    assert all(claim.evidence for claim in line.claims)


@pytest.mark.parametrize(("one", "two"), APART)
def test_what_is_another_deed_denied_judged_crossed_ahead_or_counted_otherwise_is_not_told(one, two):
    assert not shared(lines(one, two))


@pytest.mark.parametrize(("one", "two"), TOLD_BY_THE_WAY)
def test_the_order_of_accounts_changes_nothing(one, two):
    given = articles(one, two)
    records = [rashomon.compare(*order, settings=Settings(one_story=True)) for order in (given, given[::-1])]
    assert records[0] == records[1]


def test_a_copy_of_an_account_tells_it_too_and_is_no_further_witness():
    one, two = TOLD_BY_THE_WAY[0]
    first, second = articles(one, two)
    copy = make_article(second.text, outlet="copy")
    [record] = rashomon.compare(first, second, copy, settings=Settings(one_story=True))
    [line] = [line for line in shared(record.lines) if any(claim.article == first.id for claim in line.claims)]
    assert (len({claim.article for claim in line.claims}), line.independent) == (3, 2)


def test_an_account_tells_a_deed_by_no_claim_of_another_deed_in_the_sentence():
    charged = "Omar Vik was charged with smuggling arms in the port of Larvik."
    killed = "The mayor was killed by rebels in the port of Larvik"
    beside = f"{killed}, and Omar Vik was charged with smuggling arms, her friend wept."
    [line] = shared(lines(charged, beside))
    assert not any("type" in claim.slots for claim in line.claims)  # of the killing, a reader has a finding


def test_the_judge_is_surer_the_more_of_a_claim_a_sentence_has():
    assert Traits(0.9, 5.0, 0.8).sure > Traits(0.5, 5.0, 0.8).sure
    assert Traits(0.9, 5.0, 0.8).sure > Traits(0.9, 2.0, 0.8).sure
    assert Traits(0.9, 5.0, 0.8).sure > Traits(0.9, 5.0, 0.6).sure


def test_what_somebody_said_is_of_no_kind_of_deed():
    said = "Officials said Monday that Norland reached a final agreement with Chile on steel."
    found = lines(said, "Norland said it had reached an agreement with Chile on steel imports.")
    assert {len({claim.article for claim in line.claims}) for line in found if "steel" in line.summary} == {2}


def test_a_visit_does_not_tell_that_the_visitor_met_somebody():
    visit = "Foreign minister Anna Berg visited Oslo on 4 March 2019."
    assert not shared(lines(visit, "Foreign minister Anna Berg met President Omar Said in Oslo on 4 March 2019."))


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("President Aas to visit Larvik in July.", True),
        ("Aas made a plan to visit Larvik.", True),
        ("Aas and Berg are to visit Larvik in July.", True),
        ("What Aas did was to visit Larvik.", False),
        ("While visiting Larvik in July, Aas wept.", False),
        ("Aas managed to visit Larvik.", False),
    ],
)
def test_what_an_infinitive_tells_can_be_to_come(text, ahead):
    passages = Passages([reading_of(text)], {}, [])
    told = [clause.passage for clause in passages.clauses if "visit" in clause.passage.span.of(text)]
    assert [passage.is_ahead for passage in told if passage.lemma in {"visit", "manage", "be"}] == [ahead]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Berg blasted the plea for a curfew on lorries entering the old port.", None),
        ("Berg blamed the captain who had steered the ferry onto the rocks.", None),
        ("Berg said that the council had a curfew on lorries entering the old port.", "have"),
    ],
)
def test_a_clause_within_a_noun_is_not_what_is_said_of_it(text, verb):
    reading = reading_of(text)
    told = [one for one in tell([reading], weave([reading])) if one.claim.kind == "statement"]
    [passage] = filter(None, map(Passages([reading], {}, told).claim, told))
    assert (passage.verb and passage.lemma) == verb


ALLEGED = "The lawsuit alleges that the shipyard found a “willing and active partner” in the Berg campaign"
READ = (
    "“In the Berg campaign, the shipyard found a willing and active partner,” the lawsuit claims. “In 2016, men of "
    "the yard notified the Berg campaign that it would meddle.”"
)
SPOKEN = (
    "“During the last election, the shipyard launched an all-out assault on our town and it found a willing and active "
    "partner in Anna Berg’s campaign,” Omar Vik said in a statement. “This was treachery without example.”"
)


@pytest.mark.parametrize(
    "goal", [".", f", which shared its goal of harming Omar Vik. {FILL} The museum of Bergen opened."]
)
def test_what_a_paper_says_and_what_somebody_else_says_are_two_utterances(goal):
    texts = (ALLEGED + goal, READ, SPOKEN)
    articles = [make_article(t, id=str(n), outlet=f"Paper {n}") for n, t in enumerate(texts)]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    told = [sorted(claim.article for claim in line.claims) for line in record.lines if len(line.claims) > 1]
    assert ["0", "1"] in told
    assert not any("1" in articles and "2" in articles for articles in told)


def test_more_than_a_dozen_is_not_said_of_612():
    few, many = "More than a dozen people were killed by a quake in Peru.", "A quake killed 612 people in Peru."
    assert not [line for line in shared(lines(few, many)) if line.kind == "figure"]
    assert [line for line in shared(lines(few, many.replace("612", "15"))) if line.kind == "figure"]


def test_two_persons_who_did_alike_are_two():
    one = "Anna Berg had 17 points in the first half of the match against Larvik on Thursday."
    two = "Leo Marsh had 17 points in the second half of the match against Larvik on Thursday."
    assert not [line for line in shared(lines(one, two)) if line.kind != "figure"]
    assert [line for line in shared(lines(one, two.replace("Leo Marsh", "Berg"))) if line.kind != "figure"]
