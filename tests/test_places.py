"""Places that clauses name, and what distances are measured from."""

import pytest

from rashomon.weighing.compared.places import measured_from_two


@pytest.mark.parametrize(
    ("one", "two", "apart"),
    [
        (" east of Houston, it said.", " northwest of where he broke out, said Ann Berg.", True),
        (" off the coast of Yemen.", " from Mogadishu.", True),
        (" south of Portland.", " to the north of Portland, police said.", False),
        (" southeast of the capital Quito.", " from Quito.", False),
        (" away.", " east of Houston.", False),
        (" before it sank.", " in one night.", False),
    ],
)
def test_distances_from_two_places_are_two(one, two, apart):
    assert measured_from_two(one, two) is apart
    assert measured_from_two(two, one) is apart
