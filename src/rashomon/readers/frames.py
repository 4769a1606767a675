"""Parse and trigger files -> the deeds that a sentence tells of, with their parties."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from rashomon.lexicon.frames import Frame, Lexicon, classes
from rashomon.model import Span
from rashomon.readers.fields import in_a_work
from rashomon.readers.parties import (
    agents,
    complement,
    core,
    governed,
    in_tense,
    is_particle,
    is_placed,
    near,
    object_of,
    owner_of,
    sharers,
    under,
    worded,
)
from rashomon.readers.politics import Politics
from rashomon.text.grammar import conjuncts, is_passive, span_of

_OURSELVES = frozenset({
    "we", "they", "it", "one", "country", "nation", "side", "state", "power", "government", "administration",
})  # fmt: skip


_WHEREABOUTS = frozenset({"in", "at", "through", "across", "along", "around"})
_NOBODY = frozenset({"we", "i", "it", "one", "there", "this", "that", "these"})


@dataclass
class Match:
    """A deed: its frame, the token that tells it, its object, and the head nouns of its parties.

    ``fronted``: a meeting that is told as the setting of what somebody does, and not with whom it was.
    """

    frame: Frame
    token: Any
    object: Any = None
    particle: Any = None
    nominal: bool = False
    fronted: bool = False
    actors: list[Any] = field(default_factory=list)
    recipients: list[Any] = field(default_factory=list)

    @property
    def trigger(self) -> Span:
        """The words that tell of the deed: the verb with its particle, and its object where that decides the deed."""
        tokens = [self.token]
        if self.particle is not None and self.particle.i - self.token.i <= 4:
            tokens.append(self.particle)
        far = {"any", "person", "political"} & self.frame.objects or self.frame.subjects
        decides = self.object is not None and self.frame.objects and not far
        if decides and 0 < abs(self.object.i - self.token.i) <= 6:
            tokens.append(self.object)
        return span_of(tokens)


class Matcher:
    """Finds the deeds of a lexicon in sentences of one reading."""

    def __init__(self, lexicon: Lexicon, politics: Politics) -> None:
        self._lexicon = lexicon
        self._politics = politics
        self._accords = politics.accords()

    def matches(self, sentence: Any) -> Iterator[Match]:
        """Sentence -> the deeds told in it, verbs before nouns; a noun that a verb's deed uses tells none itself."""
        used: set[int] = set()
        for token in sentence:
            if token.pos_ in {"VERB", "AUX", "ADJ"} or token.tag_.startswith("VB"):
                found = self._verb(token)
                if found is not None:
                    if found.object is not None and found.frame.objects:
                        used.add(found.object.i)
                    yield found
        for token in sentence:
            if token.pos_ in {"NOUN", "PROPN"} and token.i not in used:
                found = self._noun(token)
                if found is not None:
                    yield found

    def _verb(self, verb: Any) -> Match | None:
        lemma = verb.lemma_.lower()
        if verb.tag_.startswith("VB") or verb.pos_ == "VERB":
            behind = (c for c in verb.children if c.i > verb.i)
            particle = next((c for c in behind if c.dep_ == "acomp" or is_particle(c)), None)
            if lemma not in self._lexicon.verbs and lemma + "e" in self._lexicon.verbs:
                lemma += "e"  # "stag" for "staged"
            names = [f"{lemma} {particle.lower_}"] if particle is not None else []
            names += [] if particle is not None and particle.dep_ == "prt" else [lemma]
        elif verb.dep_ in {"acomp", "oprd"}:
            particle, names = None, [lemma]
        else:
            return None
        for name in names:
            for frame in self._lexicon.verbs.get(name, ()):
                found = self._try_verb(frame, verb, particle if " " in name else None)
                if found is not None:
                    return found
        return None

    def _try_verb(self, frame: Frame, verb: Any, particle: Any) -> Match | None:
        thing = object_of(verb)
        if frame.objects and (thing is None or not self.fits(thing, frame.objects)):
            return None
        alone = thing is None and not any(c.dep_ in {"ccomp", "xcomp"} for c in verb.children)
        if not frame.objects and not frame.complement and alone and _wants_object(frame):
            return None
        if frame.complement and not any(complement(verb, kind) is not None for kind in frame.complement):
            return None
        if frame.tense and not in_tense(verb, frame.tense):
            return None
        if frame.without and any(t.lemma_.lower() in frame.without for t in near(verb, thing)):
            return None
        if (frame.bare and thing is not None) or _is_figure(frame, verb, thing):
            return None
        actors = [t for t in agents(verb) if t.pos_ != "NOUN" or t.ent_type_ not in {"DATE", "TIME"}]
        if frame.mutual and len(actors) == 1:
            actors = self._of_each(actors[0]) or actors
        found = Match(frame, verb, core(thing, frame.objects), particle, actors=actors)
        if frame.subjects:
            found.object = self._befallen(frame, actors)
            found.actors = []
        elif frame.swap:
            found.actors, found.recipients = conjuncts(thing) if thing is not None else [], actors
        else:
            found.recipients = self._recipients(frame, verb, thing, actors)
        return found if self._sound(found) else None

    def _of_each(self, several: Any) -> list[Any]:
        """Plural noun -> the states or bodies whose it is: "the foreign ministers of [Iran] and [Iraq] met"."""
        owners = [p for c in several.children if c.lower_ == "of" for p in c.children if p.dep_ == "pobj"]
        named = [t for p in owners for t in conjuncts(p) if self._politics.named(t) is not None]
        return named if several.tag_ == "NNS" and len(named) > 1 else []

    def _noun(self, noun: Any) -> Match | None:
        lemma = noun.lemma_.lower()
        for frame in self._lexicon.nouns.get(lemma, ()):
            governed = next(
                (p for c in noun.children if c.lower_ == "of" for p in c.children if p.dep_ == "pobj"), None
            )
            if frame.objects and (governed is None or not self.fits(governed, frame.objects)):
                continue
            if _is_figure(frame, noun, None):
                continue
            found = Match(frame, noun, governed if frame.objects else None, nominal=True)
            found.actors = self._possessors(noun)
            found.recipients = self._recipients(frame, noun, found.object, found.actors)
            between = [t for t in found.recipients if frame.mutual and under(t, "between", noun)]
            if between:
                found.actors, found.recipients = [*found.actors, *between], []
            elif not found.actors and (found.recipients or is_placed(noun)):
                found.fronted = not found.recipients
                found.actors = sharers(noun)
            if self._sound(found):
                return found
        return None

    def _possessors(self, noun: Any) -> list[Any]:
        found = []
        for child in noun.children:
            if child.tag_ == "WP$":
                found += owner_of(noun)
            elif child.dep_ == "poss" and child.i < noun.i:
                found += [t for t in conjuncts(child) if t.i < noun.i]
            elif child.dep_ in {"amod", "compound", "nmod", "nummod"} and child.i < noun.i:
                found += self._names_in(child)
            elif child.lower_ == "by":
                found += [t for p in child.children if p.dep_ == "pobj" for t in conjuncts(p)]
        return sorted(set(found), key=lambda t: t.i)

    def _names_in(self, modifier: Any) -> list[Any]:
        """Modifier and its own -> the last token of each state or body named there ("US-North Korea")."""
        last: dict[int, Any] = {}
        for token in sorted((modifier, *modifier.children), key=lambda t: t.i):
            found = self._politics.named(token)
            if found is not None:
                last[found.start] = token
        return list(last.values())

    def fits(self, thing: Any, objects: frozenset[str]) -> bool:
        """Object noun and wanted words -> whether it, its compound, or what it is a number of is among them."""
        if "any" in objects or ("treaty" in objects and self._names_an_accord(conjuncts(thing))):
            return True
        if "person" in objects and self._politics.is_person(thing) and self._politics.weight(thing):
            return True
        if "political" in objects and self._politics.weight(thing) == 2:
            return True
        return worded(thing, objects) is not None

    def _recipients(self, frame: Frame, anchor: Any, thing: Any, actors: list[Any]) -> list[Any]:
        taken = {t.i for t in actors}
        together = frame.mutual and len(actors) > 1
        for place in (p for p in frame.recipient if not (together and p == "within")):
            for head in self._at(place, frame, anchor, thing):
                if not self._politics.weight(head):
                    continue
                listed = [t for t in conjuncts(head) if t.i not in taken and self._politics.weight(t)]
                if listed and max(map(self._politics.weight, listed)) >= (
                    1 if place in {"object", "with", "dative"} else 2
                ):
                    return [t for t in listed if t.i >= head.i]
        return []

    def _at(self, place: str, frame: Frame, anchor: Any, thing: Any) -> Iterator[Any]:
        """Place of a frame -> candidates for the recipient that stand there."""
        if place == "object":
            if thing is not None:
                yield thing
        elif place == "object's":
            if thing is not None:
                yield from self._owners(thing)
        elif place == "dative":
            yield from (c for c in anchor.children if c.dep_ == "dative" and c.pos_ != "ADP")
        elif place == "clause" and "must" in frame.complement:
            yield from (s for s in complement(anchor, "must").children if _is_addressed(s))
        elif place == "clause":
            for clause in (c for c in anchor.children if c.dep_ in {"ccomp", "xcomp", "advcl"} and c.i > anchor.i):
                yield from (s for s in clause.children if s.dep_ in {"nsubj", "nsubjpass"})
        elif place == "within":
            yield from self._deep(anchor)
        else:
            for holder in (anchor, thing):
                if holder is not None:
                    yield from governed(holder, place)

    def _owners(self, thing: Any) -> Iterator[Any]:
        for child in thing.children:
            named_after = child.dep_ == "compound" and thing.lemma_.lower() in classes()["talks"] | classes()["accord"]
            if (
                child.dep_ in {"poss", "amod", "compound", "nmod"}
                and self._politics.weight(child) == 2
                and not named_after
            ):
                yield child
        for child in thing.children:
            if child.dep_ == "prep" and child.lower_ in {"of", "by", "from", "for", "against"}:
                for inner in (p for p in child.children if p.dep_ == "pobj"):
                    yield inner
                    if self._politics.weight(inner) < 2:
                        yield from self._owners(inner)

    def _deep(self, anchor: Any) -> Iterator[Any]:
        """The first political noun in the infinitive or clause behind the trigger."""
        for clause in anchor.children:
            purpose = clause.dep_ == "advcl" and clause.tag_ == "VB"
            if clause.i > anchor.i and (purpose or clause.dep_ in {"xcomp", "ccomp", "prep", "dobj", "acl"}):
                for token in clause.subtree:
                    nominal = token.pos_ in {"NOUN", "PROPN", "ADJ"} and not _names_a_meeting(token)
                    nominal = nominal and not self._inside_a_name(token)
                    if nominal and self._politics.weight(token) == 2 and token.head.lower_ not in _WHEREABOUTS:
                        yield token

    def _inside_a_name(self, token: Any) -> bool:
        """Whether a token is a part of a name that goes on ("United" in "the United States"), or of a compound noun."""
        named = self._politics.named(token)
        if token.dep_ != "compound":
            return False
        return token.head.pos_ == "NOUN" if named is None else self._politics.named(token.head) is named

    def _sound(self, found: Match) -> bool:
        """Whether the deed has the parties that its frame asks for: politics, not sport, trade or weather."""
        if in_a_work(found.token) or _by_nature(found):
            return False
        weigh, frame = self._politics.weight, found.frame
        business = bool(found.actors) and all(map(self._politics.is_business, found.actors))
        actor = 0 if business else max(map(weigh, found.actors), default=0)
        recipient = max(map(weigh, found.recipients), default=0)
        if frame.person and found.actors and not any(map(self._politics.is_person, found.actors)):
            return False
        if frame.reach and not self._reaches(frame.reach, found):
            return False
        if frame.parties == "actor":
            unsaid = not found.actors and is_passive(found.token)
            return actor == 2 or (unsaid and recipient == 2)
        if frame.parties == "any":
            return max(actor, recipient) == 2
        if frame.parties == "both":
            if found.fronted and frame.mutual:
                return actor == 2 or (actor == 1 and self._politics.pervades and _named_person(found.actors))
            several = frame.mutual and len(found.actors) > 1 and not found.recipients
            return actor + recipient >= 3 or (several and actor == 2 and sum(map(weigh, found.actors)) >= 3)
        if frame.parties == "strict-both":
            return actor + recipient >= 3
        if frame.parties == "speaker":
            return actor == 2 or (self._politics.pervades and any(t.lower_ in _OURSELVES for t in found.actors))
        if frame.parties == "instrument":
            return True
        if frame.parties == "accord":
            return self._is_politics(found.object)
        if frame.parties == "protest":
            return actor >= 1 and (not found.nominal or recipient == 2)
        acts = not business and (not found.actors or any(map(self._politics.is_person, found.actors)))
        return actor == 2 or (recipient == 2 and acts)

    def _reaches(self, reach: str, found: Match) -> bool:
        verb = found.token
        if reach in {"accord", "instrument"} and self._names_an_accord(verb.subtree):
            return True
        if reach in {"place", "territory"}:
            return any(
                t.ent_type_ in {"GPE", "LOC"} or self._politics.named(t)
                for p in ("in", "to", "for", "from")
                for t in governed(verb, p)
            )
        wanted = classes()[reach]
        if reach == "people" and any(map(self._is_a_people, found.actors)):
            return True
        if reach in {"people", "armed", "peace", "police"}:
            pool = [t for a in found.actors for t in (a, *a.children, *(g for c in a.children for g in c.children))]
        else:
            pool = [t for t in verb.subtree if t.i != verb.i]
        return any(t.lemma_.lower() in wanted for t in pool)

    def _names_an_accord(self, nouns: Iterable[Any]) -> bool:
        """Whether one of some nouns is the name of an accord, listed or with a title of its own ("the JCPOA")."""
        return any(noun.i in self._accords for noun in nouns)

    def _befallen(self, frame: Frame, subjects: list[Any]) -> Any:
        """Subjects of a verb -> the one that the frame wants; "which" may be that of the noun before its "of Peru"."""
        holders = [t.head.head for t in subjects if t.dep_ == "pobj" and t.head.head.pos_ in {"NOUN", "PROPN"}]
        return next((t for t in [*subjects, *holders] if self.fits(t, frame.subjects)), None)

    def _is_politics(self, accord: Any) -> bool:
        """Whether an accord or measure is one of states and bodies, and no company's deal."""
        if accord is None:
            return False
        between = any(self._politics.weight(t) == 2 for t in accord.subtree)
        return between or self._politics.pervades or self._names_an_accord(conjuncts(accord))

    def _is_a_people(self, noun: Any) -> bool:
        """Whether a noun names many of a nation: "Greeks"."""
        named = self._politics.named(noun)
        return named is not None and named.actor.naming == "people" and str(noun.tag_).endswith("S")


def _is_figure(frame: Frame, deed: Any, thing: Any) -> bool:
    """Whether a deed is done to what cannot suffer it: "attacked the plan", "an assault on democracy"."""
    if not frame.figure:
        return False
    behind = ("on", "upon", "against", "of", "over", "for")
    targets = [thing, *(t for p in behind for h in (deed, thing) if h for t in governed(h, p))]
    return any(t is not None and t.lemma_.lower() in frame.figure for t in targets)


def _by_nature(found: Match) -> bool:
    """Whether weather, an accident or an illness did it: "killed by a rockfall", "killed in a crash"."""
    doers = found.actors or [t for p in ("in", "by", "from", "during") for t in governed(found.token, p)]
    return any(t.lemma_.lower() in classes()["nature"] for t in doers)


def _is_addressed(child: Any) -> bool:
    """Whether the subject of a clause with "must" is who is told to do it, and not the speaker or nobody."""
    return child.dep_ in {"nsubj", "nsubjpass"} and child.lower_ not in _NOBODY


def _names_a_meeting(token: Any) -> bool:
    """Whether a place's name only tells one meeting or accord from another ("the Singapore summit")."""
    return token.dep_ == "compound" and token.head.lemma_.lower() in classes()["talks"] | classes()["accord"]


def _named_person(nouns: list[Any]) -> bool:
    return any(n.ent_type_ == "PERSON" for n in nouns)


def _wants_object(frame: Frame) -> bool:
    return "object" in frame.recipient[:1] or frame.recipient[:1] == ("object's",)
