"""Text room: blocks, parse, sentences and quoted stretches of an article."""
