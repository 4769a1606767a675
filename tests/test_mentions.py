"""Mentions: names, common nouns and pronouns, what they seem to name, and whether they only modify."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.lexicon.marked import marked
from rashomon.model import Mention
from tests.conftest import reading_of

# Roles are kinds of mention; "-modifier" for one that only modifies.
KINDS = [
    "[Kim Jong-un](person) flew home, [Reuters](outlet) reported.",
    (
        "[Donald Trump](person-modifier) Slams [Bernie Sanders](person). "
        "[Donald Trump](person) met [Bernie Sanders](person)."
    ),
    "[Kim Jong Un](person) flew home to [Pyongyang](place).",
    "[Tehran](state) said it would answer.",
    "The envoys met in [Tehran](place) on Monday.",
    "The sanctions against [Tehran](state) hit the oil trade.",
    "[Brazil](state-modifier)'s oil exports rose.",
    "The [Peruvian](state-modifier) cabinet resigned.",
    "[The visiting minister](person) praised the [IAEA](organization).",
    "[Two soldiers](group) died near the border.",
    "[The ministry](organization) gave no details.",
    "[A diplomatic source](person) was quoted by the daily.",
    "[Hale Law](organization-modifier) professor [Ida Berg](person) spoke.",
    "The campaign's manager, [Brad Parscale](person), resigned.",
    "The bank's owner, [Duarte Holdings](organization), resigned.",
    "[Tom Holm Co.](organization) sold ferries. [Tom Holm](organization) said it would buy trucks.",
    "[Varda Inc.](organization) sold ferries. [Varda](organization) said it would buy trucks.",
    "[Holm Inc.](organization) sold ferries. [Eva Holm](person) is glad. [Holm](person) said she would leave.",
    "[Eva Holm](person) founded [Eva Holm Inc.](organization) in May. [Eva Holm](person) said she would leave.",
    "A court fined lawyer [Oleh Stratets](person) on Monday.",
    "A minister met [Ukrainian](state-modifier) counterpart [Rustem Umerovets](person).",
    "[Xanthe Trumm](person), 34, could be a bridge to voters.",
    "[Marely Duarte](person) of Coronado walked with the group.",
    "Senators have too much [power](none), and [the authority](none) to end it.",
    "[Leaders across Europe](group) and elsewhere sent flowers. The [Eiffel Tower](place) - were lit.",
    "It stands with [Paris](place), [Bamako](place), Tampa and other cities.",
    "[Tel Aviv](place-modifier)'s City Hall was lit.",
    "The senate has [a power](none) to veto it.",
    "And [lawmakers](group) left. Even [banks](group) did.",
    "[Climber](none) dies on the ridge. The climber was from Oslo.",
    "He told the [Harbour Herald](organization) that it was over.",
    "The plan pleased [Foreign Minister](none) [Ana Duarte](person).",
    "He works at [Hennepin County Medical Center](organization) ([HCMC](organization)) now.",
    "The old [DC](none)-9 is flown no more.",
    "Trump appeared to refer to Representative [Debbie Wasserman Schultz](person), who chaired the party.",
    "[Syrian warplanes](group) left. [Two Airbus jets](none) left.",
    "It fell, a move [farm workers](group) say is unlawful.",
    "Ana Duarte left. He meant the [Ana Duarte](person-modifier) Servers, and not other servers.",
    "Billy King left. Certainly, [King](person) knows a thing or two. When [King](person) hired Bo, he paid.",
    "Billy King left. The king slept. He saw [King](none) Street.",
    "The [US](state-modifier) [Federal Reserve](organization) paid.",
    "The losses of [Aker Air](organization-modifier) Flight 574 and Garuda Indonesia Flight 200 shook Oslo.",
    "[First Airbus A380](none) delivered to Oslo.",
    "It paid the Bank of England and the [Bank of Canada](organization) on Monday.",
    "Duarte tried to obstruct [justice](none) and took [office](none). She saw [the justice](person).",
    "Ana Duarte praised [a host of senators](none).",
    "[The Nevada Democrat](person) spoke to [Democrats](organization).",
    "Prime Minister Theresa May spoke. [May](person) slept. Bo and [May](person) left in [May](none).",
    "[Hillary May](none) Face New Trial. Hillary left in May.",
    "[May](none) was warm. The march in [March](none) was long.",
    "The top-ranked [Tar Heels](group) won. They were calm.",
    "The comedian won. [Comedian Ana Duarte](none) picked to host the gala.",
]


@pytest.mark.parametrize("example", KINDS)
def test_kinds_of_mention(example):
    text, spans = marked(example)
    found = {m.span: m for m in reading_of(text, upto="mentions").of(Mention)}
    for kind, listed in spans.items():
        for span in listed:
            if kind == "none":
                assert span not in found
                continue
            assert span in found, f"{span.of(text)!r} not in {[s.of(text) for s in found]}"
            expected, _, modifier = kind.partition("-")
            assert (found[span].kind, found[span].modifier) == (expected, bool(modifier)), span.of(text)


def words_of(text: str) -> list[str]:
    return [m.span.of(text) for m in reading_of(text, upto="mentions").of(Mention)]


def test_an_expletive_refers_to_nobody():
    assert words_of("It is necessary that rain falls.") == []


def test_an_inanimate_source_is_nobody():
    assert "oil sources" not in " ".join(words_of("The region's oil sources ran dry."))


def test_a_bank_is_the_head_of_its_name():
    text = "The Bank of England paid."
    [found] = [m for m in reading_of(text, upto="mentions").of(Mention) if m.kind == "organization"]
    assert found.head.of(text) == "Bank"


def test_dollars_are_no_state():
    assert "US" not in words_of("The bridge cost US$50 million.")


def test_the_north_is_a_state_only_beside_its_full_name():
    assert "the North" in words_of("North Korea agreed, but the North wants more.")
    assert "the North" not in words_of("Snow fell in the North on Monday.")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Will Olsen resign? Ola Olsen left Oslo.", ["Olsen", "Ola Olsen", "Oslo"]),
        ("Can Berg hold on? Liv Berg left Oslo.", ["Berg", "Liv Berg", "Oslo"]),
        ("Will Olsen left Oslo.", ["Will Olsen", "Oslo"]),
        ("Who is Will Olsen?", ["Will Olsen"]),
    ],
)
def test_the_verb_of_a_question_is_no_name(text, names):
    assert words_of(text) == names


def test_an_office_before_a_name_is_no_mention_of_its_own():
    assert words_of("Iranian Parliament Speaker Ali Larijani spoke.") == ["Iranian", "Ali Larijani"]


@settings(max_examples=20)
@given(
    st.lists(st.sampled_from(["Iran ", "the minister ", "said ", "he ", "“", "”", ". ", "Kim Jong-un ", "\n", "’s "]))
)
def test_mentions_lie_in_the_text(pieces):
    text = "Iran " + "".join(pieces)
    for mention in reading_of(text, upto="mentions").of(Mention):
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert mention.span.covers(mention.head)
