"""What each sign counts when a paragraph is judged."""

from __future__ import annotations

from mandex.corpus.records import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign counts; fitted on the development half of `tests/index/lookup_questions.csv`.

    First how far a concept is covered, from 0 to 1, by where it is met; then how much a sign adds to a score.
    """

    head: float = 1.0
    middle: float = 0.92
    tail: float = 0.75
    beside: float = 0.65  # in the paragraph, but in another demand
    stem: float = 0.75
    topic: float = 0.6
    topic_itself: float = 0.9  # where nothing but the topic is asked for by that word: 申请加入联合国
    topic_alone: float = 0.95  # where nothing else is asked for: the demand is on this very matter
    title: float = 0.88
    occasion: float = 0.8  # the world knows the resolution by it
    byname: float = 1.0  # the world calls the paragraph so
    byname_too: float = 0.16  # and the paragraph says so itself
    called: float = 0.25  # at most, for the bynames that fit the whole question best
    worded: float = 0.3  # at most, where all the words of the question are the paragraph's or its document's
    worded_itself: float = 0.3  # the same of the paragraph
    own: float = 1.3  # of the very resolution that the question names by number
    agenda: float = 0.62
    focus: float = 0.5  # at most, for a document that speaks of little else
    both: float = 0.1  # met in the paragraph and in what its document is about
    title_too: float = (
        0.55  # at most, where all is in the title, and what is no country or body in the demand as well
    )
    whole: float = 0.18  # all of it is met in the demand, countries and bodies or in the title
    early: float = 0.14  # at most, where all of it is met in its first words
    elsewhere: float = 0.36  # lost where the title names a country, and the question none
    unadopted: float = 0.35  # lost by drafts and reports
    lays_down: float = 0.36  # establishes a body, or imposes a measure
    imposes: float = 0.3  # the very measure asked for
    first_known: float = 0.34  # the first of several resolutions that a name stands for
    theme: float = 0.15  # the only concept, met in a document that is on this very matter
    coverage: float = 1.6  # exponent
    force: float = 0.5  # exponent
    cited: float = 0.14
    cited_here: float = 0.28
    obliges: float = 0.16
    classed: float = 0.12
    opening: float = 0.45
    establishes: float = 0.3
    ends: float = 0.25
    renews: float = 0.25
    recent: float = 0.25
    original: float = 0.06
    looks_back: float = 0.2
    names: float = 0.02
    exempts: float = 0.25
    reports: float = 0.15
    reviews: float = 0.25  # lost by what the Council only means to look at again
    criteria: float = 0.25  # lost by points that say to whom measures apply
    numbered: float = 0.3
    admits: float = 0.6  # recommends a State for membership, where that is asked
    placed: float = 3.0  # the very paragraph that the question names, and half of it what hangs under that
    known_as: float = 0.3  # what the question names is a popular name of this resolution
    literal: float = 0.06  # worded as the question words it
    dated: float = 0.4  # of what is covered is lost by what was adopted in another year than the one named
    until: float = 0.35  # of what is covered is lost where the month that something lasts until is not named
    required: float = 0.35  # of the score is lost where the country or body named is met nowhere
    # By how much the logarithm of a score changes, of a question in English (in Chinese they do not help):
    # fitted by listwise softmax over 760 questions of seven readers, each reader's left out in turn, halved.
    said_itself: float = 0.58  # where the paragraph, or the bynames of it, have all of the question's words
    only_called: float = -0.22  # where all that is asked is met in bynames alone
    unmet: float = -0.086  # for each thing asked for that is met nowhere


WEIGHTS = Weights()
