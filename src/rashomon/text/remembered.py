"""Rules for parts of speech and lemmas, asked once of a word: asked always, they take a fifth of a parse."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from spacy.attrs import DEP, LEMMA, MORPH, ORTH, POS, TAG
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from rashomon.text.abreast import ASKED, Abreast, listens
from rashomon.text.embedded import remember_words
from rashomon.text.products import speed_up

_ASKED = [ORTH, TAG, DEP]
_TOLD = [TAG, POS, DEP, LEMMA]
_BY_RULES = [*_TOLD, MORPH]
_ALIKE = frozenset({"TAG", "DEP", "LOWER", "IS_SPACE"})
"""What rules may look at, so that they have one answer for all words that they do not list."""

_SILENT_E = re.compile(r"(?<![aeiou])[aeiou][^aeiouwxy]e$")
"""The end of a verb whose namesake without the "e" doubles its last letter."""

_MOST = 200_000
"""Words that are kept, some 60 MB; who reads millions of articles begins anew then."""


class Remembered:
    """The attribute ruler and the rule lemmatizer of a pipeline as one component that remembers what they say.

    Both look at a word, its tag and its relation; the ruler's few rules on two words in a row are asked of every text.
    """

    def __init__(self, nlp: Any) -> None:
        self._vocab = nlp.vocab
        self._lemmatizer = nlp.get_pipe("lemmatizer")
        _with_endings(self._lemmatizer.lookups)
        _in_order(self._lemmatizer.lookups)
        self._of_words, self._of_pairs = AttributeRuler(nlp.vocab), AttributeRuler(nlp.vocab)
        for rule in nlp.get_pipe("attribute_ruler").patterns:
            alone = all(len(pattern) == 1 for pattern in rule["patterns"])
            (self._of_words if alone else self._of_pairs).add(**rule)
        self._listed = _listed(self._of_words.patterns)
        self._known: dict[tuple[int, ...], tuple[int, ...]] = {}
        self._of_kinds: dict[tuple[str, int, int], tuple[int, ...]] = {}

    def __call__(self, doc: Any) -> Any:
        """Tagged and parsed doc -> the same doc with parts of speech and lemmas."""
        asked = doc.user_data.get(ASKED, np.ones(len(doc), dtype=bool))
        words = [tuple(word) for word in doc.to_array(_ASKED)[asked].tolist()]
        if len(self._known) > _MOST:
            self._known.clear()
        new = [word for word in dict.fromkeys(words) if word not in self._known]
        if new:
            self._known.update(zip(new, self._ask(new), strict=True))
        told = doc.to_array(_TOLD)
        told[asked] = [self._known[word] for word in words]
        doc.from_array(_TOLD, told)
        return self._of_pairs(doc)

    def _ask(self, words: list[tuple[int, ...]]) -> list[tuple[int, ...]]:
        """Words with their tags and relations -> what ruler and lemmatizer make of each, standing alone."""
        kinds = [(self._kind(self._vocab.strings[orth]), tag, dep) for orth, tag, dep in words]
        new = {kind: word for kind, word in zip(kinds, words, strict=True) if kind not in self._of_kinds}
        if new:
            ruled = self._of_words(self._alone(new.values(), _ASKED[1:], [word[1:] for word in new.values()]))
            self._of_kinds.update(zip(new, map(tuple, ruled.to_array(_BY_RULES).tolist()), strict=True))
        doc = self._lemmatizer(self._alone(words, _BY_RULES, [self._of_kinds[kind] for kind in kinds]))
        return [tuple(told) for told in doc.to_array(_TOLD).tolist()]

    def _kind(self, word: str) -> str:
        """Word -> itself if the ruler's rules may list it; of the others those of one tag and relation are alike."""
        words, further = self._listed
        if word.lower() in words or further.search(word.lower()):
            return word
        return " " if word.isspace() else ""

    def _alone(self, words: Iterable[tuple[int, ...]], attributes: Any, told: Sequence[tuple[int, ...]]) -> Any:
        """Words, and what is told of each -> a doc of them that says so."""
        doc = Doc(self._vocab, words=[self._vocab.strings[word[0]] for word in words])
        tagged: Any = np.array(told, dtype="uint64")
        return doc.from_array(attributes, tagged)


def _listed(rules: list[dict[str, Any]]) -> tuple[frozenset[str], re.Pattern[str]]:
    """Rules for one word each -> the words that they list, in small letters, and a pattern for further ones.

    It is found in every word, if the rules look at other things than words, tags and relations.
    """
    words: set[str] = set()
    further = ["(?!)"]
    for at, wanted in (look for rule in rules for (pattern,) in rule["patterns"] for look in pattern.items()):
        told: dict[str, Any] = wanted if isinstance(wanted, dict) else {"IN": [wanted]}
        if at not in _ALIKE or not told.keys() <= {"IN", "NOT_IN", "REGEX"}:
            further.append("")
        elif at == "LOWER":
            words.update(told.get("IN", ()), told.get("NOT_IN", ()))
            further += [told["REGEX"]] if "REGEX" in told else []
    return frozenset(words), re.compile("|".join(further))


class _Ordered(list[str]):
    """Words in order, among which one is found by halving; a set of them takes six times the memory."""

    def __contains__(self, word: object) -> bool:
        at = bisect_left(self, str(word))
        return at < len(self) and self[at] == word


def _with_endings(lookups: Any) -> None:
    """Tables of a lemmatizer -> the same, which take "hoped" for a form of "hope" and "readied" for one of "ready".

    What doubles its last letter ("hop", "hopped") is no longer among the known verbs: its forms are exceptions.
    """
    exceptions, known = (lookups.get_table(name, {}).get("verb") for name in ("lemma_exc", "lemma_index"))
    if exceptions is None or known is None:
        return
    for verb in known:
        if verb.endswith("y"):
            exceptions.setdefault(f"{verb[:-1]}ied", [verb])
    longer = {verb[:-1] for verb in known if _SILENT_E.search(verb)}
    lookups.get_table("lemma_index")["verb"] = [verb for verb in known if verb not in longer]


def _in_order(lookups: Any) -> None:
    """Tables of a lemmatizer -> the same, its known words in order: spaCy reads thousands at each look-up."""
    known = lookups.get_table("lemma_index", {})
    for part_of_speech, words in list(known.items()):
        known[part_of_speech] = _Ordered(sorted(words))


def components(nlp: Any) -> list[Any]:
    """A spaCy pipeline -> what it applies to a text in turn, sped up; ruler and rule lemmatizer are one."""
    parts = dict(nlp.pipeline)
    for name, part in parts.items():
        remember_words(part)
        speed_up(part)
        if listens(part):
            parts[name] = Abreast(part)
    names = list(parts)
    ruler = names.index("attribute_ruler") if "attribute_ruler" in names else len(names)
    if names[ruler + 1 : ruler + 2] == ["lemmatizer"] and getattr(parts["lemmatizer"], "mode", "") == "rule":
        return [*(parts[n] for n in names[:ruler]), Remembered(nlp), *(parts[n] for n in names[ruler + 2 :])]
    return list(parts.values())
