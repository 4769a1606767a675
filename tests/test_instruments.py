"""One accord under several names is one instrument; another accord is not."""

import pytest

from rashomon.lexicon.files import load
from rashomon.lexicon.instruments import instrument_in


@pytest.mark.parametrize(
    ("words", "key", "loose"),
    [
        ("Trump’s unilateral withdrawal from the 2015 nuclear deal", "JCPOA", False),
        ("Joint Comprehensive Plan of Action (JCPOA)", "JCPOA", False),
        ("the landmark six-party nuclear agreement", "JCPOA", False),
        ("the nuclear agreement", "JCPOA", True),
        ("the DPRK-U.S. joint statement", "singapore-2018", False),
        ("the Paris climate accord", "paris-climate", False),
        ("the Camp David accords", "camp-david", False),
        ("the CPTPP", "CPTPP", False),
    ],
)
def test_names(words, key, loose):
    found = instrument_in(words)
    assert found is not None
    assert (found.instrument.key, found.loose) == (key, loose)


@pytest.mark.parametrize(
    "words", ["the trade deal", "a fish restaurant deal", "infrastructure", "Oslo", "the start of talks"]
)
def test_no_instrument(words):
    assert instrument_in(words) is None


def test_no_name_is_given_twice():
    names = [n.lower() for d in load("instruments.yaml").values() for n in (*d["names"], *d.get("loose", ()))]
    assert len(names) == len(set(names))
