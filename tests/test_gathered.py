"""One deed has one line, by however many verbs its accounts tell it."""

import pytest

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
