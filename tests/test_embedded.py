"""Vectors of words that are kept are those that are made anew."""

import pytest

from rashomon.text import embedded
from rashomon.text.embedded import _Kept
from rashomon.text.remembered import components
from rashomon.text.syntax import load_pipeline

TEXTS = (
    "The ministers met, and the ministers of the bank met the others.",
    "",
    "Nobody met the bank; the bank met nobody.",
    "The others left Vienna on Friday.",
)


def _embedding():
    nlp = load_pipeline("")
    components(nlp)
    return nlp, nlp.get_pipe("tok2vec").model.layers[0]


@pytest.mark.parametrize("most", [4, 12, 4096], ids=["too many words", "begun anew", "kept"])
def test_the_same_as_made_anew(monkeypatch, most):
    nlp, embedding = _embedding()
    layer = next(inner for inner in embedding.layers if inner.name == "embedded")
    monkeypatch.setitem(layer.attrs, "kept", _Kept())
    monkeypatch.setattr(embedded, "_MOST", most)
    for text in (*TEXTS, *TEXTS):
        features = embedding.layers[1].predict(embedding.layers[0].predict([nlp.make_doc(text)]))
        told, anew = layer.predict(features), layer.layers[0].predict(features)
        assert (told.dataXd == anew.dataXd).all()
        assert (told.lengths == anew.lengths).all()
    assert len(layer.attrs["kept"].numbers) <= most


def test_a_word_is_made_once(monkeypatch):
    nlp, embedding = _embedding()
    layer = next(inner for inner in embedding.layers if inner.name == "embedded")
    monkeypatch.setitem(layer.attrs, "kept", _Kept())
    first = embedding.predict([nlp.make_doc(TEXTS[0])])
    monkeypatch.setattr(layer.layers[0], "_func", lambda *_: pytest.fail("made anew"))
    assert (embedding.predict([nlp.make_doc(TEXTS[0])])[0] == first[0]).all()
