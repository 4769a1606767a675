"""Interviews and transcripts -> drafts: each turn is the word of whoever its label names."""

import re
from collections import Counter
from collections.abc import Iterator

from rashomon.model import READ_KINDS, Block, Mention, Quotation, Reading, Span
from rashomon.readers.attributions.draft import Draft
from rashomon.text.boundaries import abbreviated_titles
from rashomon.text.grammar import tokens_in

_NAME = r"(?:[A-Z][\w.’'-]*|\([A-Z][\w.-]*\))"
_LABEL = re.compile(rf"\s*[\"“]?((?:{_NAME}\s){{0,4}}{_NAME})\s?(:)\s+(?=.*[^\W\d_])")
_ANSWERS = re.compile(r"\s*[\"“]?([QA])\s?([:.])\s+(?=\S)")
_FRESH = re.compile(r"(?:^|\n|[.?!][\"”’']?) *$")
_LONG_TITLE = 12
_FEWEST = 3
"""Labelled paragraphs that make a dialogue."""


def turns(reading: Reading) -> Iterator[Draft]:
    """Reading -> a draft for each labelled turn of a dialogue, none where the text is no dialogue.

    Unlabelled paragraphs between two turns go on with the turn before where most of the text is turns; elsewhere
    they may be the author's, and nobody is given them. A title ("Aas: we won") only sums up what is said, and a figure
    behind a name is one of a table ("Aas: 1,769").
    """
    text = reading.text
    blocks = [b.span for b in reading.of(Block) if b.kind in READ_KINDS and b.kind != "title"]
    labels = {block: label for block in blocks if (label := _label(text, block)) is not None}
    if len(labels) < _FEWEST or max(Counter(name.of(text) for name, _ in labels.values()).values()) < 2:
        return
    goes_on = 2 * len(labels) > len(blocks)
    last = max(labels)
    held: Draft | None = None
    for block in blocks:
        if block in labels:
            if held is not None:
                yield held
            name, colon = labels[block]
            mark = tokens_in(reading.doc, colon)[0]
            words = Span(colon.end, block.end).stripped(text)
            head = tokens_in(reading.doc, name).root
            held = Draft(mark, [colon], [name], [words], frame="turn", head=head)
        elif held is not None and goes_on and block < last and not _is_aside(block.of(text)):
            held.content.append(block.stripped(text))
    if held is not None:
        yield held


def labelled(reading: Reading) -> Iterator[Draft]:
    """Reading -> a draft for each quotation behind a person's name and a colon: "Aas asked: “Who?” Holm: “The mayor.”".

    Nothing but the end of a sentence stands before the name.
    """
    text = reading.text
    names = {m.span.end: m.span for m in reading.of(Mention) if m.kind == "person" and m.form == "name"}
    for quote in (q.span for q in reading.of(Quotation) if q.level == 1 and not q.scare):
        before = text[: quote.start].rstrip()
        name = names.get(len(before) - 1) if before.endswith(":") else None
        if name is not None and _is_fresh(text[: name.start]):
            colon = Span(name.end, name.end + 1)
            head = tokens_in(reading.doc, name).root
            yield Draft(tokens_in(reading.doc, colon)[0], [colon], [name], [quote], frame="turn", head=head)


def _is_fresh(before: str) -> bool:
    """Whether a text ends with a sentence, its last quotation or a paragraph, and not with a "Mr."."""
    last = before[-_LONG_TITLE:].split()[-1:]
    return bool(_FRESH.search(before[-4:])) and not {word.title() for word in last} & abbreviated_titles()


def _label(text: str, block: Span) -> tuple[Span, Span] | None:
    """Text and block -> the name that the block begins with and its colon, None where it begins otherwise."""
    found = _ANSWERS.match(text, block.start, block.end) or _LABEL.match(text, block.start, block.end)
    return (Span(*found.span(1)), Span(*found.span(2))) if found else None


def _is_aside(words: str) -> bool:
    """Whether a paragraph only tells what was heard or seen: "(APPLAUSE)"."""
    bare = words.strip().strip('“”".')
    return bare[:1] in {"(", "["} and bare[-1:] in {")", "]"}
