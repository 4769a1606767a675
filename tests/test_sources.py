"""Files of every sort come in as articles, or as failures that say what to do."""

import gzip
import io
import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.errors import InputError
from rashomon.model import Article, Failure, make_article
from rashomon.settings import Settings
from rashomon.sources import check_readable, checks, load
from rashomon.sources.encoding import decoded
from rashomon.sources.plain import first_line_title

SAID = "The minister said on Monday: “We’ll go at once.”"
PAGE = """<!DOCTYPE html><html lang="en"><head><title>Ships leave | The Northern Star</title>
<meta property="og:site_name" content="The Northern Star"><meta property="og:title" content="Ships leave the bay">
<meta property="article:published_time" content="2018-08-09T10:15:00+00:00">
<link rel="canonical" href="https://northern.example/world/ships-leave"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Ships leave the bay</h1>
<p>Three ships left the bay on Wednesday, one day after the ministers had met in the town, the mayor said.</p>
<h2>A long wait</h2><p>The minister commented:</p>
<blockquote><p>We are content with the talks, and we will keep the harbour open for everybody.</p></blockquote>
<p>He named two goals, which the council had agreed on in the spring after a long debate:</p>
<ul><li>an open harbour for all of them</li><li>lower fees for small ships</li></ul>
<p>The council meets again in September, officials said, and will vote on the fees and on the new pier.</p>
<p>Via Harbour Wire</p></article></body></html>"""


def only(path: Path | str) -> Article | Failure:
    (loaded,) = load([path])
    return loaded


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "mac_roman"])
def test_any_encoding_gives_the_same_text(tmp_path, encoding):
    (tmp_path / "a.txt").write_bytes(SAID.encode(encoding))
    assert only(tmp_path / "a.txt").text == SAID


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t ", "empty"),
        ("nul.txt", b"abc\0def", "binary"),
        ("a.pdf", b"%PDF-1.4", "PDF"),
        ("a.html", b"%PDF-1.4", "PDF"),
        ("a.png", b"\x89PNG\r\n", "image"),
        ("a.docx", b"PK\x03\x04", "zip"),
        ("long.txt", b"They met. " * 1_000_001, "max_characters"),
        ("de.txt", "Der Minister traf am Mittwoch den Präsidenten in der Hauptstadt.".encode(), "German"),
        ("fr.txt", "Le ministre a rencontré le président mercredi dans la capitale du pays.".encode(), "French"),
        ("es.txt", "El ministro se reunió el miércoles con el presidente en la capital.".encode(), "Spanish"),
        ("zh.txt", "外交部长星期三在首都会见了总统,双方讨论了新的制裁措施。".encode(), "Chinese"),
        ("ru.txt", "Министр встретился в среду с президентом в столице.".encode(), "Russian"),
        ("nothing.html", b"<html><body></body></html>", "main text"),
        ("bad.jsonl.gz", b"\x1f\x8bbroken", "gzip"),
        ("a.jsonl", b"nonsense", "not an article"),
        ("b.jsonl", b'{"id": "1"}', "text"),
        ("c.jsonl", b'{"id": "1", "text": "They met.", "published": "yesterday"}', "2018-08-08"),
        ("d.jsonl", b'{"id": "1", "text": ""}', "empty"),
    ],
)
def test_what_cannot_be_read_is_a_failure_with_its_reason(tmp_path, name, data, word):
    (tmp_path / name).write_bytes(data)
    failure = only(tmp_path / name)
    assert isinstance(failure, Failure)
    assert failure.stage == "load"
    assert word in failure.reason


@pytest.mark.parametrize(
    "text", ["Trump quits Iran nuclear deal", "Kim Jong Un Tehran", "Rouhani meets Ri", "Café closes", "2018"]
)
def test_a_short_english_text_is_read(text):
    check_readable(make_article(text), Settings())


def test_a_german_quotation_makes_no_english_text_german():
    text = "The minister said that he would go to the capital. " * 20 + "„Wir gehen alle nach Hause.“ " * 60
    check_readable(make_article(text), Settings())


def test_of_plain_english_no_detector_is_asked(monkeypatch):
    monkeypatch.setattr(checks, "_detector", lambda: pytest.fail("asked"))
    numbers = "Bilanz Umsatz Gewinn Verlust Aktie Kurs Euro Prozent " * 40
    check_readable(make_article(numbers + "The ministers of the bank met and left. " * 40), Settings())


def test_a_longer_text_is_read_where_the_setting_allows_it():
    article = make_article("The ministers met. " * 100)
    with pytest.raises(InputError, match="max_characters"):
        check_readable(article, Settings(max_characters=1000))
    check_readable(article, Settings(max_characters=2000))


def test_a_path_that_is_not_there_is_said_before_anything_is_read(tmp_path):
    with pytest.raises(InputError, match=r"nope\.txt"):
        load([tmp_path, tmp_path / "nope.txt"])


def test_a_folder_is_walked_in_sorted_order_without_hidden_files(tmp_path):
    for name in ("b.txt", "a/z.txt", ".hidden.txt", "a/.git/x.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"The ministers met in {name}.", "utf-8")
    assert [Path(str(a.path)).name for a in load([tmp_path])] == ["z.txt", "b.txt"]


def test_a_folder_without_files_says_so(tmp_path):
    assert "holds no files" in only(tmp_path).reason


def test_a_text_given_twice_is_read_once_and_told(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(SAID, "utf-8")
    article, notice = load([tmp_path])
    assert isinstance(article, Article)
    assert notice.article.endswith("b.txt")
    assert notice.reason.startswith("the same text as ")
    assert "a.txt" in notice.reason


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.json", "stdin"])
def test_json_lines_give_what_the_contract_says(tmp_path, monkeypatch, name):
    lines = [
        {"id": "1", "text": SAID, "published": "2018-08-08", "outlet": "The Northern Star", "title": "Go", "more": 1},
        {"id": "2", "text": SAID},
        {"id": "1", "text": "Another text that was met."},
    ]
    data = json.dumps(lines) if name == "a.json" else "\n".join(map(json.dumps, lines)) + "\n\n"
    raw = gzip.compress(data.encode()) if name.endswith(".gz") else data.encode()
    path = tmp_path / name
    path.write_bytes(raw)
    if name == "stdin":
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))
    first, second, third = load(["-" if name == "stdin" else path])
    assert (first.id, first.outlet, first.title, str(first.published)) == ("1", "The Northern Star", "Go", "2018-08-08")
    assert (second.id, second.text) == ("2", SAID)
    assert third.article.endswith(":3")
    assert "line 1" in third.reason


def test_standard_input_may_be_text(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(SAID.encode())))
    assert only("-").text == SAID


def test_a_page_gives_its_own_title_outlet_day_address_and_blocks(tmp_path):
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    article = only(tmp_path / "page.html")
    assert (article.outlet, article.title) == ("The Northern Star", "Ships leave the bay")
    assert str(article.published) == "2018-08-09"
    assert article.url == "https://northern.example/world/ships-leave"
    kinds = {block.span.of(article.text): block.kind for block in article.blocks}
    assert kinds["Ships leave the bay"] == "title"
    assert kinds["A long wait"] == "heading"
    assert kinds["We are content with the talks, and we will keep the harbour open for everybody."] == "quote"
    assert kinds["lower fees for small ships"] == "list"
    assert article.text.count("Ships leave the bay") == 1


def test_a_page_without_a_date_gets_none(tmp_path):
    (tmp_path / "page.html").write_text(PAGE.replace("2018-08-09T10:15:00+00:00", ""), "utf-8")
    assert only(tmp_path / "page.html").published is None


def test_a_plain_text_has_a_title_only_where_there_is_one(tehran):
    assert [first_line_title(a.text) for a in tehran] == [
        None,
        "As Denuclearization Talks Stagnate, North Korea’s Foreign Minister Heads To Iran",
    ]


@given(st.binary(max_size=300))
def test_no_bytes_do_anything_but_text_or_a_word(data):
    try:
        assert isinstance(decoded(data), str)
    except InputError as error:
        assert str(error)  # noqa: PT017


def test_json_lines_are_read_as_they_are_asked_for(monkeypatch):
    class Endless(io.RawIOBase):
        given = 0

        def readable(self):
            return True

        def readinto(self, into):
            line = json.dumps({"id": str(self.given), "text": SAID + "x" * len(into)}).encode()
            self.given += 1
            into[:] = line[: len(into) - 3] + b'"}\n'
            return len(into)

    endless = Endless()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(endless)))
    articles = load(["-"])
    assert [next(articles).id for _ in range(3)] == ["0", "1", "2"]
    assert endless.given < 9


def test_a_bad_line_stops_no_other_line(tmp_path):
    good = json.dumps({"id": "1", "text": SAID}).encode()
    lines = [b"\xff\xfe\x00", b'{"id": "\\ud800", "text": "a"}', b'{"id": 1}', b"[]", b"%PDF", b"", good]
    (tmp_path / "a.jsonl").write_bytes(b"\n".join([good.replace(b'"1"', b'"0"'), *lines]))
    loaded = list(load([tmp_path / "a.jsonl"]))
    assert [a.id for a in loaded if isinstance(a, Article)] == ["0", "1"]
    assert [f.article.rsplit(":", 1)[1] for f in loaded if isinstance(f, Failure)] == ["2", "3", "4", "5", "6"]


def test_json_lines_in_utf_16_are_read(tmp_path):
    (tmp_path / "a.jsonl").write_bytes((json.dumps({"id": "1", "text": SAID}) + "\n").encode("utf-16"))
    assert only(tmp_path / "a.jsonl").text == SAID
