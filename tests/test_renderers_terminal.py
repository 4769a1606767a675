"""The terminal summary: short, complete about limits, and deaf to markup in texts."""

import io
from pathlib import Path

import msgspec
import pytest
from rich.console import Console

from rashomon.model import Article, Record
from rashomon.renderers.terminal import show
from tests.sample_record import sample_record


@pytest.fixture
def record(tehran: list[Article]) -> Record:
    return sample_record(tehran)


def shown(record: Record, *written: Path) -> str:
    console = Console(file=io.StringIO(), width=100)
    show([record], written, console)
    return console.file.getvalue()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "words",
    [
        "North Korea’s foreign minister visits Tehran",
        "8–14 August 2018",
        "day not known",
        "A and B do not name their outlets",
        "A gives no publication date; what is shown is inferred.",
        "Nothing tells the publication day of B.",
        "9 lines   ● 2 agree   ◐ 1 compatible   ◆ 1 differ   ○ 5 one account only",
        "both accounts have it. [1]",
        "Joint Comprehensive Plan of Action (JCPOA)",
        "8 May 2018, left: Donald Trump [9]",
        "day not told, said to be broken: the United States, says Hassan Rouhani [4]",
        "notes.pdf (source): not a text",
        "out/report.html",
    ],
)
def test_it_tells(record, words):
    assert words in shown(record, Path("out/report.html")).replace("\n  ", " ") + shown(record, Path("out/report.html"))


def test_words_of_a_text_are_no_markup(record):
    named = msgspec.structs.replace(record, story=msgspec.structs.replace(record.story, title="[red]All[/red] [quiet]"))
    assert "[red]All[/red] [quiet]" in shown(named)


def test_words_of_a_text_do_not_steer_the_terminal(record):
    title = "All \x1b[2J quiet\u202e in\x9b Tehran"
    said = shown(msgspec.structs.replace(record, story=msgspec.structs.replace(record.story, title=title)))
    assert "All �[2J quiet� in� Tehran" in said


def test_lines_are_indented_and_end_without_blanks(record):
    lines = shown(record).splitlines()
    assert lines == [line.rstrip() for line in lines]
    assert max(map(len, lines)) <= 100


def test_a_long_brief_is_cut_and_says_so(record):
    long = msgspec.structs.replace(record, brief=record.brief * 3)
    assert "… 4 more sentences in the report" in shown(long)
