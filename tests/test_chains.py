"""On whose word: outlet, credit, relays and source, outermost first."""

import re
from collections.abc import Iterable

import pytest

from rashomon.lexicon.files import load
from rashomon.lexicon.marked import marked
from rashomon.linking.chains import Chains
from rashomon.linking.refer import Referents
from rashomon.model import Attribution, Claim, Hop, Reading, Span
from rashomon.readers.attributions.draft import Draft
from rashomon.readers.attributions.relays import with_relays
from tests.conftest import reading_of

WORD = re.compile(r"\w+")
EXAMPLES = load("chains.yaml")["examples"]


def chains_of(text: str, **known: object) -> list[tuple[Hop, ...]]:
    reading = reading_of(text, upto="dates", **known)
    chains = Chains(reading, Referents(reading))
    return [chains.of(a.id) for a in reading.of(Attribution)]


def names(chain: tuple[Hop, ...]) -> list[str]:
    return [hop.name for hop in chain]


def told(text: str) -> tuple[Reading, Chains]:
    reading = reading_of(text, upto="dates")
    return reading, Chains(reading, Referents(reading))


def shown(reading: Reading, chains: Chains) -> str:
    """Reading and its chains -> a line for each attribution: relays | source | content -> hops behind the outlet."""
    lines = []
    for found in reading.of(Attribution):
        parts = (" .. ".join(s.of(reading.text) for s in spans) for spans in (found.relay, found.source, found.content))
        hops = ", ".join(f"{hop.name}: {hop.kind}" for hop in chains.of(found.id)[1:])
        lines.append(f"{' | '.join(parts)} -> {hops}")
    return "\n".join(["found:", *lines])


def words(text: str, spans: Iterable[Span]) -> list[str]:
    return [word for span in spans for word in WORD.findall(span.of(text))]


@pytest.mark.parametrize("example", [e for e in EXAMPLES if "kinds" in e], ids=lambda e: e["text"])
def test_every_marked_example_has_its_relays_its_source_and_its_kinds_of_hop(example: dict):
    text, spans = marked(example["text"])
    reading, chains = told(text)
    seen = shown(reading, chains)
    assert len(reading.of(Attribution)) == 1, seen
    (found,) = reading.of(Attribution)
    for role in ("relay", "content"):
        assert words(text, getattr(found, role)) == words(text, spans.get(role, [])), f"{role}; {seen}"
    source = words(text, spans["source"])  # what describes him behind his name may belong to it
    assert words(text, found.source)[: len(source)] == source, seen
    assert [hop.kind for hop in chains.of(found.id)[1:]] == example["kinds"], seen


@pytest.mark.parametrize("example", [e for e in EXAMPLES if "chains" in e], ids=lambda e: e["text"])
def test_every_example_of_several_sentences_has_its_chains(example: dict):
    text = example["text"]
    reading, chains = told(text)
    seen = shown(reading, chains)
    found = sorted(reading.of(Attribution), key=lambda a: min(a.content))
    assert len(found) == len(example["chains"]), seen
    for attribution, (start, chain) in zip(found, example["chains"].items(), strict=True):
        assert attribution.content[0].of(text).startswith(start), seen
        assert [{hop.name: hop.kind} for hop in chains.of(attribution.id)[1:]] == chain, f"{start}; {seen}"


@pytest.mark.parametrize("text", load("chains.yaml")["not"])
def test_nobody_stands_between_the_outlet_and_whoever_speaks_in_a_counterexample(text: str):
    reading, chains = told(text)
    said = reading.of(Attribution)
    assert not [a for a in said if len(chains.of(a.id)) != 2], shown(reading, chains)


@pytest.mark.parametrize(
    ("text", "cue", "relay"),
    [
        ("Nora Beck said in an interview with the BBC that the depot was empty.", "said", "the BBC"),
        ("AFP quoted Nora Beck as saying the depot was empty.", "quoted", "AFP"),
        ("AFP quoted Nora Beck as saying the depot was empty.", "saying", "AFP"),
        ("Nora Beck told reporters that the depot was empty.", "told", None),
    ],
)
def test_a_draft_that_no_rule_proposed_has_its_relays_too(text: str, cue: str, relay: str | None):
    reading = reading_of(text, upto="mentions")
    start, verb = text.index("Nora Beck"), next(t for t in reading.doc if t.text == cue)
    content = Span(text.index("the depot"), len(text) - 1)
    draft = Draft(verb, [Span(verb.idx, verb.idx + len(cue))], [Span(start, start + 9)], [content])
    assert [s.of(text) for s in with_relays(reading, draft).relay] == ([relay] if relay else [])


def test_the_outlet_comes_first_and_is_named_where_it_is_known():
    assert names(chains_of("Nora Beck said that it failed.", outlet="The Tarn Post")[0])[0] == "The Tarn Post"
    assert names(chains_of("Nora Beck said that it failed.")[0])[0] == load("chains.yaml")["nameless_outlet"]


def test_what_the_author_says_has_the_outlet_alone():
    reading = reading_of("The bridge fell.", upto="dates", outlet="The Tarn Post")
    assert names(Chains(reading, Referents(reading)).of(None)) == ["The Tarn Post"]


def test_who_is_told_is_an_outlet_by_whatever_name_the_text_calls_it():
    first, second, third = chains_of(
        "Bo Aas told The Washington Post that he was glad. Bo Vik told the Post that he was sad. "
        "Bo Lund told the bank that he was ill."
    )
    assert [names(chain)[1:] for chain in (first, second, third)] == [
        ["Washington Post", "Bo Aas"],
        ["Washington Post", "Bo Vik"],
        ["Bo Lund"],
    ]


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
        ("Monday's poll", [("document", None)]),
        ("Last week's Quinnipiac report", [("document", None)]),
        ("A New York Times/CBS News poll conducted last week", [("document", None)]),
        ("A press release from the Kenyan foreign ministry", [("document", "Kenyan foreign ministry")]),
        ("A statement by Kenyan President Jan Okello", [("document", "Jan Okello")]),
        ("Kenya's foreign ministry's statement", [("document", "Kenya's foreign ministry")]),
        ("A poll by Quinnipiac University", [("document", "Quinnipiac University")]),
        ("The British newspaper The Guardian", [("newspaper", None)]),
        ("South Korean media", [("outlet", None)]),
        ("The Bureau of Research", [("organization", None)]),
        ("The Ministry of Data", [("ministry", None)]),
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


@pytest.mark.parametrize(
    ("said", "last"),
    [
        ("the head of the harbour board, Nora Beck, said the pier was safe", "Nora Beck"),
        ("the governor-general of the islands, Nora Beck, said the pier was safe", "Nora Beck"),
        ("agency NTB quoted the head of Sotra's trade zone, Nora Beck, as saying the pier was safe", "Nora Beck"),
        ("the head of the ferry line said the pier was safe", "Tom Vik"),
    ],
)
def test_whose_name_stands_behind_an_office_speaks_and_no_other_head_of_something(said: str, last: str):
    text = f"The head of the ferry line, Tom Vik, told the paper that it was late.\n\nOn Friday {said}."
    assert names(chains_of(text)[-1])[-1] == last


def test_an_agency_and_its_name_are_one_relay():
    text = "State news agency NTB quoted the head of the port, Nora Beck, as saying the pier was safe."
    (chain,) = chains_of(text)
    assert len(chain) == len(["the article's outlet", "the agency", "Nora Beck"])
