"""To date a dated article no more is parsed than its times need, and they come out as in the whole reading."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon import pipeline
from rashomon.lexicon.files import load
from rashomon.lexicon.marked import marked
from rashomon.linking.dates.values import leaned_on
from rashomon.model import Article, Reading, Span, Time, TimeExpression, make_article
from rashomon.registry import STAGES, find
from rashomon.settings import STAGES as WHOLE
from rashomon.settings import Settings
from rashomon.text.passages import Passages
from rashomon.text.syntax import parsed, unparsed

DAY = dt.date(2018, 8, 15)  # a Wednesday, that of the lexicon's examples
ALONE = pipeline.for_dates(Settings())
PARSED = Settings(stages=tuple("syntax" if name == "clauses" else name for name in ALONE.stages))
RULES = load("times.yaml")["rules"]

# Marked are the passages that are parsed.
TEXTS = [
    "[They met on Monday.] The pact of 2015 is over. Last week he left. It took ten years.",
    "He came to power in 1990. It was sold yesterday, for the third time in two months.",
    "Envoys meet\n\n[They will meet on 3 March.] Nothing else is known.\n\n[It opens in June.]",
    "Mr. Berg left. [He saw J. Vik of Norland Corp. at the U.S. base on Monday.] He left last year.",
    "“It is over. [They went on Monday.”] He sat down.",
    "[It sold 1990 tons.] It was built in 1990.",
    "[In 1999 he moved to Rome.] Nobody knew. [On May 3 he was arrested there.]",
    "In 1999 he moved to Rome. Nobody knew. He sang. He ate. [On May 3 he was arrested there.]",
    "[He spoke yesterday.] The hall was full. The following day he left.",
    "He spoke yesterday. The hall was full. A week ago he left.",
    "He saw her in January 2017. [He reads The Sunday Times.]",
    "",
    " \n ",
]


def walk(article: Article, by: Settings) -> Reading:
    reading = Reading(article)
    for name in by.stages:
        run = find(STAGES, name)
        reading = reading.adding(run.promise.gives, run(reading, by))
    return reading


def dated(text: str) -> Article:
    return make_article(text, published=DAY)


@pytest.mark.parametrize("told", TEXTS)
def test_what_is_parsed(told: str) -> None:
    text = told.replace("[", "").replace("]", "")
    doc = walk(dated(text), ALONE).doc
    runs = [list(sent) for sent in doc.sents if any(token.tag_ for token in sent)]
    shown = text
    for run in reversed(runs):
        words = Span(run[0].idx, run[-1].idx + len(run[-1])).stripped(text)
        shown = f"{shown[: words.start]}[{words.of(text)}]{shown[words.end :]}"
    assert shown == told


def test_names_are_found_only_beside_what_may_be_one() -> None:
    text = "Omar Said met Anna Berg on Monday. The president spoke with Theresa May. He will be back in July."
    doc = walk(dated(text), ALONE).doc
    assert [ent.text for ent in doc.ents if ent.label_ == "PERSON"] == ["Theresa May"]
    assert all(token.tag_ for token in doc)


def test_without_a_day_everything_is_parsed() -> None:
    doc = walk(make_article(TEXTS[1]), ALONE).doc
    assert all(token.tag_ for token in doc)


def test_a_parse_of_every_passage_is_that_of_the_whole(tehran: list[Article]) -> None:
    for article in tehran:
        reading = walk(article, Settings(stages=("blocks",)))
        passages = Passages(unparsed(reading, ALONE))
        every = {passages.at(at) for at in range(len(article.text))}
        assert len(every) > 20
        in_parts, whole = passages.parsed(every, every, ALONE), parsed(unparsed(reading, ALONE), ALONE)
        assert _told(in_parts) == _told(whole)


def _told(doc) -> list[tuple[object, ...]]:
    return [(t.idx, t.text, t.tag_, t.pos_, t.lemma_, t.dep_, t.head.i, t.ent_type_, t.is_sent_start) for t in doc]


def test_the_demo_is_dated_as_in_the_whole_reading(tehran: list[Article]) -> None:
    for article in tehran:
        known = make_article(article.text, path=article.path, published=dt.date(2018, 8, 9))
        alone, whole = (pipeline.read_article(known, by) for by in (ALONE, Settings()))
        assert alone.of(Time) == whole.of(Time)
        assert alone.published == whole.published
        assert sum(bool(token.tag_) for token in alone.doc) < len(whole.doc) / 2


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["rule"])
def test_the_lexicons_examples_are_dated_as_in_the_whole_reading(rule: dict) -> None:
    article = dated(" ".join([*(marked(x)[0] for x in rule.get("examples", ())), *rule.get("not", ())]))
    assert walk(article, ALONE).of(Time) == walk(article, PARSED).of(Time)


SENTENCES = [marked(example)[0] for rule in RULES for example in rule.get("examples", ())]


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6), st.sampled_from([" ", "\n\n"]))
@settings(max_examples=30, derandomize=True)
def test_the_same_words_are_times_whatever_stands_around_them(sentences: list[str], between: str) -> None:
    article = dated(between.join(sentences))
    alone, whole = (walk(article, by).of(TimeExpression) for by in (ALONE, PARSED))
    assert [(e.span, e.rule, e.arguments) for e in alone] == [(e.span, e.rule, e.arguments) for e in whole]


@given(st.text(max_size=200))
@settings(max_examples=50)
def test_any_text_is_dated(text: str) -> None:
    reading = walk(dated(text), ALONE)
    assert "".join(token.text_with_ws for token in reading.doc) == reading.doc.text
    assert all(0 <= time.span.start < time.span.end <= len(text) for time in reading.of(Time))


@pytest.mark.parametrize(
    ("rules", "sentences", "leaned"),
    [
        (["year", "month-day"], [0, 2], {0}),
        (["year", "month-day"], [0, 3], set()),
        (["duration", "month"], [0, 0], set()),
        (["unit", "year", "month"], [0, 1, 1], {0, 1}),
        (["weekday", "day", "year", "anchored"], [0, 4, 8, 9], {0, 1}),
        (["weekday", "ago"], [0, 0], set()),
    ],
)
def test_what_later_words_lean_on(rules: list[str], sentences: list[int], leaned: set[int]) -> None:
    told = [TimeExpression(Span(n, n + 1), "DATE", rule) for n, rule in enumerate(rules)]
    assert leaned_on(told, sentences) == leaned


def test_the_stages_of_the_whole_reading_are_left_alone() -> None:
    assert Settings().stages == WHOLE
    assert "clauses" not in WHOLE
