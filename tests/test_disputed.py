"""What one person says is so, and another, in another account, says is not; and what only looks as if they did."""

import datetime as dt

import pytest

import rashomon
from rashomon.model import make_article
from rashomon.settings import Settings

DAY = dt.date(2021, 7, 1)


def _conflicts(*texts: str) -> set[tuple[str, ...]]:
    articles = [make_article(text, id=str(n), outlet=f"Paper {n}", published=DAY) for n, text in enumerate(texts)]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    shared = (line for line in record.lines if line.standing == "differ")
    return {tuple(sorted({c.chain[-1].name for c in line.claims if c.kind == "statement"})) for line in shared}


@pytest.mark.parametrize(
    ("one", "two", "speakers"),
    [
        ("Holm said the archive had been burgled.", "Aas said the archive was never burgled.", ("Aas", "Holm")),
        ("The firm said the strike had ended.", "The union denied that the strike had ended.", ("firm", "union")),
        ("Chile said the jet had crossed the border.", "Peru said the jet at no point crossed the border.",
         ("Chile", "Peru")),
        ("Locals said the army had used mortars.", "The army said mortars were not used.", ("Locals", "army")),
        (
            "Holm accused the mayor of taking gifts from smugglers.",
            "The mayor denied taking gifts from smugglers.",
            ("Holm", "The mayor"),
        ),
        (
            "Rangers said they had found a wolf near Moss.",
            "The county said no wolf had been found near Moss.",
            ("Rangers", "The county"),
        ),
        (
            "The clerk said that the mayor had burned the letter.",
            "The mayor said he never burned the letter.",
            ("The clerk", "The mayor"),
        ),
        ("Police said the driver was not armed.", "A witness said the driver was armed with an axe.",
         ("A witness", "Police")),
    ],
)  # fmt: skip
def test_what_one_says_and_another_denies_is_a_line_on_which_they_differ(one, two, speakers):
    assert _conflicts(one, two) == {speakers}


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Holm said the ship had docked.", "Aas said the ship had not docked in Larvik by Monday."),
        ("Holm said some guests had been searched.", "Aas said some guests had not been searched."),
        ("Holm said the guests had been searched.", "Aas said that not all guests had been searched."),
        ("Holm said he would repay the loan.", "Aas said Holm had not repaid the loan."),
        ("Holm said the barn was searched.", "Aas said the barn was not searched with dogs."),
        ("The ministry said the fort was shelled on Monday.", "The army said the fort was not shelled on Tuesday."),
        ("Holm said that a wall was damaged in Larvik.", "Aas said no wall was damaged in Sandnes."),
        ("Holm said he was not told of the audit.", "Aas said he was told of the audit."),
    ],
)
def test_what_can_be_so_beside_a_denial_is_no_conflict(one, two):
    assert not _conflicts(one, two)


def test_an_account_that_has_both_sides_is_in_no_conflict():
    one = "Holm said the archive had been burgled."
    two = "Aas said the archive was never burgled, while Holm told reporters that the archive had been burgled."
    assert not _conflicts(one, two)


def test_a_denial_stands_as_denied():
    articles = [
        make_article(text, id=str(n), outlet=f"Paper {n}", published=DAY)
        for n, text in enumerate(["The firm said the strike had ended.", "The union denied that the strike had ended."])
    ]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    [line] = [line for line in record.lines if line.standing == "differ"]
    [found] = [d for d in line.differences if d.conflict]
    assert (found.slot, sorted(v.value for v in found.values)) == ("status", ["denied", "happened"])
