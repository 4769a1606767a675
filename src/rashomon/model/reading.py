"""A reading: an article and what was found in it."""

from collections.abc import Iterable
from types import MappingProxyType
from typing import Any, TypeVar

from rashomon.errors import BrokenPromise
from rashomon.model.article import Article, Block, Published
from rashomon.model.claim import Claim
from rashomon.model.entity import Entity
from rashomon.model.findings import Amount, Attribution, Event, Mention, Quotation, Sentence, Undertaking
from rashomon.model.time import DayElsewhere, Time, TimeExpression
from rashomon.model.unresolved import Unresolved

Finding = (
    Block
    | Sentence
    | Quotation
    | Mention
    | TimeExpression
    | Amount
    | Attribution
    | Event
    | Undertaking
    | Entity
    | DayElsewhere
    | Time
    | Published
    | Claim
    | Unresolved
)
T = TypeVar("T")


class Syntax:
    """The parse of an article: a spaCy ``Doc`` over the whole text, so that ``doc[i].idx`` is an offset into it.

    It is what readers look at, not a result: it is neither compared nor written.
    """

    def __init__(self, doc: Any) -> None:
        self.doc = doc


class Encoding:
    """What the trained encoder says of every token of the parse, as arrays whose first axis is the token's number.

    ``roles`` [tokens, labels]: log-probabilities of the attribution labels (``encoder.roles.LABELS``). ``linked`` and
    ``weights`` [tokens, 4]: the tokens that a word of a content or cue is likeliest linked to (content -> first word of
    its cue, cue -> first word of its source; -1 for none in sight), and the log-probabilities of these links.
    ``vectors`` [tokens, 96]: what the word means where it stands; words used alike have a high cosine. Zeros for words
    of blocks that are not read.
    Like the parse it is what readers look at, not a result.
    """

    def __init__(self, roles: Any, linked: Any, weights: Any, vectors: Any) -> None:
        self.roles = roles
        self.linked = linked
        self.weights = weights
        self.vectors = vectors


class Reading:
    """An article and what was found in it. Immutable: adding findings gives a new reading."""

    __slots__ = ("_found", "article")

    def __init__(self, article: Article, found: Iterable[tuple[type, tuple[Any, ...]]] = ()) -> None:
        self.article = article
        self._found = MappingProxyType(dict(found))

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    @property
    def doc(self) -> Any:
        """The spaCy ``Doc`` of the article; readers that use it declare that they need ``Syntax``."""
        return self.of(Syntax)[0].doc

    @property
    def published(self) -> Published | Unresolved:
        """The publication day or interval, or why it cannot be told."""
        known: tuple[Published | Unresolved, ...] = self.of(Published) or self.of(Unresolved)
        return known[0] if known else Unresolved("nothing in the article or with it tells its day")

    def of(self, kind: type[T]) -> tuple[T, ...]:
        """Type of finding -> the findings of that type, in the order their reader gave them."""
        found: tuple[T, ...] = self._found.get(kind, ())
        return found

    def adding(self, kinds: Iterable[type], findings: Iterable[Any]) -> "Reading":
        """Types that a stage gives, and its findings -> a new reading in which they stand.

        ``BrokenPromise`` where a finding is of none of these types.
        """
        sorted_out: dict[type, list[Any]] = {kind: [] for kind in kinds}
        for finding in findings:
            if type(finding) not in sorted_out:
                promised = ", ".join(kind.__name__ for kind in sorted_out)
                raise BrokenPromise(f"a stage that promises {promised} gave a {type(finding).__name__}")
            sorted_out[type(finding)].append(finding)
        grown = dict(self._found) | {kind: tuple(items) for kind, items in sorted_out.items()}
        return Reading(self.article, grown.items())

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding that is a result, by type name and in order: what is written and compared."""
        kinds = sorted((k for k in self._found if k not in {Syntax, Encoding}), key=lambda kind: kind.__name__)
        return tuple(finding for kind in kinds for finding in self._found[kind])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Reading) and (self.article, self.findings) == (other.article, other.findings)

    def __hash__(self) -> int:
        return hash(self.article.id)
