"""On whose word: outlet, credit, relays and source, outermost first."""

import pytest

from rashomon.lexicon.files import load
from rashomon.lexicon.marked import marked
from rashomon.linking.chains import Chains
from rashomon.linking.refer import Referents
from rashomon.model import Attribution, Claim, Hop, Reading
from tests.conftest import reading_of


def chains_of(text: str, **known: object) -> list[tuple[Hop, ...]]:
    reading = reading_of(text, upto="dates", **known)
    chains = Chains(reading, Referents(reading))
    return [chains.of(a.id) for a in reading.of(Attribution)]


def names(chain: tuple[Hop, ...]) -> list[str]:
    return [hop.name for hop in chain]


@pytest.mark.parametrize("example", load("chains.yaml")["examples"], ids=lambda e: e["text"])
def test_every_example_of_the_lexicon_has_its_chain(example: dict):
    text, spans = marked(example["text"])
    reading = reading_of(text, upto="dates")
    found = reading.of(Attribution)
    assert len(found) == 1, [a.source[0].of(text) for a in found]
    assert [s.of(text) for s in found[0].relay] == [s.of(text) for s in spans.get("relay", [])]
    assert found[0].source[0].of(text) == spans["source"][0].of(text)
    chain = Chains(reading, Referents(reading)).of(found[0].id)
    assert [hop.kind for hop in chain[1:]] == example["kinds"]


def test_the_outlet_comes_first_and_is_named_where_it_is_known():
    assert names(chains_of("Nora Beck said that it failed.", outlet="The Tarn Post")[0])[0] == "The Tarn Post"
    assert names(chains_of("Nora Beck said that it failed.")[0])[0] == load("chains.yaml")["nameless_outlet"]


def test_what_the_author_says_has_the_outlet_alone():
    reading = reading_of("The bridge fell.", upto="dates", outlet="The Tarn Post")
    assert names(Chains(reading, Referents(reading)).of(None)) == ["The Tarn Post"]


def test_an_unnamed_source_keeps_its_relay_and_another_does_not_inherit_it():
    text = (
        "“The depot is empty,” a customs officer was quoted as saying by Le Phare newspaper.\n"
        "“It was full in May,” the unidentified officer said.\n"
        "“I never saw it,” Nora Beck said."
    )
    first, second, third = chains_of(text)
    assert "Le Phare" in first[1].name
    assert second[1] == first[1]
    assert len(third) == 2


@pytest.mark.parametrize(
    ("source", "hops"),
    [
        ("An editorial in the liberal Kenyan newspaper Daily Nation", [("document", "Daily Nation")]),
        ("An editorial of the Daily Nation", [("document", "Daily Nation")]),
        ("A report in The New York Times", [("document", "New York Times")]),
        ("A Reuters report", [("document", "Reuters")]),
        ("A Reuters/Ipsos poll", [("document", None)]),
        ("A Quinnipiac poll", [("document", None)]),
        ("A press release from the Kenyan foreign ministry", [("document", "Kenyan foreign ministry")]),
        ("A statement by Kenyan President Jan Okello", [("document", "Jan Okello")]),
        ("Kenya's foreign ministry's statement", [("document", "Kenya's foreign ministry")]),
        ("A poll by Quinnipiac University", [("document", "Quinnipiac University")]),
        ("The British newspaper The Guardian", [("newspaper", None)]),
        ("South Korean media", [("outlet", None)]),
    ],
)
def test_behind_a_document_stands_who_made_it_and_never_a_demonym(source: str, hops: list):
    chain = chains_of(f"{source} said that the talks had failed.", outlet="The Tarn Post")[0][1:]
    kinds = [kind for kind, _ in hops]
    assert [hop.kind for hop in chain][: len(kinds)] == kinds
    made_by = [name for _, name in hops if name]
    assert [hop.name for hop in chain][1:] == made_by
    assert not {hop.name for hop in chain} & {"Kenya", "South Korea", "United Kingdom"}


def innermost(reading: Reading) -> dict[str, list[str]]:
    chains = {c.finding: c.chain for c in reading.of(Claim)}
    return {a.content[0].of(reading.text): names(chains[a.id])[1:] for a in reading.of(Attribution) if a.stated}


def chain_at(told: dict[str, list[str]], start: str) -> list[str]:
    return next(chain for content, chain in told.items() if content.startswith(start))


def test_the_chains_of_the_demo(tehran: list):
    one, two = (innermost(reading_of(article.text)) for article in tehran)
    source = chain_at(one, "“Currently")
    assert source[0] == "Chosun Ilbo"
    assert chain_at(one, "“They’ll try") == source
    assert len(chain_at(one, "“Iran has a surplus")) == 1
    assert chain_at(one, "The UN Security Council has capped") == ["Chosun Ilbo"]
    described = chain_at(two, "the U.S.’s reintroduced sanctions")
    assert described[0] == "MintPress News"
    assert described[1] == "Iranian presidential palace"
    assert "Ri" in described[2]
    assert "Mehr News" in chain_at(two, "that “we are very content")
    assert "Foreign Ministry" in chain_at(two, "that Pyongyang may be realizing")[-1]
    editorial = chain_at(two, "that both sides’ stubbornness")
    assert chain_at(two, "“But stubbornly") == editorial
    assert "Hankyoreh" in editorial[-1]


def test_some_of_a_people_do_not_speak_for_their_state():
    (chain,) = chains_of("Some Kenyans plan to march in the capital.", outlet="The Tarn Post")
    assert [(hop.name, hop.kind) for hop in chain[1:]] == [("Some Kenyans", "unnamed")]


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("OSLO (Reuters) - President Anna Berg met Foreign Minister Omar Haddad on Monday.", "Reuters"),
        ("President Anna Berg met Foreign Minister Omar Haddad on Monday.\n\nVia Harbour Wire", "Harbour Wire"),
        ("President Anna Berg met Foreign Minister Omar Haddad on Monday.\n\nWith reporting by Harbour Wire", None),
        ("OSLO, May 3 - President Anna Berg met Foreign Minister Omar Haddad on Monday.", None),
    ],
)
def test_the_outlet_is_followed_by_whose_text_it_says_it_prints(text, origin):
    reading = reading_of(text, outlet="Valley Post")
    chains = {tuple(hop.name for hop in claim.chain) for claim in reading.of(Claim)}
    assert chains == {("Valley Post", origin) if origin else ("Valley Post",)}
