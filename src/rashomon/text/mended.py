"""Parses of news sentences -> the same with the few trees mended that a parser of plain prose takes for others.

Each mend asks for a shape that grammar allows to be read in one way only; all else is left as it is.
"""

from typing import Any

from spacy.tokens import Span

from rashomon.lexicon.cues import lemma_of, verb_cues
from rashomon.text.contact import tells_of_a_noun, tells_of_what_was_done, tells_of_what_was_made
from rashomon.text.grammar import DASHES, SUBJECTS, is_finite
from rashomon.text.noun_trees import (
    beside,
    first_of_two,
    name_before_a_noun,
    name_behind_an_office,
    names_in_a_row,
    noun_with_an_article,
    one_of_a_list,
    two_names,
    two_of_a_headline,
)
from rashomon.text.participles import participle_in_front, participle_of_a_noun, participle_set_between
from rashomon.text.two_clauses import day_before_a_name, what_ends, what_was_between_two, who_acts_behind_and
from rashomon.text.words import OF_PARSE

_CITING = frozenset({"cite", "quote"})
_TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_LOOSE_NAMES = frozenset({"intj", "npadvmod", "dep"})
_CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "conj"})
_HAVING_DONE = frozenset(
    {"have", "get", "make", "find", "see", "hear", "keep", "leave", "want", "need", "allow", "watch"}
)
_HAVING_ONE = SUBJECTS | {"expl"}
_PAST = {"added": "add", "continued": "continue", "declared": "declare", "replied": "reply", "stated": "state"}
"""Cues that tell who is quoted behind a colon, and the verbs that they are forms of."""
_ASIDE = 16
"""Words of the longest speaker that is set between commas."""


def mend(doc: Any) -> None:
    """Doc with its parse -> nothing; its trees are mended in place, or left as they were if words end up in a ring."""
    told = doc.to_array(OF_PARSE)
    _mend(doc)
    if not _are_trees([token.head.i for token in doc]):
        doc.from_array(OF_PARSE, told)


def _are_trees(heads: list[int]) -> bool:
    """Places of words' heads, a root's its own -> whether a root is over each."""
    above = heads
    for _ in range(len(heads).bit_length()):
        above = [above[at] for at in above]  # twice as far up each time
    return all(heads[at] == at for at in above)


def _mend(doc: Any) -> None:
    for token in doc:
        if token.is_sent_start:
            _cue_before_a_colon(token)
        if token.dep_ in {"nsubj", "nsubjpass", "dobj"}:
            name_before_a_noun(token)
        tells_of_a_noun(token)
        tells_of_what_was_made(token)
        tells_of_what_was_done(token)
        if token.tag_ == "WP" and token.dep_ == "compound" and token.head.dep_ == "nsubj":
            token.dep_, token.head = "nsubj", token.head.head  # "the man [who] officials said shot him"
        elif token.dep_ == "nmod":
            two_names(token)
        elif token.dep_ in _LOOSE_NAMES and token.pos_ == "PROPN":
            first_of_two(token)
        elif token.dep_ in SUBJECTS and token.pos_ == "PROPN":
            names_in_a_row(token)
            two_of_a_headline(token)
        elif token.dep_ == "appos":
            one_of_a_list(token)
            two_of_a_headline(token)
            name_behind_an_office(token)
        elif token.dep_ == "ccomp" and lemma_of(token.head) in _CITING:
            _clause_behind_a_source(token)
        elif token.dep_ == "relcl":
            _whose_deed_is_told(token)
        elif token.pos_ == "VERB" and beside(token, -1).text == ",":
            participle_set_between(token)
            _cue_set_between(token)
            _speaker_before_another_clause(token)
        elif token.pos_ == "VERB" and (token.head == token or token.dep_ == "parataxis"):
            _speaker_behind_a_thing(token)
        elif token.tag_ == "VBP" and token.dep_ == "ccomp":
            noun_with_an_article(token)
        elif token.lower_ == "called" and token.dep_ == "acl":
            _who_calls_another(token)
        elif token.pos_ == "NOUN" and token.head == token:
            _noun_with_its_clause(token)
            _noun_that_is_the_subject(token)
    for token in doc:
        if token.tag_ in {"VB", "NN"}:
            what_ends(token)
        day_before_a_name(token)
        if token.tag_ == "VBD":
            for mended in (what_was_between_two, who_acts_behind_and, participle_in_front, participle_of_a_noun):
                mended(token)
        if token.tag_ == "VBN" and token.pos_ == "VERB" and token.dep_ in _CLAUSES:
            _past_tense(token)
        if token.pos_ in {"VERB", "AUX"} and token.dep_ in {"conj", "advcl"} and is_finite(token):
            _subject_behind_and(token)
        if token.tag_ in _TENSED and token.pos_ in {"VERB", "AUX"}:
            _subject_behind_an_opening(token)
            _subject_behind_an_aside(token)


def _clause_behind_a_source(clause: Any) -> None:
    """As in "X reported, citing two officials, that it was shut": X reported it, and cited the officials."""
    citing = clause.head
    verb = citing.head
    cited = next((c for c in citing.children if c.dep_ == "dobj"), None)
    opens = any(c.dep_ == "mark" and c.lower_ == "that" and c == clause.left_edge for c in clause.children)
    known = verb_cues().get(lemma_of(verb))
    if citing.dep_ != "advcl" or cited is None or not opens or known is None or "that" not in known.frames:
        return
    between = clause.doc[cited.right_edge.i + 1 : clause.left_edge.i].text
    if between == "," and not any(c.dep_ in {"ccomp", "dobj"} for c in verb.children):
        clause.head = verb


def _cue_set_between(cue: Any) -> None:
    """As in "The bank, [said] Aas, was shut": the bank was shut, and Aas said it."""
    known = verb_cues().get(lemma_of(cue))
    thing = next((c for c in cue.children if c.dep_ in SUBJECTS and c.i < cue.i), None)
    if known is None or "that" not in known.frames or not thing or cue.tag_ == "VBG":
        return
    speaker, verb = _before_another_subject(cue) or _behind(cue)
    if verb.tag_ not in _TENSED or speaker.pos_ not in _NOUNS:
        return
    verb = verb.head if verb.dep_ in {"aux", "auxpass"} else verb
    own = any(c.dep_ in SUBJECTS and c.i > speaker.right_edge.i for c in verb.children)
    if own or verb.head not in {verb, cue} or cue.head not in {cue, verb}:
        return
    speaker.dep_, speaker.head = "nsubj", cue
    if cue.head == cue:
        _make_root(verb)
    cue.dep_, cue.head = "parataxis", verb
    thing.dep_, thing.head = "nsubjpass" if _is_passive(verb) else "nsubj", verb


def _cue_before_a_colon(cue: Any) -> None:
    """As in "[Added] Aas: “It is late.”": Aas added it, and Added is no part of his name."""
    name, verb = cue.head, _PAST.get(cue.lower_)
    alone = cue.dep_ in {"amod", "compound", "nmod"} and name.pos_ == "PROPN" and name.head.i >= name.i
    if verb is None or not alone or beside(name, 1).text != ":":
        return
    cue.tag_, cue.pos_, cue.lemma_ = "VBD", "VERB", verb
    said = cue.sent.root
    _make_root(cue)
    for child in list(name.rights):
        child.head = cue
    if said != name:
        said.dep_, said.head = "ccomp", cue
    name.dep_, name.head = "nsubj", cue
    for ent in (e for e in cue.doc.ents if e.start == cue.i):
        kept = [cue.doc[cue.i + 1 : ent.end]] if ent.end > cue.i + 1 else []
        named = [Span(cue.doc, run.start, run.end, label=ent.label) for run in kept]
        cue.doc.set_ents(named, outside=[cue.doc[cue.i : cue.i + 1]], default="unmodified")


def _behind(cue: Any) -> tuple[Any, Any]:
    """Cue -> who stands behind it up to a comma, and the word behind it; twice the cue where there is no comma."""
    behind = cue.doc[cue.i + 1 : min(cue.i + _ASIDE, cue.sent.end)]
    comma = next((t for t in behind if t.text == ","), None)
    if comma is None or comma.i == cue.i + 1 or comma.i + 1 >= cue.sent.end:
        return cue, cue
    return cue.doc[cue.i + 1 : comma.i].root, beside(comma, 1)


def _before_another_subject(cue: Any) -> tuple[Any, Any] | None:
    """As in "The bank, said Aas, the mayor, was shut", where for the parser Aas was shut -> Aas and "was".

    Not so where the comma before the cue ends an aside: "Vik, a judge, said Aas, the mayor, was drunk".
    """
    if any(t.text == "," for t in cue.doc[cue.sent.start : cue.i - 1]):
        return None
    for clause in (c for c in cue.children if c.dep_ == "ccomp" and c.i > cue.i):
        told = next((c for c in clause.children if c.dep_ in SUBJECTS and c.left_edge.i == cue.i + 1), None)
        opens = [c for c in clause.children if c.dep_ in {"aux", "auxpass"}] or [clause]
        if told is not None and told.i + 1 < opens[0].i - 1 and beside(opens[0], -1).text == ",":
            return told, opens[0]
    return None


def _speaker_behind_a_thing(cue: Any) -> None:
    """As in "The bank, Aas [told] reporters, was shut": Aas told it, and the bank was shut."""
    known = verb_cues().get(lemma_of(cue))
    before = [c for c in cue.children if c.dep_ in SUBJECTS | {"dep"} and c.i < cue.i and c.pos_ in _NOUNS]
    if not before[1:] or known is None or "that" not in known.frames:
        return
    thing, speaker = before[0], before[-1]
    clause = next((c for c in cue.children if c.dep_ == "ccomp" and c.i > cue.i), cue.head)
    if clause.i <= cue.i or not is_finite(clause) or any(c.dep_ in SUBJECTS | {"mark"} for c in clause.children):
        return
    words = [c for c in clause.children if c.dep_ in {"aux", "auxpass", "neg", "advmod"} and cue.i < c.i < clause.i]
    set_off = cue.doc[speaker.left_edge.i - 1].text == "," and beside([*words, clause][0], -1).text == ","
    if set_off and speaker.dep_ in SUBJECTS:
        if clause.head == cue:
            _make_root(clause)
        cue.dep_, cue.head = "parataxis", clause
        thing.dep_, thing.head = "nsubjpass" if _is_passive(clause) else "nsubj", clause


def _speaker_before_another_clause(cue: Any) -> None:
    """As in "Nine died, [said] Aas, a nurse, and others were hurt": Aas was not hurt, but said it."""
    before = any(c.dep_ == "ccomp" and c.i < cue.i for c in cue.children)
    if not before or any(c.dep_ in SUBJECTS for c in cue.children):
        return
    for clause in (c for c in cue.children if c.dep_ in {"ccomp", "conj"} and c.i > cue.i):
        told = [c for c in clause.children if c.dep_ in SUBJECTS]
        if len(told) > 1 and told[0].left_edge.i == cue.i + 1:
            told[0].dep_, told[0].head = "nsubj", cue
            return


def _whose_deed_is_told(cue: Any) -> None:
    """As in "the man who police [said] shot him": police said it, and it was the man who shot."""
    told = [c for c in cue.children if c.dep_ == "nsubj" and c.i < cue.i]
    clause = next((c for c in cue.children if c.dep_ in {"xcomp", "ccomp"} and c.i > cue.i), beside(cue, 1))
    relative = told[:1] and (told[0].tag_ in {"WP", "WDT"} or told[0].lower_ == "that")
    if len(told) < 2 or not relative or lemma_of(cue) not in verb_cues():
        return
    if clause.head != cue and clause.tag_ == "VBD" and clause.head.is_ancestor(cue):
        clause.head = cue  # for the parser "a rule that critics claim [weakened] it" tells of two deeds
    if clause.tag_ in {"VBD", "VBN", "VBZ"} and not any(c.dep_ in SUBJECTS for c in clause.children):
        told[0].head, clause.dep_ = clause, "ccomp"


def _who_calls_another(cue: Any) -> None:
    """As in "One critic [called] Aas a coward": two things stand behind the verb, so that it is none of his name."""
    critic, named = cue.head, beside(cue, 1)
    behind = beside(named, 1)
    alone = critic.head == critic or (critic.left_edge.i > 0 and critic.doc[critic.left_edge.i - 1].text == ";")
    what = behind.head if behind.dep_ == "det" else behind
    if named.pos_ != "PROPN" or behind.lower_ not in {"a", "an", "the"} or not alone or critic.i != cue.i - 1:
        return
    cue.tag_ = "VBD"
    _make_root(cue)
    critic.dep_, critic.head = "nsubj", cue
    named.dep_, named.head = "dobj", cue
    what.dep_, what.head = "oprd", cue


def _noun_with_its_clause(noun: Any) -> None:
    """As in "Aas's claim that Beck said it burned [was] false": the claim was false, whatever stands between."""
    clause = next((c for c in noun.children if c.dep_ == "acl" and c.i > noun.i and _is_of_that(c)), None)
    if clause is None:
        return
    for verb in clause.subtree:
        bare = verb.pos_ == "AUX" and verb.dep_ in {"ccomp", "conj"} and is_finite(verb)
        if bare and verb.i > clause.i and not any(c.dep_ in SUBJECTS | {"mark", "cc"} for c in verb.children):
            _make_root(verb)
            noun.dep_, noun.head = "nsubj", verb
            return


def _noun_that_is_the_subject(noun: Any) -> None:
    """As in "The [ferry] Aas sank." and "The [ferry], which was full, sank.": a whole sentence; the ferry sank."""
    clause = next(
        (c for c in noun.children if c.dep_ in {"relcl", "acl"} and c.right_edge.i + 2 >= noun.sent.end), None
    )
    if clause is None or noun.sent[-1].text != "." or noun.left_edge.i != noun.sent.start or noun.tag_ != "NN":
        return
    if any(c.dep_ in {"aux", "mark"} for c in clause.children) or clause.tag_ not in {"VBD", "VBN", "VBZ"}:
        return
    name = next((c for c in clause.children if c.dep_ == "nsubj"), None)
    aside = any(c.dep_ in {"relcl", "acl", "appos"} and c.i < clause.i for c in noun.children)
    closed = clause.left_edge.nbor(-1).text == "," if aside else clause.left_edge.i == noun.i + 1
    if name is None:
        whole = closed and clause.dep_ == "acl" and not any(c.dep_ == "agent" for c in clause.children)
    else:
        whole = name.pos_ == "PROPN" and name.left_edge.i == noun.i + 1 and clause.dep_ == "relcl"
    if not whole:
        return
    if name is not None:
        name.dep_, name.head = "appos", noun
    _make_root(clause)
    noun.dep_, noun.head = "nsubj", clause
    if clause.tag_ == "VBN":
        clause.tag_ = "VBD"


def _subject_behind_and(verb: Any) -> None:
    """As in "Youths threw stones at banks, and [miners] left": the miners left; "and" joins no noun to the banks."""
    first = _first_of(verb)
    if first.i == verb.sent.start or any(c.dep_ in SUBJECTS | {"mark"} for c in verb.children):
        return
    before = first.nbor(-1)
    noun = next((t for t in (before, *before.ancestors) if t.dep_ == "conj" and t.right_edge.i == before.i), None)
    if before.dep_ == "cc" or noun is None or noun.pos_ not in _NOUNS or not verb.sent.start < noun.left_edge.i:
        return
    joins, other = noun.left_edge.nbor(-1), noun.head
    opened = other.head.lower_ in {"after", "before", "since", "until"}  # "after Aas and Beck failed to agree"
    both = other.left_edge.i and other.left_edge.nbor(-1).text == "," and joins.nbor(-1).text != ","
    if opened or both:
        return  # "but in Oslo, copper and zinc rose"
    if joins.lower_ in {"and", "but"} and joins.i > verb.head.i and verb.head in noun.ancestors:
        joins.head = verb.head
        noun.dep_, noun.head, verb.dep_ = "nsubjpass" if _is_passive(verb) else "nsubj", verb, "conj"


def _subject_behind_an_opening(verb: Any) -> None:
    """As in "According to the report, [Aas] and his deputy left": they left, and are no authors of the report."""
    if any(c.dep_ in _HAVING_ONE for c in verb.children):
        return
    opening, first = verb.sent[0], _first_of(verb)
    if opening.dep_ != "prep" or opening.head != verb:
        return
    others = [t for t in verb.doc[opening.i + 1 : first.i] if t.dep_ in {"conj", "appos"} and t.head.dep_ == "pobj"]
    name = next((t for t in others if t.left_edge.nbor(-1).text == "," and t.pos_ in _NOUNS), None)
    if name is not None and name.left_edge.i > name.head.i and name.head.right_edge.i >= first.i - 2:
        for other in others[others.index(name) + 1 :]:
            other.head = name
        name.dep_, name.head = ("nsubjpass" if _is_passive(verb) else "nsubj"), verb


def _subject_behind_an_aside(verb: Any) -> None:
    """As in "In the letter - sent to a judge, Bo Aas - the [mayor] wrote": the dash ends an aside, and Aas with it."""
    name = next((c for c in verb.children if c.dep_ in SUBJECTS and c.pos_ == "PROPN" and c.i < verb.i), None)
    other = next((c for c in name.children if c.dep_ == "appos" and c.i > name.i), None) if name is not None else None
    if name is None or other is None or other.right_edge.i != _first_of(verb).i - 1:
        return
    closing = other.left_edge.nbor(-1)
    opening = next((t for t in verb.doc[verb.sent.start : name.left_edge.i] if t.text in DASHES), None)
    if closing.text in DASHES and opening is not None and opening.i > verb.sent.start:
        other.dep_, other.head = name.dep_, verb
        name.dep_, name.head = "appos", opening.nbor(-1)


def _first_of(verb: Any) -> Any:
    """Verb -> the first word of its group: "had" of "had never been told"."""
    helpers = (c for c in verb.children if c.dep_ in {"aux", "auxpass", "neg", "advmod"} and c.i < verb.i)
    return min([verb, *helpers], key=lambda t: t.i)


def _is_passive(verb: Any) -> bool:
    return any(c.dep_ == "auxpass" for c in verb.children)


def _past_tense(verb: Any) -> None:
    """As in "Two trains [collided] near Lyon.": no participle has a subject and no auxiliary in a whole sentence.

    But in "had the tariffs [lifted]", "found itself [drawn] in", "with her arm [broken]" it is one.
    """
    own = [c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i]
    helped = any(c.dep_ in {"aux", "auxpass", "nsubjpass", "agent"} or c.lower_ == "with" for c in verb.children)
    done = verb.dep_ == "ccomp" and lemma_of(verb.head) in _HAVING_DONE
    if own and not helped and not done and verb.sent[-1].text == "." and not verb.text.endswith("n"):
        verb.tag_ = "VBD"


def _is_of_that(clause: Any) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)


def _make_root(verb: Any) -> None:
    verb.dep_ = "ROOT"
    verb.head = verb
