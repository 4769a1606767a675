"""Two that do one kind of thing by name, each with the same sum: no account of the one tells of the other."""

import pytest

from tests.conftest import shared_lines


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "The Red Sox have made an eight-year offer to Berg in excess of $160 million.",
            "The Washington Nationals made Berg an eight-year, $160 million offer, officials said.",
        ),
        (
            "Ford will invest $4.5 billion in the plant, it said.",
            "General Motors said it would invest $4.5 billion in a plant in Ohio.",
        ),
        ("Norway gave $45 million for the dam.", "Sweden gave $45 million for the dam."),
    ],
)
def test_the_same_sum_of_two_firms_teams_or_states_is_two(one, two):
    assert not shared_lines(one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Ford will invest $4.5 billion in the plant.", "The carmaker Ford is to invest $4.5 billion in the plant."),
        ("The Indian Navy seized 45 rifles off Aden.", "INS Mysore seized 45 rifles off Aden."),
    ],
)
def test_a_sum_under_another_name_or_by_a_part_of_a_body_is_one(one, two):
    assert shared_lines(one, two)
