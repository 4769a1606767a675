"""Quoted stretches, with marks of every kind and with marks that are missing."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.lexicon.files import load
from rashomon.model import Block, Quotation, Span
from rashomon.text.quotes import quotations
from tests.conftest import reading_of

_CLOSE = re.compile(r"\]\((\w+)\)")


def unmarked(example: str) -> tuple[str, list[tuple[int, int, str]]]:
    """Example with nested marks ``[…](kind)`` -> plain text and its stretches; other brackets stay."""
    plain, opened, found, at = "", [], [], 0
    while at < len(example):
        close = _CLOSE.match(example, at)
        if example[at] == "[":
            opened.append(len(plain))
        elif close:
            found.append((opened.pop(), len(plain), close[1]))
            at = close.end() - 1
        elif example[at] == "]":
            start = opened.pop()
            plain = plain[:start] + "[" + plain[start:] + "]"
        else:
            plain += example[at]
        at += 1
    return plain, sorted(found)


def kind_of(quotation: Quotation) -> str:
    if quotation.complete:
        return "scare" if quotation.scare else "quote"
    return "open" if quotation.inner.start > quotation.span.start else "shut"


@pytest.mark.parametrize("example", load("quotes.yaml")["examples"])
def test_stretches_are_where_the_examples_mark_them(example):
    text, expected = unmarked(example)
    found = quotations(text, Block(Span(0, len(text)), "paragraph"))
    assert [(q.span.start, q.span.end, kind_of(q)) for q in found] == expected


def test_the_inner_span_has_no_marks_and_no_blanks():
    text = "He said: « We go. » They went."
    (found,) = quotations(text, Block(Span(0, len(text)), "paragraph"))
    assert found.inner.of(text) == "We go."


def test_a_quotation_inside_another_is_of_level_two():
    text = "“He told us ‘we go now’ and left,” she said."
    assert [q.level for q in quotations(text, Block(Span(0, len(text)), "paragraph"))] == [1, 2]


def test_a_single_mark_is_closed_by_a_double_one_where_no_double_one_opens():
    text = "The party's head left. 'We wait for the day,\" she said."
    found = quotations(text, Block(Span(0, len(text)), "paragraph"))
    assert [(q.span.of(text), q.complete) for q in found] == [("'We wait for the day,\"", True)]


def test_a_closing_mark_alone_ends_no_more_than_its_sentence_in_a_long_column():
    column = "The mayor went to the square and spoke to the crowd there. " * 12
    text = column + 'We wait for the day," she said.'
    (found,) = quotations(text, Block(Span(0, len(text)), "paragraph"))
    assert found.span.of(text) == 'We wait for the day,"'


@pytest.mark.parametrize(
    ("line", "span"),
    [
        ("We wait and see.", "We wait and see."),
        ("We wait and see.”", "We wait and see.”"),
        ("We call it “peace” and wait.", "We call it “peace” and wait."),
    ],
)
def test_a_block_quote_is_a_stretch_with_or_without_marks(line, span):
    first = quotations(line, Block(Span(0, len(line)), "quote"))[0]
    assert first.span.of(line) == span
    assert not first.complete


def test_a_quotation_over_paragraphs_is_a_stretch_in_each():
    text = "The mayor went on.\n“We wait and see.\n“We go when it is over,” he said."
    found = reading_of(text, upto="quotes").of(Quotation)
    assert [(q.span.of(text), q.complete) for q in found] == [
        ("“We wait and see.", False),
        ("“We go when it is over,”", True),
    ]


def test_the_demo_articles_have_their_quotations(tehran):
    first, second = (reading_of(a.text, upto="quotes").of(Quotation) for a in tehran)
    assert len(first) == 6
    assert all(q.complete and not q.scare and q.level == 1 for q in first)
    assert sum(not q.complete for q in second) == 6
    assert [q.inner.of(tehran[1].text) for q in second if q.level == 2] == ["good cop, bad cop"]


MARKS = st.text(alphabet=st.sampled_from(list("ab sS.,!1“”\"'’‘„«»`[]()—\n:")), max_size=120)


@given(MARKS | st.text())
def test_stretches_lie_in_their_blocks_whatever_the_marks(text):
    reading = reading_of(text, upto="blocks")
    for block in reading.of(Block):
        for quotation in quotations(text, block):
            assert block.span.covers(quotation.span)
            assert quotation.span.covers(quotation.inner)
            assert quotation.inner.of(text).strip()
            assert quotation.level >= 1


@pytest.mark.parametrize("unit", ["“a ", "a” ", "“a” ", "'a ", '"a ', "a “b ‘c "])
def test_many_marks_take_no_longer_than_few_a_mark(unit):
    text = unit * 10_000
    begin = time.process_time()
    quotations(text, Block(Span(0, len(text)), "quote"))
    assert time.process_time() - begin < 2
