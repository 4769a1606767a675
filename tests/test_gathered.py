"""One deed has one line, by however many verbs its accounts tell it."""

import datetime as dt

import pytest

import rashomon
from rashomon.model import make_article
from rashomon.settings import Settings
from rashomon.stories.scenes import whose
from rashomon.stories.weave import weave
from rashomon.weighing.alignment.gathered import gathered
from rashomon.weighing.claims.passages import Passages
from rashomon.weighing.claims.told import Told, tell
from tests.conftest import reading_of

KILLED = "Rebels killed the governor of Oslo on 4 March 2019."
MET = "Rebels met the governor of Oslo on 4 March 2019."


def _told(*texts: str) -> list[list[Told]]:
    """Texts -> the events of each."""
    readings = [reading_of(text, id=str(n)) for n, text in enumerate(texts)]
    events = [one for one in tell(readings, weave(readings)) if one.is_event]
    return [[one for one in events if one.claim.article == str(n)] for n in range(len(texts))]


def _gathered(*matters: list[Told]) -> list[list[Told]]:
    readings = list({one.claim.article: one.reading for matter in matters for one in matter}.values())
    told = [one for matter in matters for one in matter]
    passages = Passages(readings, whose(weave(readings).entities, readings), told)
    return [matter for matter, _ in gathered([(matter, ()) for matter in matters], passages)]


def _articles(weighed) -> list[list[str]]:
    return [sorted({one.claim.article for one in matter}) for matter in weighed]


def test_two_matters_that_an_account_tells_with_one_deed_are_one():
    first, second, third = (events[0] for events in _told(KILLED, KILLED, KILLED))
    assert _articles(_gathered([first, second], [second, third])) == [["0", "1", "2"]]


def test_what_an_account_tells_twice_in_the_same_words_stands_once():
    first, second, third = (events[0] for events in _told(KILLED, KILLED, KILLED))
    [matter] = _gathered([first, second], [second, third])
    assert len(matter) == 3


@pytest.mark.parametrize("text", [MET, KILLED.replace("4 March", "9 March")])
def test_another_deed_of_the_sentence_or_one_of_another_day_stays_a_matter_of_its_own(text):
    first, second, third = (events[0] for events in _told(KILLED, KILLED.replace(" on 4 March 2019", ""), text))
    assert len(_gathered([first, second], [second, third])) == 2


def test_matters_without_a_claim_in_common_stay_two():
    first, second, third, fourth = (events[0] for events in _told(KILLED, KILLED, KILLED, KILLED))
    assert len(_gathered([first, second], [third, fourth])) == 2


@pytest.mark.parametrize(
    ("third", "kinds"),
    [
        ("The minister said Peru had reached a deal with Chile on steel.", ["undertaking"]),
        ("The minister denied Peru had reached a deal with Chile on steel.", ["statement", "undertaking"]),
    ],
)
def test_an_undertaking_and_what_only_passes_it_on_have_one_line(third, kinds):
    texts = [
        "Officials said Monday that the government of Peru reached a final agreement with Chile on steel.",
        "Peru also announced on Monday that it had reached an agreement with Chile on steel imports.",
        third,
    ]
    articles = [make_article(t, outlet=f"Paper {n}", published=dt.date(2018, 5, 22)) for n, t in enumerate(texts)]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    assert sorted(line.kind for line in record.lines) == kinds


STOLEN = (
    "And last month thieves made off with £35,000 of jewellery after cracking two safes at the Grand Hotel in Larvik"
)


def _figures(*texts: str) -> list[str]:
    articles = [
        make_article(t, id=str(n), outlet=f"Paper {n}", published=dt.date(2018, 5, 16)) for n, t in enumerate(texts)
    ]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    return [line.summary.partition(":")[0] for line in record.lines if line.kind == "figure"]


def test_one_figure_of_the_same_sentences_has_one_line():
    assert _figures(f"A shop was robbed, police said. {STOLEN}.", f"A shop was robbed. {STOLEN}, and got away.") == [
        "£35,000 of jewellery"
    ]


def test_two_figures_of_a_sentence_have_a_line_each():
    both = "Three men and three women were arrested in Larvik."
    assert sorted(_figures(both, both.replace("Larvik", "Larvik on Monday"))) == ["Three men", "Three women"]


def test_what_a_source_without_a_name_says_has_one_line_in_all_accounts():
    said = (
        "The police source, who wished to remain anonymous, said the thieves drove a large {} into the gallery in the "
        "early hours of the morning and grabbed prints and old drawings worth an estimated {}."
    )
    articles = [
        make_article(said.format(*words), id=str(n), outlet=f"Paper {n}", published=dt.date(2019, 3, 4))
        for n, words in enumerate((("lorry", "two million euros"), ("lorry", "€2 million"), ("truck", "€2 million")))
    ]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    shared = [line for line in record.lines if line.kind == "statement"]
    assert [sorted({claim.article for claim in line.claims}) for line in shared] == [["0", "1", "2"]]


def test_one_figure_of_one_remark_has_one_line():
    told = _figures(
        "Peru's stock of herring frozen to 60 percent has grown to 87.5 kg, the fishing agency said on Tuesday.",
        "The fishing agency said Peru had 87.5 kilogrammes of herring frozen to 60 percent, 17.7 more than in May.",
    )
    assert [line.split(",")[0] for line in told if line.startswith("87.5")] == ["87.5 kilogrammes of herring"]


def test_one_figure_of_two_towns_has_two_lines():
    told = _figures(
        "Youths threw stones at the police in Larvik, where 20,000 people marched, the mayor said on Monday.",
        "In Oslo, around 20,000 protesters marched, and youths threw stones at the police, the mayor said on Monday.",
    )
    assert len([line for line in told if "20,000" in line]) == 2
