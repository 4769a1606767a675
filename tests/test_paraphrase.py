"""What several accounts tell in clauses that no line had: one line where each is the other's nearest, none else."""

import pytest

import rashomon
from rashomon.model import make_article
from rashomon.settings import Settings
from rashomon.weighing.alignment.paraphrase import Traits

FILL = "Bakers in Lima raised their prices. A choir sang in Quito."
TOLD = [
    (
        "There were unmistakable similarities between her speech and one that Ana Berg gave at the Larvik congress.",
        "Portions of the speech were almost identical to parts of the speech of Ana Berg at the congress of Larvik.",
    ),
    (
        "The larger boat, a dhow, was identified as the Salahuddin, with a smaller boat in tow behind it.",
        "The dhow, identified by sailors as the Salahuddin, was towing a smaller boat behind it.",
    ),
    (  # "no one else" denies nothing
        "Behind the lighthouse of Larvik the old keeper lives, and no one else on the island of Vik.",
        "The old keeper lives behind the lighthouse of Larvik on the island of Vik.",
    ),
]
APART = [
    (  # another verb
        "Over the harbour of Larvik the seagulls circled the herring boats.",
        "Over the harbour of Larvik the seagulls left the herring boats.",
    ),
    (  # only if
        "The dhow, identified by sailors as the Salahuddin, was towing a smaller boat behind it.",
        "If the dhow identified by sailors as the Salahuddin was towing a smaller boat behind it, nobody saw it.",
    ),
    (  # another race
        "Ana Berg finished third in the Texas primary.",
        "Ana Berg finished in a close third place in Ohio.",
    ),
    (  # another people
        "Ana Berg addressed Kurdish fighters in Larvik on Monday.",
        "Ana Berg addressed Syrian fighters in Larvik on Monday.",
    ),
    (  # another party's
        "Ana Berg spoke after the Republican primary in Larvik.",
        "Ana Berg spoke before the Democratic primary in Larvik.",
    ),
    ("Peru fired first, officials said.", "Chile fired first, residents said."),  # another state
    ("Peru proposed the truce in Larvik, officials said.", "Chile proposed the truce in Larvik, residents said."),
    ("Peru mediated the exchange of prisoners, officials said.", "Chile mediated the exchange, residents said."),
    ("Ana Berg led the talks on the mill, officials said.", "Leo Marsh led the talks on the mill, residents said."),
]


LINED = [  # one of the two has a line already, of which the clause is all or a part
    (
        "Ambulances took Anna Berg to Larvik Hospital, where she was later pronounced dead, police said.",
        "Anna Berg was pronounced dead at Larvik Hospital.",
    ),
    (
        "Minister Anna Berg encouraged the sailors to seek shelter in the first safe harbour, including Larvik.",
        "Anna Berg encouraged the crews on Monday to stay in Larvik.",
    ),
    (
        "Other nations have immunity from most lawsuits in Norland.",
        "The Post noted that suing Norland is hard, since other nations have immunity from most Norland lawsuits.",
    ),
]


def articles(*texts):
    return [
        make_article(f"Snow fell. {text}" if n else f"{FILL} {text}", outlet=str(n)) for n, text in enumerate(texts)
    ]


def shared(given):
    [record] = rashomon.compare(*given, settings=Settings(one_story=True))
    several = [line for line in record.lines if len({claim.article for claim in line.claims}) > 1]
    return [line for line in several if line.summary != "Snow fell."]


@pytest.mark.parametrize(("one", "two"), TOLD)
def test_clauses_of_two_accounts_have_one_line(one, two):
    [line] = shared(articles(one, two))
    assert line.standing == "agree"
    assert not line.silent


@pytest.mark.parametrize(("one", "two"), LINED)
def test_what_one_account_has_in_a_line_another_tells_too(one, two):
    given = articles(one, two)
    [line] = shared(given)
    assert line.standing in {"agree", "compatible"}
    assert not line.silent
    assert shared(given[::-1]) == [line]


def test_what_goes_into_the_line_of_two_accounts_is_told_no_longer_alone():
    [record] = rashomon.compare(*articles(*LINED[1]), settings=Settings(one_story=True))
    assert sum("Larvik" in line.summary for line in record.lines) == 1


@pytest.mark.parametrize(("one", "two"), APART)
def test_clauses_that_part_have_none(one, two):
    assert not shared(articles(one, two))


@pytest.mark.parametrize(("one", "two"), TOLD)
def test_the_order_of_accounts_changes_nothing(one, two):
    given = articles(one, two)
    assert shared(given) == shared(given[::-1])


def test_a_copy_of_an_article_is_no_witness():
    one, two = articles(*TOLD[0])
    copy = make_article(two.text, outlet="copy")
    assert {line.independent for line in shared([two, copy])} == {1}
    [line] = shared([one, two, copy])
    assert (len({claim.article for claim in line.claims}), line.independent) == (3, 2)


def test_a_state_and_its_government_are_no_two():
    told = "mediated the exchange of prisoners in Larvik, officials said."
    [line] = shared(articles(f"Peru {told}", f"The Peruvian government {told}"))
    assert line.standing in {"agree", "compatible"}


def test_the_judge_is_surer_the_more_two_clauses_have_in_common():
    little, much = Traits(0.3, 0.4, 0.0, 4.0, 6.0, 0, speaker=False), Traits(0.8, 0.9, 0.0, 12.0, 14.0, 1, speaker=True)
    assert little.sure < 0.4
    assert much.sure > 0.9
