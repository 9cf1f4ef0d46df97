"""The kinds of sanctions that a clause speaks of: arms, assets, travel, commodities, sectors."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from mandex.corpus.expressions import Expression, Expressions

_BY_TOPIC = {
    "arms-embargo": "arms-embargo", "asset-freeze": "asset-freeze", "travel-ban": "travel-ban",
    "improvised-explosive-devices": "components:ied",
}  # fmt: skip

TRADE = "trade"
"""A ban on all trade, which is one on any commodity."""

# Over folded text of either language. Each takes the words of a paragraph that imposes or names the measure.
_WORDS = {
    # weapons and military equipment (733), arms and related materiel (1970), measures on arms (2293)
    "arms-embargo": (
        r"\b(?:arms (?:and|or) (?:related|any related)|arms embargo|measures? on arms\b|battle tanks"
        # *using their flag vessels or aircraft, of small arms, light weapons, and ammunition* (2700 OP6)
        r"|\baircraft, of (?:small )?arms\b"
        r"|weapons or any other military|weapons and (?:military equipment|ammunition)"
        # left: *ballistic missiles capable of delivering nuclear weapons*
        r"|(?:deliver(?!ing nuclear)|suppl|sale).{0,40}\b(?:arms|weapons)\b)"
        r"|军火|武器和(?:弹药|军事装备)|武器禁运"
    ),
    "asset-freeze": (
        r"\b(?:assets? freeze|freez(?:e|ing)\b.{0,60}\b(?:funds|assets|resources)\b"
        # *all persons holding such funds to freeze them* (841 OP8)
        r"|\bfunds\b[^.;]{0,400}\bto freeze them\b|measures? on finance"
        r"|financial (?:and travel )?measures?\b)|资产冻结|冻结.{0,20}(?:资金|资产)|金融措施"
    ),
    "travel-ban": (
        r"\b(?:travel (?:ban|and|measures?|restrictions?)|measures? on travel"
        r"|entry in(?:to)? or (?:the )?transit|entering? (?:into )?or transit)"
        r"|旅行(?:禁令|限制|措施)|入境或.{0,8}过境"
    ),
    # whatever a territory sells or buys (253 OP3, 661 OP3, 757 OP4); left: its promotion and shipment, and
    # what such a ban spares, *the flow of commodities and products to Iraq*
    TRADE: (
        r"\bimport into their territories of all commodities and products\b"
        r"|\bsale or supply by\b[^.;]{0,120}? of any commodities or products\b"
    ),
    "commodity:charcoal": r"\bcharcoal\b|木炭",
    "commodity:diamonds": r"\bdiamonds?\b|钻石",
    "commodity:timber": r"\btimber\b|\blogs\b|木材|原木",
    # left: *depositing proceeds from export sales of petroleum, petroleum products and natural gas*
    "commodity:oil": (
        r"\b(?:crude oil|refined petroleum|(?<!sales of )(?<!sales of petroleum, )petroleum)\b"
        r"|原油|石油"
    ),
    "commodity:coal": r"\bcoal\b|煤",
    "commodity:textiles": r"\btextiles\b|纺织",
    "commodity:seafood": r"\bseafood\b|海产",
    "commodity:gold": r"\bgold, titanium\b|黄金、钛",
    "commodity:metals": r"\bcopper, nickel\b|铜、镍",
    "commodity:statues": r"\bstatues\b|雕像|塑像",
    "commodity:food": r"\bfood and agricultural products\b|粮食和农产品",
    "commodity:machinery": r"\bindustrial machinery\b|工业机械",
    "commodity:vessels": (
        r"\bnew helicopters\b.{0,20}\bvessels\b|\bnew or used vessels\b|新直升机|新的?或用过的船只"
    ),
    "commodity:luxury-goods": r"\bluxury goods\b|奢侈品",
    "commodity:cultural-property": r"\bcultural property\b.{0,200}\b(?:trade|transfer)|文化财产",
    "sectoral:aviation": (
        r"\b(?:take off|land in|overfl|aviation fuel|flights?\b.{0,60}\bterritory|aircraft components)"
        r"|\bban on (?:all |military )?flights\b|航空燃料|起飞|禁飞|禁止.{0,12}飞行"
    ),
    # items as the lists of the suppliers' groups set them out (1718, 1737); not *persons who support
    # the ballistic missile programme*
    "sectoral:proliferation": (
        r"\bitems, materials, equipment, goods and technology\b|\bnuclear-related (?:items|materials)"
        r"|\bany of the items in documents?\b|\bactivity related to ballistic missiles\b"
        r"|物品、材料、设备、货物和技术"
    ),
    "sectoral:finance": r"\b(?:correspondent|joint ventures|bank accounts)\b|合资企业|代理行",
    "sectoral:labour": r"\b(?:nationals earning income|work authorizations)\b|工作许可",
    "sectoral:transport": r"\bmeasures? (?:on|regarding|concerning) transport|运输措施",
    # ships may be stopped at sea (2182 OP15, 2292 OP3)
    "sectoral:inspection": r"\bto inspect\b.{0,240}\bvessels\b|检查.{0,60}船只",
    "sectoral:vessels": r"\b(?:vessels?).{0,60}\b(?:loading|port|inspect|flag)|船只.{0,30}(?:港口|检查)",
    "components:ied": (
        r"\bimprovised explosive device.{0,40}components?|\bmanufacture\b.{0,40}\bimprovised explosive"
        r"|\bitems in part i of annex\b|简易爆炸装置部件"
    ),
}  # fmt: skip
_KINDS = Expressions(_WORDS)
COMMODITIES = frozenset(kind for kind in _WORDS if kind.startswith("commodity:"))
"""The kinds that each forbid trade in one thing."""


def kinds_of(clause: str, topics: Iterable[str] = ()) -> tuple[str, ...]:
    """The kinds of measure that a folded clause names, in the order in which it does; where it names none,
    those that its topics say.

    The first is what it is about: *all crude oil, unless … unrelated to the nuclear or ballistic missile
    programmes*. All trade comes after what is named of it: *any commodities or products, including weapons*.
    """
    said = (_BY_TOPIC[topic] for topic in topics if topic in _BY_TOPIC)
    return _named(clause) or tuple(dict.fromkeys(said))


@lru_cache(maxsize=8)  # a clause is asked about several times in turn
def _named(clause: str) -> tuple[str, ...]:
    named = sorted(_KINDS.search(clause), key=lambda found: (found[0] == TRADE, found[1].start()))
    return tuple(kind for kind, _ in named)


# *The measures in paragraph 7 above shall not prevent a designated person from making payment*, *decides to
# exempt from the measures*, *as a one-off exemption to the ban*.
EXEMPTS = Expression(
    r"\b(?:shall|do|does|will|should) (?:also )?not (?:therefore )?apply\b|\b(?:is|are) not a violation\b"
    r"|\bmay permit the addition to (?:the )?accounts? frozen\b|\bare exempt|\bshall be exempt"
    r"|\bshall not prevent an? (?:designated|listed)\b"
    r"|\bdecides?\b.{0,20}\bto exempt from\b"
    r"|\bexemption (?:to|from) the (?:ban|measures?|embargo)\b"
    # *all Member States may make use of the provisions regarding available exemptions* (1988 OP9)
    r"|\bmake use of the provisions\b[^;]{0,160}\bregarding available exemptions\b"
    r"|不适用|不违反|豁免|措施不(?:应|得)?(?:妨碍|阻止|影响).{0,40}(?:支付|付款)"
)
"""What spares somebody or something from measures."""

SPARES_ANEW = Expression(
    r"^\W*(?:also |further )?re(?:affirms|calls|iterates) that"
    r" (?:without prejudice to [^,;]{0,80}, )?(?:the )?[^.;]{0,60}\bparagraphs? \d+"
    r"[^;]{0,240}?\b(?:shall|do) not apply\b"
    r"|^\W*(?:also |further )?reaffirms that member states may permit the addition to accounts frozen\b"
    r"|^\W*(?:encourages|recalls its decision that all) member states (?:to|may) make use of the provisions"
    r"\b[^;]{0,160}\bregarding available exemptions\b"
)
"""*Reaffirms that the measures referenced in paragraph 36 shall not apply to*, *reaffirms that Member States
may permit the addition to accounts frozen pursuant to paragraph 1*, *encourages Member States to make use of
the provisions regarding available exemptions* (2734 OP11): what spares from a measure renews none.
"""

SPARES_ANYTHING = Expression(
    r"^\W*(?:and |also |further )*(?:reaffirms its decision\b[^;]{0,300}|decides (?:that )?(?:the )?)"
    r"\bcommittee\b[^;]{0,160}\bmay, on a case-by-case basis, exempt any activity from the\b"
)
"""What lets a committee spare whatever it wants from all the measures on a matter: *decides that the
Committee may, on a case-by-case basis, exempt any activity from the measures imposed by these resolutions*
(2397 OP25).
"""

SPARES_EVERYWHERE = Expression(
    r"\bnot a violation of the asset freezes imposed by (?:this|the security) council\b"
    r"|不违反安理会或其制裁委员会规定的资产冻结"
)
"""What spares from the measures of all regimes: *are not a violation of the asset freezes imposed by this
Council or its Sanctions Committees* (2664 OP1).
"""

# *The measures in paragraph 8 (a) shall also apply to all arms* adds to them.
WIDENS = Expression(
    r"\bmeasures?\b[^.;]{0,160}\bparagraphs? \d[^.;]{0,120}\bshall (?:also apply|apply also|apply) to\b"
)
"""What puts more under measures that there are."""
