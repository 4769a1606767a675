"""Surnames that are months' names as well: to the parser "May was calm" has no subject, and "Mrs. May" is a date."""

from typing import Any

import numpy as np
from spacy.attrs import LEMMA, SENT_START
from spacy.tokens import Doc

from rashomon.lexicon.leaders import gender_of
from rashomon.lexicon.roles import title
from rashomon.text.abreast import ASKED
from rashomon.text.words import OF_PARSE, words_of

MONTH_NAMES = frozenset({"May", "March", "April", "June", "August"})
"""Names of months that are persons' names too."""
_PLAIN = "Smith"
"""What the parser knows as a surname and as nothing else."""
_OF_DATES = frozenset(
    {
        "in", "of", "by", "since", "until", "till", "to", "from", "through", "after", "before", "between", "during",
        "last", "next", "this", "each", "every", "early", "late", "mid", "-", "/",
    }
)  # fmt: skip


def stand_in(doc: Any) -> Any:
    """Unparsed doc -> one of the same tokens in which such a surname is a plain one; itself where it has none."""
    said = words_of(doc)
    surnames = {word for at, word in enumerate(said) if word in MONTH_NAMES and at and _is_called(said, at)}
    places = [at for at, word in enumerate(said) if word in surnames and not _is_month(said, at)]
    if not places:
        return doc
    plain = list(said)
    for at in places:
        plain[at] = _PLAIN
    read = Doc(doc.vocab, words=plain, spaces=[bool(token.whitespace_) for token in doc])
    read.user_data |= {ASKED: doc.user_data[ASKED]} if ASKED in doc.user_data else {}
    return read.from_array([SENT_START], doc.to_array([SENT_START]))


def take_over(doc: Any, read: Any) -> Any:
    """Unparsed doc and the parsed one that stood in for it -> the first with the parse of the other."""
    told = read.to_array(OF_PARSE)
    lemmas: Any = np.array([doc.vocab.strings.add(token.text) for token in doc], dtype="uint64")
    differ = np.array([one != two for one, two in zip(words_of(doc), words_of(read), strict=True)], dtype=bool)
    told[differ, OF_PARSE.index(LEMMA)] = lemmas[differ]
    return doc.from_array(OF_PARSE, told)


def _is_called(said: list[str], at: int) -> bool:
    """Whether the word before makes a month's name a person's: "Theresa May said", but not "Hillary May Face Trial"."""
    before, behind = said[at - 1], said[at + 1] if at + 1 < len(said) else ""
    named = title(before) is not None or gender_of((before.lower(), said[at].lower())) != ""
    return named and before[:1].isupper() and not behind[:1].isupper()


def _is_month(said: list[str], at: int) -> bool:
    """Whether a month's name may be one where it stands: behind "since", beside a number or another month."""
    before, behind = (said[i] if 0 <= i < len(said) else "" for i in (at - 1, at + 1))
    listed = before.lower() in {"and", "or", ","} and at > 1 and said[at - 2] in MONTH_NAMES
    return before.lower() in _OF_DATES or before[:1].isdigit() or behind[:1].isdigit() or listed
