"""Sources room: bytes in, articles out."""

from rashomon.sources.checks import check_readable
from rashomon.sources.loading import load

__all__ = ["check_readable", "load"]
