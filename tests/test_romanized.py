"""Names from another script, that accounts write down by their sound."""

import pytest

import rashomon
from rashomon.model import make_article
from rashomon.settings import Settings
from rashomon.stories.romanized import can_be_one_name, sounds
from rashomon.stories.weave import fold


def _can_be_one(one: str, two: str) -> bool:
    first, second = fold(one), fold(two)
    return bool(sounds(first)) and sounds(first) == sounds(second) and can_be_one_name(first, second)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Sergei Shoigu", "Sergey Shoygu"),
        ("Alexander Lukashenko", "Aleksandr Lukashenka"),
        ("Moammar Gadhafi", "Muammar al-Qaddafi"),
        ("Mohammed bin Salman", "Mohammad bin Salman"),
        ("Binyamin Netanyahu", "Benjamin Netanyahu"),
        ("Gurbanguly Berdymukhamedov", "Kurbanguly Berdymukhammedov"),
        ("Łukasz Żurek", "Lukasz Zurek"),
    ],
)
def test_names_that_sound_alike_can_be_one(one: str, two: str):
    assert _can_be_one(one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Hassan Rouhani", "Hussein Rouhani"),
        ("Mohammed bin Salman", "Mohammed bin Nayef"),
        ("Mario Rossi", "Maria Rossi"),
        ("Kim Jong Un", "Kim Jong Il"),
        ("Uday Hussein", "Qusay Hussein"),
        ("Rouhani", "Rohani"),
    ],
)
def test_names_that_differ_by_more_than_their_letters_are_two(one: str, two: str):
    assert not _can_be_one(one, two)


def _persons(*texts: str) -> list[str]:
    articles = [make_article(text, id=str(n), outlet=f"Paper {n}") for n, text in enumerate(texts)]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    return sorted(entity.name for entity in record.entities if entity.kind == "person")


def test_two_accounts_spellings_are_one_person_and_one_accounts_two_are_two():
    assert len(_persons("Javad Khatami left Oslo.", "Jawad Khatamy left Oslo on Monday.")) == 1
    assert len(_persons("Javad Khatami left Oslo. Jawad Khatamy stayed.", "It rained in Oslo.")) == 2
    assert len(_persons("Peru's minister Javad Khatami left.", "Chile's minister Jawad Khatamy left.")) == 2


def test_an_accent_is_no_other_spelling():
    texts = ("Ole Goita fell from the mast in Larvik.", "Ole Goïta fell from the mast in Larvik.")
    articles = [make_article(text, id=str(n), outlet=f"Paper {n}") for n, text in enumerate(texts)]
    [record] = rashomon.compare(*articles, settings=Settings(one_story=True))
    assert [line.standing for line in record.lines] == ["agree"]
