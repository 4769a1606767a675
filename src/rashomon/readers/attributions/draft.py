"""An attribution while it is being put together: what the proposing rules hand on to be settled."""

from dataclasses import dataclass, field
from typing import Any

from rashomon.model import Act, Span
from rashomon.text.grammar import phrase, span_of


@dataclass
class Draft:
    """One cue with what belongs to it so far.

    ``verb`` is the cue's head token, whatever its part of speech, ``head`` that of the source; ``reports`` marks the
    frame that may only pass on ("according to X"), ``stated`` a cue that the lexicon knows in a clause that says that
    it happened.
    """

    verb: Any
    cue: list[Span]
    source: list[Span]
    content: list[Span]
    act: Act = "speech"
    denied: bool = False
    addressee: Span | None = None
    relay: list[Span] = field(default_factory=list)
    frame: str = ""
    reports: bool = False
    head: Any = None
    stated: bool = True

    @property
    def start(self) -> int:
        """Where its cue starts; its content where it has none."""
        return (self.cue or self.content)[0].start


def pieces(tokens: list[Any]) -> list[Span]:
    """Tokens -> the spans of their unbroken runs, without punctuation and blanks at the ends of a run."""
    runs: list[list[Any]] = []
    for token in sorted(tokens, key=lambda t: t.i):
        if runs and runs[-1][-1].i == token.i - 1:
            runs[-1].append(token)
        else:
            runs.append([token])
    return [span_of(kept) for run in runs if (kept := _bare(run))]


def noun_span(noun: Any) -> Span:
    """Head noun -> the span of its phrase with the name right behind it ("newspaper Le Phare"), without clauses."""
    tokens = phrase(noun)
    while len(tokens) > 1 and tokens[-1].dep_ == "case":
        tokens.pop()
    after = tokens[-1].i + 1
    named = [c for c in noun.children if c.dep_ == "appos" and c.pos_ == "PROPN" and c.left_edge.i == after]
    return span_of([*tokens, *(t for c in named for t in phrase(c))])


def merged(spans: list[Span], text: str) -> list[Span]:
    """Spans -> the same in text order, those that touch or have only blanks and marks between them made one."""
    out: list[Span] = []
    for span in sorted(spans):
        if (
            out
            and not any(c.isalnum() for c in text[out[-1].end : span.start])
            and "\n" not in text[out[-1].end : span.start]
        ):
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


def without(spans: list[Span], holes: list[Span]) -> list[Span]:
    """Spans and holes -> what is left of the spans when the holes are cut out."""
    for hole in holes:
        left: list[Span] = []
        for span in spans:
            if not span.meets(hole):
                left.append(span)
                continue
            left += [Span(span.start, hole.start)] if span.start < hole.start else []
            left += [Span(hole.end, span.end)] if hole.end < span.end else []
        spans = left
    return spans


def trimmed(spans: list[Span], text: str) -> list[Span]:
    """Spans and their text -> the same without commas and blanks at their ends; those that hold nothing else go."""
    out: list[Span] = []
    for span in spans:
        words = span.of(text)
        left, right = len(words) - len(words.lstrip(" ,\n")), len(words.rstrip(" ,\n"))
        out += [Span(span.start + left, span.start + right)] if left < right else []
    return out


def _bare(run: list[Any]) -> list[Any]:
    while run and (run[-1].is_space or (run[-1].is_punct and run[-1].text not in {'"', "'", ")", "%"})):
        run = run[:-1]
    while run and (run[0].is_space or (run[0].is_punct and run[0].text not in {'"', "'", "("})):
        run = run[1:]
    return run
