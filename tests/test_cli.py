"""The commands as a user runs them, bad input included."""

import io
import json
import os
import re
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from rashomon.cli import main
from tests.conftest import TEHRAN

SHORT = "Iran and Oman signed a trade agreement in Muscat on Monday, the Omani foreign ministry said in a statement."
GERMAN = (
    "Der iranische Präsident hat den nordkoreanischen Außenminister am Mittwoch in Teheran empfangen. "
    "Bei dem Gespräch ging es nach Angaben des Präsidialamts um die Lage auf der koreanischen Halbinsel."
)
DAY, GIVEN = "2020-03-04", "given with the article"
FLOOD = "The river Elbe rose by two metres on Tuesday and flooded the old town of Meissen, the mayor told local radio."


def run(*arguments: object) -> int:
    with pytest.raises(SystemExit) as stop:
        main([str(a) for a in arguments])
    return int(stop.value.code or 0)


def compare(tmp_path, *inputs: object) -> tuple[int, list[dict]]:
    out = tmp_path / "record.json"
    code = run("compare", *inputs, "--json", out, "--html", tmp_path / "report.html")
    records = [json.loads(line) for line in out.read_text("utf-8").splitlines()] if out.exists() else []
    return code, records


@pytest.fixture
def write(tmp_path):
    def to(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    return to


def test_compare_writes_report_record_and_summary(tmp_path, capsys):
    code, [record] = compare(tmp_path, TEHRAN)
    assert code == 0
    assert record["format"] == "rashomon-record/1"
    assert len(record["articles"]) == 2
    said = capsys.readouterr().out
    assert "report.html" in said.replace("\n", "")
    assert "record.json" in said.replace("\n", "")


def test_the_same_input_gives_the_same_bytes_in_any_order(tmp_path):
    first, second = sorted(TEHRAN.glob("*.txt"))
    made = []
    for name, inputs in (("one", (first, second)), ("two", (second, first))):
        (tmp_path / name).mkdir()
        compare(tmp_path / name, *inputs)
        made.append([(tmp_path / name / f).read_bytes() for f in ("record.json", "report.html")])
    assert made[0] == made[1]


def test_read_writes_one_reading_a_line(tmp_path, write):
    out = tmp_path / "readings.jsonl"
    lines = [{"id": "a", "text": SHORT, "published": "2020-03-04"}, {"id": "b", "text": FLOOD}]
    articles = write("articles.jsonl", "\n".join(json.dumps(line) for line in lines))
    assert run("read", articles, "--jsonl", out) == 0
    readings = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [r["id"] for r in readings] == ["a", "b"]
    assert readings[0]["published"]["earliest"] == "2020-03-04"
    [monday] = [t for t in readings[0]["timexes"] if SHORT[t["start"] : t["end"]] == "Monday"]
    assert monday["value"] == "2020-03-02"


def test_group_names_a_story_for_every_article(write, capsys):
    articles = [
        {"id": "a", "text": SHORT},
        {"id": "b", "text": SHORT + " Oman confirmed it."},
        {"id": "c", "text": FLOOD},
    ]
    path = write("articles.jsonl", "\n".join(json.dumps(a) for a in articles))
    assert run("group", path, "--jsonl", "-") == 0
    story = {row["id"]: row["story"] for row in map(json.loads, capsys.readouterr().out.splitlines())}
    assert story["a"] == story["b"] != story["c"]


UNREADABLE = [
    ("empty.txt", "", "empty"),
    ("blank.txt", " \n\t\n", "empty"),
    ("picture.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "an image"),
    ("zeros.txt", b"abc\x00\x00\x01\x02" * 50, "binary"),
    ("german.txt", GERMAN, "German"),
    ("broken.jsonl", '{"id": "a", "text": ', "not an article"),
]


@pytest.mark.parametrize(("name", "content", "reason"), UNREADABLE)
def test_what_cannot_be_read_is_told_and_stops_nothing(tmp_path, write, capsys, name, content, reason):
    bad, good = write(name, content), write("good.txt", SHORT)
    code, [record] = compare(tmp_path, bad, good)
    assert code == 1
    assert [a["path"] for a in record["articles"]] == [str(good)]
    [failure] = record["failures"]
    assert reason.lower() in failure["reason"].lower()
    told = capsys.readouterr().err
    assert name in told
    assert "Traceback" not in told


def test_a_text_of_ten_megabytes_is_refused_with_a_mend(tmp_path, write, capsys):
    code, records = compare(tmp_path, write("long.txt", (SHORT + "\n") * 95_000))
    assert (code, records) == (2, [])
    assert "1,000,000" in capsys.readouterr().err


def test_a_missing_file_is_bad_usage(tmp_path, capsys):
    code, records = compare(tmp_path, tmp_path / "nowhere.txt")
    assert (code, records) == (2, [])
    assert "nowhere.txt" in capsys.readouterr().err.replace("\n", "")


def test_nothing_readable_is_bad_input(tmp_path, write, capsys):
    code, records = compare(tmp_path, write("empty.txt", ""))
    assert (code, records) == (2, [])
    assert "empty" in capsys.readouterr().err


def test_one_article_alone_is_a_record_of_single_lines(tmp_path, write):
    code, [record] = compare(tmp_path, write("a.txt", SHORT))
    assert code == 0
    assert record["lines"]
    assert {line["standing"] for line in record["lines"]} == {"single"}
    assert all(line["silent"] == [] for line in record["lines"])


def test_the_same_article_twice_is_one_witness(tmp_path, write):
    write("a.txt", SHORT)
    _, [record] = compare(tmp_path, write("b.txt", SHORT), tmp_path / "a.txt")
    assert len(record["articles"]) == 1
    assert {line["independent"] for line in record["lines"]} == {1}


def test_a_reprint_under_another_outlet_adds_an_account_and_no_witness(tmp_path, write):
    rows = [
        {"id": n, "text": SHORT, "outlet": o, "published": "2020-03-04"} for n, o in (("a", "Times"), ("b", "Post"))
    ]
    _, [record] = compare(tmp_path, write("a.jsonl", "\n".join(json.dumps(r) for r in rows)))
    assert len(record["articles"]) == 2
    assert record["lines"]
    assert {line["independent"] for line in record["lines"]} == {1}


def test_unrelated_articles_are_two_stories_with_nothing_aligned(tmp_path, write):
    code, records = compare(tmp_path, write("a.txt", SHORT), write("b.txt", FLOOD))
    assert code == 0
    assert [len(r["articles"]) for r in records] == [1, 1]


@pytest.mark.parametrize("text", ["“" * 7, '"', "’" + SHORT, "“" + SHORT, SHORT + "”", f'"{SHORT}', f"‘“{SHORT}’ “"])
def test_unbalanced_quotation_marks_are_read(tmp_path, write, text):
    code, [record] = compare(tmp_path, write("a.txt", f"{SHORT}\n\n{text}"))
    assert code == 0
    assert len(record["articles"]) == 1


def test_a_wrong_option_is_told_without_a_traceback():
    done = subprocess.run(
        [sys.executable, "-m", "rashomon.cli", "compare", "--jsno", "x"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "--jsno" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unknown_setting_is_refused(write, capsys):
    assert run("read", TEHRAN, "--settings", write("s.yaml", "max_charcters: 5")) == 2
    assert "max_charcters" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_is_told(write, capsys):
    inside_a_file = write("file", "x") / "out.jsonl"
    assert run("read", TEHRAN, "--jsonl", inside_a_file) == 2
    assert "cannot write" in capsys.readouterr().err


def test_a_path_that_is_a_folder_is_told_before_any_work(tmp_path, capsys):
    assert run("compare", TEHRAN, "--json", tmp_path / "r.json", "--html", tmp_path) == 2
    assert "it is a folder" in capsys.readouterr().err.replace("\n", " ")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_made(tmp_path):
    assert run("read", TEHRAN, "--jsonl", tmp_path / "new" / "deep" / "out.jsonl") == 0
    assert [p.name for p in (tmp_path / "new" / "deep").iterdir()] == ["out.jsonl"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind this user")
def test_a_file_that_may_not_be_read_is_told(tmp_path, write, capsys):
    closed = write("closed.txt", SHORT)
    closed.chmod(0)
    assert run("read", closed, write("open.txt", FLOOD), "--jsonl", tmp_path / "out.jsonl") == 1
    assert "ermission" in capsys.readouterr().err


def test_a_folder_of_all_sorts_is_read_and_the_rest_is_told(tmp_path, write, capsys):
    (tmp_path / "in").mkdir()
    write("in/a.txt", SHORT)
    write("in/b.jsonl", json.dumps({"id": "elbe", "text": FLOOD}))
    write("in/c.png", b"\x89PNG\r\n\x1a\n")
    write("in/d.html", f"<html><body><article><h1>Ferry</h1><p>{SHORT.replace('Iran', 'Qatar')}</p></article></body>")
    assert run("read", tmp_path / "in", "--jsonl", tmp_path / "out.jsonl") == 1
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    assert sum("sentences" in row for row in rows) == 3
    assert "c.png: not text but an image" in capsys.readouterr().err.replace("\n", " ")


def test_a_folder_without_articles_is_told(tmp_path, capsys):
    code, records = compare(tmp_path, tmp_path)
    assert (code, records) == (2, [])
    assert "holds no files" in capsys.readouterr().err.replace("\n", " ")


def test_a_path_given_twice_is_read_once(tmp_path, write):
    path = write("a.txt", SHORT)
    _, [record] = compare(tmp_path, path, path)
    assert len(record["articles"]) == 1


@pytest.mark.parametrize("given", [SHORT, json.dumps({"id": "a", "text": SHORT}) + "\n"])
def test_standard_input_is_read(monkeypatch, capsys, given):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
    assert run("read", "-") == 0
    [row] = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert row["sentences"] == [[0, len(SHORT)]]


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_what_stops_a_run_leaves_no_unfinished_file(tmp_path, monkeypatch, capsys, stop):
    def pressed(*_):
        os.kill(os.getpid(), stop)
        threading.Event().wait(10)  # until the signal, which may reach another thread first, is handled here

    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job is born deaf to it
    monkeypatch.setattr("rashomon.pipeline.read_article", pressed)
    assert run("read", TEHRAN, "--jsonl", tmp_path / "out.jsonl") == 130
    assert list(tmp_path.iterdir()) == []
    assert "stopped" in capsys.readouterr().err


@pytest.mark.slow
def test_a_reader_that_has_had_enough_is_no_error(write):
    rows = "\n".join(json.dumps({"id": str(n), "text": f"{SHORT} {n}. {FLOOD}" * 20}) for n in range(30))
    command = f"{sys.executable} -m rashomon.cli read {write('many.jsonl', rows)} | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
def test_text_of_other_programs_is_read(tmp_path, write, encoding):
    said = "“We won’t pay,” Prime Minister José Núñez said on Monday. The café’s owner agreed."
    path = write("a.txt", said.encode(encoding))
    assert run("read", path, "--jsonl", tmp_path / "out.jsonl") == 0
    [row] = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    assert any("José Núñez" in entity["name"] for entity in row["entities"])


def test_a_longer_text_is_read_where_the_settings_allow_it(tmp_path, write):
    out, short = tmp_path / "out.jsonl", write("s.yaml", "max_characters: 50")
    assert run("read", write("a.txt", SHORT), "--jsonl", out, "--settings", short) == 1


def test_dates_explains_the_times_of_an_article(capsys):
    assert run("dates", TEHRAN) == 0
    said = capsys.readouterr().out
    assert [line for line in said.splitlines() if line.startswith("  Published")] == [
        "  Published  8–10 August 2018",
        "  Published  9–12 August 2018",
    ]
    assert said.count("Executive Order 13846") == 2
    assert "On [the prior day], the DPRK’s foreign minister" in said


def test_dates_writes_json_lines_of_the_times_that_read_finds(tmp_path, write):
    articles = write("a.jsonl", json.dumps({"id": "a", "text": SHORT + " He left on 30 February.", "published": DAY}))
    rows = {}
    for command in ("dates", "read"):
        assert run(command, articles, "--jsonl", tmp_path / command) == 0
        [rows[command]] = [json.loads(line) for line in (tmp_path / command).read_text("utf-8").splitlines()]
    told, found = rows["dates"], rows["read"]
    assert told["published"] == found["published"] == {"earliest": DAY, "latest": DAY, "basis": [GIVEN]}
    assert [(t["text"], t["value"]) for t in told["timexes"]] == [("Monday", "2020-03-02"), ("30 February", None)]
    known, unknown = ({key: t[key] for key in t.keys() - {"text", "line"}} for t in told["timexes"])
    assert [known] == found["timexes"]
    assert [{key: unknown[key] for key in unknown.keys() - {"value"}}] == found["unresolved_times"]


def test_dates_of_ten_articles_go_on_after_one_that_fails(tmp_path, write, capsys):
    texts = [f"{SHORT} {FLOOD}"[n:] for n in range(5)] + [GERMAN] + [f"{FLOOD} {SHORT}"[n:] for n in range(4)]
    rows = [json.dumps({"id": f"article-{n}", "text": text, "published": DAY}) for n, text in enumerate(texts)]
    path = write("ten.jsonl", "\n".join(rows))
    assert run("dates", path) == 1
    said = capsys.readouterr()
    assert re.findall(r"^article-\d$", said.out, re.MULTILINE) == [f"article-{n}" for n in range(10) if n != 5]
    assert said.out.count("  Published  4 March 2020\n") == 9
    assert said.err.splitlines() == [line for line in said.err.splitlines() if line.startswith("not read: article-5: ")]
    assert "German" in said.err
    assert run("dates", path, "--jsonl", tmp_path / "out.jsonl") == 1
    told = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    assert [row["id"] for row in told] == [f"article-{n}" for n in range(10)]
    assert [row["id"] for row in told if "failure" in row] == ["article-5"]


@pytest.mark.parametrize(("name", "content", "reason"), UNREADABLE)
def test_dates_tells_what_cannot_be_read_as_read_does(write, capsys, name, content, reason):
    bad = write(name, content)
    codes = [run(command, bad) for command in ("read", "dates")]
    said = capsys.readouterr()
    assert codes == [1, 1]
    assert reason.lower() in said.err.lower()
    assert "Published" not in said.out
    first, second = said.err.splitlines()
    assert first == second


def test_dates_refuses_what_read_refuses(tmp_path, write, capsys):
    assert run("dates", tmp_path / "nowhere.txt") == 2
    assert "nowhere.txt; check the spelling" in capsys.readouterr().err
    assert run("dates", TEHRAN, "--jsonl", tmp_path) == 2
    assert "it is a folder" in capsys.readouterr().err
    assert run("dates", TEHRAN, "--settings", write("s.yaml", "stages: [blocks, syntax]")) == 2
    assert "no stage of the settings gives Published; stages: blocks, syntax" in capsys.readouterr().err


def test_dates_reads_standard_input(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f"{SHORT}\nPublished 4 March 2020".encode())))
    assert run("dates", "-") == 0
    assert "  Published  4 March 2020\n" in capsys.readouterr().out
