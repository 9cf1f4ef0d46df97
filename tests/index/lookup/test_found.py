"""What a lookup says beside its answers: that nothing answers, what it read otherwise, how many there are."""

from dataclasses import replace

import pytest
from mandate_documents import document, put

from mandex.corpus import lexicon
from mandex.corpus.errors import BadQueryError, StoreError
from mandex.corpus.fold import fold
from mandex.corpus.glossary import names
from mandex.corpus.model import Mandate, Span
from mandex.corpus.registry import adoption
from mandex.corpus.store import Store
from mandex.index.engines import open_engine
from mandex.index.life.standing import Register
from mandex.index.lookup.answering import Fit, answers_it, is_elsewhere
from mandex.index.lookup.answers import Wanted, find, lookup
from mandex.index.lookup.never import never_done, never_sanctioned
from mandex.index.lookup.question import understand
from mandex.index.lookup.scoring import Judgement
from mandex.index.lookup.spelling import distance
from mandex.index.lookup.traces import Shelf, leading_nowhere, phrases, trace
from mandex.index.lookup.traces import pattern as found_by
from mandex.index.search.fulltext import search


@pytest.mark.parametrize(
    "question",
    [
        "chocolate cake", "EU GDPR fines", "怎么做红烧肉",
        "WTO ruling on freezing tariffs",  # what another body decides, though States freeze here too
    ],
)  # fmt: skip
def test_nothing_answers_what_the_texts_do_not_speak_of(store, question):
    found = find(store, question)
    assert not found.answered
    assert lookup(store, question) == []


def test_a_paragraph_asked_for_by_name_comes_first(store):
    (number, label, symbol), *_ = store.connection.execute(
        "SELECT d.number, p.label, d.symbol FROM paragraphs AS p JOIN documents AS d ON d.id = p.doc"
        " WHERE p.kind = 'operative' AND p.label GLOB '[0-9]' AND d.lang = 'en' ORDER BY p.label DESC"
    ).fetchall()
    for question in (f"{number} OP{label}", f"what does paragraph {label} of {number} ask?"):
        found = find(store, question)
        assert (found.answered, found.place) == (True, f"{number} OP{label}")
        assert (found.answers[0].doc, found.answers[0].pinpoint) == (symbol, f"OP{label}")


def test_what_the_council_does_itself_is_not_elsewhere():
    assert not is_elsewhere("日本当年是哪份决议推荐进联合国的？")
    assert is_elsewhere("推荐几部好看的电影")
    assert not is_elsewhere("protect the civilian population of Sarajevo")
    assert not is_elsewhere("朝鲜弃核")
    assert is_elsewhere("sulphur limits for ship fuel")


@pytest.mark.parametrize(("force", "answered"), [("recommend", True), ("note", False)])
def test_only_what_recommends_answers_who_becomes_a_member(store, force, answered):
    question = "membership of Iraq in the United Nations"
    concepts = understand(question).concepts
    weighed = [replace(one, weight=5.0) for one in trace(store, open_engine(store), Shelf(store), concepts)]
    demand = Mandate(1, Span(0, 9), "Recommends", "recommend", force, False, False, (), "", (), ())
    best = Judgement(4.0, demand, tuple((one.concept.said, "demand") for one in weighed))
    assert answers_it(question, weighed, [best], Register(store), Fit()) == answered


@pytest.mark.parametrize(
    ("met", "answered"),
    [
        ("title", True),
        ("demand", True),
        ("byname", True),
        ("document", False),  # somewhere else in its document
        ("", False),
    ],
)
def test_nothing_answers_where_the_first_answer_is_about_somebody_else(store, met, answered):
    question = "prosecute the financing of terrorists in Ukraine"
    concepts = [one for one in understand(question).concepts if one.said != "prosecute"]
    traces = trace(store, open_engine(store), Shelf(store), concepts)
    weighed = [replace(one, weight=5.0) for one in traces]
    places = [met if one.concept.kind == "country" else "demand" for one in weighed]
    best = Judgement(
        1.5, None, tuple((one.concept.said, where) for one, where in zip(weighed, places, strict=True))
    )
    assert answers_it(question, weighed, [best], Register(store), Fit()) == answered


@pytest.mark.parametrize(("met", "answered"), [("", False), ("demand", True)])
def test_nothing_answers_on_troops_that_nothing_said_of_the_country_speaks_of(store, met, answered):
    question = "UN troops in Ukraine"
    concepts = understand(question).concepts
    weighed = [replace(one, weight=5.0) for one in trace(store, open_engine(store), Shelf(store), concepts)]
    places = ["title" if one.concept.kind == "country" else met for one in weighed]
    said = tuple((one.concept.said, where) for one, where in zip(weighed, places, strict=True))
    assert answers_it(question, weighed, [Judgement(4.0, None, said)], Register(store), Fit()) == answered


@pytest.mark.parametrize(
    ("country", "called", "answered"),
    [
        ("demand", 0.0, True),
        ("byname", 0.0, False),  # half of the question is unmet, the rest not said by the answer itself
        ("byname", 1.0, True),  # unless the whole question is what the world calls it
    ],
)
def test_what_the_first_answer_lacks_or_has_by_a_byname_alone_counts_against_it(
    store, country, called, answered
):
    question = "ransom in Singapore"
    concepts = understand(question).concepts
    traces = trace(store, open_engine(store), Shelf(store), concepts)
    weighed = [replace(one, weight=5.0) for one in traces]
    places = [country if one.concept.kind == "country" else "" for one in weighed]
    said = tuple((one.concept.said, where) for one, where in zip(weighed, places, strict=True))
    best = Judgement(60.0, None, said)
    assert answers_it(question, weighed, [best], Register(store), Fit(called=called)) == answered


def test_a_name_that_leads_nowhere_is_read_word_by_word(store):
    """The resolution that the name stands for, 1559 (2004), is not held: its words may lead to others."""
    question = "Syrian troops out of Lebanon"
    traces = trace(store, open_engine(store), Shelf(store), understand(question).concepts)
    apart = leading_nowhere(store, traces)
    assert len(apart) == 1
    said = [one.said for one in understand(question, apart).concepts]
    assert said == ["syrian", "troops", "out", "lebanon"]
    assert "叙军撤离黎巴嫩" not in {one.said for one in understand("叙军撤离黎巴嫩", apart).concepts}


@pytest.mark.parametrize(
    ("question", "sanctions", "country", "never"),
    [
        ("oil embargo on Saudi Arabia", "byname", "byname", True),  # some byname has each
        ("panel of experts on Colombia", "demand", "title", False),  # the answer itself speaks of both
        ("新加坡的制裁委员会", "", "title", True),  # a committee, but of none over the country
        ("weapons for the army of Saudi Arabia", "byname", "byname", False),  # no sanctions are asked for
    ],
)
def test_sanctions_on_whom_the_council_never_sanctioned_are_not_answered_by_others(
    store, question, sanctions, country, never
):
    traces = trace(store, open_engine(store), Shelf(store), understand(question).concepts)
    met = ((one.concept.said, country if one.concept.kind == "country" else sanctions) for one in traces)
    assert never_sanctioned(question, traces, Judgement(1.5, None, tuple(met)), Register(store)) == never


@pytest.mark.parametrize(
    ("question", "met", "never"),
    [
        # The embargo is on the first of them, and Yemen's is no answer; unless the answer speaks of both.
        ("arms embargo on Saudi Arabia over Yemen", {"saudi arabia": "document"}, True),
        ("arms embargo on Saudi Arabia over Yemen", {}, False),
        ("import ban on diamonds from Botswana", {"botswana": ""}, True),  # Sierra Leone's
        ("sanctions on warlords", {"sanctions": ""}, True),  # the answer speaks of the warlords alone
        ("ban on cocoa exports from Mali", {"cocoa": ""}, True),  # what is banned is not cocoa
        ("ban on cocoa exports from Mali", {}, False),
        ("is it forbidden to sell luxury watches to Mali", {"luxury watches": ""}, True),
        ("ban on travel of suspects for the Mali bombing", {"bombing": ""}, False),  # no goods
        ("truce observers for the southern provinces of Thailand", {"thailand": "byname"}, True),
        ("medal for Thai observers", {"thai": "byname"}, False),  # whose people they are
        ("联合国驻孟加拉国特派团", {"孟加拉国": "byname"}, True),  # a battalion from there
        ("special court for the crimes of Sri Lanka", {"court for": "title"}, True),  # a judge from there
        ("special court for the crimes of Sri Lanka", {}, False),
        ("pirates before the courts of Kenya", {"courts": "title"}, False),  # its own
        ("peacekeeping force in Sri Lanka", {"sri lanka": "byname"}, True),  # a contingent's conduct
        ("peacekeeping force in Sri Lanka", {}, False),
        ("medal for peacekeepers named after a Senegalese captain", {"senegalese": "byname"}, False),
        ("接纳台湾为联合国会员国", {"台湾": "occasion"}, True),  # Tuvalu's admission
        ("Spain joins the UN", {}, False),
        ("《里约网络和平公约》规定的义务", {"里约": ""}, True),  # some treaty, but another one
        ("《不扩散核武器条约》规定的义务", {}, False),
    ],
)
def test_what_the_council_never_did_is_not_answered_by_what_it_did_elsewhere(store, question, met, never):
    traces = trace(store, open_engine(store), Shelf(store), understand(question).concepts)
    demand = Mandate(1, Span(0, 9), "Recommends", "recommend", "recommend", False, False, (), "", (), ())
    places = tuple((one.concept.said, met.get(one.concept.said, "demand")) for one in traces)
    assert set(met) <= {said for said, _ in places}
    assert never_done(question, traces, Judgement(4.0, demand, places), Register(store)) == never


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("谁都不能再卖武器给南非", {"武器", "南非"}),  # 能再 and 再卖 join words
        ("日本当年是怎么加入的", {"日本"}),
    ],
)
def test_what_joins_chinese_words_is_no_concept(question, said):
    telling = (one for one in understand(question).concepts if one.kind not in ("plain", "wish", "piece"))
    assert {one.said for one in telling} == said


@pytest.mark.parametrize(
    ("question", "kind", "said"),
    [
        ("昆明的归属", "word", "昆明"),  # the dictionary has it, though it says it in a sentence
        ("国际刑警组织性旅的职权", "piece", "性旅"),  # two characters of two words
        ("officials of the Russian army", "country", "russian"),
        ("外蒙古入会", "country", "外蒙古"),
    ],
)
def test_names_are_told_from_what_only_stands_together(question, kind, said):
    assert (kind, said) in {(one.kind, one.said) for one in understand(question).concepts}


@pytest.mark.parametrize(("name", "answered"), [("Peterhof", False), ("peterhof", True)])
def test_a_name_that_no_text_has_weighs_more_than_another_unknown_word(store, name, answered):
    question = f"ransom for hostages of {name}"
    concepts = understand(question).concepts
    weighed = [replace(one, weight=5.0) for one in trace(store, open_engine(store), Shelf(store), concepts)]
    met = tuple((one.concept.said, "demand" if one.known else "") for one in weighed)
    best = Judgement(2.0, None, met)
    assert answers_it(question, weighed, [best], Register(store), Fit(called=0.2, together=0.5)) == answered


@pytest.mark.parametrize(
    "text", ["security council peace force " * 800, "安全理事会决定维持和平行动" * 300, "x1 " * 9000]
)
def test_a_page_as_a_question_has_bounded_concepts(text):
    assert len(understand(text).concepts) <= 40
    every = " ".join(country.terms_en[0] for country in lexicon.countries().values())
    assert len(understand(every).concepts) <= 40


def test_unknown_words_are_named_and_a_misspelt_one_is_read_as_the_nearest(store):
    found = find(store, "ranson payments")
    assert dict(found.read_as) == {"ranson": "ransom"}
    assert found.answers[0].doc == "S/RES/2133 (2014)"
    assert "ransom payments (no text has 'ranson'): demand" in found.answers[0].why
    assert find(store, "ransom gdpr").unmet == ("gdpr",)


@pytest.mark.parametrize(("question", "better"), [("assets freze", "freeze"), ("freze", "free")])
def test_a_misspelt_word_is_read_as_what_stands_beside_the_others(tmp_path, question, better):
    frozen = (f"OP{n} decide: Decides to freeze assets;" for n in range(1, 14))
    free = (f"OP{n} decide: Decides to free prisoners;" for n in range(14, 40))
    with Store.open(tmp_path / "base", create=True) as base:
        put(base, document("S/RES/1333 (2000)", "2000-12-19", *frozen, *free))
        assert dict(find(base, question).read_as) == {"freze": better}


def test_filters_narrow_and_never_lose(store):
    every = {(one.doc, one.seq) for one in find(store, "ransom terrorists freeze", limit=100).answers}
    narrowed = find(store, "ransom terrorists freeze", Wanted(resolution="S/RES/2133 (2014)"), limit=100)
    assert {(one.doc, one.seq) for one in narrowed.answers} >= {
        place for place in every if place[0] == "S/RES/2133 (2014)"
    }
    assert narrowed.total >= len(narrowed.answers)


def test_values_are_known_by_any_name_and_unknown_ones_refused(store):
    assert lookup(store, "freeze", Wanted(topic="Asset freeze")) == lookup(
        store, "freeze", Wanted(topic="asset-freeze")
    )
    with pytest.raises(BadQueryError, match="asset-freeze"):
        lookup(store, "freeze", Wanted(topic="aset-freze"))
    with pytest.raises(BadQueryError, match="secretary-general"):
        lookup(store, "freeze", Wanted(actor="secretery-general"))


def test_an_unknown_engine_is_refused_with_the_list(store):
    with pytest.raises(StoreError, match="fts5, whoosh"):
        open_engine(store, "lucene")


def test_a_number_leads_to_its_resolution(store):
    assert lookup(store, "2133")[0].doc == "S/RES/2133 (2014)"


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("houti", "houthi", 1),
        ("yemmen", "yemen", 1),
        ("huminatarian", "humanitarian", 2),
        ("sanctoins", "sanctions", 1),  # changed over
        ("pizza", "yemen", 3),  # three or more are all the same
    ],
)
def test_slips(one, other, slips):
    assert distance(one, other, 3) == slips


@pytest.mark.parametrize(
    ("word", "taken", "left"),
    [
        ("internet", "the internet", "international"),
        ("armies", "an army", "armed"),
        ("checks", "checking", "chemical"),
        ("ban", "banned", "bank"),
        ("criminalize", "criminalised", "criminal"),
        ("labour", "labor", "laboratory"),
    ],
)
def test_a_word_is_found_in_its_inflections_only(word, taken, left):
    assert found_by([word]).search(taken)
    assert not found_by([word]).search(left)


def test_using_is_not_the_us():
    assert all(concept.id != "united-states-of-america" for concept in understand("using schools").concepts)


def test_the_gazetteer_names_resolutions_that_exist_and_words_that_can_be_found():
    for name in names():
        assert all(adoption(number) for number in name.numbers), name.id
        assert phrases(name.wordings), name.id


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("land for peace", 242), ("Yom Kippur war", 338), ("1325 on women", 1325), ("伊核协议", 2231),
        ("Lockerbie suspects", 748), ("網路招募恐怖份子", 2178),
    ],
)  # fmt: skip
def test_popular_names_stand_for_resolutions(question, number):
    assert any(number in concept.numbers for concept in understand(question).concepts)


def test_the_snippet_is_cut_around_what_answers(store):
    best = lookup(store, "ransom")[0]
    assert [best.snippet[start:end] for start, end in best.highlights] == ["ransom"]


@pytest.mark.parametrize(
    ("query", "nearest"),
    [("country:Frnace arms", "france"), ("body:unficpy arms", "unficyp"), ("topics:arms", "topic:")],
)
def test_search_refuses_unknown_names_and_fields_with_the_nearest(store, query, nearest):
    with pytest.raises(BadQueryError, match=nearest):
        search(store, query)


def test_the_extents_kept_are_those_of_the_paragraphs(store):
    counted = store.connection.execute(
        "SELECT min(id), doc, count(*) FROM paragraphs GROUP BY doc"
    ).fetchall()
    assert Shelf(store).sizes == {doc: size for _, doc, size in counted}
    kept = store.connection.execute("SELECT first, doc, size FROM extents ORDER BY first").fetchall()
    assert kept == sorted(counted)


@pytest.mark.parametrize(
    ("country", "text", "found"),
    [
        ("mali", "马里的局势", ["马里"]),
        ("mali", "索马里的局势", []),
        ("sudan", "the situation in sudan and south sudan", ["sudan"]),
        ("guinea", "guinea-bissau", []),
        ("guinea", "the republic of guinea, equatorial guinea", ["republic of guinea"]),
        ("congo", "democratic republic of the congo", ["republic of the congo"]),  # may be either
    ],
)
def test_a_country_is_not_found_in_the_name_of_another(country, text, found):
    entry = lexicon.countries()[country]
    wanted = found_by(map(fold, (*entry.terms_en, *entry.terms_zh)), lexicon.longer_names(country))
    assert [match[0] for match in wanted.finditer(text)] == found
