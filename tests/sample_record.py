"""A record of the demo's two articles made by hand: what the renderers are tried on, whatever the readers find."""

import datetime as dt
import re

from rashomon.model import (
    Account,
    AmountSlot,
    Article,
    Block,
    BriefSentence,
    Difference,
    Failure,
    Hop,
    Line,
    MadeBy,
    Moment,
    Place,
    Published,
    Record,
    Span,
    Story,
    StoryEntity,
    TextSlot,
    Unresolved,
    hashed,
)
from tests.sample_desk import Desk, on, who
from tests.sample_ledger import sample_ledger

DAY = dt.date
QUOTE_A = (
    "“The US government’s record in recent years has led to it being considered an unreliable and untrustworthy "
    "country that does not stick to its commitments.”"
)
QUOTE_B = (
    "The U.S. administration’s performance in these years has led the country to be considered untrustworthy and "
    "unreliable around the world, [as one] that does not meet any of its obligations"
)


def sample_record(articles: list[Article]) -> Record:
    """The demo's articles -> a record of them, written by hand."""
    desk = Desk(*articles)
    lines = _lines(desk)
    by_summary = {line.summary: line.id for line in lines}
    story = Story(
        hashed("story"),
        "North Korea’s foreign minister visits Tehran",
        tuple(x.id for x in articles),
        DAY(2018, 8, 7),
        DAY(2018, 8, 9),
        "Tehran",
    )
    return Record(
        story=story,
        accounts=_accounts(desk),
        entities=_entities(desk),
        lines=tuple(lines),
        timeline=_timeline(lines),
        brief=(
            BriefSentence(
                "North Korea’s foreign minister Ri Yong-ho met President Hassan Rouhani of Iran in Tehran on 8 August "
                "2018; both accounts have it.",
                (lines[0].id,),
            ),
            BriefSentence(
                "Account B alone has two further meetings, with Javad Zarif on 7 August and with Ali Larijani on "
                "9 August.",
                (lines[1].id, lines[2].id),
            ),
            BriefSentence(
                "Both give Rouhani’s words on the United States, in two translations of one statement.",
                (
                    by_summary[
                        "Rouhani said that the US is considered untrustworthy and does not keep its obligations."
                    ],
                ),
            ),
        ),
        failures=(Failure("notes.pdf", "source", "not a text: the file is binary"),),
        made_by=MadeBy("0.1.0", {"one_story": "False", "pipeline": "en_core_web_sm"}, {"en_core_web_sm": "3.8.0"}),
        ledgers=(sample_ledger(desk, lines),),
    )


def _accounts(desk: Desk) -> tuple[Account, ...]:
    basis = (
        "“Wednesday” of the meeting is 8 August 2018: one day after sanctions were reimposed on 7 August 2018",
        "the account tells of nothing later than that Wednesday",
    )
    made = []
    for label, article in (("A", desk.a), ("B", desk.b)):
        quoted = tuple(Span(m.start(), m.end()) for m in re.finditer("“[^“”\n]*”", article.text))
        credit = ()
        if label == "B":
            quoted = (*quoted, desk.span(article, QUOTE_B))
            credit = (desk.span(article, "Via MintPress News"),)
        published = (
            Published(DAY(2018, 8, 8), DAY(2018, 8, 14), basis)
            if label == "A"
            else Unresolved("nothing in the article proves a day")
        )
        made.append(Account(label, "outlet not named", article, published, _blocks(article), credit, quoted))
    return tuple(made)


def _blocks(article: Article) -> tuple[Block, ...]:
    blocks = []
    for found in re.finditer(r"[^\n]+", article.text):
        words = found.group()
        kind = "paragraph"
        if len(words) < 60 and not words.endswith((".", ":")):
            kind = "heading"
        if words.startswith("Via "):
            kind = "credit"
        if re.search("Singles|Serena|Persian Love", words):
            kind = "promotion"
        blocks.append(Block(Span(found.start(), found.end()), kind))  # type: ignore[arg-type]
    return tuple(blocks)


def _lines(desk: Desk) -> list[Line]:
    a, b = desk.a, desk.b
    ri, rouhani = who("Ri Yong-ho", "ri"), who("Hassan Rouhani", "rouhani")
    said_rouhani = Hop("Hassan Rouhani", "person", "rouhani")
    site, palace = Hop("president.ir", "official-site"), Hop("Iranian presidential palace", "government", "palace")
    chosun, source = Hop("Chosun Ilbo", "newspaper", "chosun"), Hop("a diplomatic source", "unnamed", "source")
    eighth = on(DAY(2018, 8, 8), "on Wednesday")
    meet = {"type": TextSlot("CONSULT"), "mode": TextSlot("visit"), "actor": ri}
    return [
        desk.line(
            "event",
            "Ri Yong-ho met Hassan Rouhani in Tehran.",
            "compatible",
            [
                desk.claim(
                    a,
                    "In a meeting in Tehran on Wednesday, Ri Yong-ho",
                    "event",
                    [site],
                    **meet,
                    recipient=rouhani,
                    when=eighth,
                    where=TextSlot("Tehran"),
                ),
                desk.claim(
                    b,
                    "Ri met with Iranian President Hassan Rouhani on Wednesday",
                    "event",
                    [],
                    **meet,
                    recipient=rouhani,
                    when=eighth,
                ),
            ],
            earliest=DAY(2018, 8, 8),
            latest=DAY(2018, 8, 8),
            origins=("account B", "president.ir"),
            differences=(
                Difference("actor", (desk.value(a, "Ri Yong-ho"), desk.value(b, "Ri met", "Ri")), conflict=False),
            ),
        ),
        desk.line(
            "event",
            "Ri Yong-ho met Javad Zarif.",
            "single",
            [
                desk.claim(
                    b,
                    "On the prior day, the DPRK’s foreign minister met with his Iranian counterpart Foreign Minister "
                    "Javad Zarif",
                    "event",
                    [],
                    **meet,
                    recipient=who("Javad Zarif", "zarif"),
                    when=on(DAY(2018, 8, 7), "On the prior day"),
                )
            ],
            earliest=DAY(2018, 8, 7),
            latest=DAY(2018, 8, 7),
        ),
        desk.line(
            "event",
            "Ri Yong-ho met Ali Larijani.",
            "single",
            [
                desk.claim(
                    b,
                    "On Thursday, Ri met with Iranian Parliament Speaker Ali Larijani",
                    "event",
                    [],
                    **meet,
                    recipient=who("Ali Larijani", "larijani"),
                    when=on(DAY(2018, 8, 9), "On Thursday"),
                )
            ],
            earliest=DAY(2018, 8, 9),
            latest=DAY(2018, 8, 9),
        ),
        desk.line(
            "statement",
            "Rouhani said that the US is considered untrustworthy and does not keep its obligations.",
            "agree",
            [
                desk.claim(
                    a,
                    QUOTE_A,
                    "statement",
                    [said_rouhani],
                    act=TextSlot("speech"),
                    addressee=ri,
                    what=TextSlot(QUOTE_A, desk.span(a, QUOTE_A)),
                    when=eighth,
                ),
                desk.claim(
                    b,
                    QUOTE_B,
                    "statement",
                    [said_rouhani],
                    act=TextSlot("speech"),
                    what=TextSlot(QUOTE_B, desk.span(b, QUOTE_B)),
                ),
            ],
            origins=("Hassan Rouhani",),
            differences=(Difference("wording", (desk.value(a, QUOTE_A), desk.value(b, QUOTE_B)), conflict=False),),
            earliest=DAY(2018, 8, 8),
            latest=DAY(2018, 8, 8),
        ),
        desk.line(
            "statement",
            "Ri said that the reintroduced sanctions are in violation of international law.",
            "differ",
            [
                desk.claim(
                    a,
                    "He criticized the US departure from the nuclear agreement and the reimposition of sanctions "
                    "against Tehran, saying that they are in violation of international law.",
                    "statement",
                    [Hop("Ri Yong-ho", "person", "ri")],
                    act=TextSlot("speech"),
                    addressee=rouhani,
                ),
                desk.claim(
                    b,
                    "described the U.S.’s reintroduced sanctions as inappropriate and a clear violation of "
                    "international norms",
                    "statement",
                    [palace, Hop("Ri Yong-ho", "person", "ri")],
                    act=TextSlot("speech"),
                ),
            ],
            origins=("Iranian presidential palace", "Ri Yong-ho"),
            differences=(
                Difference(
                    "strength",
                    (
                        desk.value(a, "in violation of international law"),
                        desk.value(b, "a clear violation of international norms"),
                    ),
                    conflict=True,
                ),
            ),
        ),
        desk.line(
            "statement",
            "A diplomatic source said that Iran and North Korea are in the same boat.",
            "single",
            [
                desk.claim(
                    a,
                    "“Currently, the two countries are in the same boat so far as US sanctions are concerned,”",
                    "statement",
                    [chosun, source],
                    act=TextSlot("speech"),
                )
            ],
        ),
        desk.line(
            "undertaking",
            "The UN Security Council limits exports of refined oil products to North Korea to 500,000 barrels a year.",
            "single",
            [
                desk.claim(
                    a,
                    "The UN Security Council has capped exports of refined oil products to North Korea at 500,000 "
                    "barrels",
                    "undertaking",
                    [chosun],
                    type=TextSlot("limit"),
                    actor=who("UN Security Council", "unsc"),
                    recipient=who("North Korea", "prk"),
                    what=TextSlot("exports of refined oil products"),
                    amount=AmountSlot(500000, 500000, "barrel", "500,000 barrels", "year", "refined oil products"),
                )
            ],
        ),
        desk.line(
            "figure",
            "Crude oil to North Korea is capped at 4 million barrels a year.",
            "single",
            [
                desk.claim(
                    a,
                    "crude oil to 4 million barrels a year",
                    "figure",
                    [chosun],
                    amount=AmountSlot(4e6, 4e6, "barrel", "4 million barrels", "year", "crude oil"),
                )
            ],
        ),
        desk.line(
            "undertaking",
            "Trump left the 2015 nuclear deal.",
            "agree",
            [
                desk.claim(
                    a,
                    "Trump’s unilateral withdrawal from the 2015 nuclear deal",
                    "undertaking",
                    [],
                    type=TextSlot("withdrawal"),
                    actor=who("Donald Trump", "trump"),
                    what=TextSlot("the 2015 nuclear deal"),
                ),
                desk.claim(
                    b,
                    "On May 8, U.S. President Donald Trump walked away from the agreement",
                    "undertaking",
                    [],
                    type=TextSlot("withdrawal"),
                    actor=who("Donald Trump", "trump"),
                    what=TextSlot("the agreement"),
                    when=on(DAY(2018, 5, 8), "On May 8"),
                ),
            ],
            origins=("account A", "account B"),
            earliest=DAY(2018, 5, 8),
            latest=DAY(2018, 5, 8),
        ),
    ]


def _timeline(lines: list[Line]) -> tuple[Moment, ...]:
    dated = sorted((line for line in lines if line.earliest), key=lambda line: (line.earliest, line.id))
    moments = [Moment(line.id, line.earliest, line.latest, line.summary) for line in dated]
    disputed = [
        Moment(lines[4].id, DAY(2018, 8, 8), DAY(2018, 8, 8), "as account A has it", disputed=True),
        Moment(lines[4].id, DAY(2018, 8, 6), DAY(2018, 8, 9), "as account B has it", disputed=True),
    ]
    return (*moments, *disputed, Moment(lines[5].id, None, None, lines[5].summary))


def _entities(desk: Desk) -> tuple[StoryEntity, ...]:
    def places(*names: str) -> tuple[Place, ...]:
        pattern = "|".join(map(re.escape, names))
        return tuple(Place(x.id, m.start(), m.end()) for x in (desk.a, desk.b) for m in re.finditer(pattern, x.text))

    return (
        StoryEntity(
            "ri",
            "Ri Yong-ho",
            "person",
            places("Ri Yong-ho", "The North Korean minister", "The Pyongyang official", "the DPRK’s foreign minister"),
            "PRKGOV",
            ("foreign minister of North Korea",),
            ("Ri Yong-ho", "Ri", "Ro"),
        ),
        StoryEntity(
            "rouhani", "Hassan Rouhani", "person", places("Hassan Rouhani", "Rouhani"), "IRNGOV", ("president of Iran",)
        ),
        StoryEntity("prk", "North Korea", "state", places("North Korea", "Pyongyang", "DPRK"), "PRK"),
        StoryEntity("usa", "United States", "state", places("Washington", "U.S.", "the US"), "USA"),
        StoryEntity("chosun", "Chosun Ilbo", "outlet", places("Chosun Ilbo"), "KORMED"),
    )
