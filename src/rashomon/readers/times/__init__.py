"""Words for times in English news, as functions of the publication day: a grammar of our own after TIMEX3."""

from rashomon.readers.times.matching import Match, matches_in
from rashomon.readers.times.other_words import may_be_name, may_be_other_word
from rashomon.readers.times.reader import read_times
from rashomon.readers.times.tense import Tense

__all__ = ["Match", "Tense", "matches_in", "may_be_name", "may_be_other_word", "read_times"]
