"""Trees of news sentences that the parser takes for others: whose subject, apposition and clause each word is."""

import pytest

import rashomon
from rashomon.model import make_article


def hangs_on(text: str, word: str) -> tuple[str, str]:
    [reading] = rashomon.read(make_article(text))
    token = next(t for t in reading.doc if t.text == word)
    return token.dep_, token.head.text


@pytest.mark.parametrize(
    ("text", "word", "tie"),
    [
        ("The mayor of Bergen, Eva Lund, said the mill was sold.", "Lund", ("appos", "mayor")),
        ("A spokesman for Luis Prado, Eva Lund, said the mill was sold.", "Lund", ("appos", "spokesman")),
        (("Scores of people in the valley are waiting to cross after damage to bridges linking Chad, Peru and Mali cut "
         "a main road for trucks."), "damage", ("nsubj", "cut")),
        (("Crowds in Oslo are trying to get home after a fire at two tunnels linking Norway and Sweden cut off a "
         "main road."), "fire", ("nsubj", "cut")),
        ("The crew said it had moved to Salem, Ore. The mill was shut.", "Ore.", ("appos", "Salem")),
        ("Crews are trying to enter the U.S. The plan is old.", "U.S.", ("dobj", "enter")),
        ("Video Of Oslo Man's Deadly Fall Released During Trial", "Released", ("acl", "Video")),
        ("The mill, said Lund, was sold.", "mill", ("nsubjpass", "sold")),
        (("Peru and Chile swapped 40 captives each on Sunday, Chile's independence day, in a deal brokered by Norway, "
         "envoys of both states said."), "day", ("appos", "Sunday")),
        (("Oslo took a USD 300 million loan at 9 per cent from a Bergen-based bank, the highest rate in years, "
         "ex-finance minister Eva Lund claimed."), "rate", ("appos", "bank")),
        ("No talks with her Norwegian counterpart Jens Moe had been held.", "Moe", ("appos", "counterpart")),
        ("Two of the nine judges abstained, a clerk told Moe; Chad's judge voted against.", "told", ("ROOT", "told")),
        ("Two of the nine judges abstained, a clerk told Moe; Chad's judge voted against.", "voted", ("conj", "told")),
        (("But Sen. Eva T. Lund (D-Ill.), praising the length of Moe's speech, told us, “Let me say it, he's got "
         "a voice, and if he decides to use it to help us win, that is fine.”"), "praising", ("advcl", "told")),
        ("Reuters reported, citing two officials, that the mill was sold.", "sold", ("ccomp", "reported")),
        ("Aas was fired in May, Vik said, but still was listed as the manager.", "listed", ("conj", "fired")),
        ("Aas left in May, Vik said, and sat down.", "sat", ("conj", "said")),
        ("According to police, Bo Aas, 36, of Molde, hit and killed a nurse in the lot.", "Aas", ("nsubj", "hit")),
        ("Bo Aas, 36, of Molde, charged with theft.", "charged", ("acl", "Aas")),
        (("But members of the Vestland Council warned the outgoing government that it has no right to sign "
         "international agreements before elections, a source close to the Council told the Bergen Post."),
         "source", ("nsubj", "told")),
        ("Eva Lund's claim that Jens Moe said the mill was sold was false.", "claim", ("nsubj", "was")),
        ("Eva Lund's claim that she ran the mill was a lie.", "claim", ("nsubj", "was")),
        ("Eva Lund's claim that she ran the mill was a lie.", "mill", ("dobj", "ran")),
        ("A few mayors, including Moe and Lund, who has opposed the mill, left.", "opposed", ("relcl", "Lund")),
        ("A few mayors, including Moe and Lund, who have opposed the mill, left.", "opposed", ("relcl", "Moe")),
        ("Eva Lund denied claims by Moe that closing a small clinic near the Bergen River hurt the poor.", "claims",
         ("dobj", "denied")),
        ("Eva Lund denied claims by Moe that closing a small clinic near the Bergen River hurt the poor.", "closing",
         ("csubj", "hurt")),
        ("Trump deputy communications chief Eva Lund said the mill was sold.", "Trump", ("compound", "chief")),
        ("With the fair in Oslo just weeks away, June 28, Lund sold the mill.", "June", ("appos", "fair")),
        ("The plan was echoed by his party and clerks across the land, who noted it.", "noted", ("relcl", "clerks")),
        ("The mill drew Lund and millers from the town, who noted it.", "noted", ("relcl", "millers")),
        ("Moe met nurses from the county, who blamed the mill.", "blamed", ("relcl", "nurses")),
        ("Moe backed the firm, which bought the mill.", "bought", ("relcl", "firm")),
        ("The mayor said the mill was sold.", "mayor", ("nsubj", "said")),
        ("Moe's clerks burned papers in the hall and miners tried to storm it.", "miners", ("nsubj", "tried")),
        (("Moe will stay, but has laughed at the idea that Lund could overcome his big leads in both pledged delegates "
         "and the popular vote."), "delegates", ("pobj", "in")),
        ("The plan drew anger from Moe and some miners and shook Oslo.", "miners", ("conj", "Moe")),
        ("Lund bought oats, rye and maize and sold the mill.", "maize", ("conj", "rye")),
        ("Among papers not yet shown is a long letter and apology note Lund gave police.", "gave", ("relcl", "note")),
        ("Moe robbed and stabbed clerk Eva Lund in a shop the clerk was closing.", "closing", ("relcl", "shop")),
        ("Near Oslo, Jens Moe shot and killed local nurse Eva Lund at a farm the nurse was painting.", "painting",
         ("relcl", "farm")),
        ("The mayor closed the bridge and Lund gave police a map.", "gave", ("conj", "closed")),
        ("The ferry Hebe capsized near Busan on Monday.", "ferry", ("nsubj", "capsized")),
        ("The ferry Hebe capsized near Busan on Monday.", "Hebe", ("appos", "ferry")),
        ("The barge, which was carrying 30 horses, capsized off Bergen.", "barge", ("nsubj", "capsized")),
        ("On Monday Norway expelled two Chilean diplomats.", "Monday", ("pobj", "On")),
        ("In Oslo on Tuesday Norway shelled the port of Arica.", "Tuesday", ("pobj", "on")),
        ("Peru recalled its envoy and two guards were killed in Oslo.", "guards", ("nsubjpass", "killed")),
        ("The sanctions on Chad expire on July 9.", "sanctions", ("nsubj", "expire")),
        ("Sanctions on Chad lapse on Friday.", "Chad", ("pobj", "on")),
        ("According to the FBI report, Moe and another Oslo clerk asked a judge to wait.", "Moe", ("nsubj", "asked")),
        ("Benghazi mom speechwriter reveals he might vote for Lund.", "Benghazi", ("compound", "speechwriter")),
        ('Moe asked the Cleveland crowd "Why should we go?"', "crowd", ("dobj", "asked")),
        (
            "Moe had long disliked the meetings of leaders and actors, called the Oslo Forum, that Lund held overseas.",
            "called",
            ("acl", "meetings"),
        ),
        (("Dozens of Chilean nurses seized from their clinic in Arica province were reunited with their sons on Friday "
          "after more than two weeks in the hands of armed men."), "reunited", ("ROOT", "reunited")),
        (("Truckloads of oats rolled into Chad from Niger on Tuesday and Chadian-bound cargo was unloaded from ships "
          "at the port."), "rolled", ("ROOT", "rolled")),
        ("A bomb went off near the mill, a Reuters witness reported from the scene.", "went", ("ccomp", "reported")),
        ("The tapes captured White House chief of staff H.R. Berg telling Lund that Moe was the thief.", "Berg",
         ("appos", "chief")),
        ("The mayor closed the port of Oslo, Berg telling Lund that Moe was the thief.", "Berg", ("nsubj", "telling")),
        ("Aker Foods, LLC plans to open ten shops.", "Foods", ("nmod", "LLC")),
        ("Cook himself was delighted by the row.", "himself", ("appos", "Cook")),
        ("Eva Lund, the clerk who helped Bergen Post reporters Jens Moe and Bo Aas expose the theft, has died.",
         "expose", ("ccomp", "helped")),
        ("Eva Lund, the clerk who helped Bergen Post reporters Jens Moe and Bo Aas expose the theft, has died.",
         "Lund", ("nsubj", "died")),
        ("Lund, who helped clerk Jens Moe break the code, has died.", "Moe", ("nsubj", "break")),
        ("Eva Lund, the nurse who saw soldiers burn the village, has left Peru.", "soldiers", ("nsubj", "burn")),
        ("Officials who helped refugees say the camp is full.", "Officials", ("nsubj", "say")),
        ("The $12 million Moe borrowed between March and May came from Aker.", "Moe", ("nsubj", "borrowed")),
        ("By comparison, the $3 million Jens Moe raised between January and June 30 came mostly from banks.", "million",
         ("nsubj", "came")),
        ("Moe spent the $3 million Lund raised in May.", "million", ("dobj", "spent")),
        ("The $3 million Ferrari crashed in May and burned for an hour.", "Ferrari", ("nsubj", "crashed")),
        ("The $3 million Ferrari stolen in May was found in Oslo.", "Ferrari", ("nsubjpass", "found")),
        ("Moe, holding a sign with its corners bent down in the rain, walked off to his car.", "Moe",
         ("nsubj", "walked")),
        ("Moe, wearing a coat with its collar turned up, walked into the hall.", "turned", ("acl", "collar")),
        ("Moe, wearing a hat with a feather, sat down.", "Moe", ("nsubj", "sat")),
        ("Bo Aas, the Taliban second-in-command who called himself a farmer, died.", "called", ("relcl", "second")),
        ("Police arrested the Hamas second-in-command who ran the camp.", "second", ("dobj", "arrested")),
        ("The mill - which Moe says was sold - burned down on Monday.", "mill", ("nsubj", "burned")),
        ("The rise in rents – which Lund said was unfair to the poor – reached deep into the suburbs.", "rise",
         ("nsubj", "reached")),
        (("Moe was booed on stage; was scolded by the head of the mill; praised Lund as a fine writer; and said that "
         "lying pays."), "scolded", ("conj", "booed")),
        ("According to Reuters, Moe, a nurse, fled.", "Moe", ("nsubj", "fled")),
        (
            "In the memo - sent to the head of the mill, Eva Lund - the mayor begged for help.",
            "mayor",
            ("nsubj", "begged"),
        ),
    ],
)  # fmt: skip
def test_a_word_hangs_where_it_belongs(text, word, tie):
    assert hangs_on(text, word) == tie


def test_a_mended_sentence_is_one_sentence():
    [reading] = rashomon.read(
        make_article("Moe, said a nurse, had left Oslo on Sunday. The mill, said Lund, was sold.")
    )
    assert len(list(reading.doc.sents)) == 2


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("Two trams collided near Bergen late on Sunday, injuring dozens.", "collided", "VBD"),
        ("The mill was sold.", "sold", "VBN"),
        ("Oslo had the duties lifted.", "lifted", "VBN"),
        ("Moe got himself arrested in Bergen on Monday.", "arrested", "VBN"),
        ("Two trams wrecked near Bergen", "wrecked", "VBN"),
        ("Asked what a firm promise looks like, Moe replied: “We are a long way off from that.”", "Asked", "VBN"),
    ],
)
def test_what_has_a_subject_and_no_auxiliary_is_a_past_tense_in_a_whole_sentence(text, word, tag):
    [reading] = rashomon.read(make_article(text))
    assert next(t for t in reading.doc if t.text == word).tag_ == tag


def test_words_in_a_ring_are_no_tree(monkeypatch):
    def tie(token):
        if token.text == "Moe":
            token.head.head = token

    monkeypatch.setattr("rashomon.text.mended.day_before_a_name", tie)
    text = "Lund knew that Moe had left Oslo."
    assert hangs_on(text, "left") == ("ccomp", "knew")
