"""The lines of the demo's record, one by one: on whose word, how told; and the sentences that lines are told in."""

import json
import re
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest

import rashomon
from rashomon.lexicon.files import load
from rashomon.model import Record, Span, make_article
from rashomon.settings import Settings
from rashomon.weighing.compared.clauses import clause_of
from rashomon.weighing.lines.silence import IMPLIED
from tests.conftest import TEHRAN, reading_of

SCORER = Path(__file__).parent.parent / "bench" / "scorers" / "score_comparison.py"


@pytest.fixture(scope="module")
def record() -> Record:
    [made] = rashomon.compare(TEHRAN)
    return made


def line_of(record: Record, words: str):
    found = [line for line in record.lines if words in line.summary]
    assert len(found) == 1, (words, [line.summary for line in found])
    return found[0]


# Words of the summary, the accounts that have it, how it stands, and who its independent witnesses are.
LINES = [
    ("Ri Yong-ho met Hassan Rouhani in Tehran on 8 August 2018.", 2, "agree", ["MintPress News", "president.ir"]),
    ("Ri Yong-ho met Javad Zarif", 1, "single", ["MintPress News"]),
    ("Ri Yong-ho met Ali Larijani", 1, "single", ["MintPress News"]),
    ("encountered one another", 1, "single", ["MintPress News"]),
    ("didn’t hold separate talks", 1, "single", ["MintPress News"]),
    ("walked away from the agreement (", 2, "compatible", ["MintPress News", "account A"]),
    ("new sanctions against Tehran", 2, "agree", ["MintPress News", "account A"]),
    ("Hassan Rouhani said: “The U.S. administration’s performance", 2, "compatible", ["Hassan Rouhani"]),
    ("Ri Yong-ho criticized", 2, "compatible", ["Ri Yong-ho"]),
    ("violation of international norms", 2, "compatible", ["Ri Yong-ho"]),
    ("exports of crude oil to North Korea at 4 million barrels a year", 1, "single", ["Chosun Ilbo"]),
    ("exports of refined oil products to North Korea at 500,000 barrels a year", 1, "single", ["Chosun Ilbo"]),
    ("Kim Jong Un committed", 1, "single", ["account A"]),
    ("held a summit in Singapore on 12 June 2018", 2, "agree", ["MintPress News", "account A"]),
    ("John Bolton asserted", 1, "single", ["John Bolton"]),
    ("Bloomberg wrote", 1, "single", ["Bloomberg"]),
    ("Ri Yong-ho pledged: “we will preserve our nuclear science”", 1, "single", ["Ri Yong-ho"]),
    ("A diplomatic source said, according to the Chosun Ilbo: “Currently", 1, "single", ["a diplomatic source"]),
    ("Iran’s foreign ministry", 1, "single", ["Iran’s foreign ministry"]),
]


@pytest.mark.parametrize(("words", "accounts", "standing", "origins"), LINES)
def test_a_line_of_the_demo_has_its_accounts_its_standing_and_its_witnesses(record, words, accounts, standing, origins):
    line = line_of(record, words) if "4 million" not in words and "500,000" not in words else _cap(record, words)
    assert len({claim.article for claim in line.claims}) == accounts
    assert (line.standing, list(line.origins), line.independent) == (standing, origins, len(origins))


def _cap(record: Record, words: str):
    """The UN's cap itself; the paper's sentence on it is a statement with the same words."""
    return next(line for line in record.lines if words in line.summary and line.kind == "undertaking")


def test_every_line_has_its_own_id_and_sentence(record):
    assert len({line.id for line in record.lines}) == len(record.lines)
    assert len({line.summary for line in record.lines}) == len(record.lines)


def test_nearly_every_line_is_told_in_a_sentence_of_ours(record):
    quoted = [line.summary for line in record.lines if line.summary.startswith("The text says")]
    assert len(quoted) <= len(record.lines) / 10, quoted


def test_no_line_dates_a_thing_by_the_words_of_its_text(record):
    told = [line.summary for line in record.lines if line.kind in {"event", "undertaking"}]
    assert not [s for s in told if re.search(r"\b(?:Wednesday|prior day|last week|yesterday)\b", s)]


def test_the_story_is_titled_by_what_happened_and_where(record):
    assert record.story.title == "Ri Yong-ho met Hassan Rouhani in Tehran on 8 August 2018"
    assert record.story.where == "Tehran"


def test_the_timeline_is_in_order_and_has_what_went_before(record):
    days = [(moment.earliest, moment.latest) for moment in record.timeline]
    assert not [(one, two) for one, two in combinations(days, 2) if two[1] < one[0]]
    assert any("summit" in moment.text for moment in record.timeline)


def test_the_brief_begins_with_the_meeting_that_both_accounts_have(record):
    assert record.brief[0].text == "Ri Yong-ho met Hassan Rouhani in Tehran on 8 August 2018."
    assert len({sentence.text for sentence in record.brief}) == len(record.brief) <= 12


CLAUSES = [
    ("The minister left the pact in spite of pleas by its signatories.", "left", "left the pact"),
    ("The envoys met at the forum yet did not hold separate talks.", "met", "met at the forum"),
    ("Norland will join it if the council lifts the ban.", "join", "will join it if the council lifts the ban"),
    ("The envoy left the hall, ending a long quarrel with the mayor.", "left", "left the hall"),
    ("The mayor also rejected the plan, which he had praised before.", "rejected", "rejected the plan"),
    ("The minister has appeared on television for days to stress the urgency of the matter.", "stress",
     "has appeared on television for days to stress the urgency of the matter"),
    ("The guard allegedly shot and killed a thief.", "shot", "allegedly shot and killed a thief"),
    ("The guard shot a thief and called the police.", "shot", "shot a thief"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cue", "core"), CLAUSES)
def test_a_clause_is_told_to_the_end_of_its_core(text, cue, core):
    reading = reading_of(text, upto="sentences")
    start = text.index(cue)
    clause = clause_of(reading, Span(start, start + len(cue)))
    assert clause is not None
    assert clause.span.of(text) == core


TOLD = [
    (
        "If the bank falls, Anna Berg said she would not stay in Oslo.",
        "The text says of Anna Berg: “If the bank falls, Anna Berg said she would not stay in Oslo.”",
    ),
    ("Anna Berg did not say whether she would stay.", "Anna Berg did not say whether she would stay."),
    ("“The dam is safe,” Anna Berg told Reuters in Oslo.", "Anna Berg said to Reuters: “The dam is safe”."),
    (
        "Foreign minister Anna Berg met President Omar Said in Oslo on 4 March 2019.",
        "Anna Berg met Omar Said in Oslo on 4 March 2019.",
    ),
    ("“The blockade must end,” Anna Berg said in Oslo.", "Anna Berg said: “The blockade must end”."),
    (
        "Prime Minister Anna Berg visited the White House on 4 March 2019.",
        "Anna Berg visited the White House on 4 March 2019.",
    ),
    (
        "The fund holds more than 30 tonnes of grain in Oslo.",
        "Over 30 tonnes of grain: “The fund holds more than 30 tonnes of grain in Oslo.”",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "sentence"), TOLD)
def test_a_line_is_told_in_plain_english(text, sentence):
    [made] = rashomon.compare(make_article(text))
    assert sentence in [line.summary for line in made.lines]


@pytest.mark.parametrize("entry", load("summary.yaml")["deeds"], ids=lambda entry: entry["name"])
def test_sentences_of_deeds_name_who_acts_and_have_no_other_gaps(entry):
    for frame in [*entry["told"].values(), *entry.get("joint", {}).values()]:
        assert frame.startswith("{actor} ")
        assert set(re.findall(r"{(\w+)}", frame)) <= {"actor", "recipient", "there", "are"}
    assert not set(entry["told"]) - {"happened", "planned", "denied", "hypothetical"}


def test_a_comparison_table_is_scored_by_hand_computed_values(tmp_path):
    fact = {"id": "1", "kind": "event", "verdict": "agree", "outlets": {
        "X": {"stance": "reported", "evidence": [{"start": 0, "end": 10}]},
        "Y": {"stance": "reported", "evidence": [{"start": 0, "end": 10}]},
        "Z": {"stance": "silent"}}}  # fmt: skip
    other = {"id": "2", "kind": "statement", "verdict": "single", "outlets": {
        "X": {"stance": "reported", "evidence": [{"start": 50, "end": 60}]}}}  # fmt: skip
    gold = {"documents": {"X": "x", "Y": "y", "Z": "z"}, "facts": [fact, other]}
    claim = {"article": "x", "evidence": [{"start": 5, "end": 12}]}
    line = {"kind": "event", "standing": "single", "claims": [claim], "differences": [], "summary": "A met B."}
    record = {"articles": [{"id": "x"}, {"id": "y"}, {"id": "z"}], "lines": [line]}
    (tmp_path / "gold.json").write_text(json.dumps(gold))
    (tmp_path / "pred.json").write_text(json.dumps(record))
    files = ["--gold", str(tmp_path / "gold.json"), "--pred", str(tmp_path / "pred.json")]
    ran = subprocess.run(
        [sys.executable, str(SCORER), *files, "--json"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    found = json.loads(ran.stdout)
    assert (found["recall"], found["stance accuracy"], found["verdict accuracy"]) == (0.5, pytest.approx(2 / 3), 0.0)
    assert found["stance macro-F1"] == pytest.approx((2 / 3 + 2 / 3) / 2)


def test_an_account_that_tells_what_a_visitor_did_there_is_not_plainly_silent():
    one = "Foreign minister Anna Berg visited Oslo on 4 March 2019."
    two = "Foreign minister Anna Berg met President Omar Said in Oslo on 4 March 2019."
    [made] = rashomon.compare(make_article(one), make_article(two), settings=Settings(one_story=True))
    [visit] = [line for line in made.lines if "visited" in line.summary]
    assert [silence.reason for silence in visit.silent] == [IMPLIED]
    assert not [s.text for s in made.brief if visit.id in s.lines and "alone" in s.text]


TABLES = sorted((SCORER.parent.parent / "comparison").glob("*.json"))


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_a_table_made_by_hand_fits_its_own_verdicts_and_holds_no_words_of_the_accounts(path):
    table = json.loads(path.read_text(encoding="utf-8"))
    assert len({fact["id"] for fact in table["facts"]}) == len(table["facts"])
    for fact in table["facts"]:
        cells = fact["outlets"]
        stances = [cell["stance"] for cell in cells.values()]
        assert cells.keys() == table["documents"].keys()
        assert all(bool(cell.get("evidence")) == (cell["stance"] != "silent") for cell in cells.values())
        assert all(e.keys() == {"start", "end"} for cell in cells.values() for e in cell.get("evidence", []))
        verdict = "differ" if "contradicted" in stances else "agree" if stances.count("reported") > 1 else "single"
        assert fact["verdict"] == verdict, fact["id"]
