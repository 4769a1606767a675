"""Elections, offices, courts, prizes and votes in the words of news writers, and what only sounds like them."""

import pytest

from tests.test_dates_kinds import told

TOLD = {
    "macron-2017": [
        "Emmanuel Macron won France's presidential election on Sunday, beating Marine Le Pen.",
        "A week after Emmanuel Macron's victory in the French election over Le Pen, the euro rose.",
    ],
    "modi-2014": [
        "Narendra Modi swept to power in the Indian general election.",
        "The general election victory of Narendra Modi was a week old.",
    ],
    "may-2016": [
        "Theresa May became prime minister on Wednesday.",
        "Theresa May was sworn in at the palace, then drove home.",
    ],
    "starr-report-1998": [
        "The Starr report on President Clinton was a day old.",
    ],
    "cameron-2016": [
        "David Cameron said on Friday that he would step down.",
        "David Cameron announced his resignation on Friday.",
    ],
    "obama-runs-2007": [
        "Barack Obama announced his candidacy in Springfield.",
        "Barack Obama launched his presidential campaign in Springfield.",
    ],
    "clinton-nominee-2016": [
        "Hillary Clinton accepted the Democratic nomination on Thursday.",
    ],
    "palin-2008": [
        "John McCain picked Sarah Palin as his running mate.",
        "Mr. McCain's choice of Gov. Sarah Palin as running mate was a surprise.",
    ],
    "gorsuch-2017-04": [
        "The Senate confirmed Judge Neil M. Gorsuch on Friday.",
        "The confirmation of Judge Neil Gorsuch to the Supreme Court was a week old.",
    ],
    "mueller-2017": [
        "The Justice Department named Robert S. Mueller III as special counsel.",
        "Two days after the appointment of Robert Mueller as special counsel, stocks fell.",
    ],
    "blasey-ford-2018": [
        "Christine Blasey Ford told senators that she was sure it was Judge Kavanaugh.",
        "Dr. Blasey's testimony on Judge Kavanaugh lasted four hours.",
    ],
    "manafort-2017": [
        "Paul Manafort and Rick Gates were indicted on Monday.",
        "The indictment of Paul Manafort by the special counsel was unsealed.",
    ],
    "flynn-2017-12": [
        "Michael Flynn pleaded guilty to lying to the F.B.I.",
        "It was three days after Michael Flynn's guilty plea to lying to the F.B.I.",
    ],
    "madoff-2009": [
        "Bernard Madoff was sentenced to 150 years.",
        "The sentencing of Bernard Madoff to 150 years was cheered.",
    ],
    "arpaio-2017": [
        "President Trump pardoned the former sheriff Joe Arpaio.",
        "Mr. Trump's pardon of Mr. Arpaio came as a storm struck; the pardon of Sheriff Joe Arpaio was a day old.",
    ],
    "karadzic-2016": [
        "A tribunal in The Hague found Radovan Karadzic guilty.",
        "A week after Radovan Karadzic was convicted of genocide, snow fell.",
    ],
    "santos-2023": [
        "The House expelled George Santos on Friday.",
        "The expulsion of George Santos from the House was a day old.",
    ],
    "juan-carlos-2014": [
        "King Juan Carlos gave up his throne.",
        "The abdication of King Juan Carlos was in every paper.",
    ],
    "charleston-2015": [
        "A gunman opened fire at a black church in Charleston.",
        "The slaughter at Emanuel A.M.E. Church in Charleston was a week old.",
    ],
    "thai-coup-2014": [
        "The army under Gen. Prayuth Chan-ocha seized power in Thailand.",
        "Prices fell after the coup of Prayuth Chan-ocha in Thailand.",
    ],
    "parliament-syria-2013": [
        "British lawmakers rejected Mr. Cameron's call for strikes on Syria over its chemical weapons.",
        "Mr. Cameron's defeat in Parliament over Syria's chemical weapons was a day old.",
    ],
    "ukraine-aid-2024": [
        "The House approved $61 billion for Ukraine.",
        "Days after the passage by the House of $61 billion in aid for Ukraine, shells came.",
    ],
    "shelby-2013": [
        "The justices struck down the heart of the Voting Rights Act in Shelby County v. Holder.",
    ],
    "health-law-2012": [
        "The Supreme Court upheld the Affordable Care Act on Thursday.",
    ],
    "ipad-2010": [
        "Steve Jobs unveiled the iPad.",
        "The launch of the iPad by Mr. Jobs was on television.",
    ],
    "crew-dragon-2020": [
        "A SpaceX rocket blasted off with two NASA astronauts on Saturday.",
        "The liftoff of the SpaceX capsule with Mr. Behnken and Mr. Hurley was watched.",
    ],
    "philae-2014": [
        "The lander Philae touched down on a comet.",
        "A day after Philae's landing on the comet, its batteries ran low.",
    ],
    "nobel-abiy-2019": [
        "Abiy Ahmed won the Nobel Peace Prize on Friday.",
        "The Nobel committee awarded the peace prize to Abiy Ahmed.",
    ],
    "ltcm-1998": [
        "Banks rescued Long-Term Capital Management.",
        "The bailout of Long-Term Capital Management was a week old.",
    ],
    "iceland-2008": [
        "Iceland took over Landsbanki and Glitnir.",
        "After the nationalization of Iceland's Glitnir, the krona fell.",
    ],
    "debate-2012-10-03": [
        "Mr. Obama rested on the day after the first debate with Mr. Romney.",
    ],
}

NOT_TOLD = [
    ("macron-2017", "Supporters of Emmanuel Macron won seats while Marine Le Pen watched."),
    ("macron-2017", "Marine Le Pen hopes to beat Emmanuel Macron in the election."),
    ("modi-2014", "Narendra Modi campaigned in the general election that his party will win."),
    ("may-2016", "A minister of Theresa May's became prime minister of Bermuda."),
    ("may-2016", "Theresa May may not become prime minister."),
    ("cameron-2016", "A minister in David Cameron's government said that he would resign."),
    ("obama-runs-2007", "Barack Obama has not announced his candidacy, he said in Springfield, but will."),
    ("palin-2008", "Mr. McCain will choose a running mate; Sarah Palin is a governor."),
    ("gorsuch-2017-04", "Senators questioned Judge Neil Gorsuch at his confirmation hearing for the Supreme Court."),
    ("mueller-2017", "The special counsel, Mr. Mueller, appointed an aide."),
    ("blasey-ford-2018", "Senators asked Christine Blasey Ford to testify on Judge Kavanaugh."),
    ("manafort-2017", "A friend of Paul Manafort was indicted by the special counsel."),
    ("flynn-2017-12", "Michael Flynn will not plead guilty to lying to the F.B.I."),
    ("madoff-2009", "Bernard Madoff's brother was sentenced, not to 150 years but to ten."),
    ("arpaio-2017", "Mr. Trump will not pardon Sheriff Joe Arpaio."),
    ("karadzic-2016", "A tribunal in The Hague found a guard of Mr. Karadzic's guilty."),
    ("santos-2023", "Members of the House demanded the expulsion of George Santos."),
    ("juan-carlos-2014", "King Juan Carlos refused to give up his throne."),
    ("charleston-2015", "A choir sang in a church in Charleston."),
    ("parliament-syria-2013", "British lawmakers rejected a tax on pasties, said Mr. Cameron."),
    ("ukraine-aid-2024", "The House will not approve $61 billion for Ukraine."),
    ("ipad-2010", "Mr. Jobs will unveil the iPad next week."),
    ("nobel-abiy-2019", "Abiy Ahmed said that he would not win the Nobel Peace Prize."),
    ("thai-coup-2014", "The army in Thailand bought tanks."),
]


@pytest.mark.parametrize(("event", "sentence"), [(e, s) for e, sentences in TOLD.items() for s in sentences])
def test_an_event_is_told_in_other_words(event: str, sentence: str) -> None:
    assert event in told(sentence)


@pytest.mark.parametrize(("event", "sentence"), NOT_TOLD)
def test_what_others_do_or_what_is_only_wished_is_not_the_event(event: str, sentence: str) -> None:
    assert event not in told(sentence)
