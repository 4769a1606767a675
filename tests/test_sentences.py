"""Sentences keep their marks, their initials and their blocks."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.model import READ_KINDS, Block, Sentence
from tests.conftest import reading_of


def sentences(text: str) -> list[str]:
    return [s.span.of(text) for s in reading_of(text, upto="sentences").of(Sentence)]


TABLE = [
    "“We go.” | The mayor left.",
    "He spoke of “the end of it.” | The town slept.",
    "“Will you go?” she asked him on Monday.",
    "The U.S. president met Mr. Lee on Aug. 8 in the capital.",
    "He said that “the U.S. side [as a whole] will go.” | They went.",
    "Police Const. Tim Fanning met Sgt. Lena Vik. | Capt. Berg left.",
    "The house on Elm St. burned. | The mayor left.",
    "They met at Oak Ave. and E. 9th St. on Friday. | The mayor left Elm Blvd. at noon.",
    "Police shot Ivo (Bobo) Berg in May. | The mayor (Lund) wept.",
    "The tape has the mayor's chief of staff H.R. Berg telling Lund that the mill was sold. | He wept.",
    "The plan was drawn up by J.P. Lund. | The mayor left for the U.S. | The town slept.",
    "A caller reported the fire at 3:33 a.m. | Bergen Fire Chief Bo Aas arrived and saw smoke.",
    "The mill caught fire at about 4 a.m. | Crews from Oslo came at once.",
    "On Monday at 6 a.m. Lund left the house. | She said that at 6 a.m. Berg left it.",
    "The shop opens at 9 a.m. Monday. | They met at 6 a.m. Eastern and at 5 p.m. Bergen time.",
    "The mayor said. | “We go now.” | “We must go.”",
    "“We go now,” the mayor said. | “Nobody stays behind.”",
]


@pytest.mark.parametrize("example", TABLE)
def test_sentences_are_cut_where_the_example_cuts_them(example):
    assert sentences(example.replace(" | ", " ")) == example.split(" | ")


def test_a_lone_mark_belongs_to_the_sentence_before_it():
    assert sentences("We wait and see. ”\nThe town slept.") == ["We wait and see. ”", "The town slept."]


def test_no_sentence_starts_with_a_closing_mark_in_the_demo(tehran):
    for article in tehran:
        for words in sentences(article.text):
            assert words[0] not in "”,[)"
            assert not words[0].islower()


@settings(max_examples=40)
@given(st.text(alphabet=st.sampled_from(list("Ab .,:“”\"'’—\n!?[1")), min_size=1, max_size=80))
def test_sentences_lie_in_read_blocks_in_order_and_have_a_word(text):
    reading = reading_of(text, upto="sentences")
    read = [b.span for b in reading.of(Block) if b.kind in READ_KINDS]
    at = 0
    for sentence in reading.of(Sentence):
        assert at <= sentence.span.start < sentence.span.end
        assert any(span.covers(sentence.span) for span in read)
        assert any(c.isalnum() or c == "_" for c in sentence.span.of(text))
        at = sentence.span.end
