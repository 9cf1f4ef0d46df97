import pytest
from hypothesis import given
from hypothesis import strategies as st

from mandex.corpus import registry, symbols
from mandex.corpus.errors import BadReferenceError
from mandex.corpus.pinpoints import annex_number, chinese_number
from mandex.corpus.symbols import (
    Reference,
    is_undated,
    normalize,
    parse,
    resolution_number,
    resolution_symbol,
)

R1373 = "S/RES/1373 (2001)"
R2396 = "S/RES/2396 (2017)"

FORMS = [
    # the Council's resolutions, as printed and as typed
    ("1373", R1373, ""),
    ("1373 (2001)", R1373, ""),
    ("1373(2001)", R1373, ""),
    ("1373/2001", R1373, ""),
    ("1373 2001", R1373, ""),
    ("#1373", R1373, ""),
    ("S/RES/1373 (2001)", R1373, ""),
    ("S/RES/1373(2001)", R1373, ""),
    ("S/RES/1373", R1373, ""),
    ("s/res/1373", R1373, ""),
    ("S/RES/1373 (2001)*", R1373, ""),
    (" S / RES / 1373 ( 2001 ) ", R1373, ""),
    ("SCR 1373", R1373, ""),
    ("SCR1373", R1373, ""),
    ("UNSCR 1373", R1373, ""),
    ("UNSCR-1373", R1373, ""),
    ("UNSC Res. 1373 (2001)", R1373, ""),
    ("SC Res 1373", R1373, ""),
    ("S.C. Res. 1373", R1373, ""),
    ("res 1373", R1373, ""),
    ("Res. 1373", R1373, ""),
    ("resolution 1373", R1373, ""),
    ("Resolution No. 1373 of 2001", R1373, ""),
    ("the Security Council resolution 1373 (2001)", R1373, ""),
    ("United Nations Security Council Resolution 1373", R1373, ""),
    ("resolution 1373 of 28 September 2001", R1373, ""),
    ("S-RES-1373", R1373, ""),
    ("“1373”", R1373, ""),
    ("(1373)", R1373, ""),
    ("161 A (1961)", "S/RES/161 (1961)", "A"),
    ("1", "S/RES/1 (1946)", ""),
    # Chinese, in both scripts and both widths
    ("第1373(2001)号决议", R1373, ""),
    ("第1373(2001)號決議", R1373, ""),
    ("第１３７３（２００１）号决议", R1373, ""),
    ("第 1373 (2001) 号决议", R1373, ""),
    ("第1373号决议", R1373, ""),
    ("1373号决议", R1373, ""),
    ("决议1373", R1373, ""),
    ("安全理事会第1373(2001)号决议", R1373, ""),
    ("安理會第1373號決議", R1373, ""),
    ("联合国安理会第1373号决议", R1373, ""),
    ("(2001年)第1373号", R1373, ""),
    ("2001年第1373号决议", R1373, ""),
    # the other organs
    ("A/RES/60/288", "A/RES/60/288", ""),
    ("a/res/60/288", "A/RES/60/288", ""),
    ("GA resolution 60/288", "A/RES/60/288", ""),
    ("UNGA 60/288", "A/RES/60/288", ""),
    ("General Assembly resolution 60/288", "A/RES/60/288", ""),
    ("resolution 60/288", "A/RES/60/288", ""),
    ("大会第60/288号决议", "A/RES/60/288", ""),
    ("A/RES/31/6 A", "A/RES/31/6", "A"),
    ("A/RES/ES-10/19", "A/RES/ES-10/19", ""),
    ("377 A (V)", "A/RES/377(V)", "A"),
    ("377(V)", "A/RES/377(V)", ""),
    ("A/RES/377(V)", "A/RES/377(V)", ""),
    ("GA res. 377 A (V)", "A/RES/377(V)", "A"),
    ("A/RES/377 (V) A", "A/RES/377(V)", "A"),
    ("1514 (XV)", "A/RES/1514(XV)", ""),
    ("2253 (ES-V)", "A/RES/2253(ES-V)", ""),
    ("大會第1514(XV)號決議", "A/RES/1514(XV)", ""),
    ("E/RES/2007/12", "E/RES/2007/12", ""),
    ("ECOSOC resolution 2007/12", "E/RES/2007/12", ""),
    ("经济及社会理事会第2007/12号决议", "E/RES/2007/12", ""),
    ("HRC resolution 35/33", "A/HRC/RES/35/33", ""),
    ("人权理事会第35/33号决议", "A/HRC/RES/35/33", ""),
    # statements and documents
    ("S/PRST/2005/64", "S/PRST/2005/64", ""),
    ("S/PRST/2005/ 64", "S/PRST/2005/64", ""),
    ("PRST 2005/64", "S/PRST/2005/64", ""),
    ("presidential statement 2005/64", "S/PRST/2005/64", ""),
    ("S/2015/939", "S/2015/939", ""),
    ("Ｓ／２０１５／９３９", "S/2015/939", ""),
    ("S/2007/307/Rev.1", "S/2007/307/Rev.1", ""),
    ("s/2007/307/REV.1", "S/2007/307/Rev.1", ""),
    ("S/1996/745/Add.1/Corr.2", "S/1996/745/Add.1/Corr.2", ""),
    ("S/23500", "S/23500", ""),
    ("S/PV.4413", "S/PV.4413", ""),
    ("S/AC.51/2014/3", "S/AC.51/2014/3", ""),
    ("A/62/479", "A/62/479", ""),
    ("E/CN.15/2008/5", "E/CN.15/2008/5", ""),
    ("ST/SGB/2003/13", "ST/SGB/2003/13", ""),
    ("A/62/479-S/2007/602", "S/2007/602", ""),
    ("the 1540 Committee", "S/RES/1540 (2004)", ""),
    ("1540委员会", "S/RES/1540 (2004)", ""),
    # links
    ("undocs.org/S/RES/1373(2001)", R1373, ""),
    ("https://undocs.org/Home/Mobile?FinalSymbol=S%2FRES%2F1373(2001)&Language=E", R1373, ""),
    ("https://documents.un.org/api/symbol/access?s=S/RES/1373(2001)&l=en", R1373, ""),
    ("https://main.un.org/securitycouncil/en/s/res/1373-%282001%29", R1373, ""),
    ("https://undocs.org/en/S/RES/1373(2001)", R1373, ""),
    ("https://undocs.org/S/RES/1373%20(2001)", R1373, ""),
    ("http://docs.un.org/zh/S/2015/939", "S/2015/939", ""),
    ("https://www.un.org/en/ga/search/view_doc.asp?symbol=S/PRST/2005/64", "S/PRST/2005/64", ""),
    # places
    ("2396 OP12(a)", R2396, "12(a)"),
    ("2396 OP 12 (a)", R2396, "12(a)"),
    ("2396 op12", R2396, "12"),
    ("2396 para 12 (a)", R2396, "12(a)"),
    ("2396, para. 12 (a) (ii)", R2396, "12(a)(ii)"),
    ("S/RES/2396 (2017), operative paragraph 12", R2396, "12"),
    ("S/RES/2396 (2017) §12", R2396, "12"),
    ("UNSCR 2396 ¶ 12", R2396, "12"),
    ("paragraph 12 of resolution 2396", R2396, "12"),
    ("OP12(a) of 2396", R2396, "12(a)"),
    ("resolution 2396, operative paragraph 12, subparagraph (a)", R2396, "12(a)"),
    ("2396 PP5", R2396, "PP5"),
    ("2396 PP5 (a)", R2396, "PP5(a)"),
    ("preambular paragraph 5 of resolution 2396 (2017)", R2396, "PP5"),
    ("第1373(2001)号决议第2段", R1373, "2"),
    ("第1373(2001)號決議第2(a)段", R1373, "2(a)"),
    ("第1373(2001)号决议第2段(a)", R1373, "2(a)"),
    ("第1373(2001)号决议执行部分第2段(a)分段", R1373, "2(a)"),
    ("第1373(2001)号决议序言部分第3段", R1373, "PP3"),
    ("S/2015/939，附件二", "S/2015/939", "Annex II"),
    ("S/2015/939, annex II", "S/2015/939", "Annex II"),
    ("S/2015/939, enclosure", "S/2015/939", "Enclosure"),
    ("2368 annex II para 3", "S/RES/2368 (2017)", "Annex II 3"),
    ("S/2021/4 fn 1", "S/2021/4", "fn 1"),
    # places as people type them
    ("2396 OP12-14", R2396, "12-14"),
    ("2396 OPs 12 to 14", R2396, "12-14"),
    ("2396 OP12, 14 and 15(a)", R2396, "12, 14, 15(a)"),
    ("第2396号决议第2、3和5至7段", R2396, "2, 3, 5-7"),
    ("2396:12", R2396, "12"),
    ("2396 12", R2396, "12"),
    ("2396.12", R2396, "12"),
    ("2396/12", R2396, "12"),  # no session and no year begins like this
    ("S/RES/1373 (2001), 1(c)", R1373, "1(c)"),  # as a Reference is printed
    ("https://undocs.org/S/RES/1373(2001)#OP1", R1373, "1"),
    ("1373 OP1c", R1373, "1(c)"),
    ("1373 para 1 c", R1373, "1(c)"),
    ("1373 OP1a(ii)", R1373, "1(a)(ii)"),
    ("687 OP6 bis", "S/RES/687 (1991)", "6bis"),
    ("OP12 2396", R2396, "12"),
    ("2396 preamble", R2396, "PP"),
    ("preamble of 2396", R2396, "PP"),
    ("第2396号决议序言", R2396, "PP"),
    ("第2396号决议第十二段", R2396, "12"),
    ("S/2015/939 para B", "S/2015/939", "B"),
    # what our bibliographies print
    ("UNSC Res 1373 (28 September 2001) UN Doc S/RES/1373 (2001), para 1(c)", R1373, "1(c)"),
    ("UNSC Res 1373 (28 September 2001) UN Doc S/RES/1373.", R1373, ""),
    ("S.C. Res. 1373, ¶ 1(c) (Sept. 28, 2001)", R1373, "1(c)"),
    ("S.C. Res. 1373 (Sept. 28, 2001)", R1373, ""),
    (
        "SC Res 1373, UN SCOR, 56th sess, 4385th mtg, UN Doc S/RES/1373 (28 September 2001) para 1(c)",
        R1373,
        "1(c)",
    ),
    ("Security Council resolution 1373 (2001), para. 1 (c)", R1373, "1(c)"),
    ("S-RES-1373-2001", R1373, ""),
    # a document named for its file
    ("file:note.txt", "file:note.txt", ""),
]


@pytest.mark.parametrize(("typed", "symbol", "pinpoint"), FORMS)
def test_forms(typed: str, symbol: str, pinpoint: str) -> None:
    assert parse(typed) == Reference(symbol, pinpoint)


def test_table_covers_what_people_type() -> None:
    assert len({typed for typed, _, _ in FORMS}) >= 60


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "S/RES/1373"),
        ("terrorism", "'terrorism' names no document"),
        ("OP12", "names no document"),
        ("12345678", "names no document"),
        ("S/RES/", "names no document"),
        ("第号决议", "names no document"),
        ("0", "no resolution 0 is known"),
        ("2900 (2001)", "the latest known is"),  # a later resolution cannot be of an earlier year
        ("1373 (2002)", "resolution 1373 is of 2001, not of 2002"),
        ("UNSC Res 1373 (28 September 2002)", "resolution 1373 is of 2001, not of 2002"),
        ("1373 " * 200, "too long for a reference"),
        ("60/288", "write A/RES/60/288 or A/60/288"),
        ("2007/12", "write E/RES/2007/12 or S/2007/12"),
    ],
)
def test_nonsense_gets_a_clear_message(typed: str, says: str) -> None:
    with pytest.raises(BadReferenceError) as error:
        parse(typed)
    assert says in str(error.value)


def test_a_resolution_after_the_registry_has_a_year_only_where_one_is_typed() -> None:
    number, year = registry.last().number + 1, registry.last().year
    assert parse(f"{number} ({year})").symbol == resolution_symbol(number, year)
    for typed in (f"{number} OP2(a)", f"S/RES/{number} OP2(a)", f"第{number}号决议第2段(a)"):
        found = parse(typed)
        assert (found.symbol, found.pinpoint) == (f"S/RES/{number}", "2(a)")
        assert is_undated(found.symbol)
    assert not is_undated(resolution_symbol(number, year))


@pytest.mark.parametrize(
    ("printed", "normal"),
    [
        ("S/RES/2617(2021)", "S/RES/2617 (2021)"),
        ("S/RES/2195 (2015)", "S/RES/2195 (2015)"),  # a wrong year is for others to judge
        ("S/RES/1373", R1373),
        ("S/RES/2282(2016", "S/RES/2282 (2016)"),
        ("S/2015/654..", "S/2015/654"),
        ("S/2021/4*", "S/2021/4"),
        ("A/RES/377 A (V)", "A/RES/377(V)"),
        ("FCCC/CP/2015/10/ADD.1", "FCCC/CP/2015/10/Add.1"),
        ("A/ES-10/794", "A/ES-10/794"),
        ("S/2009/189/Rev.1/Corr.1", "S/2009/189/Rev.1/Corr.1"),
    ],
)
def test_normal_forms(printed: str, normal: str) -> None:
    assert normalize(printed) == normal
    assert normalize(normal) == normal


def test_normalize_refuses_what_is_no_symbol() -> None:
    with pytest.raises(BadReferenceError):
        normalize("Resolution")


@given(st.integers(1, registry.last().number))
def test_every_resolution_by_any_name(number: int) -> None:
    year = registry.year(number)
    symbol = resolution_symbol(number, year)
    names = (str(number), f"{number} ({year})", symbol, f"UNSCR {number}", f"第{number}({year})号决议")
    assert {parse(name).symbol for name in names} == {symbol}
    assert resolution_number(symbol) == number


@given(st.text(max_size=30))
def test_any_text_is_understood_or_refused(text: str) -> None:
    try:
        found = parse(text)
    except BadReferenceError:
        return
    assert found.symbol


def test_other_documents_have_no_resolution_number() -> None:
    assert resolution_number("A/RES/60/288") is None
    assert str(symbols.Reference("S/2015/939", "Annex II")) == "S/2015/939, Annex II"


@pytest.mark.parametrize(
    ("figures", "digits"),
    [("二", "2"), ("十", "10"), ("十二", "12"), ("二十", "20"), ("二十一", "21"), ("II", "II"), ("", "")],
)
def test_chinese_numbers(figures: str, digits: str) -> None:
    assert chinese_number(figures) == digits


def test_annexes_are_numbered_in_roman_figures() -> None:
    assert [annex_number(figures) for figures in ("一", "四", "九", "十二", "ii", "3")] == [
        "I", "IV", "IX", "XII", "II", "III",
    ]  # fmt: skip
