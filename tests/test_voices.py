"""The author's own voice told from the voices that he reports, for every sentence."""

import pytest

from rashomon.linking.voices import voices
from rashomon.model import Attribution, Sentence
from tests.conftest import reading_of

TOLD = [
    ("The bridge fell on Monday.", [("The bridge fell on Monday.", None)]),
    (
        "Nora Beck said that the bridge was safe.",
        [("Nora Beck said ", None), ("that the bridge was safe", "Nora Beck"), (".", None)],
    ),
    (
        "“Nobody slept,” Anna Holm said. “We were cold.” The tent was wet.",
        [
            ("“Nobody slept,”", "Anna Holm"),
            (" Anna Holm said.", None),
            ("“We were cold.”", "Anna Holm"),
            ("The tent was wet.", None),
        ],
    ),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_each_stretch_has_its_voice(text: str, told: list):
    reading = reading_of(text, upto="attributions")
    speaker = {a.id: a.source[0].of(text) for a in reading.of(Attribution)}
    assert [(v.span.of(text), speaker.get(v.attribution)) for v in voices(reading)] == told


def test_the_stretches_of_a_sentence_are_all_of_it(tehran: list):
    for article in tehran:
        reading = reading_of(article.text, upto="attributions")
        assert "".join(v.span.of(article.text) for v in voices(reading)) == "".join(
            s.span.of(article.text) for s in reading.of(Sentence)
        )
