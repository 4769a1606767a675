"""A common noun phrase -> what it says of whom it means."""

from typing import Any

from rashomon.lexicon.actors import shared_states
from rashomon.lexicon.roles import Role
from rashomon.linking.entities.cast import Cast, Draft
from rashomon.model import Mention

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
SAME_BODY = frozenset({"government", "administration", "regime", "leadership", "cabinet"})
"""Nouns for the government of a state, one for another."""


class Description:
    """What a noun phrase says of whom it means: head's role, definiteness, states, owner, number.

    ``bare``: known, and nothing tells it from others of its noun ("the country", not "the first safe country").
    """

    def __init__(self, cast: Cast, mention: Mention, role: Role) -> None:
        self.role, self.mention = role, mention
        self.head = cast.head(mention)
        run = cast.tokens(mention.span)
        self.front = [t for t in run if t.i <= self.head.i]
        behind = [t for c in self.head.rights if c.dep_ == "prep" and c.lower_ in {"of", "from"} for t in c.subtree]
        owners = [cast.draft_at(t) for t in behind]
        firms = [d for d in owners if d is not None and d.named and d.kind == "organization"]
        self.private = bool(firms) and not any(d.code or d.sector for d in firms)
        self.states = self._states(cast, self.front if self.private else [*self.front, *behind])
        bodies = [cast.draft_at(t) for t in self.front if t.i < self.head.i]
        codes = [d.code for d in bodies if d is not None and d.kind == "organization" and d.code[:3] in {"IGO", "NGO"}]
        named = [d.name for d in bodies if d is not None and d.kind == "organization" and d.named and d.sector != "GOV"]
        self.chamber = any(d is not None and d.sector == "LEG" for d in bodies)
        self.body = named[0] if named and role.denotes == "office" else ""
        self.body_code = codes[0] if codes and not self.states else ""
        self.words = frozenset(t.lower_ for t in self.front)
        self.plural = self.head.tag_ in {"NNS", "NNPS"}
        self.owner = next((c for c in self.head.children if c.dep_ == "poss"), None)
        self.counterpart = "counterpart" in self.words
        determined = any(c.dep_ == "det" and c.lower_ in _DEFINITE for c in self.head.lefts)
        self.definite = determined or bool(self.words & _DEFINITE) or self.owner is not None
        self.indefinite = not self.definite
        self.bare = self.definite and all(t == self.head or t.pos_ == "DET" for t in self.front)
        self.ruler = self._ruler(cast)
        self.former = bool(self.words & {"former", "ex", "ousted"})

    def _ruler(self, cast: Cast) -> Draft | None:
        """The person by whom a government is told from those before and after it: "the [Obama] administration"."""
        if self.role.words not in SAME_BODY:
            return None
        drafts = [cast.draft_at(t) for t in self.front if t.head == self.head]
        return next((d for d in drafts if d is not None and d.kind == "person" and d.named), None)

    def _states(self, cast: Cast, run: list[Any]) -> tuple[str, ...]:
        """The states that the phrase names; a word that two states share stands for both.

        "The government" is that of the only state that the text tells of, whatever firms there are in it.
        """
        found = list(dict.fromkeys(cast.state_at[t.idx] for t in run if t.idx in cast.state_at))
        if not found:
            for token in run:
                found += shared_states(token.text)
        if not found and self.role.denotes != "office":
            there = [
                c
                for c in self.head.rights
                if c.lower_ in {"in", "within", "inside", "throughout", "across"} or c.lower_ == "based"
            ]
            found = list(
                dict.fromkeys(cast.state_at[t.idx] for c in there for t in c.subtree if t.idx in cast.state_at)
            )
        if not found and self.role.words in SAME_BODY:
            drafts = [cast.draft_at(t) for t in run if t.head == self.head]
            found = [d.state for d in drafts if d is not None and d.kind == "person" and d.state]
        if not found and self.role.words in SAME_BODY and [t.lower_ for t in self.front[:-1]] == ["the"]:
            states = sorted({d.state for d in cast.drafts if d.state and d.sector != "BUS"})
            found = states if len(states) == 1 else []
        return tuple(dict.fromkeys(found))
