"""Times of no known calendar value -> the words by which a story's accounts may mean the same one ("on Friday")."""

import re
from collections.abc import Mapping, Sequence

from rashomon.model import Reading, Span, Time

_WORD = re.compile(r"\w+")
_WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_NO_MATTER = frozenset({"the", "a", "an", "on", "about", "around", "at", "early", "late"})
_TOLD_FROM_HERE = frozenset(
    {
        "yesterday", "today", "tomorrow", "tonight", "now", "ago", "last", "next", "this", "that", "earlier", "later",
        "recently", "previous", "following", "same",
    }
)  # fmt: skip
"""Words for a time that hang on the day of the account, so that two accounts may mean two."""


def untold_times(readings: Sequence[Reading]) -> Mapping[tuple[str, Span], tuple[str, str]]:
    """Readings of one story -> for each time without a value, by article and span: whose words they are, and the words.

    "Friday night" is told by its day. Words that hang on the day of the account ("yesterday") are that article's own;
    of others the whole story means one, and then the first is "".
    """
    found: dict[tuple[str, Span], tuple[str, str]] = {}
    for reading in readings:
        for time in reading.of(Time):
            words = _WORD.findall(time.span.of(reading.text).lower())
            days = [word for word in words if word in _WEEKDAYS]
            said = " ".join(days[:1] or [word for word in words if word not in _NO_MATTER])
            if not time.value and said:
                own = not days and not _TOLD_FROM_HERE.isdisjoint(words)
                found[reading.article.id, time.span] = (reading.article.id if own else "", said)
    return found
