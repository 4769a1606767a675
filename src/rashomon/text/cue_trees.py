"""Cues and speakers that the parser ties to another clause -> their trees mended."""

from typing import Any

from spacy.tokens import Span

from rashomon.lexicon.cues import lemma_of, verb_cues
from rashomon.lexicon.roles import role_at
from rashomon.text.grammar import SUBJECTS, is_finite
from rashomon.text.noun_trees import beside
from rashomon.text.subject_trees import first_of, is_done_to, make_root

_TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_OF_TIME = frozenset({"after", "before", "since", "until"})
"""What can stand before a noun and before a clause."""
_PAST = {"added": "add", "continued": "continue", "declared": "declare", "replied": "reply", "stated": "state"}
"""Cues that tell who is quoted behind a colon, and the verbs that they are forms of."""
_ASIDE = 16
"""Words of the longest speaker that is set between commas."""


def clause_behind_a_source(clause: Any) -> None:
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


def cue_set_between(cue: Any) -> None:
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
        make_root(verb)
    cue.dep_, cue.head = "parataxis", verb
    thing.dep_, thing.head = "nsubjpass" if is_done_to(verb) else "nsubj", verb


def cue_before_a_colon(cue: Any) -> None:
    """As in "[Added] Aas: “It is late.”": Aas added it, and Added is no part of his name."""
    name, verb = cue.head, _PAST.get(cue.lower_)
    alone = cue.dep_ in {"amod", "compound", "nmod"} and name.pos_ == "PROPN" and name.head.i >= name.i
    if verb is None or not alone or beside(name, 1).text != ":":
        return
    cue.tag_, cue.pos_, cue.lemma_ = "VBD", "VERB", verb
    said = cue.sent.root
    make_root(cue)
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


def speaker_behind_a_thing(cue: Any) -> None:
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
            make_root(clause)
        cue.dep_, cue.head = "parataxis", clause
        thing.dep_, thing.head = "nsubjpass" if is_done_to(clause) else "nsubj", clause


def speaker_before_another_clause(cue: Any) -> None:
    """As in "Nine died, [said] Aas, a nurse, and others were hurt": Aas was not hurt, but said it."""
    before = any(c.dep_ == "ccomp" and c.i < cue.i for c in cue.children)
    if not before or any(c.dep_ in SUBJECTS for c in cue.children):
        return
    for clause in (c for c in cue.children if c.dep_ in {"ccomp", "conj"} and c.i > cue.i):
        told = [c for c in clause.children if c.dep_ in SUBJECTS]
        if len(told) > 1 and told[0].left_edge.i == cue.i + 1:
            told[0].dep_, told[0].head = "nsubj", cue
            return


def speaker_behind_an_apposition(cue: Any) -> None:
    """As in "They met on Friday, a [holiday], in Oslo, police said": the police said it; the Friday was a holiday."""
    known = verb_cues().get(lemma_of(cue))
    told = next((c for c in cue.children if c.dep_ == "ccomp" and c.i < cue.i), None)
    named = [c for c in cue.children if c.dep_ in SUBJECTS and c.i < cue.i]
    if told is None or known is None or "that" not in known.frames or len(named) < len(["a holiday", "police"]):
        return
    speaker = named[-1]
    others = [c for c in named[:-1] if c.pos_ in {"NOUN", "PROPN"} and beside(c.left_edge, -1).text == ","]
    before = beside(others[0].left_edge, -2) if others else cue
    if len(others) < len(named) - 1 or before.pos_ not in _NOUNS or before.i <= told.i:
        return
    if beside(speaker.left_edge, -1).text != ",":
        return
    for other in others:
        other.dep_, other.head = "appos", before
    for between in [c for c in cue.children if before.i < c.i < speaker.left_edge.i]:
        between.head = told


def clause_before_a_semicolon(clause: Any) -> None:
    """As in "Two [abstained], an aide said; Chad's envoy voted no": he did not vote that two abstained.

    Nor is what goes on without a subject over the first: "Aas was [booed]; was fired".
    """
    verb = clause.head
    own = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i > clause.i), None)
    bare = own is None and is_finite(verb) and any(c.dep_ in SUBJECTS for c in clause.children)
    opens = first_of(verb) if bare else own.left_edge if own is not None else verb
    if not (bare or own is not None) or beside(opens, -1).text != ";" or (own is not None and own.i > verb.i):
        return
    was = (verb.dep_, verb.head if verb.head != verb else None)
    make_root(clause)
    verb.dep_, verb.head = "conj", clause
    if was[1] is not None:
        clause.dep_, clause.head = was


def cue_taken_for_an_aside(speaker: Any) -> None:
    """As in "The ferry sank, a Reuters witness [reported] from the port": he is not the ferry, but told of it."""
    cue, thing = beside(speaker, 1), speaker.head
    verb = thing.head
    behind = thing.dep_ in SUBJECTS and thing.i < verb.i < speaker.left_edge.i and is_finite(verb)
    known = verb_cues().get(lemma_of(cue)) if cue.dep_ == "acl" and cue.head == speaker else None
    if not behind or known is None or "that" not in known.frames or role_at([speaker.lemma_.lower()]) is None:
        return
    whole = cue.right_edge.i + 2 >= cue.sent.end and verb.head == verb
    told = any(c.dep_ in {"dobj", "agent", "ccomp"} for c in cue.children)
    if whole and not told and beside(speaker.left_edge, -1).text == ",":
        cue.tag_ = "VBD"
        make_root(cue)
        verb.dep_, verb.head = "ccomp", cue
        speaker.dep_, speaker.head = "nsubj", cue


def who_calls_another(cue: Any) -> None:
    """As in "One critic [called] Aas a coward": two things stand behind the verb, so that it is none of his name."""
    critic, named = cue.head, beside(cue, 1)
    behind = beside(named, 1)
    alone = critic.head == critic or (critic.left_edge.i > 0 and critic.doc[critic.left_edge.i - 1].text == ";")
    what = behind.head if behind.dep_ == "det" else behind
    if named.pos_ != "PROPN" or behind.lower_ not in {"a", "an", "the"} or not alone or critic.i != cue.i - 1:
        return
    cue.tag_ = "VBD"
    make_root(cue)
    critic.dep_, critic.head = "nsubj", cue
    named.dep_, named.head = "dobj", cue
    what.dep_, what.head = "oprd", cue


def cue_behind_and(cue: Any) -> None:
    """As in "Aas said the bank was sound, and [urged] that all stay calm": what the bank was it did not urge."""
    was = cue.head
    known = verb_cues().get(lemma_of(cue))
    if cue.dep_ != "conj" or was.dep_ != "ccomp" or was.lemma_ != "be" or known is None or was.i > cue.i:
        return
    said = was.head
    opens = any(c.dep_ == "ccomp" and c.left_edge.lower_ == "that" and c.left_edge.i == cue.i + 1 for c in cue.children)
    alone = not any(c.dep_ in SUBJECTS | {"aux"} for c in cue.children)
    link = beside(cue, -1)
    set_off = link.lower_ == "and" and beside(link, -1).text == "," and link.head == was
    if opens and alone and set_off and cue.tag_ == said.tag_ and lemma_of(said) in verb_cues() and said.i < was.i:
        cue.head = link.head = said


def told_behind_a_cue_set_between(told: Any) -> None:
    """As in "Aas left in May, Vik said, but [was] listed still": it was Aas who was listed."""
    cue = told.head
    if told.dep_ != "conj" or lemma_of(cue) not in verb_cues() or beside(cue, 1).text != "," or cue.i > told.i:
        return
    main = cue.head if cue.dep_ == "parataxis" else next((c for c in cue.children if c.dep_ == "ccomp"), cue)
    speaker = next((c for c in cue.children if c.dep_ in SUBJECTS), cue)
    before = beside(speaker.left_edge, -1)
    link = next((c for c in cue.children if c.dep_ == "cc" and cue.i < c.i < told.i), None)
    set_off = before.text == "," and main.i < before.i and not any(t.is_quote for t in cue.doc[before.i - 1 : cue.i])
    is_state = any(c.dep_ == "auxpass" for c in told.children) or told.pos_ == "AUX"  # else Vik may have done it
    if link is not None and set_off and is_state and not any(c.dep_ in SUBJECTS for c in told.children):
        told.head = link.head = main


def speaker_behind_what_was_before(cue: Any) -> None:
    """As in "Aas said it ends before May, a source [told] Vik": "before" opens no clause, and the source told it."""
    known = verb_cues().get(lemma_of(cue))
    opens = next((c for c in cue.children if c.dep_ == "mark" and c.lower_ in _OF_TIME), None)
    noun = next((c for c in cue.children if c.dep_ in SUBJECTS), None)
    speaker = next((c for c in noun.children if c.dep_ == "appos"), None) if noun is not None else None
    if cue.dep_ != "advcl" or known is None or "that" not in known.frames:
        return
    if opens is None or noun is None or speaker is None:
        return
    is_next = noun.left_edge.i == opens.i + 1 and beside(speaker.left_edge, -1).text == ","
    if is_next and speaker.right_edge.i == cue.i - 1 and cue.right_edge.i + 2 >= cue.sent.end:
        root = cue.sent.root
        opens.dep_, opens.head = "prep", cue.head
        noun.dep_, noun.head = "pobj", opens
        speaker.dep_, speaker.head = "nsubj", cue
        make_root(cue)
        root.dep_, root.head = "ccomp", cue
