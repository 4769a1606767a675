"""Whom a credit names: the door of the text room to the patterns of ``blocks.yaml``."""

from rashomon.lexicon.lines import credited

__all__ = ["credited"]
