"""Entities: who is who within an article, and what is left open."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.lexicon.marked import marked
from rashomon.lexicon.roles import telling
from rashomon.linking.refer import Referents, who
from rashomon.model import Article, Entity, Mention, Reading, Span, Unresolved, make_article
from tests.conftest import read_upto, reading_of


def linked(article: Article) -> Reading:
    """Article -> its reading up to its entities."""
    return read_upto(article, "entities")


# Words marked alike are one entity; "open" is left unresolved.
SAME = [
    "[Ana Duarte](a), the foreign minister of Peru, flew to Oslo. [Duarte](a) met aides there.",
    "[Peru](p) agreed. [Lima](p) said the [Peruvian](p) side would sign.",
    "[The DPRK](p) left. [North Korea](p) wants more, [Pyongyang](p) said; [South Korea](s) and [Seoul](s) agree.",
    "Peruvian Foreign Minister [Ana Duarte](a) spoke. [The minister](a) said [she](a) would resign.",
    "Peruvian President [Luis Prado](l) met Chilean President [Eva Rojas](e). [The Chilean president](e) smiled.",
    "[A diplomatic source](u) praised it. “So,” [the unnamed source](u) said.",
    "Peru's foreign ministry spoke first. [The Chilean Foreign Ministry](m) denied it. [The ministry](m) gave none.",
    "[The Chosun Ilbo](o) printed a letter. [The paper](o) gave no name.",
    "[Peru](p) cannot be trusted as [it](p) has a record of breaking [its](p) pledges.",
    "[Peru](p) sent [its](p) envoy.",
    # Whose one thing is, his is the other.
    "[Bo Aas](a) rebuked [Jan Vik](v)'s speech and [his](v) pledge to raise taxes.",
    "[Bo Aas](a) read [Jan Vik](v)'s letter, [his](v) diary and [his](v) will.",
    "[Bo Aas](a) rebuked [Mrs. Liv Vik](v)'s speech and [his](a) vow to raise taxes.",
    "[Bo Aas](a) rebuked [Jan Vik](v)'s speech and [his](a) own vow to raise taxes.",
    "The [FTSE 100](f) closed at [its](f) highest level in a year.",
    "[Aker Bank](b) fell on Monday. [It](b) fell again on Tuesday. [It](b) rose on Friday.",
    "Facing [its](b) rivals, [Aker Bank](b) sold out.",
    "[Peru's foreign minister](a) landed at noon. [Ana Duarte](a) met reporters.",
    "[Mr. Ivan Petrov](i) and [Mrs. Olga Orlova](o) spoke. [She](o) was calm.",
    # Whom the sentence before was about, called by what else he is; nobody of another party.
    "[The Republican candidate](r) sued the mill. Democratic contender [Eva Lund](e) sang.",
    "Democratic candidate [Eva Lund](e) spoke. [Bo Aas](a) sued. [The Republican candidate](a) said [he](a) lost.",
    "Democratic candidate [Eva Lund](e) spoke. In Oslo, [the Republican candidate](open) fell.",
    "Senate Majority Leader [Bo Aas](a) sued the mill. [The Ohio Republican](a) won. [He](a) sang.",
    "[Bo Aas](a) sued the mill. [The Republican candidate](r) has not defended Aas.",
    "[Bo Aas](a) rebuked [Eva Lund](e) after [the Socialist candidate](e) spoke.",
    "[Nora Berg](n) defended [Bo Aas](a) when [the businessman](a) sued.",
    "[Bo Aas](a) told [Eva Lund](e) of [Nora Berg](n) after [the Socialist candidate](c) spoke.",
    "[Bo Aas](a) sued the mill on Monday. [The former mayor](a) sang.",
    "[Bo Aas](a) sued the mill on Monday. It rained. [The former mayor](a) sang.",
    "[Bo Aas](a)'s lawsuit closed the mill on Monday. [The former mayor](a) sang.",
    "[Eva Lund](e) slept. “Lund saw the mill burn,” [Bo Aas](a) said. [The former mayor](a) sang.",
    "[Bo Aas](a) sued. A spokeswoman for [Mrs. Eva Lund](e) said [the former mayor](m) is ill.",
    "Campaign chairman [Bo Aas](a) sued the mill. [The Republican candidate](r) sang.",
    "[Bo Aas](a) met [Dan Vik](d) in Oslo. [The candidate](c) left.",
    "[Kerry Washington](k) and [Amy Vik](a) spoke. [Washington](k), an actress, left.",
    # An object is not who acts in its clause, be it by a "who", nor behind what he is; whose the deed is may be.
    "[Bo Aas](a) fled. [Nils Vik](v), who had chased [him](a), fell.",
    "[Bo Aas](a) said that [Nils Vik](v) was biased against [him](a).",
    "[Nils Vik](v) said [Bo Aas](a)’s tax would fail, and called [him](a) a fool.",
    "[Nils Vik](v) said [Bo Aas](a)'s refusal to resign could cost [him](a) the race.",
    (
        "[Robby Vik](v) released a memo. [He](v) said the mill has “built a lead.” "
        "In Oslo, [Mrs. Liv Dorn](l) took shots at [Mr. Bo Aas](a), mostly on [his](a) plan to sell the mill."
    ),
    # Two of one surname: by the form of address, and by what each is to the other.
    "[Walter](a) and [Margaret Dorn](w) came home. [Ms. Dorn](w) was tired. [Mr. Dorn](a) went to bed.",
    "[Xanti](x) and [Ghela Dorn](g) came, and the Dorns stayed. [Mr. Dorn](x) spoke. [Ms. Dorn](g) says [she](g) won.",
    "[Xanti Dorn](x) spoke; his wife, [Ghela Dorn](g), slept. [Mr. Dorn](x) left. [Ms. Dorn](g) says [she](g) won.",
    "[Xanti Dorn](x) lost his son, [Bo Dorn](b). [Mr. Dorn](x) left. Captain [Dorn](b) was a hero.",
    "[Xanti Dorn](x) lost his son, [Bo Dorn](b). [Dorn](x) left. Captain [Dorn](x) was a hero.",
    "Ambassador [Ola Vik](v) left Larvik on Monday. [The Danish ambassador to Peru](d) said the port was shut.",
    "Ambassador [Ola Vik](v) left Larvik on Monday. [The Danish ambassador](v) said the port was shut.",
    "[Lea Ras-Tovi](t), 22, met [Dan Berg](b). [Ras-Tovi](t) acknowledged [she](t) told police that the port was shut.",
    "[The Chicago Tribune](c) said so. A nurse wrote [the local newspaper](l), The Perry Chief, that it was shut.",
    "[Ola Charles](o) sang. King [Charles](c) praised him. [Ola Charles](o) said he was glad.",
    "[Liv Dorn](l), whose husband died in May, spoke on Monday. [She](l) was calm.",
    "[A photographer named Bo Dorn](b) came in. [He](b) said it was late.",
    "[Mrs. Olga Orlova](l) left. Actor and pilot [Howard Dorn](h) wooed [Orlova](l) but [she](l) fled from [him](h).",
    "Mrs. [Liv Vik](l) slept. [Xanthe Trumm](x), 34, could be a bridge to voters. [She](x) is calm.",
    "Mrs. [Liv Vik](l) slept. [Shinzo Dorn](s), a judge, left. [She](l) was ill.",
    "Mrs. [Liv Vik](l) slept. [A nurse](n) said [she](l) never woke. In May [she](l) had sold a hut.",
    "[Mrs. Liv Vik](l) said it was late. After [Mrs. Eva Rojas](e) was hit, [she](e) cried that it hurt.",
    "[Mrs. Liv Vik](l) was seen with a whip in [her](l) hand. [She](l) said it was late.",
    "[Ivan Petrov](i) of Ohio, a [Republican](i) who left, spoke to [the Republican Party](r).",
    "The press dismissed [Ivan Petrov](i) as a fringe candidate. [He](i) has vowed to stay.",
    "“It was late,” [Liv Dorn](l) said. One hope is [Eva Rojas](e), who led the party. [She](e) said she would stay.",
    "[Clinton](c) and [Bernard Dorn](b) spoke. [Mr. Dorn](b) was calm.",
    "[A woman](w) met [a trader](t) at the market. [He](t) was calm.",
    "Chilean President [Eva Rojas](e) and Peruvian President [Luis Prado](l) met. [The president](open) smiled.",
    "The group has adviser [Ana Duarte](a), [U.S. Ambassador to China](t) [Theo Brand](t) and aides.",
    "Senate Minority Leader [Ana Duarte](a) and House Minority Leader [Eva Rojas](e) agreed.",
    "President [Luis Prado](l) called. [Eva Rojas](e) came. [The Senate Liberal leader](n) was calm.",
    "Prosecutor [Robert Haas III](h) spoke to Congress. [Haas](h) said that it was late.",
    "South Korean President [Moon Jae-in](m) left Seoul. [Moon](m) smiled.",
    "Ana Duarte, a minister of [Peru](p), asked them to stay in [the first safe country](open).",
    "[The White House](w) told [the Congressional leadership](l) of it.",
    "“It was the work of [a spy](a),” Bo Aas said. On Monday [the spy](b) wept.",
    "[The FTSE 100](f) rose. The best performer was [the Old Mutual insurance company](o), which shone.",
    "The charges hurt [Michael Aas](m), who paid for hiring [her](open).",
    "Police met [Emily Lund](e) and [Michael Aas](m). On Monday [she](e) wept.",
    # Whom an object is not, who is told of once only, and who is meant by "they".
    "[Luis Prado](l), who wrote for [Jan Vik](b), said [he](l) will vote for [him](b).",
    "[Eva Rojas](e) spoke. “You have [Bo Aas](b), who slept when [he](b) could,” said [Luis Prado](l). It rained.",
    "Talks were hard, says [a source](s) near them, because [Bo Aas](b) is proud. [He](b) took less.",
    "“[The firm](f) uses [its](f) plan to hunt bears and kick [them](open) when they sleep,” said Liv Dorn.",
    "[Liv Dorn](l) left. Of the row over [Jan Vik](j), [she](l) said, “It is late.” [He](j) wept.",
    "[The council](c) told [farmers](f) [they](f) would be paid.",
    "[The club](c) raised money from [donors](d) who are rich, among [them](d) Bo Aas.",
    # One of a party is somebody; one of a row is none of those before; a thing without its article is nobody.
    "Rep. [Bo Aas](b), the senior Democrat on the House Committee, left. [The Ohio Democrat](b) voted no.",
    "[A candidate](b) slept. Eva Rojas became [the first candidate](open) to speak.",
    "[Aker Telecom](a) spoke on Monday. First signs were bad. [The cable operator](a) said [it](a) had no cable.",
    "[Aker Telecom](a) spoke on Monday. [The central bank](c) said [it](c) had no cash.",
    # Teams.
    "[The Larvik Bears](r) lost on Sunday. [The Bears](r) were tired. [They](r) will play again in May.",
    "[Ana Duarte](a) left the [University of Texas](u). [She](a) lives in [Texas](t). [Texas](t) is large.",
    "The talks were vital to [the Ravens](r)' success. [The Ravens](r) took the ball. [They](r) won.",
    "[The Portland Rowing Club](r) won. Ana Duarte lives in [Portland](p).",
    "Deputy [Ana Duarte](a) told how [Luis Prado](l) asked [her](a) to leave.",
    "[Bo Lund](b) recalled the night [Luis Prado](l) told [him](b) to go.",
    "Here Are The [Sorn](s) Memos. [Sorn](s) wrote the memos in March. [James Sorn](s) said Ida Berg was wrong.",
    "[Bo Lund](b) met [Luis Prado](l). [He](l) asked for the files, prompting [Bo Lund](b) to leave.",
    "[Theresa May](m) met him in May. It was late when [May](m) left; he praised [May](m).",
    "“It shows the bond of [our two nations](n),” [they](open) said.",
    "Former Peruvian President [Luis Prado](l) spoke. [The Peruvian president](p) laughed.",
    "The New Zealand-born [Australian](open) fell. [Australia](a) mourned.",
    "[Donald Trump](d) won. [Donald Trump Jr.](j) cheered. [Trump](d) waved.",
    "[Bo Aas](d) won. [Bo Aas Jr.](j) cheered. “We won,” said the younger Mr. [Aas](j). The elder [Aas](d) waved.",
    "[Karl Moe](k) won on Friday. The elder [Moe](e) will fight in May. [Moe](k) was glad.",
    "“We won,” said the younger Mr. [Holt](y). [Piet Holt](p) smiled.",
    "Iranian Parliament Speaker [Ali Larijani](a) met aides. [The speaker](a) said the talks were useful.",
    "[Kim Jong Un](k) left Seoul. Later [Kim Jong-un](k) spoke. [Kim](k) smiled.",
    "Chinese Foreign Minister [Wang Yi](w) spoke. [Wang](w) said so. [The minister](w) left.",
    "[Abdel Fattah el-Sisi](s) met [Mohammed bin Salman](m). [Sisi](s) said yes. [Bin Salman](m) agreed.",
    "Mexican President [Andres Manuel Lopez Obrador](o) spoke. [López Obrador](o) left.",
    "[Robert Haas](h) spoke. [Bob Haas](h) left.",
    "Rep. [Elijah Cummings](c) spoke. [Cummings](c) said that it was late.",
    "[The White House](g) said no. [The U.S. administration](g) gave no reason.",
    "[The Federal Bureau of Investigation](f) denied it. [The bureau](f) gave no reason.",
    "[Aker Bank](b) said [they](b) would pay. [Aker Bank](b) and [Orkla Group](o) said [they](open) would sue.",
    "[Hennepin Air Group](h) ([HARG](h)) fell. [HARG](h) is big, and [GHA](g) is small.",
    "[General Motors Corporation](g) cut jobs. [GM](g) fell. It was late when [General Motors](g) told [Ford](f) so.",
    "[Apple Computer Inc.](a) said [it](a) sold phones. [Apple](a) was glad. [Apple Inc.](a) is new.",
    "[The US Air Force](u) called [Northrop Grumman](n). [The Air Force](u) told [Northrop](n) so.",
    "[The US Navy](u) met [the UAE Navy](e).",
    "[Bank of America](b) paid [Aker Group](k). [The Bank of America Corporation](b) said so.",
    "[A low-cost airline](k), [Aker Air](k), said [it](k) would pay.",
    "“[We](b) will pay,” said Ana Duarte, the chief executive of [Aker Bank](b).",
    "[Aker Bank](b) lost money. Spokeswoman [Ana Duarte](a) said: “[We](b) will pay.”",
    "[Aker Bank](b) sued [Orkla Group](o). Spokeswoman [Ana Duarte](a) said: “[We](open) will pay.”",
    "[Aker Bank](b) lost money in May. [It](b) will pay in June.",
    "[Peru](p) paid for it. After the boat was shown in [Peru](p), [it](open) was sold.",
    "[Aker Bank](b) lost money in May. [It](open) is expected that rain will fall.",
    "[Aker Bank](b) lost money in May. [It](open) was a bad month.",
    "[Aker Bank](b) sued [Orkla Group](o). [It](open) lost money in May.",
    "[Aker Bank](b) lost money and the shop closed. [It](open) will open in June.",
    "The officers worked with [the Kenyan government](k) and [its](k) spy agency.",
    "[Jan Aas](a) met [Bo Vik](b) and [his](b) wife.",
    "The scandal led [Bo Vik](b) to leave [his](b) post. [Jan Aas](a) asked [Bo Vik](b) to join [his](a) campaign.",
    "[The union](u) sued [Aker Bank](b) and [Orkla Group](o), charging that [they](open) had lied.",
    "[The union](u) sued [Aker Bank](b) and [its](b) chairman, charging that [they](open) had lied.",
    "[Peru](p) and [Chile](c) signed the treaty and [its](open) annex on Friday.",
    "[A third witness](b), 40-year-old [Jan Aas](b), wept.",
    "A caravan came from Peru. [A caravan](k) from Chile was late. [The caravan](k) was stopped on Monday.",
    "[Ana Duarte](a) of Lima walked with the group. [Duarte](a) was tired.",
    "[The Congressional Black Caucus](c) met. [CBC](c) Chairman [Bo Aas](a) said that [the CBC](c) was glad.",
    "[The tanker's owner](o) said [it](o) had paid. [The union](u)'s leader said [it](u) would strike.",
    "Sudan's [Rapid Support Forces](r) fled. [The RSF](r) denied that [it](r) had fled.",
    "Some [senators](s) left. A number of [Democrats](d) said [they](d) would stay.",
    "[The state's senator](a), [Ana Duarte](a), left. Senator [Bo Aas](b) stayed.",
    "[Peru](p) opposed [it](open). [The union](u) said that [Aker Bank](b) had sued [it](u).",
    "Challenged by [Bo Aas](b) on [her](a) fees, [Ana Duarte](a) left.",
    "[Aker Bank](a) pressed [the unions](u) to use [their](u) own money.",
    "[Jan Aas](a) left after visiting [Bo Vik](b) at [his](b) hut. [Jan Aas](a) met [Bo Vik](b) at [his](a) hut.",
    "[Jan Aas](a) derided the deal, writing on [Twitter](t) that [it](open) was late.",
    "[Jan Aas](a), [the president](a) and [chief executive](a) of [Aker Bank](b), left.",
    "[Bo Aas](b) said [his](b) wife, [Liv Dahl](l), was ill. [His](b) [wife](l) left. [The sister of Ana](x) left.",
    "[Ana Duarte](a) was with [her](a) [daughter](d), [a student](d). [Her](a) [daughter](d) left.",
    "They want two posts of [deputy minister](d), [a lawmaker of the coalition](x) said.",
    "The result was [Ted Cruz](b) 1, [John Kasich](a) 2. [Cruz](b) was glad.",
    "[The firm](f) deleted the message after [Bo Aas](b) had posted [it](open).",
    "[Bo Aas](b) wept. The push by Jan Vik supporters and [his](open) friends failed.",
    (
        "Senator [Jan Vik](v) said it was late, adding that [he](v) hoped so. [Bo Aas](a)'s campaign vowed to go on. "
        "As word of it came in, [he](a) gave a speech, predicting [he](a) would win."
    ),
    "[Jan Vik](v) saw it. “No,” said [Vik](v). Even as [he](a) blamed the port, [Bo Aas](a) would not speak of Peru.",
    "“No,” said [Jan Vik](v). That is odd to all who heard [Bo Aas](a)'s statement. [He](a) called it late.",
    "[A guard](g), clerk [Nan Wold](g), asked to let [Ana Duarte](a) go. “Yes,” [she](g) said.",
    "[Bo Aas](b) spoke of jobs and [criminal justice](open). [He](b) left.",
    "Sen. [Jan Vik](v), R-Ky., left. Sen. [Tom Berg](t), D-Fla., stayed. [The Kentucky senator](v) slept.",
    "[Tom Berg](t) sang with Sen. [Ann Vik](a), R-Iowa. [The Florida senator](t) was glad.",
    "Sen. [Jan Vik](v) sang. [Tom Berg](t) danced. [The senator from Ohio](o) slept. [His](o) dog barked.",
    "[Tom Berg](t) sang. [The Iowa governor](t) slept. [Berg](t) woke. [The Ohio governor](o) danced.",
    "[A man](m) in Oslo sang. [The man](m) left.\n\n___\n\nIt rained. [The man](open) was ill.",
    "[Tom Berg](t) sang. [He](t) danced.\n\n___\n\nThe hall was full. [He](open) sang on.",
    "The mill is old.\n\n5. [Tom Berg](t). [The former Florida governor](t) sang. [His](t) dog barked.",
    "Governor [Jan Vik](v) of Iowa sang. It rained. It poured. It froze. It stopped. [The Iowa governor](v) slept.",
    "Sen. [Jan Vik](v) met Republican [Bo Aas](b). [The Ohio Republican](v) was glad.",
    "Sen. [Jan Vik](v) (R-Ohio) met Texas Sen. [Bo Aas](b). [The Texas Republican](b) was glad.",
    "Spokeswoman [Sandy Angers](a) said that it was late. “Yes,” said [Angers](a). [France](f) won.",
]


def test_a_firms_chief_is_of_the_firm_and_of_no_state():
    text = "Bank of America lost money. The bank's CEO, Ken Lewis, left."
    roles = {role for e in linked(make_article(text)).of(Entity) if e.kind == "person" for role in e.roles}
    assert roles == {"ceo of Bank of America"}


@pytest.mark.parametrize("example", SAME)
def test_words_for_one_are_one(example):
    text, spans = marked(example)
    referents = Referents(linked(make_article(text)))
    owners: dict[str, set[str]] = {}
    for role, listed in spans.items():
        for span in listed:
            entity = referents.at(span)
            if role == "open":
                assert isinstance(entity, Unresolved), f"{span.of(text)!r} taken for {entity}"
                continue
            assert isinstance(entity, Entity), f"{span.of(text)!r}: {entity}"
            owners.setdefault(role, set()).add(entity.id)
    assert all(len(ids) == 1 for ids in owners.values()), owners
    assert len(set.union(*owners.values())) == len(owners)


CODES = [
    ("Senior [Hungarian and Romanian officials](x) agreed to talk.", ("HUNGOV", "ROUGOV")),
    ("[Iranian Parliament Speaker Ali Larijani](x) spoke.", ("IRNLEG",)),
    ("[Egyptian police](x) fired on the crowd.", ("EGYCOP",)),
    ("[Peru and Chile](x) signed the treaty.", ("PER", "CHL")),
    ("The sanctions hurt [the U.S. government](x).", ("USAGOV",)),
    ("[Former Peruvian President Luis Prado](x) was jailed.", ("PERELI",)),
    ("[Rain](x) fell.", ()),
    ("[NATO troops](x) left the valley.", ("IGOMIL",)),
    ("[NATO Secretary General Lars Holm](x) spoke.", ("IGOGOV",)),
    ("[Security forces in Guinea](x) fired on the crowd.", ("GINMIL",)),
    ("[Officials within the Peruvian government](x) spoke.", ("PERGOV",)),
    ("[Washington](x) rejected the plan.", ("USAGOV",)),
    ("[The House committees](x) asked for the files.", ("USALEG",)),
    ("[The House Judiciary Committee](x) asked for the files.", ("USALEG",)),
    ("[Peruvians](x) voted on Sunday.", ("PERCVL",)),
    ("In Peru, Boeing jets are bought by [the government](x).", ("PERGOV",)),
    ("Peru and Chile were at odds. [The government](x) paid.", ()),
    ("Sen. Ana Duarte of Georgia spoke. [Georgia](x) voted.", ()),
    ("Voters in Ohio and [Georgia](x) chose him.", ()),
    ("Troops left Tbilisi, and [Georgia](x) voted.", ("GEO",)),
    ("[Eva Rojas, the president of the Alliance for American Manufacturing](x), agreed.", ()),
]


@pytest.mark.parametrize(("example", "codes"), CODES)
def test_codes_of_actors(example, codes):
    text, spans = marked(example)
    assert Referents(linked(make_article(text))).codes(spans["x"][0]) == codes


def test_a_typing_error_is_joined_and_marked():
    text = (
        "North Korea’s foreign minister arrived. Ri Yong-ho met aides. Ri smiled. Ri left early. "
        "Ri thanked the hosts. The visiting North Koran official and Ro spoke."
    )
    reading = linked(make_article(text))
    entity = who(reading, Span(text.index("Ri Yong"), text.index("Ri Yong") + 10))
    assert isinstance(entity, Entity)
    assert entity.code == "PRKGOV"
    assert {s.of(text) for s in entity.doubtful} == {"The visiting North Koran official", "Ro"}


def test_a_misspelt_state_is_joined_and_marked():
    reading = linked(make_article("Troops left Afganistan on Monday."))
    (state,) = [e for e in reading.of(Entity) if e.code == "AFG"]
    assert [s.of(reading.text) for s in state.doubtful] == ["Afganistan"]


def test_nobody_stands_in_rain():
    reading = linked(make_article("Rain fell."))
    assert isinstance(who(reading, Span(0, 4)), Unresolved)


@pytest.fixture(scope="module")
def cast(tehran):
    """Readings of the demo's two articles, and their entities by name."""
    readings = [linked(article) for article in tehran]
    return readings, [{e.name: e for e in r.of(Entity)} for r in readings]


def test_the_minister_of_the_demo_is_one_man_under_all_his_names(cast):
    readings, (first, second) = cast
    words = [{s.of(r.text) for s in e["Ri Yong-ho"].mentions} for r, e in zip(readings, (first, second), strict=True)]
    assert {"North Korea’s foreign minister", "the senior Korean official", "The Pyongyang official", "Ri"} <= words[0]
    assert {"the North Korean senior official", "the DPRK’s top diplomat", "Ro", "the foreign minister"} <= words[1]
    assert first["Ri Yong-ho"].code == second["Ri Yong-ho"].code == "PRKGOV"


def test_the_demo_tells_people_states_and_papers_apart(cast):
    (one, two), (first, second) = cast
    assert second["Hassan Rouhani"].roles == ("president of Iran",)
    assert {s.of(one.text) for s in first["Chosun Ilbo"].mentions} >= {"the paper", "Chosun Ilbo"}
    assert {s.of(two.text) for s in second["DPRK Foreign Ministry"].mentions} == {
        "DPRK Foreign Ministry",
        "The ministry",
    }
    assert {s.of(one.text) for s in first["South Korea"].mentions} == {"South Korea"}
    assert any(
        "the unidentified official" in {s.of(one.text) for s in e.mentions}
        for e in first.values()
        if e.kind == "unnamed"
    )
    assert {s.of(two.text) for s in second["Javad Zarif"].mentions} == {"Javad Zarif"}


@settings(max_examples=20)
@given(
    st.lists(
        st.sampled_from(["Iran ", "The minister ", "said ", "he ", "its ", ". ", "Ana Duarte ", "met ", "Peru's "])
    )
)
def test_every_mention_has_one_entity_at_most(words):
    reading = linked(make_article("".join(words) or "x"))
    spans = [span for entity in reading.of(Entity) for span in entity.mentions]
    assert len(spans) == len(set(spans))
    assert set(spans) <= {m.span for m in reading.of(Mention)}


def test_a_whole_reading_holds_its_entities():
    assert reading_of("Iran agreed.", upto="entities").of(Entity)[0].name == "Iran"


ROLES = [
    (["president", "president of Peru"], ("president of Peru",)),
    (["top diplomat of Peru", "foreign minister of Peru", "senior official of Peru"], ("foreign minister of Peru",)),
    (["official of Peru", "foreign minister of Chile"], ("official of Peru", "foreign minister of Chile")),
    (["leader of Peru"], ("leader of Peru",)),
    (["minister", "husband"], ("minister", "husband")),
]


@pytest.mark.parametrize(("given_roles", "told"), ROLES)
def test_roles_say_an_office_once_and_in_full(given_roles, told):
    assert telling(given_roles) == told


OFFICES = [
    ("The Congressional Black Caucus and Sen. [Ana Duarte](x) of Ohio spoke.", None, ("senator",)),
    ("The Peruvian President Luis Prado sent his personal attorney, [Ivan Petrov](x), to court.", None, ("attorney",)),
    ("House Minority Leader Ana Duarte and Senate Minority Leader [Eva Rojas](x) agreed.", "USALEG", None),
    ("The deputy attorney general, [Theo Brand](x), spoke.", None, ("deputy attorney general",)),
    ("Boeing Executive Vice President [Bo Aas](x) spoke in the US.", "USABUS", ("vice president of Boeing",)),
    ("[Bo Aas](x), president and CEO of Boeing Commercial Airplanes, said so.", "USABUS", ("president of Boeing",)),
    ("[London's mayor](x) spoke.", None, ("mayor of London",)),
    ("It was the visit to Britain of President [Luis Prado](x).", None, ("president",)),
    ("He sent his son, [Theo Brand](x), to court.", None, ()),
    ("[The former FBI director](x) was calm.", None, ("former director of the Federal Bureau of Investigation",)),
]


@pytest.mark.parametrize(("example", "code", "roles"), OFFICES)
def test_offices_are_of_whom_the_text_says(example, code, roles):
    text, spans = marked(example)
    entity = who(linked(make_article(text)), spans["x"][0])
    assert isinstance(entity, Entity)
    assert roles is None or entity.roles == roles
    assert code is None or entity.code == code


def test_an_editors_brackets_are_no_part_of_a_name():
    text = "Humayun Khan fell in Iraq. “Nobody doubts Major [Humayun] Khan’s service,” Bo Aas said."
    names = {name for entity in linked(make_article(text)).of(Entity) for name in (entity.name, *entity.names)}
    assert "Humayun Khan" in names
    assert not any("[" in name or "]" in name for name in names)
