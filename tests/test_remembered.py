"""What is remembered of a word is what spaCy's own ruler and lemmatizer say of it."""

from time import process_time

import pytest

from rashomon.text.remembered import Remembered, _listed, components
from rashomon.text.syntax import load_pipeline

TEXTS = [
    "There's no deal, he said; it had been put off, and they'd had to leave.",
    "Let's go, but don't say that I didn't. She was gonna meet the men that left, wasn't she?",
    "The U.S.  reimposed\n\nsanctions — one that hits oil — and better terms weren't offered.",
    "“Ain't nothin' doin',” the worst of the leaders' aides said. He is leaving; his is the left wing.",
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("times", [1, 2], ids=["asked", "remembered"])
def test_the_same_as_spacy_says(text: str, times: int) -> None:
    nlp = load_pipeline("")
    parts = components(nlp)
    for _ in range(times):
        doc = nlp.make_doc(text)
        for part in parts:
            doc = part(doc)
    theirs = nlp(text)
    assert [(t.tag_, t.pos_, t.dep_, t.head.i, t.lemma_) for t in doc] == [
        (t.tag_, t.pos_, t.dep_, t.head.i, t.lemma_) for t in theirs
    ]


def test_it_stands_for_two_components() -> None:
    nlp = load_pipeline("")
    parts = components(nlp)
    assert len(parts) == len(nlp.pipeline) - 1
    assert any(isinstance(part, Remembered) for part in parts)


def test_a_pipeline_without_them_is_left_as_it_is() -> None:
    import spacy  # noqa: PLC0415 - only this test needs it

    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    assert components(nlp) == [nlp.get_pipe("sentencizer")]


def test_words_that_the_lemmatizer_knows_are_found_at_once() -> None:
    nlp = load_pipeline("")
    components(nlp)
    known = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")["verb"]
    assert all(word in known for word in ("say", "meet", known[0], known[-1]))
    assert not any(word in known for word in ("", "saide", "zzz"))
    start = process_time()
    assert not any(word in known for word in ["saide"] * 10_000)
    assert process_time() - start < 0.2  # read through, the list takes a second


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("He hoped to stay.", "hope"),
        ("The rabbit hopped away.", "hop"),
        ("The court fined the bank.", "fine"),
        ("The union staged a walkout.", "stage"),
        ("They are riding home.", "ride"),
        ("Soldiers barred the way.", "bar"),
        ("They planned to stay.", "plan"),
        ("The crew readied the boat.", "ready"),
    ],
)
def test_a_verb_keeps_its_silent_e_and_its_y(text: str, lemma: str) -> None:
    nlp = load_pipeline("")
    doc = nlp.make_doc(text)
    for part in components(nlp):
        doc = part(doc)
    assert lemma in {token.lemma_ for token in doc if token.pos_ == "VERB"}


def test_words_that_no_rule_lists_are_asked_for_once() -> None:
    nlp = load_pipeline("")
    ours = next(part for part in components(nlp) if isinstance(part, Remembered))
    assert {ours._kind(word) for word in ("meet", "Vienna", "of-of")} == {""}
    assert [ours._kind(word) for word in ("Didn't", "That", "Nothin'", "\n")] == ["", "That", "Nothin'", " "]


def test_rules_that_look_at_the_form_of_a_word_are_asked_of_each() -> None:
    by_word = {"patterns": [[{"LOWER": {"IN": ["go"]}}], [{"TAG": "VB", "LOWER": "be"}]]}
    by_form = {"patterns": [[{"SHAPE": "xxx"}]]}
    by_likeness = {"patterns": [[{"LOWER": {"FUZZY": "x"}}]]}
    words, further = _listed([by_word])
    assert (words, further.search("any")) == ({"go", "be"}, None)
    assert all(_listed([by_word, rule])[1].search("any") for rule in (by_form, by_likeness))
