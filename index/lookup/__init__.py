"""A question becomes answers: understood, candidates chosen, judged."""
