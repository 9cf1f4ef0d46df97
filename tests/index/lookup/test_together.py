"""An institution and a place that nothing in the base has together."""

from __future__ import annotations

import pytest
from mandate_documents import document, put

from mandex.corpus.frequency import rarity
from mandex.corpus.store import Store
from mandex.index.engines import open_engine
from mandex.index.life.standing import Register
from mandex.index.lookup.never import never_sanctioned
from mandex.index.lookup.question import understand
from mandex.index.lookup.scoring import Judgement
from mandex.index.lookup.together import never_together
from mandex.index.lookup.traces import shelf_of, trace


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    relief = "pays for food from what Iraq sells under the oil-for-food programme"
    with Store.open(tmp_path_factory.mktemp("together"), create=True) as store:
        yield put(
            store,
            document(
                "S/RES/1330 (2000)", "2000-12-05",
                *(f"OP{n} decide: The fund {relief};" for n in range(1, 9)),
            ),
            document(
                "S/RES/2042 (2012)", "2012-04-14",
                *(f"OP{n} call: Calls upon Syria to admit relief;" for n in range(1, 9)),
                "OP9 decide: Observers of the mission go to Homs;",
            ),
            document(
                "S/RES/1177 (1998)", "1998-06-26", "OP1 demand: Demands that Ethiopia cease hostilities;"
            ),
            document(
                "S/RES/1907 (2009)", "2009-12-23",
                "PP: Recalling its resolutions on Eritrea,", "PP: Noting the acts of Eritrea,",
                "PP: Deploring what Eritrea does,", "PP: Deeply concerned about Eritrea,",
                "OP5 decide arms-embargo: Decides that all Member States shall prevent the sale to Eritrea"
                " of arms and related materiel of all types;",
            ),
        )  # fmt: skip


def asked(base, question, met="demand"):
    traces = trace(base, open_engine(base), shelf_of(base), understand(question).concepts)
    return traces, Judgement(2.0, None, tuple((one.concept.said, met) for one in traces))


@pytest.mark.parametrize(
    ("question", "apart"),
    [
        ("oil-for-food programme for Iraq", False),
        ("oil-for-food programme for Syria", True),
        ("石油换粮食 叙利亚", True),
        ("relief for Syria and Iraq", False),  # relief is no institution
        ("UN mission in Homs", False),
        ("UN mission in Aleppo", True),  # Syria has one, but no text has Aleppo
        ("resolution 1330 and Syria", False),  # what a resolution named by number has
    ],
)
def test_nothing_answers_what_nothing_has_together(base, question, apart):
    traces, first = asked(base, question)
    assert never_together(base, open_engine(base), shelf_of(base), traces, first) == apart


@pytest.mark.parametrize(
    ("question", "never"),
    [
        ("arms embargo on Eritrea", False),
        ("no-fly zone over Eritrea", True),  # under sanctions, but of another kind
        ("sanctions on Eritrea", False),
        ("sanctions on Ethiopia", True),
    ],
)
def test_sanctions_of_a_kind_that_was_never_imposed_on_a_country(base, question, never):
    traces, first = asked(base, question, "byname")
    assert never_sanctioned(question, traces, first, Register(base)) == never


def test_a_year_in_chinese_figures_is_a_year():
    assert ("year", "1967") in {(one.kind, one.said) for one in understand("希臘政變（一九六七年）").concepts}
    assert all(one.kind != "year" for one in understand("第一九六七号决议").concepts)


@pytest.mark.parametrize(
    ("frequent", "rare"), [("the", "goodbye"), ("holiday", "cocoa"), ("cocoa", "annan"), ("的", "缅甸")]
)
def test_names_are_rarer_than_words_of_every_day(frequent, rare):
    assert rarity(frequent) < rarity(rare)
