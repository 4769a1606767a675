"""Who said what: the cue lexicon's own examples, quotation marks in news as it is set, and what is nobody's word."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rashomon.lexicon.files import load
from rashomon.lexicon.marked import marked
from rashomon.model import Attribution, Reading, Span
from rashomon.readers.attributions import ruled, settled
from rashomon.readers.attributions.draft import Draft
from rashomon.readers.attributions.settle import settle
from tests.conftest import reading_of

ROLES = ("source", "cue", "content")
WORD = re.compile(r"\w+")


def attributed(text: str) -> Reading:
    return reading_of(text, upto="attributions")


def stated(text: str) -> list[Attribution]:
    """Text -> its attributions that are stated."""
    return [a for a in attributed(text).of(Attribution) if a.stated]


def by_rule(text: str) -> list[Attribution]:
    """Text -> what the rules of grammar and lexicon alone find in it."""
    reading = attributed(text)
    return list(settled(reading, ruled(reading)))


def groups() -> list[tuple[str, dict]]:
    lexicon = load("cues.yaml")
    named = [*lexicon["verbs"].items(), *lexicon["nouns"].items(), ("carriers", lexicon["carriers"])]
    return [(name, group) for name, group in named]


GOOD = [(name, example) for name, group in groups() for example in group["examples"]]
BAD = [(name, example) for name, group in groups() for example in group.get("not", [])]


def words(text: str, spans: object) -> list[str]:
    return [w for s in spans for w in WORD.findall(s.of(text))]


def shown(text: str, found: list[Attribution]) -> str:
    return "\n".join(" | ".join(" .. ".join(s.of(text) for s in getattr(a, role)) for role in ROLES) for a in found)


@pytest.mark.parametrize(("group", "example"), GOOD)
def test_every_example_of_the_lexicon_is_found_by_rule(group: str, example: str):
    text, spans = marked(example)
    proposed = by_rule(text)
    found = [a for a in proposed if all(words(text, getattr(a, r)) == words(text, spans[r]) for r in ROLES)]
    assert found, f"{group}: {example}\nfound:\n{shown(text, proposed)}"
    if "addressee" in spans:
        assert found[0].addressee is not None
        assert words(text, [found[0].addressee]) == words(text, spans["addressee"])


@pytest.mark.parametrize(("group", "example"), GOOD)
def test_every_example_of_the_lexicon_is_stated_with_its_source(group: str, example: str):
    text, spans = marked(example)
    source, content = set(words(text, spans["source"])), set(words(text, spans["content"]))
    told = [(set(words(text, a.source)), set(words(text, a.content))) for a in stated(text)]
    assert any(source & who and content <= what for who, what in told), f"{group}: {shown(text, stated(text))}"


@pytest.mark.parametrize(("group", "example"), BAD)
def test_no_counterexample_of_the_lexicon_is_stated(group: str, example: str):
    assert not by_rule(example), f"{group}: {shown(example, by_rule(example))}"
    assert not stated(example), f"{group}: {shown(example, stated(example))}"


TOLD = [
    ("“It failed,” Nora Beck said. “We all saw it.”", "Nora Beck", ["“It failed,”", "“We all saw it.”"], "direct"),
    ("Nora Beck called the vote “a farce”.", "Nora Beck", ["the vote “a farce”"], "mixed"),
    ("The mayor of Tarn denied that it had failed.", "The mayor of Tarn", ["that it had failed"], "indirect"),
    ("The treasurer commented:\n\n“The money is gone. Nobody knows where.”", "The treasurer",
     ["“The money is gone. Nobody knows where.”"], "direct"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "content", "kind"), TOLD)
def test_kind_and_pieces(text: str, source: str, content: list[str], kind: str):
    found = stated(text)
    assert len(found) == 1
    assert [s.of(text) for s in found[0].source] == [source]
    assert [s.of(text) for s in found[0].content] == content
    assert found[0].kind == kind


def test_a_free_standing_quotation_is_of_the_only_speaker_of_the_paragraph_before():
    text = "Nora Beck told the council that the bridge was safe.\n“Nobody has ever fallen from it in forty years.”"
    found = stated(text)
    assert [a.kind for a in found] == ["indirect", "direct"]
    assert found[0].source == found[1].source


def test_a_free_standing_quotation_after_two_speakers_is_nobodys():
    text = (
        "Nora Beck said the bridge was safe. Jon Aas said it was not.\n“Nobody has ever fallen from it in forty years.”"
    )
    assert all(a.kind == "indirect" for a in stated(text))


def test_the_author_has_no_attribution():
    text = "The bridge was built in 1931. It has never failed, and the town is proud of its “old lady”."
    assert not stated(text)


def test_refusals_and_denials_keep_their_polarity():
    found = stated("The firm declined to comment. Anna Holm did not say whether she would run.")
    assert [a.denied for a in found] == [True, True]


def test_words_in_a_quotation_are_no_cue():
    text = "“My father said that I would fail,” Anna Holm recalled."
    found = stated(text)
    assert [[s.of(text) for s in a.source] for a in found] == [["Anna Holm"]]


@pytest.mark.parametrize(
    "text",
    [
        "THE MAYOR SAID ON MONDAY THAT THE BRIDGE WAS SAFE.",
        "Q: Why? A: Because.",
        "„Das ist gut“, sagte er.",
        "“",
        "said",
    ],
)
def test_odd_texts_break_nothing(text: str):
    assert all(a.source and a.content for a in stated(text))


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.sampled_from(["Ann", "said", "that", "“", "”", ",", ".", "\n", "it", "failed", "according", "to", ":"]))
)
def test_every_piece_lies_in_the_text_and_none_is_empty(parts: list[str]):
    text = " ".join(["Ann", *parts])
    for a in attributed(text).of(Attribution):
        for span in (*a.source, *a.cue, *a.content, *a.relay):
            assert 0 <= span.start < span.end <= len(text)
        for one, two in zip(a.content, a.content[1:], strict=False):
            assert one.end <= two.start


def spoken(reading: Reading) -> dict[str, str]:
    """First words of a content -> its source."""
    text = reading.text
    return {a.content[0].of(text): a.source[0].of(text) for a in reading.of(Attribution) if a.stated}


def test_the_demo_articles_statements_have_their_sources(tehran: list):
    one, two = (spoken(reading_of(article.text, upto="attributions")) for article in tehran)
    assert first(one, "that North Korea no longer pose") == "Trump"
    assert first(one, "“The US government’s record in ") == "President Hassan Rouhani"
    assert first(one, "“Iran and North Korea have expr") == "he"
    assert first(one, "“Currently, the two countries a") == "a diplomatic source"
    assert first(one, "“They’ll try to send a message ") == "the unidentified official"
    assert first(two, "The U.S. administration’s perfo") == "The Iranian president"
    assert first(two, "The Americans speak very well d") == "Larijani"
    assert first(two, "Dealing with Americans is diffi") == "the DPRK’s top diplomat"
    assert first(two, "Some high-level officials withi") == "The ministry"
    assert first(two, "“But stubbornly insisting on th") == "The editorial"
    assert first(two, "Both Iran and North Korea") == "Washington"


def test_a_span_is_cut_from_no_word(tehran: list):
    for article in tehran:
        for a in reading_of(article.text, upto="attributions").of(Attribution):
            for span in (*a.source, *a.content):
                assert whole(article.text, span), span.of(article.text)


def whole(text: str, span: Span) -> bool:
    before, after = text[span.start - 1 : span.start + 1], text[span.end - 1 : span.end + 1]
    return not (before.isalnum() and len(before) == 2) and not (after.isalnum() and len(after) == 2)


def first(told: dict[str, str], start: str) -> str:
    """Sources by content, and how a content starts -> its source."""
    return next(source for content, source in told.items() if content.startswith(start))


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Officials said there would be no delay, sparking an outcry in Oslo.", "there would be no delay"),
        ("The minister had been pushing for the guards to leave.", "the guards to leave"),
        ("Peru agreed to cut its exports and was granted a loan.", "to cut its exports"),
    ],
)
def test_a_content_ends_where_the_author_goes_on(text: str, content: str):
    assert [" ".join(s.of(text) for s in a.content) for a in stated(text)] == [content]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The bridge, he said, was the place to be.", "he", ["The bridge", "was the place to be"]),
        ("Her job, Nora Beck argued, can be hard.", "Nora Beck", ["Her job", "can be hard"]),
        ("Some 22 percent said they would back Beck.", "Some 22 percent", ["they would back Beck"]),
        ("In Oslo, 85% of sailors said the harbour was full.", "85% of sailors", ["the harbour was full"]),
        ("It said that Beck would stay.", "It", ["that Beck would stay"]),
        ("It was reported by the Courier that the mayor had left.", "the Courier", ["the mayor had left"]),
        ('"We are done," Beck wrote, referring to the treaty.', "Beck", ['"We are done,"']),
        (
            "The Alliance for Norse Steel, which supports the levy, won.",
            "The Alliance for Norse Steel, which",
            ["the levy"],
        ),
        ('Beck called the vote "rigged" in a tweet.', "Beck", ['the vote "rigged"']),
        ("The port was shut, a move farm workers say is unlawful.", "farm workers", ["is unlawful"]),
        ('He called the guards "cowards" and "thugs".', "He", ['the guards "cowards" and "thugs"']),
        (
            "The mayor was booed by the owner of the mill, sat down, and vowed that the mill pays.",
            "The mayor",
            ["that the mill pays"],
        ),
        ("Beck was arrested by guards in May and denied that he had left.", "Beck", ["that he had left"]),
        ("The plan was backed by the mayor, who said that the mill pays.", "the mayor, who", ["that the mill pays"]),
        ("The mayor was sued by a clerk, and Beck said that he paid.", "Beck", ["that he paid"]),
    ],
)
def test_who_says_what_in_the_middle_of_things(text: str, source: str, content: list[str]):
    (found,) = stated(text)
    assert [s.of(text) for s in found.source] == [source]
    assert [s.of(text) for s in found.content] == content


@pytest.mark.parametrize(
    "text",
    [
        "A host has to be funny without insulting the guests.",
        "Oslo and Bergen are in talks after Beck vowed to leave the pact, calling it a mistake.",
    ],
)
def test_nobody_said_what_was_not_said_or_whose_clause_is_open(text: str):
    said = [words(text, a.source) for a in stated(text)]
    assert all(s == ["Beck"] for s in said), said


def test_it_says_nothing_where_it_is_nobody():
    assert not stated("It means that the bridge is closed.")


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Woman Killed in Larvik Crash, Driver Charged", []),
        ("Ferry Sinks off Molde, Report Says", ["Ferry Sinks off Molde"]),
    ],
)
def test_a_headline_that_ends_in_what_was_done_to_somebody_says_nothing(title: str, said: list[str]):
    text = f"{title}\n\nThe driver left on Friday. A woman was buried in Larvik."
    assert [content.of(text) for a in stated(text) for content in a.content] == said


def test_a_noun_that_is_judged_is_no_cue_of_its_own():
    text = "Nora Beck called the allegations a sham."
    reading = reading_of(text, upto="mentions")
    called, allegations = (next(t for t in reading.doc if t.text == word) for word in ("called", "allegations"))

    def draft(verb, content):
        words = [Span(text.index(content), text.index(content) + len(content))]
        return Draft(verb, [Span(verb.idx, verb.idx + len(verb))], [Span(0, 9)], words)

    [found] = settle(reading, [draft(called, "the"), draft(allegations, "a sham")])
    assert [content.of(text) for content in found.content] == ["the allegations a sham"]
