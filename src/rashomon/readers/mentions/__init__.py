"""Words that refer to somebody or something: names, nouns, pronouns."""
