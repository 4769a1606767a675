"""What one account alone tells in a sentence of its own has a line, whether or not a reader knows its kind."""

import datetime as dt

import pytest

import rashomon
from rashomon.model import make_article
from rashomon.settings import Settings

SHARED = "A court in Oslo fined the shipyard for polluting the fjord."


def _lines(text):
    articles = [make_article(SHARED, id="a", outlet="A"), make_article(f"{SHARED} {text}", id="b", outlet="B")]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    said = text.split()[0]
    return [line for line in record.lines if said in " ".join(e.of(articles[1].text) for c in line.claims
            if c.article == "b" for e in c.evidence)]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Larvik cast 66 votes for its mayor.",
        "Berg threw his badge on the floor and left the hall.",
        "Molde is the home of forty welders.",
    ],
)
def test_a_sentence_of_one_account_has_one_line_on_which_the_other_is_silent(text):
    [line] = _lines(text)
    assert (line.standing, [silence.article for silence in line.silent]) == ("single", ["a"])


@pytest.mark.parametrize(
    "text",
    [
        "Nobody was surprised by any of it.",  # names nothing
        "Could Larvik cast 66 votes for its mayor?",
        "If Larvik wins, its mayor may cast 66 votes.",
    ],
)
def test_what_names_nothing_asks_or_is_under_an_if_has_none(text):
    assert not _lines(text)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Larvik will know that we close the port on Friday.", 0),
        ("Larvik cast 66 votes for the mayor of its “we stay” party.", 1),
        ("Larvik sold forty boats to the US.", 1),
    ],
)
def test_what_an_i_or_we_tells_outside_of_quotation_marks_is_somebodys_and_not_the_texts(text, lines):
    assert len([line for line in _lines(text) if line.kind == "event"]) == lines


@pytest.mark.parametrize(("before", "told"), [(SHARED, "Account B opens with it."), (f"{SHARED}\n\n" * 4, "")])
def test_the_brief_has_it_only_where_the_account_opens_with_it(before, told):
    articles = [make_article(SHARED, id="a"), make_article(f"{before} Larvik cast 66 votes.", id="b")]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    assert any("66 votes" in line.summary for line in record.lines)
    said = [sentence.text for sentence in record.brief if "66 votes" in sentence.text]
    assert said == ([f"Larvik cast 66 votes. {told}"] if told else [])


def test_a_copy_tells_it_with_its_original_and_is_no_further_witness():
    text = f"{SHARED} Larvik cast 66 votes for its mayor."
    articles = [make_article(t, id=n, outlet=n) for n, t in (("a", SHARED), ("b", text), ("c", text))]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    [line] = [line for line in record.lines if "66 votes" in line.summary and line.kind != "figure"]
    assert ({claim.article for claim in line.claims}, line.independent) == ({"b", "c"}, 1)


@pytest.mark.parametrize(
    ("text", "summaries"),
    [
        (
            "Peru recalled its envoy and Omar Vik closed the port.",
            ["Peru recalled its envoy.", "Omar Vik closed the port."],
        ),
        (
            "Peru recalled its envoy and two guards were killed in Oslo.",
            ["Peru recalled its envoy.", "Two guards were killed in Oslo."],
        ),
        (
            "Peru recalled its envoy and Kenya closed its embassy.",
            ["Peru recalled its envoy.", "Kenya closed its embassy."],
        ),
        (
            "Bo Aas sat down in Oslo. Omar Vik adjourned the session and asked Chile to submit a draft.",
            ["Bo Aas sat down in Oslo.", "Omar Vik adjourned the session."],
        ),
        (
            "Bo Aas sat down in Oslo. Omar Vik thanked Chile for its help and said that it had kept its word.",
            ["Bo Aas sat down in Oslo.", "Omar Vik thanked Chile for its help."],
        ),
    ],
)
def test_both_sentences_that_and_joins_are_told(text, summaries):
    [record] = rashomon.compare(make_article(text), settings=Settings(one_story=True))
    assert [line.summary for line in record.lines if line.kind == "event"] == summaries


def test_a_day_is_none_of_a_clause_within():
    text = "Norway on Monday seized a ship that critics claim wrecked the harbour of Larvik."
    [record] = rashomon.compare(make_article(text, published=dt.date(2021, 7, 1)), settings=Settings(one_story=True))
    told = "On 28 June 2021, Norway seized a ship that critics claim wrecked the harbour of Larvik."
    assert told in [line.summary for line in record.lines]


def test_a_day_is_that_of_the_first_deed_and_not_of_what_was_done_besides():
    text = "Norway on Monday named Bo Aas envoy to Peru, replacing Luis Prado."
    [record] = rashomon.compare(make_article(text, published=dt.date(2021, 7, 1)), settings=Settings(one_story=True))
    told = [line.summary for line in record.lines]
    assert told == ["Norway named Bo Aas envoy to Peru on 28 June 2021, replacing Luis Prado."]
