"""Words for times in English news, as functions of the publication day: a grammar of our own after TIMEX3."""

from rashomon.readers.times.reader import read_times

__all__ = ["read_times"]
