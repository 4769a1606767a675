"""What the judge of accounts learns from: pairs and labels that its materials give."""

import json
import sys
from pathlib import Path

import pytest

pytest.importorskip("sklearn", reason="training needs the extra: pip install 'rashomon[train]'")
TRAINING = Path(__file__).parent.parent / "training"
sys.path.insert(0, str(TRAINING))
lessons = pytest.importorskip("lessons")
SETS = [
    json.loads(line) for path in sorted((TRAINING / "sets").glob("*.jsonl")) for line in path.open(encoding="utf-8")
]


def test_every_sentence_of_a_set_has_what_is_meant_in_brackets():
    texts = [text for one in SETS for text in (one["said"], *one["same"], *one["against"], *one["other"])]
    assert len(texts) == 9 * len(SETS)
    assert all(0 <= text.index("[") < text.index("]") for text in texts)


def test_a_set_gives_each_label_and_a_sentence_is_itself():
    found = list(lessons.of_set(SETS[0]))
    assert {lesson.label for lesson in found} == {lessons.OTHER, lessons.SAME, lessons.AGAINST}
    assert {lesson.label for lesson in found if lesson.one == lesson.two} == {lessons.SAME}


def test_what_was_written_is_also_held_against_another_sentence_of_its_document():
    text = "Bo Aas resigned. Eva Lund stayed."
    made = {"contradictory": ["Aas stayed."], "same": ["Aas stepped down."], "other": ["Aas wept."]}
    rows = [{"start": 0, "end": 16, **made}, {"start": 17, "end": 33, **made}]
    labels = [lesson.label for lesson in lessons.of_written(rows, text)]
    assert labels.count(lessons.AGAINST) == labels.count(lessons.SAME) == 2
    assert labels.count(lessons.OTHER) == 6


def test_looks_are_likelihoods_learnt_on_other_sets():
    groups = [list(lessons.of_set(one)) for one in SETS[:40]]
    found = lessons.with_looks(groups)
    assert [lesson[:3] for lesson in found] == [lesson[:3] for group in groups for lesson in group]
    assert all(lesson.looks != (0.0, 0.0, 0.0) for lesson in found)
