"""From what people write to what the rules can use: quantities, dates, answers, codes, languages. Pure.

Nothing here reads a clock, a network or a catalogue. Results are values and codes; the words come from
elsewhere.
"""
