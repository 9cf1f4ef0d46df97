"""The vocabularies are data: they are validated like code, and their phrases are tried on sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date

import pytest

from mandex.corpus import lexicon, tables
from mandex.corpus.lexicon import Entry
from mandex.corpus.phrases import PhraseTable, read_paragraph

TABLES = {
    "topics": lexicon.topics(), "bodies": lexicon.bodies(),
    "countries": lexicon.countries(), "actors": lexicon.actors(),
    "instruments": lexicon.instruments(), "agreements": lexicon.agreements(), "posts": lexicon.posts(),
}  # fmt: skip


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_tables_have_names_and_terms_in_both_languages(table: Mapping[str, Entry]) -> None:
    for entry in table.values():
        assert entry.kind
        assert entry.label_en
        assert entry.label_zh
        assert all(term == term.strip() and term for term in (*entry.terms_en, *entry.terms_zh)), entry


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_term_stands_for_one_entry(table: Mapping[str, Entry]) -> None:
    terms = Counter(t.lower() for e in table.values() for t in (*e.terms_en, *e.terms_zh))
    assert [term for term, count in terms.items() if count > 1] == []


def test_actors_hold_bodies_and_countries_without_collision() -> None:
    own = len(lexicon.actors()) - len(lexicon.bodies()) - len(lexicon.countries())
    assert own > 20
    assert not set(lexicon.bodies()) & set(lexicon.countries())


def test_what_bodies_became_and_where_they_work_exists() -> None:
    for body in lexicon.bodies().values():
        assert set(body.countries) <= set(lexicon.countries()), body
        assert set(body.became) <= set(lexicon.bodies()) - {body.id}, body


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("the African-led International Support Mission in Mali (AFISMA)", ["afisma", "minusma"]),
        ("UNAVEM II", ["unavem-ii", "unavem-iii", "monua"]),  # and not UNAVEM, which came before
        ("the Peace-keeping Force in Cyprus", ["unficyp"]),  # as it was spelled until the nineties
        ("中非支助团", ["misca", "minusca"]),
    ],
)
def test_a_body_is_followed_by_what_it_became(text: str, chain: list[str]) -> None:
    id_ = lexicon.match_bodies(text)[0].id
    found = [id_]
    while became := lexicon.bodies()[id_].became:
        id_ = became[0]
        found.append(id_)
    assert found == chain


def test_instruments_have_a_day_and_a_source() -> None:
    assert len(lexicon.instruments()) >= 120
    for one in (*lexicon.instruments().values(), *lexicon.agreements().values()):
        date.fromisoformat(one.date)
        assert set(one.countries) <= set(lexicon.countries()), one
    assert all(one.source for one in lexicon.instruments().values())


def test_at_least_sixty_topics() -> None:
    assert len(lexicon.topics()) >= 60


def test_every_verb_is_listed_once_with_a_force() -> None:
    forms = Counter((verb.lang, verb.form) for verb in lexicon.verbs())
    assert [form for form, count in forms.items() if count > 1] == []
    assert all(verb.force in lexicon.FORCES and verb.lemma for verb in lexicon.verbs())


def test_every_force_has_a_verb_in_both_languages() -> None:
    for lang in ("en", "zh-Hans"):
        assert {verb.force for verb in lexicon.verbs() if verb.lang == lang} == set(lexicon.FORCES)


TOPICS = [
    ("shall freeze without delay funds and other financial assets", "asset-freeze"),
    ("毫不拖延地冻结犯下恐怖行为的人的资金", "asset-freeze"),
    ("the demobilisation and reintegration of ex-combatants", "ddr"),  # British spelling, hyphen
    ("collect, analyse and share PNR data", "passenger-name-record"),
    ("收集和使用旅客姓名记录数据", "passenger-name-record"),
    ("延长联合国南苏丹特派团的任务期限", "mission-mandate"),  # a phrase with a gap
    ("refer the situation in Darfur to the Prosecutor of the International Criminal Court", "icc-referral"),
]


@pytest.mark.parametrize(("text", "topic"), TOPICS)
def test_topics_are_found(text: str, topic: str) -> None:
    assert topic in {found.id for found in lexicon.match_topics(text)}


ACTORS = [
    ("all States shall", ["all-states"]),
    ("Calls upon the CAR authorities", ["central-african-republic", "national-authorities"]),
    ("by car", []),  # an abbreviation is found in capitals only
    ("the 1540 Committee", ["1540-committee"]),  # and not also "the Committee"
    ("South Sudan", ["south-sudan"]),  # and not also Sudan
    ("the Secretary-General’s report", ["secretary-general"]),
    ("南苏丹特派团", ["unmiss"]),  # and not South Sudan
    ("反恐执行局", ["cted"]),
]


@pytest.mark.parametrize(("text", "ids"), ACTORS)
def test_actors_are_found(text: str, ids: list[str]) -> None:
    assert [found.id for found in lexicon.match_actors(text)] == ids


_PARAGRAPH = (
    "Decides that Da’esh’s funds and the Member States' Committees report to MINUSMA_2 and all States."
)


@pytest.mark.parametrize(
    "clause",
    [
        _PARAGRAPH,
        " that Da’esh’s funds and the Member States' Committees",
        "esh’s funds and the Member States",  # begins within a word, as no clause does
        " and the Member States' Committees report to MINUSMA",
        " and all States.",
        " report to all States",  # of another paragraph
    ],
)
def test_a_clause_names_what_it_names_alone(clause: str) -> None:
    phrases = PhraseTable([("Da'esh", "d"), ("Member State", "s"), ("committee", "c"), ("MINUSMA", "m")])
    alone = f"{clause}\n"
    read_paragraph(_PARAGRAPH)
    assert phrases.find(clause) == phrases.find(alone)
    assert phrases.longest(clause) == phrases.longest(alone)
    assert lexicon.match_actors(clause) == lexicon.match_actors(alone)


def test_found_places_are_those_of_the_phrase() -> None:
    text = "Decides that States shall impose travel bans on them"
    found = PhraseTable([("travel ban", "ban")]).find(text)
    assert [text[f.start : f.end] for f in found] == ["travel bans"]


def test_signs_are_of_topics_and_say_nothing_twice() -> None:
    found = lexicon.match_subjects("Urges donors to fund helicopters; 提供弹药")
    assert {"funding", "peacekeeping-performance", "small-arms"} <= {one.id for one in found}
    assert not {one.id for one in lexicon.match_topics("helicopters")}
    for row in tables.rows("signs"):
        topic = lexicon.topics()[row["id"]]
        signs = {*row["terms_en"].split("|"), *row["terms_zh"].split("|")} - {""}
        assert signs
        assert not signs & {*topic.terms_en, *topic.terms_zh}, row["id"]
