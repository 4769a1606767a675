"""Dated events in other words than their own: what a news writer may say of them, and what only sounds like them."""

from pathlib import Path

import pytest

from rashomon.errors import SettingsError
from rashomon.linking.dating.almanac import almanac

TOLD = {
    "suharto-1998": [
        "Less than a month after Suharto gave up the Indonesian presidency, the ship tied up.",
        "She left Jakarta in the week of Suharto's sudden fall.",
    ],
    "thatcher-1990": [
        "Mrs Thatcher told her Cabinet that she would not fight on.",
        "Two days after the resignation of Mrs Thatcher, the council met.",
    ],
    "crimea-2014": [
        "Mr Putin put his signature to a treaty making Crimea part of Russia.",
        "A week after the Kremlin annexed the Black Sea peninsula of Crimea, the shop closed.",
    ],
    "jcpoa-2015": [
        "The nuclear accord that Iran and six powers reached in Vienna bears yesterday's date.",
        "Three days after world powers and Iran's envoys shook on a nuclear pact that was sealed in Vienna, he rang.",
    ],
    "mubarak-2011": [
        "Days after Egypt's Hosni Mubarak finally stepped aside, the bank opened.",
        "The firm shut when the president, Hosni Mubarak, 82, was driven from power.",
    ],
    "mugabe-2017": [
        "A week after Robert Mugabe tendered his resignation, prices fell.",
        "The harvest began before the departure from office of President Robert Mugabe was known.",
    ],
    "truss-2022": [
        "On the day after Liz Truss announced her resignation, gilts rose.",
        "It was the first vote since Truss stood down.",
    ],
    "ben-ali-2011": [
        "A month after Tunisia's Ben Ali went into exile, the hotel had no guests.",
        "Two days after the overthrow of President Zine El Abidine Ben Ali, bread ran out.",
    ],
    "mobutu-1997": [
        "Weeks after the rebels toppled the dictator Mobutu Sese Seko, the mine was sold.",
        "Mobutu fled in May.",
    ],
    "milosevic-2000": [
        "Days after Slobodan Milosevic was swept from power, the bridge reopened.",
        "The first flight since the fall of Yugoslav President Slobodan Milosevic landed on Sunday.",
    ],
    "yanukovych-2014": [
        "Viktor Yanukovych, who had fled, was on television.",
        "Three days after the ouster of Ukraine's President Viktor Yanukovych, the museum was shut.",
    ],
    "morsi-2013": [
        "A week after the army deposed the country's first elected president, Mohamed Morsi, trains ran.",
        "Since Morsi was removed from office, nobody had paid.",
    ],
    "bashir-2019": [
        "The price of bread rose until Sudan's Omar al-Bashir was overthrown by his generals.",
        "It was a day after al-Bashir's ouster.",
    ],
    "hasina-2024": [
        "A month after Sheikh Hasina quit as prime minister, the mill reopened.",
        "Two days after students drove out the government, the downfall of Prime Minister Sheikh Hasina was toasted.",
    ],
    "rabin-1995": [
        "The vigil was held a week after Yitzhak Rabin was gunned down.",
        "The rally came days after the slaying of Prime Minister Yitzhak Rabin.",
    ],
    "rajiv-gandhi-1991": [
        "A bomb killed Rajiv Gandhi on Tuesday.",
        "Rajiv Gandhi, 46, was blown up at a rally.",
    ],
    "hariri-2005": [
        "A month after Lebanon's former prime minister, Rafik Hariri, was slain, he moved.",
        "It is a week since a truck bomb killed Mr. Hariri.",
    ],
    "bhutto-2007": [
        "Days after Benazir Bhutto was shot dead, the polls were put off.",
        "He sold the shop the day after Benazir Bhutto's murder.",
    ],
    "nemtsov-2015": [
        "A day after the murder of the opposition politician Boris Nemtsov, she bought flowers.",
        "Boris Nemtsov, shot dead on Friday, was 55.",
    ],
    "politkovskaya-2006": [
        "The reporter Anna Politkovskaya was found shot; Anna Politkovskaya was murdered on Saturday.",
        "It was three days after the killing of the investigative journalist Anna Politkovskaya.",
    ],
    "bin-laden-2011": [
        "A day after American commandos shot dead Osama bin Laden, the flag shop sold out.",
        "Bin Laden's death was cheered in the stands.",
    ],
    "soleimani-2020": [
        "A week after a drone killed Iran's Gen. Qassem Soleimani, he flew.",
        "Soleimani's killing was two days old.",
    ],
    "escobar-1993": [
        "Police shot dead the drug lord Pablo Escobar on a roof.",
        "It was a week after Pablo Escobar's death.",
    ],
    "abe-2022": [
        "Two days after Shinzo Abe was fatally shot, the vote went ahead.",
        "The assassination of former Prime Minister Shinzo Abe stunned the town.",
    ],
    "kirk-2025": [
        "The march was held a week after the conservative activist Charlie Kirk was gunned down.",
        "The murder of Charlie Kirk was on every screen.",
    ],
    "haniyeh-2024": [
        "The day after Hamas's political leader, Ismail Haniyeh, was killed in Tehran, oil rose.",
        "The assassination of the Hamas leader Ismail Haniyeh came a week before.",
    ],
    "saddam-2003": [
        "Soldiers captured Saddam Hussein in a hole.",
        "Three days after Saddam Hussein's arrest, the market was full.",
    ],
    "saddam-2006": [
        "A day after Saddam Hussein went to the gallows, it snowed.",
        "The hanging of Saddam Hussein was shown in the cafe.",
    ],
    "mandela-freed-1990": [
        "A week after Nelson Mandela walked out of Victor Verster prison, the tour began.",
        "It was the Sunday of Mandela's release from prison.",
    ],
    "betancourt-2008": [
        "Colombia's army freed Ingrid Betancourt on Wednesday.",
        "He spoke two days after the rescue of Ingrid Betancourt.",
    ],
    "elizabeth-2022": [
        "The game was put off as Queen Elizabeth II had passed away.",
        "It was the day after the death of Queen Elizabeth II.",
    ],
    "chavez-2013": [
        "Venezuela's president, Hugo Chavez, died on Tuesday.",
        "In Venezuela, three weeks after Hugo Chavez's death, milk was short.",
    ],
    "kim-jong-il-2011": [
        "Two days after North Korea's leader, Kim Jong Il, passed away, trade stopped.",
        "Kim Jong Il's death was told on Monday.",
    ],
    "navalny-2024": [
        "The opposition leader Alexei Navalny died in an Arctic prison.",
        "Two weeks after Alexei Navalny's death, they laid flowers.",
    ],
    "us-election-1996": [
        "Mr. Clinton prevailed over Bob Dole on Tuesday.",
        "A week after President Clinton trounced Bob Dole, the fund rose.",
    ],
    "us-election-2004": [
        "A week after President Bush beat Senator John Kerry, she flew home.",
        "Kerry conceded to Mr. Bush on Wednesday.",
    ],
    "us-election-2012": [
        "President Obama's victory over Mitt Romney was two days old.",
        "Romney conceded the race to Obama.",
    ],
    "us-election-2024": [
        "Mr. Trump's win over Vice President Kamala Harris moved the peso.",
        "Kamala Harris conceded to Mr. Trump on Wednesday.",
    ],
    "clinton-acquitted-1999": [
        "The Senate voted to acquit President Clinton on Friday.",
        "Three days after the acquittal of Bill Clinton, he skied.",
    ],
    "trump-convicted-2024": [
        "Former President Trump was found guilty in the hush-money case.",
        "The day after Donald Trump's conviction on 34 counts, money came in.",
    ],
    "kuwait-invasion-1990": [
        "Iraqi tanks rolled into Kuwait on Thursday.",
        "Oil doubled after Saddam Hussein's army overran Kuwait.",
    ],
    "iraq-2003": [
        "The fair was held a week after American troops marched into Iraq.",
        "Prices rose in the month of the Iraq invasion by the U.S. and Britain.",
    ],
    "omagh-1998": [
        "The concert was held two weeks after the explosion that tore through Omagh.",
        "A car bomb wrecked the centre of Omagh.",
    ],
    "kobe-1995": [
        "They saw pictures of the tremors at Kobe.",
        "The quakes that wrecked Kobe cut off the plant.",
    ],
    "columbine-1999": [
        "A month after two pupils went on a rampage at Columbine High School, doors were locked.",
        "The slayings at Columbine were a week old.",
    ],
    "uvalde-2022": [
        "Days after the carnage in Uvalde, the fair was called off.",
        "Twenty-one were slain at the school in Uvalde.",
    ],
    "concorde-2000": [
        "A Concorde fell from the sky near Paris.",
        "It was a week after the Concorde disaster.",
    ],
    "kursk-2000": [
        "The submarine Kursk went down on Saturday.",
        "Ten days after the Russian submarine Kursk foundered, the divers came.",
    ],
    "costa-concordia-2012": [
        "The Costa Concordia keeled over off Giglio.",
        "A week after the wreck of the Costa Concordia, bookings fell.",
    ],
    "mh17-2014": [
        "MH17 was blown out of the sky on Thursday.",
        "A month after Flight 17 was brought down, he sailed.",
    ],
    "pinatubo-1991": [
        "Pinatubo blew its top on Saturday.",
        "Ash from the eruptions of Mount Pinatubo closed the base.",
    ],
    "falun-gong-1999": [
        "China's ban on Falun Gong is a week old.",
        "Beijing proscribed Falun Gong on Thursday.",
    ],
    "irish-no-2008": [
        "Ireland spurned the Lisbon treaty on Thursday.",
        "A week after the Irish said no to the Treaty of Lisbon, they met.",
    ],
    "nafta-1994": [
        "NAFTA's entry into force put up the rents.",
        "The pact known as NAFTA became effective on Saturday.",
    ],
    "kosovo-1999": [
        "NATO began airstrikes on Yugoslavia on Wednesday.",
        "The loom stopped on the day of the start of NATO's bombing of Serbia.",
    ],
    "kosovo-2008": [
        "Kosovo proclaimed its independence on Sunday.",
        "Kosovo declared itself independent on Sunday.",
    ],
    "start-ii-1993": [
        "Mr Bush and Mr Yeltsin put their names to START II on Sunday.",
        "The ink of the signatures of Bush and Yeltsin on the START II pact was hardly dry.",
    ],
    "helsinki-2018": [
        "Mr. Trump sat down with Mr. Putin in Helsinki on Monday.",
        "The talks of Trump and Putin in Helsinki were over.",
    ],
    "enron-2001": [
        "Enron sought Chapter 11 protection on Sunday.",
        "Weeks after Enron imploded, the auditors left.",
    ],
    "suu-kyi-2010": [
        "Aung San Suu Kyi walked free on Saturday.",
        "Days after Aung San Suu Kyi's release from house arrest, a shop sold her picture.",
    ],
    "biden-withdraws-2024": [
        "President Biden quit the race on Sunday, and Harris called.",
        "Two days after Joe Biden pulled out of the race, Harris spoke.",
    ],
    "svb-2023": [
        "Silicon Valley Bank went under on Friday.",
        "The demise of Silicon Valley Bank was a week old.",
    ],
}

NOT_TOLD = [
    ("suharto-1998", "Ministers close to Suharto resigned on Monday."),
    ("suharto-1998", "Suharto's finance minister resigned on Monday."),
    ("suharto-1998", "Students demanded the resignation of President Suharto."),
    ("suharto-1998", "Suharto will resign when he chooses."),
    ("suharto-1998", "The party that Suharto ousted resigned from the chamber."),
    ("thatcher-1990", "Thatcher said that Nigel Lawson had resigned."),
    ("thatcher-1990", "A minister in Mrs Thatcher's government stepped down."),
    ("thatcher-1990", "Mrs Thatcher's chancellor quit as a member."),
    ("thatcher-1990", "Mrs Thatcher resigned herself to a second ballot."),
    ("thatcher-1990", "Mrs Thatcher, resigned to a second ballot, flew home."),
    ("mubarak-2011", "Supporters of Hosni Mubarak were driven out of the square."),
    ("mubarak-2011", "Crowds called for the removal of Hosni Mubarak."),
    ("mugabe-2017", "Mugabe refused to resign."),
    ("mugabe-2017", "Mugabe aides resigned."),
    ("morsi-2013", "Police killed supporters of the group, and Morsi allies were removed from office."),
    ("bashir-2019", "Bashir ousted his deputy on Monday."),
    ("rabin-1995", "Prime Minister Yitzhak Rabin condemned the assassination of a mayor."),
    ("rabin-1995", "Rabin said that two soldiers were killed."),
    ("rajiv-gandhi-1991", "Rajiv Gandhi said that his mother had been murdered."),
    ("hariri-2005", "Hariri's bodyguard was killed."),
    ("hariri-2005", "Hariri said that nobody had been killed."),
    ("bhutto-2007", "Murtaza Bhutto was shot dead by the police."),
    ("bhutto-2007", "Benazir Bhutto escaped an assassination attempt."),
    ("bin-laden-2011", "Bin Laden's son was killed in a raid."),
    ("bin-laden-2011", "The capture or killing of bin Laden is what they hope for."),
    ("soleimani-2020", "Militants killed men whom Soleimani had sent."),
    ("saddam-2006", "Saddam Hussein executed thousands."),
    ("saddam-2006", "The execution of Saddam Hussein's half brother was put off."),
    ("saddam-2003", "They offered a reward for the capture of Saddam Hussein."),
    ("mandela-freed-1990", "Mandela was released from hospital."),
    ("mandela-freed-1990", "The world demanded Mandela's release from prison."),
    ("us-election-2016", "Mr. Trump asked why Mr. Sanders had not beaten Mrs. Clinton."),
    ("us-election-2016", "Mr. Trump beat Mr. Bush while Mrs. Clinton watched."),
    ("us-election-2012", "Mr. Obama was not there when Mr. McCain beat Mitt Romney."),
    ("clinton-impeached-1998", "Republicans threatened the impeachment of President Clinton."),
    ("clinton-acquitted-1999", "A jury acquitted an aide to Clinton."),
    ("kuwait-invasion-1990", "Iraq's army was driven out of Kuwait."),
    ("kuwait-invasion-1990", "U.S. planes flew from Kuwait to aid the invasion of Iraq."),
    ("iraq-2003", "President Bush condemned Iraq's invasion of Kuwait."),
    ("iraq-2003", "Mr. Bush's critics oppose an invasion of Iraq."),
    ("crimea-2014", "Tourists in Crimea said that Russia annexed Abkhazia."),
    ("baghdad-2003", "Saddam was in Baghdad when rebels took a town."),
    ("omagh-1998", "A farmer from Omagh won the show."),
    ("irish-no-2008", "Ireland will not reject the Lisbon treaty, he said."),
    ("falun-gong-1999", "A follower of Falun Gong was arrested."),
    ("start-ii-1993", "Mr Bush said that START II is to be signed in Moscow."),
    ("escobar-1993", "Andrés Escobar was shot dead outside a bar."),
    ("diana-1997", "The death of Diana Ross's mother was in the papers."),
    ("german-unity-1990", "The German unification that Mr Kohl wants is far off."),
    ("hong-kong-1997", "Hong Kong waits for the handover of 1997."),
    ("navalny-2024", "Navalny's lawyer died on Tuesday."),
    ("biden-withdraws-2024", "In 2024 Biden said that Walz had dropped out."),
    ("chavez-2013", "A supporter of Hugo Chavez died in Venezuela."),
    ("kim-jong-il-2011", "Kim Jong Il was in mourning when his father died."),
    ("elizabeth-2022", "Queen Elizabeth II mourned the death of a friend."),
    ("us-election-1996", "Mr. Clinton said that Mr. Dole had beaten Mr. Forbes."),
]

OWN = """
kinds:
  row:
    does: [rowed across]
    noun: [crossing]
  regatta: [regatta, boat race]
events:
  - {id: crossing, name: Ada Quill rows across the fjord, first: 2031-05-03, last: 2031-05-03, source: harbour gazette,
     words: [[ada quill], ["@row"]]}
  - {id: regatta, name: Norlandian regatta, first: 2031-05-04, last: 2031-05-04, source: harbour gazette,
     words: [[norlandia*], ["@regatta"]]}
  - {id: mayor, name: the mayor resigns, first: 2031-06-01, last: 2031-06-01, source: harbour gazette,
     words: [[norlandia*], [mayor quill, quill], ["@resign"]]}
"""


def told(sentence: str, path: str = "") -> list[str]:
    return [t.event.id for t in almanac(path).told_in(sentence, 0, len(sentence), sentence.lower())]


@pytest.mark.parametrize(("event", "sentence"), [(e, s) for e, sentences in TOLD.items() for s in sentences])
def test_an_event_is_told_in_other_words(event: str, sentence: str) -> None:
    assert event in told(sentence)


@pytest.mark.parametrize(("event", "sentence"), NOT_TOLD)
def test_what_others_do_or_what_is_only_wished_is_not_the_event(event: str, sentence: str) -> None:
    assert event not in told(sentence)


def test_the_place_is_that_of_the_words_for_the_happening() -> None:
    sentence = "Suharto, 76, who had ruled for 32 years, resigned on Thursday."
    (found,) = almanac().told_in(sentence, 0, len(sentence), sentence.lower())
    assert sentence[found.start : found.end] == "resigned"


def test_the_user_uses_our_kinds_and_adds_his_own(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(OWN, "utf-8")
    assert told("The crossing of Ada Quill took an hour.", str(path)) == ["crossing"]
    assert told("Ada Quill saw how a boy rowed across.", str(path)) == []
    assert told("The boat race drew half Norlandia.", str(path)) == ["regatta"]
    assert told("In Norlandia, Mayor Quill bowed out.", str(path)) == ["mayor"]
    assert told("In Norlandia, Mayor Quill's clerk bowed out.", str(path)) == []


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (OWN.replace("@regatta", "@regata"), "event 2: no kind of happening called 'regata'; known: abd.*regatta"),
        (OWN.replace('[[ada quill], ["@row"]]', '[["@row"]]'), "'@row' stands in the last group, after one that names"),
        (OWN.replace('[[ada quill], ["@row"]]', '[["@row"], [x]]'), "'@row' stands in the last group, after one that"),
        (OWN.replace("noun:", "nouns:"), "kind 'row': a kind is a list of words, or has does, done, noun"),
        (OWN.replace("[crossing]", "crossing"), "kind 'row': a list of words that hold letters or digits"),
        (OWN.replace("[regatta, boat race]", "[]"), "kind 'regatta': a list of words that hold letters or digits"),
        ("kinds: [row]\nevents: []", "kinds is a table of names"),
    ],
)
def test_a_wrong_kind_is_told_clearly(tmp_path: Path, content: str, complaint: str) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(content, "utf-8")
    with pytest.raises(SettingsError, match=complaint):
        almanac(str(path))
