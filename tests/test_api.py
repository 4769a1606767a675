"""What a Python user calls."""

import doctest

import pytest

import rashomon
from rashomon.errors import BrokenPromise, InputError
from rashomon.model import Block, Sentence, Span, make_article
from rashomon.registry import stage
from tests.conftest import TEHRAN

SHORT = "Iran and Oman signed a trade agreement in Muscat on Monday, the Omani foreign ministry said in a statement."


def test_read_gives_readings_of_paths_and_articles():
    [given, *files] = rashomon.read(make_article(SHORT, id="x"), TEHRAN)
    assert given.article.id == "x"
    assert [r.article.text for r in files] == [p.read_text("utf-8") for p in sorted(TEHRAN.glob("*.txt"))]


def test_read_raises_where_a_text_cannot_be_read():
    with pytest.raises(InputError, match="empty"):
        rashomon.read(make_article(" ", id="blank"))


def test_a_broken_promise_is_never_taken_for_a_bad_article(monkeypatch):
    @stage(gives=[Block])
    def read_blocks(reading, settings):  # noqa: ARG001 - a stage's shape
        yield Sentence(Span(0, 4))

    monkeypatch.setattr(rashomon.pipeline, "find", lambda *_: read_blocks)
    with pytest.raises(BrokenPromise, match="promises Block"):
        rashomon.compare(make_article(SHORT))


def test_compare_keeps_what_could_not_be_read():
    [record] = rashomon.compare(make_article(SHORT, id="x"), make_article("", id="blank"))
    assert [f.article for f in record.failures] == ["blank"]
    assert [a.article.id for a in record.accounts] == ["x"]


def test_a_record_shows_itself_in_a_notebook():
    [record] = rashomon.compare(make_article(SHORT + " <script>alert(1)</script>", id="x"))
    shown = record._repr_html_()
    assert record.lines[0].summary.split()[0] in shown
    assert "<script>alert(1)" not in shown


def test_the_example_in_the_package_runs(monkeypatch, capsys):
    monkeypatch.chdir(TEHRAN.parent.parent)
    [test] = doctest.DocTestFinder(recurse=False).find(rashomon, "rashomon", globs={})
    for example in test.examples:
        exec(compile(example.source, "<example>", "exec"), test.globs)  # noqa: S102 - our own docstring
    assert "agree" in capsys.readouterr().out


def test_what_is_neither_article_nor_path_is_told_so():
    with pytest.raises(InputError, match="list; give each one as an argument"):
        rashomon.compare([TEHRAN])
