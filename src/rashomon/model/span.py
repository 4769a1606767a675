"""Where something stands in an article."""

from collections.abc import Iterable

import msgspec


class Span(msgspec.Struct, frozen=True, order=True, array_like=True):
    """A half-open range of code points in one article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The text of this span's article -> the words it covers."""
        return text[self.start : self.end]

    def stripped(self, text: str) -> "Span":
        """The text of this span's article -> the span without white space at its ends, or an empty one."""
        words = self.of(text)
        start = self.start + len(words) - len(words.lstrip())
        return Span(start, max(start, self.end - len(words) + len(words.rstrip())))

    def covers(self, other: "Span") -> bool:
        """Whether the other span lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def __len__(self) -> int:
        return self.end - self.start


def hull(spans: Iterable[Span]) -> Span:
    """Spans -> the smallest span that covers them all."""
    listed = list(spans)
    return Span(min(s.start for s in listed), max(s.end for s in listed))
