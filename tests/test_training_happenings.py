"""The judges of happenings: what training writes down reads as what it trained; it learns from what was marked."""

import sys
from pathlib import Path

import numpy as np
import pytest

from rashomon.stories.joining import judged
from tests.conftest import reading_of

pytest.importorskip("sklearn", reason="training needs the extra: pip install 'rashomon[train]'")
pytestmark = pytest.mark.filterwarnings("ignore")
sys.path.insert(0, str(Path(__file__).parent.parent / "training"))
training = pytest.importorskip("happenings")


def test_what_is_written_judges_as_what_was_trained():
    rng = np.random.default_rng(0)
    traits = rng.normal(size=(3000, 5)).round(3)
    model = training.judge().fit(traits, traits[:, 0] * traits[:, 1] > 0.2)
    assert np.allclose(judged(training.written(model), traits), model.predict_proba(traits)[:, 1], atol=1e-4)


def test_lessons_are_of_the_marked_mentions_and_of_the_readers_own():
    texts = {"a": "A quake shook Pisco. Police arrested a looter.", "b": "An earthquake shook Pisco on Monday."}
    readings = [reading_of(text, id=name) for name, text in texts.items()]
    marked = {
        "a": [("quake", "q"), ("arrested", "x")],
        "b": [("earthquake", "q")],
    }
    rows = {}
    for name, words in marked.items():
        spans = [(texts[name].index(word), texts[name].index(word) + len(word), cluster) for word, cluster in words]
        rows[name] = {
            "topic": 1,
            "mentions": [{"start": s, "end": e, "kind": "event", "cluster": c} for s, e, c in spans],
        }
    [gold] = training.lessons(readings, rows, gold=True)
    assert gold.clusters == ("q", "x", "q")
    assert gold.pairs[gold.same].tolist() == [[0, 2]]
    [own] = training.lessons(readings, rows, gold=False)
    assert own.clusters == ("q", "", "x", "q", "")
    assert own.pairs[own.known & own.same].tolist() == [[0, 3]]


def test_the_threshold_leans_to_fewer_joins():
    assert training.threshold_by({0.3: 0.79, 0.4: 0.7895, 0.5: 0.78}) == 0.4
