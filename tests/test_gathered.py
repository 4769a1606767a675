"""One deed has one line, by however many verbs its accounts tell it."""

import datetime as dt

import pytest

import rashomon
from rashomon.model import make_article
from rashomon.settings import Settings
from rashomon.stories.weave import weave
from rashomon.weighing.gathered import gathered
from rashomon.weighing.told import Told, tell
from tests.conftest import reading_of

KILLED = "Rebels killed the governor of Oslo on 4 March 2019."
MET = "Rebels met the governor of Oslo on 4 March 2019."


def _told(*texts: str) -> list[list[Told]]:
    """Texts -> the events of each."""
    readings = [reading_of(text, id=str(n)) for n, text in enumerate(texts)]
    events = [one for one in tell(readings, weave(readings)) if one.is_event]
    return [[one for one in events if one.claim.article == str(n)] for n in range(len(texts))]


def _articles(weighed) -> list[list[str]]:
    return [sorted({one.claim.article for one in matter}) for matter, _ in weighed]


def test_two_matters_that_an_account_tells_with_one_deed_are_one():
    first, second, third = (events[0] for events in _told(KILLED, KILLED, KILLED))
    assert _articles(gathered([([first, second], ()), ([second, third], ())])) == [["0", "1", "2"]]


def test_what_an_account_tells_twice_in_the_same_words_stands_once():
    first, second, third = (events[0] for events in _told(KILLED, KILLED, KILLED))
    [(matter, _)] = gathered([([first, second], ()), ([second, third], ())])
    assert len(matter) == 3


@pytest.mark.parametrize("text", [MET, KILLED.replace("4 March", "9 March")])
def test_another_deed_of_the_sentence_or_one_of_another_day_stays_a_matter_of_its_own(text):
    first, second, third = (events[0] for events in _told(KILLED, KILLED.replace(" on 4 March 2019", ""), text))
    assert len(gathered([([first, second], ()), ([second, third], ())])) == 2


def test_matters_without_a_claim_in_common_stay_two():
    first, second, third, fourth = (events[0] for events in _told(KILLED, KILLED, KILLED, KILLED))
    assert len(gathered([([first, second], ()), ([third, fourth], ())])) == 2


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
