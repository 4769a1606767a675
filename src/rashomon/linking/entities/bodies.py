"""Definite nouns for a body -> the body of the article that they mean: "the ministry", "the US government"."""

from typing import Any

from rashomon.linking.entities.cast import Cast, Draft
from rashomon.linking.entities.described import SAME_BODY, Description
from rashomon.linking.entities.speakers import is_main

WINDOW = 4
"""How many sentences back a bare office or body is looked for; every later sentence makes another reading likelier."""
HEADS_OF_STATE = frozenset({"president", "prime minister", "premier", "chancellor", "king", "queen"})
_GENERIC = frozenset(
    {
        "company", "firm", "manufacturer", "airline", "bank", "group", "organization", "organisation", "carmaker",
        "automaker", "planemaker", "corporation", "retailer", "lender", "exchange", "institute", "club", "association",
        "maker", "conglomerate", "studio", "drugmaker", "chipmaker", "brewer", "insurer", "shipbuilder",
        "startup",
    }
)  # fmt: skip

_MEMBERS = frozenset({
    "staff", "employee", "employees", "worker", "workers", "student", "students", "teachers", "faculty", "alumni",
    "shareholders", "residents", "parents",
})  # fmt: skip
"""Those of whom a body within or beside another is made."""


_CRAFT = frozenset({
    "tanker", "ship", "vessel", "ferry", "freighter", "trawler", "yacht", "boat", "submarine", "frigate", "destroyer",
    "carrier", "tug",
})  # fmt: skip
_LOCAL = frozenset({"regional", "local", "provincial", "municipal", "district", "county", "city"})
_CALLED = frozenset({"called", "named", "dubbed", "titled"})


def only(drafts: Any) -> Draft | None:
    """Drafts -> the only one of them; None where there are none or several."""
    listed = list(drafts)
    return listed[0] if len(listed) == 1 else None


def definite_body(cast: Cast, said: Description) -> Draft | None:
    """Definite body ("the ministry", "the US government") -> the same body named before."""
    words = said.role.words
    alike = SAME_BODY if words in SAME_BODY else {words}
    proper = {"PROPN", "ADJ", "NOUN"}
    named_after = {t.text for t in said.front if t.i < said.head.i and t.pos_ in proper and t.text[:1].isupper()}
    if said.states:
        named_after = set()
    local = {t.lower_ for t in said.front} & _LOCAL

    def fits(draft: Draft) -> bool:
        if draft.kind not in {"organization", "outlet"} or draft.plural:
            return False
        if said.states and draft.state != said.states[0]:
            return False
        if words in SAME_BODY and _is_seat(draft):
            return _rules(said.ruler) if said.ruler is not None else not named_after  # "the Congressional leadership"
        if said.ruler is not None and said.ruler.name.split()[-1] not in draft.name.split():
            return False
        if named_after and not named_after <= set(draft.name.split()):
            return False
        if local - set(draft.name.lower().split()):
            return False  # "the regional government" is not the one in the capital
        return any(o in alike or o.endswith(" " + words) for o in draft.offices) or _is_called(draft, said)

    if said.bare and _names_another(cast, said):
        return None
    fitting = [d for d in cast.drafts if fits(d)]
    if not cast.is_quoted(said.mention.span):  # "we work as a firm" in a quotation is none of which the author speaks
        fitting = [d for d in fitting if d.named or not d.is_only_quoted()]
    if said.states:
        if len({d.name for d in fitting}) == 1 or words in SAME_BODY:
            return fitting[0] if fitting else None
        return None
    for window in range(WINDOW + 1):
        lately = [d for d in cast.recent(said.mention, window) if d in fitting]
        if lately:
            nameless = not any(d.named for d in lately)  # of two caravans "the caravan" is the one last told of
            return max(lately, key=lambda d: d.seen[-1].token) if nameless else only(lately)
    general = words in _GENERIC or words.endswith(" operator")
    general = general and not any(t.lower_ in _MEMBERS for t in said.front)  # "the staff association"
    named = _named_body(cast, said) if said.definite and general and not named_after else None
    if any(d.named for d in fitting) or named is None:
        return only(fitting) or only(d for d in fitting if words in d.offices)
    return named  # before "a Danish firm" of long ago


def _names_another(cast: Cast, said: Description) -> bool:
    """Whether the sentence before brings in something by a name that nobody bears: "a drive called [Safe Oslo]"."""
    start = said.head.sent.start
    before = cast.doc[start - 1].sent if start else ()
    named = (t for t in before if t.dep_ == "oprd" and t.pos_ == "PROPN" and t.head.lower_ in _CALLED)
    return any(cast.draft_at(name) is None for name in named)


def _is_seat(draft: Draft) -> bool:
    """Whether a draft is the government of a state, known by its seat ("the Kremlin")."""
    return draft.named and draft.sector == "GOV" and draft.name.startswith("government of ")


def _rules(person: Draft) -> bool:
    """Whether somebody is told to head a state or its government now."""
    return any(office in HEADS_OF_STATE for office in person.offices)


def _is_called(draft: Draft, said: Description) -> bool:
    """Whether the noun is the head of a body's own name: "the bureau" of the Federal Bureau of Investigation."""
    bare = said.definite and said.owner is None and len(said.front) < 3 and said.role.words not in SAME_BODY
    return bare and draft.named and said.role.words == draft.name.split(" of ")[0].rsplit(maxsplit=1)[-1].lower()


def _named_body(cast: Cast, said: Description) -> Draft | None:
    """Description like "the company" -> the one body lately named that can be one; the subject before others."""
    for window in (1, WINDOW):
        found = [
            d
            for d in cast.recent(said.mention, window)
            if d.kind == "organization"
            and d.named
            and d.sector in {"", "BUS"}
            and not _is_a_craft(cast, d)
            and not _is_a_title(cast, d)
        ]
        subjects = [d for d in found if d.seen[-1].subject]
        if len(found) == 1 or len(subjects) == 1:
            return found[0] if len(found) == 1 else subjects[0]
        if found:
            return None
    return None


def _is_a_craft(cast: Cast, draft: Draft) -> bool:
    """Whether a name is told to be a ship's: "the tanker Kirsna" is no company."""
    before = (cast.doc[seen.token].left_edge.nbor(-1) for seen in draft.seen if cast.doc[seen.token].left_edge.i)
    own = (c for seen in draft.seen for c in cast.doc[seen.token].children if c.dep_ == "compound")
    return any(t.lower_ in _CRAFT for t in (*before, *own))


def _is_a_title(cast: Cast, draft: Draft) -> bool:
    """Whether a name is set in capitals, in a sentence that is not, and never acts: that of a film is no company's."""
    shouted = len(draft.name.split()) > 1 and draft.name.isupper()
    sentences = (cast.doc[seen.token].sent.text for seen in draft.seen)
    acts = any(seen.subject and is_main(cast.doc[seen.token]) for seen in draft.seen)
    return shouted and not acts and not any(text.isupper() for text in sentences)
