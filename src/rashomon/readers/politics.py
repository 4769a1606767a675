"""Nouns of a reading -> whether they name somebody who acts in politics."""

from functools import lru_cache
from typing import Any

from rashomon.lexicon.actors import Found, find_actors
from rashomon.lexicon.frames import classes
from rashomon.lexicon.instruments import instruments_in
from rashomon.lexicon.roles import Role, role_at
from rashomon.model import Reading
from rashomon.readers.fields import Fields

STATE_SECTORS = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "SPY", "REB", "UAF", "OPP", "PTY", "NGO"})
_PEOPLE = frozenset({"CVL", "REF", "EDU", "AGR", "LAB", "REL", "ELI", "MED", "CRM"})
# Nouns of office and body that firms, clubs and schools have too: political only beside a state's or a body's name.
_GENERAL = "general-office"
_FIRMS = "BUS"
_OF = frozenset({"of"})
_BELONGING = frozenset({"of", "from"})
_PLACING = _BELONGING | {"in"}


class Politics:
    """Whose deeds are politics: made once per text, asked by token."""

    def __init__(self, doc: Any, text: str) -> None:
        self._doc, self._text = doc, text
        self._fields = Fields(doc)
        self._named: dict[int, Found] = {}
        self._firms: set[int] = set()
        for found in find_actors(text):
            if found.actor.kind == "outlet" or found.actor.naming in {"other", "shared"}:
                continue
            piece = self._doc.char_span(found.start, found.end, alignment_mode="contract")
            for token in piece if piece is not None else ():
                if found.actor.code.endswith(_FIRMS):
                    self._firms.add(token.i)
                else:
                    self._named[token.i] = found
        self._politicians = self._surnames()
        self._known: dict[int, int] = {}

    @property
    def pervades(self) -> bool:
        """Whether the text is about politics: at least two states or bodies, and somebody in office."""
        return bool(self._politicians) and len({f.actor.code for f in self._named.values()}) > 1

    def accords(self) -> frozenset[int]:
        """-> the tokens that head the names of accords."""
        spans = (self._doc.char_span(n.start, n.end, alignment_mode="expand") for n in instruments_in(self._text))
        return frozenset(span.root.i for span in spans if span is not None)

    def named(self, token: Any) -> Found | None:
        """Token -> the state or body of the lexicon that it is part of the name of."""
        return self._named.get(token.i)

    def weight(self, token: Any) -> int:
        """Head noun -> 2: a state, body, office holder or armed group; 1: it may be one; 0: it is none."""
        known = self._known.get(token.i)
        if known is None:
            self._known[token.i] = 0  # a loop of pronouns ends here
            known = self._known[token.i] = self._weigh(token)
        return known

    def is_person(self, token: Any) -> bool:
        """Head noun -> whether it can name persons."""
        if token.pos_ == "PRON":
            return token.lower_ in {"he", "she", "they", "him", "her", "them", "who", "we", "us", "i"}
        if token.ent_type_ == "PERSON" or token.text in self._politicians:
            return True
        found = self.named(token)
        if found is not None:
            return found.actor.naming == "people" and token.tag_.endswith("S")
        role = self._role(token)
        return (role is not None and role.denotes != "organization") or token.lemma_.lower() in classes()["gathering"]

    def is_business(self, token: Any) -> bool:
        """Head noun -> whether it names a firm, or those who run, own or trade with one."""
        if self.named(token) is not None or token.text in self._politicians:
            return False
        role = self._role(token)
        return token.i in self._firms or (role is not None and role.sector == _FIRMS)

    def _weigh(self, token: Any) -> int:
        if token.pos_ == "PRON" or token.tag_ in {"WP", "WDT"}:
            return self._pronoun(token)
        if self._fields.is_player(token):
            return 0
        if self.named(token) is not None:
            return int(self._fields.is_sport(token)) or 2  # a team bears the state's name
        if token.pos_ == "PROPN" and token.text in self._politicians:
            return 2
        lemma = token.lemma_.lower()
        if token.lower_ in classes()["no-party"]:
            return 0
        if lemma in classes()["gathering"] or token.pos_ == "NUM":
            inner = max((self.weight(p) for c in token.children if c.lower_ in _OF for p in c.children), default=0)
            if inner:
                return inner
        role = self._role(token)
        if role is not None and self._of_a_stranger(token, role):
            return 0
        if role is not None:
            return self._role_weight(token, role)
        if lemma in classes()["people"] and token.tag_ == "NNS":
            return 2 if self._beside(token) else 1
        if token.ent_type_ == "PERSON":
            return 2 if self._beside(token) and self._titled(token) else 1
        return int(token.ent_type_ in {"ORG", "GPE", "NORP"})

    def _role_weight(self, token: Any, role: Role) -> int:
        foreign = any(
            t.ent_type_ == "ORG" and t.i not in self._named and t.text not in self._politicians
            for t in token.subtree
            if token.i - 4 <= t.i < token.i
        )
        beside = self._beside(token)
        if role.sector in STATE_SECTORS:
            general = role.words in classes()[_GENERAL]
            if foreign and not beside:
                return 0
            return 2 if beside or not general else 1
        if role.sector in _PEOPLE:
            return 2 if beside else int(not foreign)
        if role.sector or role.words in classes()["private"]:
            return int(not role.sector)
        return 2 if self._beside(token, _BELONGING) else 1

    def _of_a_stranger(self, token: Any, role: Role) -> bool:
        """Whether a noun of office belongs to somebody outside politics: "the player's agent", "the firm's chief"."""
        owners = [c for c in token.children if c.dep_ == "poss" and c.pos_ == "NOUN"]
        return role.words in classes()[_GENERAL] and bool(owners) and not any(map(self.weight, owners))

    def _beside(self, token: Any, placing: frozenset[str] = _PLACING) -> bool:
        """Whether a state, a body or a politician stands among the modifiers of the noun, or in its "of"."""
        if any(c.dep_ == "poss" for c in token.children):
            placing = _BELONGING  # "the player's agent in Paris" is not of Paris
        for child in token.children:
            if child.dep_ in {"amod", "compound", "poss", "nmod", "appos"} and self._inside(child):
                return True
            placed = child.dep_ == "prep" and child.lower_ in placing
            if placed and any(self._inside(p) for p in child.children if p.dep_ == "pobj"):
                return True
        return any(self._named.get(i) for i in range(max(0, token.i - 2), token.i) if self._doc[i].head == token)

    def _inside(self, token: Any) -> bool:
        if token.i in self._named or token.text in self._politicians:
            return True
        return any(c.i in self._named for c in token.children if c.dep_ in {"amod", "compound", "poss", "nmod", "conj"})

    def _titled(self, token: Any) -> bool:
        return any(c.dep_ in {"compound", "appos"} and self._role(c) for c in token.children)

    def _role(self, token: Any) -> Role | None:
        if token.pos_ not in {"NOUN", "PROPN", "ADJ"}:
            return None
        first = max(token.i - 2, token.sent.start)
        words = [t.lower_ for t in self._doc[first : token.i]] + [token.lemma_.lower()]
        return role_at(words, plural=token.tag_ in {"NNS", "NNPS"})

    def _pronoun(self, token: Any) -> int:
        if token.tag_ in {"WP", "WDT"} and token.head.dep_ == "relcl":
            return self.weight(token.head.head)
        clause = token.head
        while clause.dep_ in {"ccomp", "xcomp", "advcl", "conj", "pcomp"} and clause.head != clause:
            clause = clause.head
            for child in clause.children:
                if child.dep_ in {"nsubj", "nsubjpass"} and child.i < token.i and child.pos_ != "PRON":
                    return self.weight(child)
        return int(token.lower_ in {"he", "she", "they", "him", "them", "it", "we", "us"})

    def _surnames(self) -> frozenset[str]:
        """Last names of persons that the text gives a political office."""
        found = set()
        for entity in self._doc.ents:
            last = entity[-1] if entity[-1].text not in {"'s", "’s"} else entity[max(len(entity) - 2, 0)]
            if last.pos_ != "PROPN" or last.i in self._named:
                continue
            before = None if entity[0].is_sent_start or not entity.start else self._doc[entity.start - 1]
            apposed = [c for c in last.children if c.dep_ == "appos"]
            if (
                (entity.label_ in {"PERSON", "ORG"} and before is not None and self._office(before))
                or (entity.label_ == "PERSON" and any(self._office(c) for c in apposed))
                or (entity.label_ == "PERSON" and last.dep_ == "appos" and self._office(last.head))
            ):
                found.add(last.text)
        return frozenset(found)

    def _office(self, token: Any) -> bool:
        role = self._role(token)
        if role is None or role.denotes != "office" or role.sector not in STATE_SECTORS:
            return False
        if token.is_title and role.words in classes()["state-title"] and token.i:
            return self._doc[token.i - 1].ent_type_ != "ORG" or token.i - 1 in self._named
        return role.words not in classes()[_GENERAL] or any(
            t.i in self._named for t in self._doc[max(token.i - 5, token.sent.start) : min(token.i + 6, len(self._doc))]
        )


def politics_of(reading: Reading) -> Politics:
    """Reading with its parse -> whose deeds in it are politics; events and undertakings ask the same."""
    return _politics(reading.doc, reading.text)


@lru_cache(maxsize=1)
def _politics(doc: Any, text: str) -> Politics:
    return Politics(doc, text)
