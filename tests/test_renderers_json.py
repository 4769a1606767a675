"""A record leaves as JSON whose every piece of evidence can be checked against the texts."""

import hashlib
import json

import msgspec
import pytest

from rashomon.model import Affair, Article, Copy, Entity, Event, Mention, Reading, Record, Span
from rashomon.renderers.record_json import mention_lines, record_line
from rashomon.renderers.stories import story_lines
from tests.conftest import reading_of
from tests.sample_record import sample_record


@pytest.fixture(scope="module")
def record(tehran: list[Article]) -> Record:
    return sample_record(tehran)


@pytest.fixture(scope="module")
def row(record: Record) -> dict:
    return json.loads(record_line(record))


def test_every_part_of_the_contract_is_there_in_its_order(row):
    assert row["format"] == "rashomon-record/1"
    parts = "format story articles entities lines timeline ledgers brief failures made_by"
    assert " ".join(row) == parts
    assert " ".join(row["lines"][0]) == "id kind summary standing date claims silent origins independent differences"


def test_every_quote_stands_where_the_record_says(row, tehran):
    texts = {article.id: article.text for article in tehran}
    places = [(c["article"], e) for line in row["lines"] for c in line["claims"] for e in c["evidence"]]
    assert places
    for article, place in places:
        assert texts[article][place["start"] : place["end"]] == place["quote"]


def test_an_undated_account_says_why_it_has_no_day(row):
    dated, undated = row["articles"]
    assert dated["published"]["latest"] == "2018-08-14"
    assert undated["published"] is None
    assert "proves" in undated["undated_because"]


def test_the_digest_is_that_of_the_file(row, tehran):
    assert [a["sha256"] for a in row["articles"]] == [hashlib.sha256(x.text.encode()).hexdigest() for x in tehran]


def test_the_same_record_gives_the_same_line(record):
    assert record_line(record) == record_line(record)


def test_mentions_are_clustered_across_articles(record, tehran):
    def name(article: Article, words: str) -> Span:
        start = article.text.index(words)
        return Span(start, start + len(words))

    readings = []
    met = record.lines[0].claims
    for article, claim in zip(tehran, met, strict=True):
        span = name(article, "Hassan Rouhani")
        trigger = claim.evidence[0]
        reading = Reading(article)
        reading = reading.adding([Mention], [Mention(span, span, "name"), Mention(trigger, trigger, "nominal")])
        reading = reading.adding([Entity], [Entity("own", "Hassan Rouhani", "person", (span,))])
        readings.append(reading.adding([Event], [Event(claim.finding, trigger, trigger, "CONSULT")]))
    one, two = [json.loads(line) for line in mention_lines(record, readings)]
    assert (one["id"], two["id"]) == (tehran[0].id, tehran[1].id)
    cluster = [
        {m["kind"]: m["cluster"] for m in x["mentions"] if m["end"] - m["start"] == 14 or m["kind"] == "event"}
        for x in (one, two)
    ]
    assert cluster[0] == cluster[1] == {"entity": "rouhani", "event": record.lines[0].id}
    unlinked = [m for x in (one, two) for m in x["mentions"] if m["kind"] == "entity" and m["end"] - m["start"] != 14]
    assert not unlinked


def test_each_article_of_the_record_has_one_line_and_others_none(record, tehran):
    other = reading_of("Nothing of the record is here.", upto="blocks")
    given = [other, Reading(tehran[0]), Reading(tehran[0])]
    assert [json.loads(line) for line in mention_lines(record, given)] == [{"id": tehran[0].id, "mentions": []}]


def test_stories_name_their_articles(record):
    one, two = record.story.articles
    story = msgspec.structs.replace(record.story, copies=(Copy(two, one),))
    lines = [json.loads(line) for line in story_lines([Affair("a", story.title, (story,))])]
    told = {"story": story.id, "affair": "a"}
    assert sorted(lines, key=len) == [{"id": one} | told, {"id": two} | told | {"copy_of": one}]
