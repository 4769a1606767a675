"""A parser that walks through all stretches of a text at once finds what it finds one after the other."""

import numpy as np
import pytest

from rashomon.text.abreast import ASKED, Abreast, listens
from rashomon.text.syntax import load_pipeline

STRETCHES = (
    "The ministers met on Friday in Vienna",
    "nobody knows what they agreed, he said, since the deal",
    "that was signed in May",
    "was",
    "kept from all but the aides who had to carry it out, and they are gone.",
    "Iran said it would stay.",
)


def _doc(stretches=STRETCHES):
    """Stretches of a text -> the doc of it with vectors, told that a sentence begins with each."""
    nlp = load_pipeline("")
    doc = nlp.make_doc(" ".join(stretches))
    edges = {sum(len(s) + 1 for s in stretches[:n]) for n in range(len(stretches))}
    for token in doc:
        token.is_sent_start = True if token.idx in edges else None
    return nlp.get_pipe("tok2vec")(doc)


def _told(doc):
    return [(t.text, t.head.i, t.dep_, t.is_sent_start, t.left_edge.i, t.n_rights) for t in doc]


@pytest.mark.parametrize(
    "stretches",
    [
        *(STRETCHES[:count] for count in range(1, len(STRETCHES) + 1)),
        # here the first word of a stretch bears on what is before it
        ("when the", "a senior official"),
        ("to the", "Iran, which"),
        ("Iran, which", "The ministers met on Friday in Vienna"),
    ],
)
def test_the_same_as_the_parser_finds(stretches):
    parser = load_pipeline("").get_pipe("parser")
    assert _told(Abreast(parser)(_doc(stretches))) == _told(parser(_doc(stretches)))


def test_what_a_stretch_lacks_breaks_nothing_off_the_next_one():
    parser = load_pipeline("").get_pipe("parser")
    doc, theirs = (parse(_doc(("the talks about", "sanctions hit oil"))) for parse in (Abreast(parser), parser))
    assert [sentence.text for sentence in doc.sents] == ["the talks about", "sanctions hit oil"]
    assert [sentence.text for sentence in theirs.sents] == ["the talks about", "sanctions", "hit oil"]


def test_what_nobody_asks_for_is_not_parsed():
    parser = load_pipeline("").get_pipe("parser")
    doc, whole = _doc(), parser(_doc())
    asked = np.array([t.idx < len(STRETCHES[0]) for t in doc])
    doc.user_data[ASKED] = asked
    Abreast(parser)(doc)
    first = int(asked.sum())
    assert _told(doc)[: first - 1] == _told(whole)[: first - 1]
    assert [(t.dep_, t.is_sent_start) for t in doc[first : first + 3]] == [("ROOT", True), ("", False), ("", False)]


def test_a_parser_of_other_vectors_is_left_as_it_is():
    import spacy  # noqa: PLC0415 - only this test needs it

    assert listens(load_pipeline("").get_pipe("parser"))
    assert not listens(load_pipeline("").get_pipe("tagger"))
    assert not listens(spacy.blank("en").add_pipe("parser"))
