"""Lines that keep what restricts them: where, among whom, on what condition, how many times."""

import pytest

from tests.test_said_right import told


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("In Peru, polls suggested that turnout fell.", "In Peru, polls suggested that turnout fell."),
        (
            "In Chile, where Ms. Vik won, exit polls suggested that turnout fell by a third.",
            "In Chile, exit polls suggested that turnout fell by a third.",
        ),
        ("In Lima, the mayor, Ana Duarte, said the port was shut.", "In Lima, Ana Duarte said the port was shut."),
        (
            "By a slim margin, voters also said that banks do more harm than good.",
            "By a slim margin, voters said that banks do more harm than good.",
        ),
        ("Among women, a poll found that Tom Vik led.", "Among women, a poll found that Tom Vik led."),
        (
            "On most issues, voters said that Tom Vik was honest.",
            "On most issues, voters said that Tom Vik was honest.",
        ),
        (
            "In a 1979 book, Tom Vik said that he had broken in.",
            "In a 1979 book, Tom Vik said that he had broken in.",
        ),
        (
            "Tom Vik ran the agency. In his 1979 memoir, he wrote that the port was shut.",
            "In his 1979 memoir, Tom Vik wrote that the port was shut.",
        ),
        (
            "In Lima on Monday, police said that three men died.",
            "On 28 June 2021, in Lima, police said that three men died.",
        ),
        (
            "In that state, polls found that Tom Vik led.",
            "The text says of polls: “In that state, polls found that Tom Vik led.”",
        ),
        # what restricts nothing
        ("In an interview, Tom Vik said that the port was shut.", "Tom Vik said that the port was shut."),
        ("In response, Tom Vik said that the port was shut.", "Tom Vik said that the port was shut."),
        ("On Monday, Tom Vik said that the port was shut.", "On 28 June 2021, Tom Vik said that the port was shut."),
        ("By telephone, Tom Vik said that the port was shut.", "Tom Vik said that the port was shut."),
    ],
)
def test_what_stands_before_who_speaks_and_restricts_it_is_kept(text: str, sentence: str):
    assert sentence in told(text)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            '"It is vast," said Tom Vik, a miner. Unless rivals quit, "it\'s hard to see how he is stopped."',
            "Tom Vik said: “It is vast”.",
        ),
        (
            'There was no photo, as usual, and also, Vik said, "to guard the port."',
            "The text says of Vik: “There was no photo, as usual, and also, Vik said, ‘to guard the port.’”",
        ),
        # no clause of the text's own before it
        (
            "“We will go,” said Tom Vik, “and we will not return.”",
            "Tom Vik said: “We will go … and we will not return.”",
        ),
        (
            "Tom Vik, who ran the plant, said, “it is safe and will open soon.”",
            "Tom Vik said: “it is safe and will open soon.”",
        ),
    ],
)
def test_a_quoted_end_of_a_sentence_is_no_remark(text: str, sentence: str):
    assert sentence in told(text)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "Tom Vik died. His body was found by a maid in his room, Coroner Ola Berg said.",
            "The text says: “His body was found by a maid in his room, Coroner Ola Berg said.”",
        ),
        (
            "Tom Vik died. His heart failed while he read, his son, Ola Berg, said.",
            "The text says: “His heart failed while he read, his son, Ola Berg, said.”",
        ),
        (
            "Tom Vik died. When she saw him, Mayor Ana Duarte said the port was shut.",
            "The text says: “When she saw him, Mayor Ana Duarte said the port was shut.”",
        ),
        (
            "When the men came, Ola Berg said his port was shut.",
            "The text says of Ola Berg: “When the men came, Ola Berg said his port was shut.”",
        ),
    ],
)
def test_a_sentence_of_somebody_else_is_not_said_to_be_of_who_speaks(text: str, sentence: str):
    assert sentence in told(text)


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("As many as 80 people were hurt.", "Up to 80 people: “"),
        ("As much as $5 million was stolen.", "Up to $5 million: “"),
        ("The port holds up to 40 ships.", "Up to 40 ships: “"),
        ("No more than 40 people were hurt.", "At most 40 people: “"),
        ("At least 40 people were hurt.", "At least 40 people: “"),
    ],
)
def test_as_many_as_is_not_only_so_many(text: str, begins: str):
    assert any(line.startswith(begins) for line in told(text))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "Tom Vik won. He's already begun to hint he'll make demands of Peru.",
            "Tom Vik has already begun to hint he'll make demands of Peru.",
        ),
        (
            "Tom Vik won. He'd already begun to hint he'd make demands of Peru.",
            "Tom Vik had already begun to hint he'd make demands of Peru.",
        ),
        ("Tom Vik won. He's convinced that Peru lost.", "The text says of Tom Vik: “He's convinced that Peru lost.”"),
        ("Tom Vik won. He's going to say that Peru lost.", "Tom Vik is going to say that Peru lost."),
        ("Both men said that the port was shut.", "Both men said that the port was shut."),
        ("“It is late,” said Lima lawyer and author Tom Vik.", "Tom Vik said: “It is late”."),
        ("“It is late,” said Lima lawyer and author Tom Vik, a critic of Peru.", "Tom Vik said: “It is late”."),
        ("The ship sank. Larvik Mines, LLC plans to sell the pit.", "Larvik Mines, LLC plans to sell the pit."),
        ("Ola Vik, Tom Berg, vow to close the port.", "Ola Vik and Tom Berg vowed to close the port."),
        ("Tom Vik, Ola Berg's son, said the pit was shut.", "Tom Vik said the pit was shut."),
        ("Miner and activist Tom Vik said the pit would flood.", "Tom Vik said the pit would flood."),
        (
            "The guard and the driver, Tom Vik, said it was late.",
            "The guard and the driver, Tom Vik, said it was late.",
        ),
        ("Mayor Ola Berg and lawyer Tom Vik said the pit flooded.", "Ola Berg and Tom Vik said the pit flooded."),
    ],
)
def test_who_speaks_and_his_verb_stand_as_english_has_them(text: str, sentence: str):
    assert sentence in told(text)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Only Tom Vik said that the pit was safe.", "Only Tom Vik said that the pit was safe."),
        ("Only half the voters said that the tax was fair.", "Only half the voters said that the tax was fair."),
        ("Not all the miners said the pit was safe.", "“Not all the miners” said the pit was safe."),
        ("Not one of the senators backed the bill.", "Not one of the senators backed the bill."),
        ("Not only Peru but Chile signed the pact.", "Peru and Chile signed the pact."),
        ("Only Peru signed the pact on Monday.", "Only Peru signed the pact on 28 June 2021."),
        ("Just three senators backed the bill.", "Just three senators backed the bill."),
        ("On Monday only, Tom Vik said that the pit was safe.", "On 28 June 2021, Tom Vik said that the pit was safe."),
        ("Tom Vik only said that the pit was safe.", "Tom Vik only said that the pit was safe."),
    ],
)
def test_how_few_speak_or_act_is_told(text: str, sentence: str):
    assert sentence in told(text)


@pytest.mark.parametrize(
    "text",
    [
        (
            "Though the primary did not play out as the coronation many pundits initially forecast, "
            "hopeful Hillary Berg has reportedly amassed the 2,383 delegates required for the nomination."
        ),
        (
            "Only about a week after Alaska officials formally moved to dissolve the last entity to run the historic "
            "dairy, the historic structure which once housed part of that business burned to the ground in Palmer."
        ),
        "Although the storm had passed, the port stayed shut.",
    ],
)
def test_a_clause_behind_though_is_never_told_in_one_with_the_main_one(text: str):
    conceded = text.split(" ", 1)[1][:30]
    assert not any(conceded in line and text not in line for line in told(text) if len(line) > 150)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "Tom Vik spoke. He barely mentioned his plan for ports at the start of his speech, joking it was dull.",
            "Tom Vik barely mentioned his plan for ports at the start of his speech.",
        ),
        (
            "Tom Vik praised every miner in Peru since 2000.",
            "Tom Vik praised every miner in Peru since 2000.",
        ),
        (
            'Ola Vik and Tom Berg argue that “there is room for a trial," citing a case.',
            "Ola Vik and Tom Berg argue that “there is room for a trial,” citing a case.",
        ),
        (
            "By comparison, the $3 million Tom Vik raised between May and June 30 came from miners.",
            "The $3 million Tom Vik raised between May and June 30 came from miners.",
        ),
        (
            "On Monday, Lima awoke to grim news:\n\n“The port has burned to the ground.”",
            "The text says: “On Monday, Lima awoke to grim news: ‘The port has burned to the ground.’”",
        ),
        (
            "Ana Duarte will sell the mine, the Post has learned.",
            "The text says: “Ana Duarte will sell the mine, the Post has learned.”",
        ),
        (
            "Tom Vik pledged to free the men — six in all — but not the women.",
            "The text says of Tom Vik: “Tom Vik pledged to free the men — six in all — but not the women.”",
        ),
        ("Dan Vik pledged to build the wall — a vow he broke.", "Dan Vik pledged to build the wall."),
    ],
)
def test_what_is_told_is_told_to_its_end(text: str, sentence: str):
    assert sentence in told(text)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Tom Vik set out 10 months ago to unite the miners.", "Tom Vik set out 10 months ago to unite the miners."),
        (
            "A poll released last week showed that Vik led.",
            "A poll released in the week of 21 June 2021 showed that Vik led.",
        ),
        (
            "On Monday, Tom Vik discussed a bill he was drafting.",
            "On 28 June 2021, Tom Vik discussed a bill he was drafting.",
        ),
        ("On Monday, Peru jailed Tom Vik.", "Peru jailed Tom Vik on 28 June 2021."),
        ("The May survey found that Vik led.", "The May 2021 survey found that Vik led."),
    ],
)
def test_a_day_is_that_of_the_deed(text: str, sentence: str):
    assert any(sentence == line for line in told(text))
