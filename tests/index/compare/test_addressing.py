"""Who is asked: in a list below its stem, below a heading that names somebody, in sentences of all forms."""

from __future__ import annotations

import pytest

from mandex.index.compare.advising import Place

STEM: tuple[str, ...] = ("a stem",)  # is no recommendation; its points are
NONE: tuple[str, ...] = ("nothing",)  # is no recommendation

# Headings have no label and no addressee; otherwise the paragraph's label and text, and who is asked.
Line = tuple[str, str, tuple[str, ...]] | str

DOCUMENTS: dict[str, tuple[str, list[Line]]] = {
    "points take the addressee of their stem, at two depths": ("Report of the Panel of Experts", [
        "Recommendations",
        ("150", "The Panel recommends that the Committee:", STEM),
        ("150(a)", "Write to Member States to remind them of the arms embargo;", ("committee",)),
        ("150(b)", "Engage with the Government of Libya in order to:", STEM),
        ("150(b)(i)", "Establish a focal point on asset freezes;", ("committee",)),
        ("150(b)(ii)", "Share its end-user certificates with the Panel;", ("committee",)),
        ("150(c)", "Update the list with the identifiers provided in annex 4.", ("committee",)),
        ("151", "It is recommended that Member States:", STEM),
        ("", "Report any seizures to the Committee;", ("member-states",)),  # a point without a number
        ("", "• Increase their vigilance over exports of dual-use items.", ("member-states",)),
        ("152", "The smuggling of fuel declined.", NONE),
        ("153", "UNODC recommends the following:", STEM),
        ("153(a)", "That States adopt comprehensive legislation;", ("states",)),
        ("153(b)", "That technical assistance be provided to States;", ()),
        ("154", "Member States may wish to consider the following recommendations:", STEM),
        ("154(a)", "Ratify the Convention without reservations;", ("member-states",)),
        ("154(b)", "UNODC should continue to provide technical assistance;", ("unodc",)),
    ]),
    "headings that name who is asked": ("Final report of the Panel of Experts", [
        "VIII. Recommendations", "To the Security Council",
        ("90", "Maintain the arms embargo and consider extending it to spare parts.", ("security-council",)),
        ("91", "The monitoring capacity of the Panel should be strengthened.", ("security-council",)),
        "Recommendations to the Government of South Sudan",
        ("92", "Suspend the provision of support to armed groups.", ("south-sudan",)),
        ("93", "All political detainees should be released immediately.", ("south-sudan",)),
        "Security Council and the Committee",
        ("94", "Consider sanctions against the individuals named.", ("security-council", "committee")),
        ("95", "Member States should cooperate with such updates.", ("member-states",)),
        "Annex 1", ("1", "Maintain, he said, the embargo.", NONE),
    ]),
    "who acts, in sentences of the Secretary-General": ("Report of the Secretary-General on Libya", [
        "Observations",
        ("80", "I call upon all parties to respect the ceasefire and on those with influence to act.",
         ("parties",)),
        ("81", "I encourage the international community, in cooperation with UNSMIL, to support it.",
         ("international-community",)),
        ("82", "Support to UNSMIL should be increased.", ()),
        ("83", "In the light of the needs of Chad, Niger and the Sudan, donors should scale up assistance.",
         ("states-concerned",)),
        ("84", "It is imperative that the Government of the Sudan and the armed groups allow access.",
         ("sudan", "armed-groups")),
        ("85", "I call for the immediate lifting by Israel of all restrictions.", ("israel",)),
        ("86", "The Government should, with the assistance of the African Union, establish the court.",
         ("national-authorities",)),
        ("87", "Member States that have not yet done so are encouraged to ratify it.", ("member-states",)),
        ("88", "I urge the leaders of Kosovo and Serbia to return to the dialogue.", ("kosovo", "serbia")),
        ("89", "Given that the country team lacks resources, I invite Member States to contribute.",
         ("member-states",)),
        ("90", "I commend the African Union, IGAD and other partners and encourage them to remain engaged.",
         ("african-union", "igad", "international-community")),
        ("91", "The Mission’s freedom of movement must be respected.", ()),
        ("92", "I urge South Sudan’s leaders to overcome their differences.", ("south-sudan",)),
        ("93", "Technical assistance should be provided by UNODC and its partners.",
         ("unodc", "international-community")),
        ("94", "Efforts by Member States to counter trafficking should be redoubled.", ("member-states",)),
        ("95", "Member States should, in accordance with domestic law, be encouraged to submit requests.",
         ("member-states",)),
        ("96", "The Panel recommends to the Security Council that it authorize inspections.",
         ("security-council",)),
        ("97", "The Panel reiterates its recommendation, contained in its report (S/2023/673, para. 110),"
               " that the Security Council consider a new criterion.", ("security-council",)),
        ("98", "The Panel recommends that the procedure be clarified by the Committee.", ("committee",)),
        ("99", "The border between Chad and the Sudan must remain open.", ()),
    ]),
    "whoever a letter is written to": (
        "Letter dated 3 May 2024 from the Government of Cyprus addressed to the Secretary-General", [
        ("", "Cyprus requests your intervention to put an end to these violations.", ("secretary-general",)),
        "Letter dated 2 May 2024 addressed to the President of the Security Council",
        ("", "Cyprus requests that you circulate the report.", ("security-council",)),
    ]),
    "in Chinese": ("2024年6月1日专家组给安全理事会主席的信", [
        "建议",
        ("100", "专家组建议委员会：", STEM),
        ("100(a)", "致函会员国，提醒它们遵守军火禁运；", ("committee",)),
        ("100(b)", "更新制裁名单。", ("committee",)),
        # of those named after the verb, the first is to act; who only takes part is not asked
        ("101", "专家组建议安全理事会授权会员国检查公海上的船只。", ("security-council",)),
        ("102", "专家组建议会员国和区域组织与专家组分享信息。", ("member-states", "regional-organizations")),
        ("103", "秘书长和会员国均应采取行动，落实上述建议。", ("secretary-general", "member-states")),
        ("104", "应由委员会澄清豁免程序。", ("committee",)),
        ("105", "对会员国的援助应当增加。", ()),
        ("106", "各国应在毒品和犯罪问题办公室的协助下修订刑法。", ("states",)),
        ("107", "我促请尚未批准公约的会员国尽快批准。", ("member-states",)),
        ("108", "国际社会必须向海地提供更多的支持。", ("international-community",)),
        ("109", "我呼吁以色列和黎巴嫩遵守停火。", ("israel", "lebanon")),
        # three committees that a council set up: their experts are asked, for whom there is no name
        ("110", "委员会呼吁安全理事会第1267号决议所设委员会的专家组进行合作。", ()),
        "对会员国的建议",
        ("111", "加强边境管制并分享信息。", ("member-states",)),
        ("112", "应当大幅度增加供资的数额。", ("member-states",)),
    ]),
}  # fmt: skip


@pytest.mark.parametrize("name", DOCUMENTS)
def test_who_is_asked(name: str) -> None:
    title, lines = DOCUMENTS[name]
    place = Place(title)
    for line in lines:
        if isinstance(line, str):
            place.heading(line)
            continue
        label, text, to = line
        found = list(place.advice(label, text))
        assert [one.to for one in found] == ([] if to in (STEM, NONE) else [to]), text


def test_it_and_they_are_those_asked_before() -> None:
    text = (
        "The Libyan authorities must investigate all allegations. They should also grant access to the sites."
    )
    assert [one.to for one in Place("").advice("1", text)] == [("libya",), ("libya",)]
    text = "毒品和犯罪问题办公室应与其他组织协调。该办公室还应加强外地存在。"
    place = Place("")
    place.heading("建议")
    assert [one.to for one in place.advice("1", text)] == [("unodc",), ("unodc",)]
