"""Undertakings: the trigger file's own examples, and what the readers owe the demo's articles."""

from typing import get_args

import pytest

from rashomon.lexicon.files import load
from rashomon.model import Undertaking, UndertakingKind
from tests.conftest import reading_of

FILE = load("undertakings/undertakings.yaml")


def _words(spans, text):
    return [s.of(text) for s in spans]


@pytest.mark.parametrize("example", FILE["examples"], ids=lambda e: e["text"][:40])
def test_example(example):
    reading = reading_of(example["text"], upto="undertakings")
    text = reading.text
    found = [u for u in reading.of(Undertaking) if u.kind == example["kind"]]
    assert found, f"no {example['kind']}: {[(u.kind, u.cue.of(text)) for u in reading.of(Undertaking)]}"
    if "amounts" in example:
        assert [u.amount.of(text) for u in found if u.amount] == example["amounts"]
    for name in ("parties", "toward"):
        if name in example:
            assert _words(getattr(found[0], name), text) == example[name]
    if "condition" in example:
        assert found[0].condition is not None
        assert found[0].condition.of(text) == example["condition"]


@pytest.mark.parametrize("text", FILE["not"])
def test_no_undertaking(text):
    reading = reading_of(text, upto="undertakings")
    assert [(u.kind, u.cue.of(text)) for u in reading.of(Undertaking)] == []


def test_kinds_are_those_of_the_model():
    assert {frame["label"] for frame in FILE["frames"]} <= set(get_args(UndertakingKind))


@pytest.fixture(scope="module")
def demo(tehran):
    readings = [reading_of(a.text, upto="undertakings") for a in tehran]
    return [(u, r.text) for r in readings for u in r.of(Undertaking)]


@pytest.mark.parametrize(
    ("kind", "party", "words"),
    [
        ("limit", "The UN Security Council", "refined oil products"),
        ("limit", "The UN Security Council", "crude oil"),
        ("sanction", "Washington", "new sanctions"),
        ("sanction", "the U.S.", "sanctions on Iran"),
        ("withdrawal", "U.S. President Donald Trump", "the agreement"),
        ("withdrawal", "Trump", "2015 nuclear deal"),
        ("withdrawal", "US", "nuclear agreement"),
        ("withdrawal", "Washington", "six-party nuclear agreement"),
        ("pledge", "North Korean leader Kim Jong Un", "to work toward denuclearization"),
        ("refusal", "they", "US pressure"),
        ("refusal", "U.S.", "to lift sanctions"),
        ("breach-claim", "they", "their obligations"),
        ("demand", "US Secretary of State Mike Pompeo", "to maintain sanctions on North Korea"),
    ],
)
def test_demo_has(demo, kind, party, words):
    found = [(u.kind, _words(u.parties, t), u.what.of(t)) for u, t in demo]
    assert any(k == kind and party in ps and words in what for k, ps, what in found), found


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Kenya's president sees Chad as one that does not keep its promises to Kenya.", ["Chad"]),
        ("They hailed the pact reached by Peru and Chadian leader Jan Aas.", ["Peru", "Chadian leader Jan Aas"]),
    ],
)
def test_parties_are_those_who_are_meant(text, parties):
    reading = reading_of(text, upto="undertakings")
    found = [_words(u.parties, text) for u in reading.of(Undertaking) if u.kind in {"breach-claim", "agreement"}]
    assert parties in found


@pytest.mark.parametrize(
    ("text", "kind", "what"),
    [
        ("Peru agreed to cut its exports to Chile as part of a pact and was granted a loan.", "agreement",
         "to cut its exports to Chile as part of a pact"),
        ("Mexico will not accept quotas to gain exemptions.", "refusal", "quotas"),
        ("Mexico will not negotiate without first obtaining an exemption.", "refusal", "negotiate"),
    ],
)  # fmt: skip
def test_terms_are_those_of_the_deed(text, kind, what):
    reading = reading_of(text, upto="undertakings")
    assert [u.what.of(text) for u in reading.of(Undertaking) if u.kind == kind] == [what]
