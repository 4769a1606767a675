"""As in "according to X", "in the words of X" -> drafts of attributions."""

from collections.abc import Iterator
from typing import Any

from rashomon.model import Reading
from rashomon.readers.attributions.draft import Draft, pieces
from rashomon.readers.attributions.sayers import is_document, of_noun
from rashomon.text.grammar import span_of

_UP = frozenset({
    "conj", "xcomp", "advcl", "prep", "pobj", "pcomp", "dobj", "attr", "acl", "amod", "npadvmod", "advmod", "nsubj",
    "nsubjpass", "acomp", "appos", "compound", "agent", "dative", "oprd", "nmod", "dep", "prt",
})  # fmt: skip
_NOBODY = frozenset({"plan", "schedule", "need", "law", "custom", "tradition", "size", "rule", "taste"})


def accounts(reading: Reading) -> Iterator[Draft]:
    """Reading -> a draft for each "according to X": its content is the clause that it stands in."""
    for token in reading.doc:
        if token.lower_ != "according" or token.i + 1 >= len(reading.doc) or reading.doc[token.i + 1].lower_ != "to":
            continue
        to = reading.doc[token.i + 1]
        noun = next((c for c in to.children if c.dep_ == "pobj"), None)
        if noun is None or noun.lemma_.lower() in _NOBODY:
            continue
        verb = _clause(token)
        mine = {t.i for t in token.subtree} | {to.i} | {t.i for t in noun.subtree}
        content = pieces([t for t in verb.subtree if t.i not in mine])
        if content:
            who = of_noun(noun)
            act = "document" if is_document(who) else "speech"
            yield Draft(verb, [span_of([token, to])], list(who.spans), content, act, frame="according", reports=True)  # type: ignore[arg-type]


def _clause(token: Any) -> Any:
    """Token -> the head of the clause it stands in: the sentence's, or that of a complement or relative clause."""
    while token.head != token and token.dep_ in _UP:
        token = token.head
    return token
