"""The parser's products of matrices by numpy are those of spaCy, and leave everything else as it was."""

import numpy as np
import pytest
from thinc.api import NumpyOps

from rashomon.text import products
from rashomon.text.products import Products, speed_up
from rashomon.text.remembered import components
from rashomon.text.syntax import load_pipeline

pytestmark = pytest.mark.skipif(not products._threads(), reason="numpy's library does not tell its threads here")

GIVEN = np.random.default_rng(1)
WORDS = GIVEN.standard_normal((200, 288), dtype=np.float32)
WEIGHTS = GIVEN.standard_normal((96, 288), dtype=np.float32)


@pytest.mark.parametrize("rows", [0, 1, 5, 31, 32, 200])
def test_the_same_as_spacy_makes(rows: int) -> None:
    told = Products().gemm(WORDS[:rows], WEIGHTS, trans2=True)
    theirs = NumpyOps().gemm(WORDS[:rows], WEIGHTS, trans2=True)
    assert told.shape == (rows, 96)
    np.testing.assert_allclose(told, theirs, rtol=1e-3, atol=1e-3)


def test_turned_and_written_where_told() -> None:
    out = np.zeros((288, 96), dtype=np.float32)
    told = Products().gemm(WORDS[:40], GIVEN.standard_normal((40, 96), dtype=np.float32), out=out, trans1=True)
    assert told is out
    assert out.any()


def test_what_is_made_of_a_word_does_not_hang_on_the_length_of_its_text() -> None:
    whole = Products().gemm(WORDS, WEIGHTS, trans2=True)
    for rows in (1, 2, 7, 24, 33, 90):
        assert (Products().gemm(WORDS[:rows], WEIGHTS, trans2=True) == whole[:rows]).all()


def test_the_threads_of_others_are_left_as_they_were(monkeypatch: pytest.MonkeyPatch) -> None:
    bound = [4]
    monkeypatch.setattr(products, "_threads", lambda: (lambda: bound[-1], bound.append))
    Products().gemm(WORDS, WEIGHTS, trans2=True)
    assert bound == [4, 1, 4]


def test_every_layer_of_the_parser_has_them() -> None:
    nlp = load_pipeline("")
    components(nlp)
    assert {type(layer.ops) for layer in nlp.get_pipe("tok2vec").model.walk()} == {Products}


def test_a_component_without_a_model_is_left_as_it_is() -> None:
    speed_up(object())


def test_spacys_own_stay_where_threads_cannot_be_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    import spacy  # noqa: PLC0415 - only this test needs it

    monkeypatch.setattr(products, "_threads", tuple)
    tagger = spacy.blank("en").add_pipe("tagger")
    speed_up(tagger)
    assert {type(layer.ops) for layer in tagger.model.walk()} == {NumpyOps}
