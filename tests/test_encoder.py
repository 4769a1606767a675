"""The encoder: windows that lose no word, weights that are what was shipped, arrays over the tokens of the parse."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.encoder import session
from rashomon.encoder.roles import LABELS
from rashomon.encoder.windows import BUDGET, Unit, units, windows
from rashomon.encoder.wordpieces import spelled
from rashomon.errors import BrokenPromise
from rashomon.model import Encoding
from tests.conftest import reading_of


def said(sizes: list[list[int]]) -> list[Unit]:
    """Sizes in wordpieces of the sentences of each block -> units of one word each."""
    made: list[Unit] = []
    for block, sentences in enumerate(sizes):
        made += [Unit(block, (len(made) + n,), ((7,) * size,)) for n, size in enumerate(sentences)]
    return made


BLOCKS = st.lists(st.lists(st.integers(1, BUDGET), min_size=1, max_size=6), max_size=8)


@given(BLOCKS)
def test_every_word_is_told_by_one_window_and_windows_keep_their_budget(sizes):
    given_units = said(sizes)
    told = [token for window in windows(given_units) for token in window.tokens[window.context :]]
    assert told == [token for unit in given_units for token in unit.tokens]
    assert all(len(window.ids) <= BUDGET + 2 for window in windows(given_units))


def test_a_window_ends_between_blocks_where_it_can():
    assert [w.tokens for w in windows(said([[80, 80], [20, 90]]))] == [(0, 1), (2, 3)]


def test_a_window_that_begins_inside_a_block_reads_the_sentence_before_along():
    first, second = windows(said([[150, 30, 100]]))
    assert (first.tokens, first.context) == ((0, 1), 0)
    assert (second.tokens, second.context) == ((1, 2), 1)


def test_quotation_marks_are_spelled_as_what_they_are_however_the_text_sets_them():
    straight, curly = (units(reading_of(text, upto="syntax")) for text in ('"No," he said.', "“No,” he said."))
    assert [u.pieces for u in straight] == [u.pieces for u in curly]


def test_a_word_of_any_length_has_a_few_wordpieces():
    assert spelled("Said") == spelled("said")
    assert 1 <= len(spelled("https://example.org/" + "x" * 500)) <= 8
    assert len(spelled("\u2063")) == 1


def test_an_encoding_has_a_row_for_every_token():
    reading = reading_of("Nora Beck said that the bridge was safe.\n\nNobody believed it.", upto="encoding")
    [encoding] = reading.of(Encoding)
    assert encoding.roles.shape == (len(reading.doc), len(LABELS))
    assert np.isfinite(encoding.roles).all()
    words = [t.text for t in reading.doc]
    likeliest = [LABELS[n] for n in encoding.roles.argmax(axis=1)]
    assert likeliest[words.index("said")] == "B-cue"
    assert encoding.linked[words.index("bridge"), 0] == words.index("said")


def test_a_text_without_a_word_has_an_encoding_all_the_same():
    [encoding] = reading_of("…", upto="encoding").of(Encoding)
    assert encoding.roles.argmax(axis=1).tolist() == [0] * len(encoding.roles)


def test_weights_that_are_not_the_shipped_ones_are_refused(monkeypatch):
    monkeypatch.setattr(session, "sums", lambda _: {"vocab.txt": "0" * 64})
    with pytest.raises(BrokenPromise, match=r"vocab\.txt.*install Rashomon anew"):
        session.verified("vocab.txt")
