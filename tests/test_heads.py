"""The words of a clause, where the parse cuts a word at its hyphen or takes a noun behind its date for a verb."""

import pytest

import rashomon
from rashomon.model import Span, make_article
from rashomon.weighing.compared.clauses import clause_of


@pytest.mark.parametrize(
    ("text", "verb", "told"),
    [
        (
            "She was so close to power that she was one of few present at a March 30, 1972, meeting at Berg's home.",
            "was",
            "was one of few present at a March 30, 1972, meeting at Berg's home",
        ),
        (
            "He was an assistant to Leo Marsh, the treasurer who headed the Campaign to Re-elect the Mayor in 1972.",
            "headed",
            "headed the Campaign to Re-elect the Mayor",
        ),
        (
            "Marsh resigned as treasurer to head the Committee to Re-Elect the Mayor, known as CREEM.",
            "resigned",
            "resigned as treasurer to head the Committee to Re-Elect the Mayor",
        ),
    ],
)
def test_a_word_is_not_cut(text, verb, told):
    [reading] = rashomon.read(make_article(text))
    cue = [token for token in reading.doc if token.text == verb][-1]
    clause = clause_of(reading, Span(cue.idx, cue.idx + len(cue)))
    assert clause is not None
    assert clause.span.of(text).startswith(told)
