"""A reading leaves as the measuring contract has it, and the scorers take it as it comes."""

import datetime as dt
import json
import subprocess
import sys
from pathlib import Path

import pytest

from rashomon.model import (
    Amount,
    Attribution,
    Claim,
    DateSlot,
    Entity,
    EntitySlot,
    Event,
    Hop,
    Mention,
    Published,
    Reading,
    Span,
    Time,
    Undertaking,
)
from rashomon.renderers.readings import contract, reading_lines
from tests.conftest import reading_of

SCORERS = Path(__file__).parent.parent / "bench" / "scorers"
TEXT = "Mara Lind met Olaf Berg on Tuesday. Lind told Berg that Norland will sell 40 tons a year until May."


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


SAYS_LIND = Span(TEXT.index("Lind told"), TEXT.index(" told"))


def mention(words: str) -> Mention:
    span = at(words)
    return Mention(span, Span(span.end - len(words.rsplit(maxsplit=1)[-1]), span.end), "name")


@pytest.fixture(scope="module")
def reading() -> Reading:
    """One short text with a finding of every kind, set by hand."""
    day = dt.date(2020, 3, 3)
    lind, berg = Hop("Mara Lind", "person", "lind"), EntitySlot(("berg",), "Berg", at("Berg that"))
    when = DateSlot(day, day, "Tuesday", at("Tuesday"))
    said = Claim("c1", "story-1", "statement", "a1", (at("Lind told"),), (lind,), {"addressee": berg, "when": when})
    met = Claim("c2", "story-1", "event", "e1", (at("met"),), (), {"when": when})
    sale = Claim("c3", "story-1", "undertaking", "u1", (at("will sell"),), (lind,), {}, within="a1")
    findings = {
        Mention: [mention("Mara Lind"), mention("Olaf Berg"), mention("Norland")],
        Entity: [
            Entity("lind", "Mara Lind", "person", (at("Mara Lind"), SAYS_LIND), code="NOLGOV"),
            Entity("berg", "Olaf Berg", "person", (at("Olaf Berg"),), code="SUDGOV"),
        ],
        Time: [
            Time(at("Tuesday"), "DATE", "2020-03-03", "weekday before the day of print"),
            Time(at("May"), "DATE", "", "no year is near"),
        ],
        Amount: [Amount(at("40 tons a year"), 40, 40, "ton", per="year")],
        Attribution: [Attribution("a1", (SAYS_LIND,), (at("told"),), (at("Norland will sell"),), "indirect")],
        Event: [Event("e1", at("met"), at("Mara"), "CONSULT", "visit", (at("Mara Lind"),), (at("Olaf Berg"),))],
        Undertaking: [
            Undertaking(
                "u1", "pledge", at("Norland will sell 40 tons"), at("will sell"), at("40 tons"), amount=at("40 tons")
            )
        ],
        Published: [Published(day, day, ("given with the article",))],
        Claim: [said, met, sale],
    }
    made = reading_of(TEXT, upto="sentences", id="story-1")
    for kind, items in findings.items():
        made = made.adding([kind], items)
    return made


def test_every_part_of_the_contract_is_there_in_its_order(reading):
    parts = "id published blocks sentences mentions entities timexes unresolved_times amounts attributions voices"
    assert " ".join(contract(reading)) == f"{parts} events undertakings"


def test_an_attribution_has_its_speaker_addressee_chain_time_and_words(reading):
    (row,) = contract(reading)["attributions"]
    assert row["speaker"] == "lind"
    assert row["addressee"] == {"entities": ["berg"], "text": "Berg"}
    assert row["chain"] == [{"name": "Mara Lind", "kind": "person", "entity": "lind"}]
    assert row["time"]["earliest"] == dt.date(2020, 3, 3)
    assert row["text"] == {"source": ["Lind"], "cue": ["told"], "content": ["Norland will sell"]}


def test_an_event_names_actors_by_code_and_its_day(reading):
    (row,) = contract(reading)["events"]
    assert (row["source"], row["target"], row["date"]) == (["NOLGOV"], ["SUDGOV"], dt.date(2020, 3, 3))
    assert row["actor"] == [{"text": "Mara Lind", "entities": ["lind"]}]


def test_an_undertaking_has_its_amount_and_on_whose_word_it_stands(reading):
    (row,) = contract(reading)["undertakings"]
    assert (row["amount"]["value"], row["amount"]["unit"], row["amount"]["per"]) == (40, "ton", "year")
    assert row["attribution"] == "a1"


def test_a_time_without_a_value_is_kept_apart_with_its_reason(reading):
    row = contract(reading)
    assert [t["value"] for t in row["timexes"]] == ["2020-03-03"]
    assert [t["why"] for t in row["unresolved_times"]] == ["no year is near"]


def test_mentions_of_one_entity_share_a_cluster_and_unlinked_ones_are_left_out(reading):
    cluster = {TEXT[m["start"] : m["end"]]: m["cluster"] for m in contract(reading)["mentions"]}
    assert cluster["Mara Lind"] == cluster["Lind"] != cluster["Olaf Berg"]
    assert "Norland" not in cluster


def test_the_same_reading_gives_the_same_line(reading):
    line, again = [next(iter(reading_lines([reading]))) for _ in range(2)]
    assert line == again
    assert "\n" not in line


@pytest.mark.parametrize(
    ("scorer", "arguments", "part"),
    [
        ("score_attribution.py", [], "attributions"),
        ("score_time.py", [], "timexes"),
        ("score_events.py", [], "events"),
        ("score_coref.py", ["mentions", "--kinds", "all", "--gold"], "mentions"),
    ],
)
def test_the_scorers_take_it_as_it_comes(reading, tmp_path, scorer, arguments, part):
    (line,) = reading_lines([reading])
    predicted, gold = tmp_path / "predicted.jsonl", tmp_path / "gold.jsonl"
    predicted.write_text(line + "\n", "utf-8")
    gold.write_text(json.dumps({"id": "story-1", "text": TEXT, part: json.loads(line)[part]}) + "\n", "utf-8")
    between = ["--pred"] if "--gold" in arguments else []
    command = [sys.executable, str(SCORERS / scorer), *arguments, str(gold), *between, str(predicted), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
