"""Two articles on a desk, and short ways to set down by hand what stands in them."""

import datetime as dt

from rashomon.model import Article, Claim, DateSlot, EntitySlot, Hop, Line, Silence, Span, Value, hashed

SILENT_OMITS = "omitted: the account came out later and is complete"


class Desk:
    """Two articles, and short ways to name what stands in them."""

    def __init__(self, one: Article, two: Article) -> None:
        self.a, self.b = one, two

    def span(self, article: Article, words: str) -> Span:
        start = article.text.index(words)
        return Span(start, start + len(words))

    def claim(self, article: Article, words: str, kind: str, chain: list[Hop], **slots: object) -> Claim:
        span = self.span(article, words)
        outlet = Hop("this account", "outlet")
        made = hashed(article.id, kind, words, *sorted(slots))
        return Claim(made, article.id, kind, "f" + made, (span,), (outlet, *chain), slots)  # type: ignore[arg-type]

    def line(self, kind: str, summary: str, standing: str, claims: list[Claim], **more: object) -> Line:
        told = {claim.article for claim in claims}
        silent = tuple(Silence(x.id, SILENT_OMITS) for x in (self.a, self.b) if x.id not in told)
        origins = more.pop("origins", tuple(sorted({c.chain[-1].name for c in claims})))
        return Line(
            hashed(summary), kind, summary, standing, tuple(claims), silent, origins, len(origins), **more  # type: ignore[arg-type]
        )  # fmt: skip

    def value(self, article: Article, words: str, shown: str = "") -> Value:
        span = self.span(article, words)
        return Value(article.id, shown or words, span.start, span.end)


def who(name: str, entity: str) -> EntitySlot:
    return EntitySlot((entity,), name)


def on(day: dt.date, text: str) -> DateSlot:
    return DateSlot(day, day, text)
