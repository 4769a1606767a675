"""From what the encoder says of each word to runs of words and what belongs to what."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rashomon.encoder.roles import LABELS
from rashomon.model import Encoding, Reading
from rashomon.readers.attributions.decode import best_path, decoded
from tests.conftest import reading_of

SCORES = st.lists(st.lists(st.integers(-99, 0), min_size=len(LABELS), max_size=len(LABELS)), min_size=1, max_size=12)


@given(SCORES, st.data())
def test_a_path_holds_only_legal_moves(scores, data):
    begins = data.draw(st.lists(st.booleans(), min_size=len(scores), max_size=len(scores)))
    path = [LABELS[n] for n in best_path(np.array(scores), begins)]
    assert not path[0].startswith("I-")
    for before, after, begin in zip(path, path[1:], begins[1:], strict=False):
        if after.startswith("I-"):
            assert before[2:] == after[2:]
            assert not begin or after == "I-content"


@given(SCORES)
def test_where_the_likeliest_labels_are_legal_they_are_the_path(scores):
    likeliest = np.array(scores).argmax(axis=1).tolist()
    names = [LABELS[n] for n in likeliest]
    legal = all(not b.startswith("I-") or a[2:] == b[2:] for a, b in zip(["O", *names], names, strict=False))
    unique = all(max(row) > sorted(row)[-2] for row in scores)
    if legal and unique:
        assert best_path(np.array(scores), [False] * len(scores)) == likeliest


def encoded(text: str, labels: str, links: dict[str, str]) -> tuple[Reading, Encoding]:
    """Text, a letter for each of its tokens (S s C c T t as in source, cue, content; -) and links by word."""
    reading = reading_of(text, upto="sentences")
    words = [token.text for token in reading.doc]
    order = "-SsCcTt"
    roles = np.full((len(words), len(LABELS)), -9.0)
    for row, letter in zip(roles, labels, strict=True):
        row[order.index(letter)] = 0.0
    linked = np.full((len(words), 4), -1)
    weights = np.full((len(words), 4), -9.0)
    for word, target in links.items():
        linked[words.index(word), 0], weights[words.index(word), 0] = words.index(target), -0.1
    return reading, Encoding(roles, linked, weights, np.zeros((len(words), 1)))


def shown(reading: Reading, encoding: Encoding) -> list[tuple[str, str, list[str]]]:
    doc = reading.doc
    return [
        (
            doc[found.source.first : found.source.stop].text if found.source else "",
            doc[found.cue.first : found.cue.stop].text,
            [doc[run.first : run.stop].text for run in found.content],
        )
        for found in decoded(reading, encoding)
    ]


def test_a_content_goes_to_the_cue_that_its_words_point_at_together():
    text = "Beck said no but Aas said yes ."
    links = {"no": "said", "Beck": "said"}
    reading, encoding = encoded(text, "SCT-SCT-", links)
    encoding.linked[1, 0], encoding.weights[1, 0] = 0, -0.1  # the first "said" -> Beck
    encoding.linked[5, 0], encoding.weights[5, 0] = 4, -0.1  # the second -> Aas
    encoding.linked[6, 0], encoding.weights[6, 0] = 5, -0.1
    assert shown(reading, encoding) == [("Beck", "said", ["no"]), ("Aas", "said", ["yes"])]


def test_a_cue_that_points_at_nothing_in_sight_has_no_source():
    reading, encoding = encoded("Beck was told that it rained .", "--CTtt-", {"that": "told", "it": "told"})
    assert shown(reading, encoding) == [("", "told", ["that it rained"])]


def test_a_word_without_a_role_does_not_part_a_content():
    reading, encoding = encoded("Beck said it never rained .", "SCT-T-", {"it": "said", "rained": "said"})
    assert shown(reading, encoding)[0][2] == ["it never rained"]
