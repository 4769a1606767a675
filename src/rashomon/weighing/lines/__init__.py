"""What the record says of each line, and of all of them: sentence, origins, silence, ledger, timeline, brief."""
