"""Words told at once are those that spaCy tells one by one."""

from rashomon.text.syntax import load_pipeline
from rashomon.text.words import starts_of, text_of, tokens_of, words_of

TEXT = "Let's go, he said;  U.S. aides\n\ndidn't — “Ain't nothin'”.\u00a0End"


def test_words_and_where_they_begin():
    doc = load_pipeline("").make_doc(TEXT)
    assert text_of(doc) == TEXT
    for _ in range(2):
        assert words_of(doc) == [token.text for token in doc]
        assert starts_of(doc) == [token.idx for token in doc]


def test_words_of_a_part_of_speech():
    doc = load_pipeline("")("The aides of the bank left Vienna.")
    assert [token.text for token in tokens_of(doc, "NOUN")] == ["aides", "bank"]
    assert list(tokens_of(doc, "NUM")) == []
