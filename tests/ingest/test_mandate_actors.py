"""Of whom something is demanded, in tables with the sentence."""

from __future__ import annotations

import pytest
from mandate_cases import mandates

from mandex.corpus.languages import Lang

# sentence, language, addressees of its first row
CASES: list[tuple[str, Lang, tuple[str, ...]]] = [
    (
        "Calls upon Member States and regional organizations to act;",
        "en",
        ("member-states", "regional-organizations"),
    ),
    ("Decides that all States shall freeze the funds of the Taliban;", "en", ("all-states",)),
    (
        "Requests the Secretary-General of the United Nations to report;",
        "en",
        ("secretary-general",),
    ),  # his title
    ("Requests the Secretary-General, with the Committee, to report;", "en", ("secretary-general",)),
    ("Decides to extend the mandate of UNMISS until 15 March 2021;", "en", ("unmiss",)),
    (
        "Extends the stationing in Cyprus of the United Nations Peace-keeping Force for six months;",
        "en",
        ("unficyp",),
    ),
    ("Demands that all parties to the conflict cease fire;", "en", ("parties",)),
    ("Urges the Government of South Sudan to cooperate;", "en", ("south-sudan",)),
    ("Encourages CTED to assess Member States’ efforts;", "en", ("cted",)),
    ("Requests a report to the Committee;", "en", ()),  # it receives the report
    ("Welcomes the report of the Secretary-General;", "en", ()),  # nothing is asked of him
    ("Decides to remain seized of the matter;", "en", ("security-council",)),
    ("促请会员国和区域组织采取行动；", "zh-Hans", ("member-states", "regional-organizations")),
    ("决定所有国家应冻结塔利班的资金；", "zh-Hans", ("all-states",)),
    ("Demands an immediate end to violence throughout the country;", "en", ()),  # one country is no States
    ("促请《和平、安全与合作框架》签署国完成遣返；", "zh-Hans", ("parties",)),
    ("决定，在向会员国运送物项以便打击青年党之前，必须通报情况；", "zh-Hans", ()),  # when it is done
    ("请秘书长与专家小组密切协商，提交报告；", "zh-Hans", ("secretary-general",)),
    ("又请反恐执行局评估会员国的努力；", "zh-Hans", ("cted",)),
    ("決定將南蘇丹特派團的任務期限延長一年；", "zh-Hant", ("unmiss",)),
    ("欢迎秘书长的报告；", "zh-Hans", ()),
]


# sentence, language, addressees, why: each a kind of fault that readers found in real rows
KINDS: list[tuple[str, Lang, tuple[str, ...], str]] = [
    ("Demands the cessation of all attacks by Iran against Kuwait, Oman and Qatar;", "en", ("iran",),
     "who attacks, not who is attacked"),
    ("Decides that Iran shall not export such items, and that all Member States shall prohibit it;", "en",
     ("iran", "member-states"), "a second subject behind *and that*"),
    ("Decides that any support provided by UNMISS shall be informed by robust assessments;", "en",
     ("unmiss",), "who gives it gives it so"),
    ("Decides that no later than October 2007, UNAMID shall establish its headquarters;", "en",
     ("unamid",), "a time comes before the subject"),
    ("Decides to extend the mandate of UNAVEM II, with the proviso that the Secretary-General is authorized "
     "to concentrate it;", "en", ("unavem-ii",), "but not where the Council does it itself"),
    ("Decides that the supplying Member State is primarily responsible for notifying the Committee;", "en",
     ("member-states",), "a responsibility tells to act"),
    ("Calls in particular on the Abkhaz side to improve law enforcement;", "en", ("parties",),
     "words between the verb and its preposition"),
    ("Invites to this end the Secretary-General to offer his assistance;", "en", ("secretary-general",),
     "or before the name"),
    ("Underlines the importance of cooperation between the African Union (AU), the East African Community "
     "(EAC) and the Panel of Experts;", "en", ("african-union", "eac", "panel-of-experts"),
     "abbreviations part no list"),
    ("敦促以色列政府与联黎部队协调，加速撤军；", "zh-Hans", ("israel",), "a government is its country's"),
    ("敦促所有尚未批准附加议定书的国家考虑批准；", "zh-Hans", ("all-states",), "all that have not yet"),
    ("呼吁加强所有国家、联刚稳定团和专家组之间的合作；", "zh-Hans",
     ("all-states", "monusco", "group-of-experts"), "all act between whom it shall be better"),
    ("决定会员国可允许在已冻结的账户中存入利息；", "zh-Hans", ("member-states",), "who may is addressed too"),
    ("重申为进一步避免青年党获得武器，不得将军火转售给他人；", "zh-Hans", (), "a purpose has no subject"),
    ("请秘书长定期审查和报告联合国行动过渡所需条件；", "zh-Hans", ("secretary-general",),
     "what he does ends the list"),
    ("回顾与冲突中性暴力问题秘书长特别代表合作的重要性；", "zh-Hans", (), "with whom one cooperates"),
    ("Appeals to all Member States and to all humanitarian organizations to help;", "en",
     ("member-states", "international-organizations"), "a preposition before those addressed"),
    ("Calls for enhanced cooperation between all States, MONUSCO and the Group of Experts;", "en",
     ("all-states", "monusco", "group-of-experts"), "all act who shall cooperate"),
    ("Calls on all groups other than UNDOF to leave its positions;", "en", ("armed-groups",),
     "who is excepted is not addressed"),
    ("Demands that no acts of intimidation be directed against the United Nations;", "en", (),
     "the one who would suffer"),
    ("Requests that the Secretary-General issue a report on Security Council measures;", "en",
     ("secretary-general",), "a subjunctive ends the subject as *to* does"),
    ("Decides that, to prevent Charles Taylor from using funds, all States in which there are funds shall "
     "freeze them;", "en", ("all-states",), "the purpose comes before the subject"),
    ("Decides in response to the request by the Secretary-General to allow the judges to serve;", "en", (),
     "a decision names who acts behind *that*"),
    ("Further requests that, after a discussion with the Committee, the Panel of Experts submit a report;",
     "en", ("panel-of-experts",), "an aside before the subject"),
    ("Urges all Somali stakeholders to take part;", "en", ("parties",), "Somali says which"),
    ("Urges the Presidents of the Mano River Union member States to talk;", "en", ("states-concerned",),
     "members of another organization"),
    ("Urges the LCBC Member States and Benin to plan further;", "en", ("states-concerned", "benin"),
     "its members are told, not the Commission itself"),
    ("Invites the United Nations country-level task force to report;", "en", ("united-nations-system",),
     "country-level is no country"),
    ("Strongly urges the FNL to put an end to the hostilities;", "en", ("armed-groups",),
     "an armed group by its name"),
    ("Requests the organisations and States listed in paragraph 38 to provide an update;", "en",
     ("states", "international-organizations"), "organizations beside States"),
    ("Calls on international donors and organizations to adhere to their commitments;", "en",
     ("states-concerned", "international-organizations"), "organizations beside donors"),
    ("Calls upon all States, including States not members of the United Nations, and all international "
     "organizations, to act strictly;", "en", ("all-states", "international-organizations"),
     "*not members* tells nobody to act"),
    ("Calls for the authority of UNMIK to be respected;", "en", (), "it is only to be respected"),
    ("Calls for full compliance with the arms embargo by all Member States;", "en", ("member-states",),
     "who shall comply comes last"),
    ("Calls for an end to the embargo imposed by Member States;", "en", (), "who imposed it is not asked"),
    ("Requests MONUSCO’s military component to support its tasks;", "en", ("monusco",),
     "a component acts for its mission"),
    ("Stresses the importance of neutralizing all armed groups, including, among others, the FDLR;", "en",
     (), "among others is not among them"),
    ("Stresses the need to strengthen the capacities of ECOWAS which should enable it to act;", "en", (),
     "nobody needs to: *the need to*"),
    ("Recognizes the importance of collaboration to bridge divides in promoting trust between the United "
     "Nations and Governments;", "en", (), "what is promoted is no deed of theirs"),
    ("Encourages international, regional and subregional organizations to help;", "en",
     ("regional-organizations", "international-organizations"), "both are named"),
    ("Urges Member States and international and regional organizations to help;", "en",
     ("member-states", "regional-organizations", "international-organizations"), "both are named"),
    ("促请会员国以及国际和区域组织提供援助；", "zh-Hans",
     ("member-states", "regional-organizations", "international-organizations"), "both are named"),
    ("Commends the efforts of the Secretary-General towards a settlement which must be just;", "en", (),
     "nobody is told to act"),
    ("Reiterates the obligation of Member States to refrain from supporting terrorists;", "en",
     ("member-states",), "whose duty it is"),
    ("Emphasizes that those responsible must be held accountable;", "en", (), "they suffer it"),
    ("Reminds the Government of Portugal that the Council may meet again;", "en", ("portugal",),
     "who is reminded"),
    ("Calls for full implementation of the mandate of UNMISS;", "en", (), "whose mandate it is"),
    ("Decides that UNMISS’s mandate shall be as follows:", "en", ("unmiss",), "what is decided on"),
    ("决定，为防止资金流失，所有国家应冻结这些资金；", "zh-Hans", ("all-states",), "purpose before subject"),
    ("重申安理会在第2178(2014)号决议中决定，所有国家应对恐怖分子采取措施；", "zh-Hans", ("all-states",),
     "the Council asks nothing of itself"),
    ("促请马里当局和马里所有各方遵守协议；", "zh-Hans", ("mali", "parties"), "second 马里 says which"),
    ("请会员国，特别是邻国，支持联合国；", "zh-Hans", ("member-states",), "some of them are they"),
    ("请专家小组与委员会协商，提交报告；", "zh-Hans", ("panel-of-experts",), "与 is no list"),
    ("敦促几内亚湾区域内会员国迅速行动；", "zh-Hans", ("states-concerned",), "a gulf is no State"),
    ("确认各方支持切断恐怖分子的武器供应；", "zh-Hans", (), "供应 tells nobody to act"),
    ("邀请联合监测和评价委员会分享信息；", "zh-Hans", ("rjmec",), "not the Committee"),
    ("促请观察员部队以外的所有团体离开；", "zh-Hans", ("armed-groups",), "who is excepted"),
    ("Calls upon all parties in Mali to abide by it;", "en", ("parties",), "in Mali says where"),
    ("Calls upon all Member States, in particular Sudan and South Sudan, to allow free movement;", "en",
     ("member-states", "sudan", "south-sudan"), "who is named in particular"),
    ("Urges all States, especially States where fugitives are, to cooperate;", "en", ("all-states",),
     "some of them are they"),
    ("Decides that, until 30 September, without prejudice to the Malian authorities, "
     "MINUSMA is authorized to respond to threats;", "en", ("minusma",), "asides before the subject"),
    ("Requests the Special Representative of the Secretary-General and UNAMI, noting the letter to "
     "the Secretary-General (S/2020/448), to advise;", "en", ("special-representative", "unami"),
     "a symbol in brackets is no name"),
    ("Urges prompt reporting by the Secretary-General to the Council and troop-contributing countries;", "en",
     ("secretary-general",), "those told are not asked"),
    ("Calls on member States of ICGLR and regional economic communities to fight exploitation;", "en",
     ("states-concerned",), "whose members they are"),
    ("Recognizes that the security of personnel is essential for UNAMI to work;", "en", (),
     "what enables a mission is no duty of it"),
    ("Stresses that the responsibility for civilians lies with the Somali authorities;", "en",
     ("somalia",), "with whom a responsibility lies"),
    ("Underlines the importance of close coordination between all United Nations entities;", "en",
     ("united-nations-system",), "it matters that they do it"),
    ("Requests that the independent review of UNSMIL should take elections into account;", "en", (),
     "a review of a mission"),
    ("Requests the following reports from the Secretary-General:", "en", ("secretary-general",),
     "from whom a report is asked"),
    ("Decides that these assets may be unfrozen in the absence of an objection by the Committee;", "en", (),
     "whose objection would stop it"),
    ("Urges all State institutions to support the process;", "en", (), "all State is no name here"),
    ("请联合国、非洲联盟和索马里当局考虑气候变化；", "zh-Hans",
     ("united-nations-system", "african-union", "somalia"), "联合国 is a name of its own here"),
    ("授权通过欧盟采取行动的会员国设立部队；", "zh-Hans", ("member-states",), "the name in an attribute"),
    ("鼓励及时与委员会协调；", "zh-Hans", (), "with whom, not who"),
    ("请联合国与欧洲联盟协调，提供支助；", "zh-Hans", ("united-nations-system",), "联合国与 is two words"),
    ("鼓励包括指认国在内的所有会员国提供资料；", "zh-Hans", ("member-states",), "包括……在内 is aside"),
    ("着重指出索马里政府需建立人权委员会；", "zh-Hans", ("somalia",), "需 is a duty"),
    ("确认必须满足索马里人民的需要；", "zh-Hans", (), "需要 is a noun"),
    ("强调联刚稳定团的所有工作均应尊重人权；", "zh-Hans", (), "its work, not it"),
    ("敦促《解决南苏丹共和国冲突重振协议》各方遵守协议；", "zh-Hans", ("parties",), "a title names nobody"),
    ("决定授权非洲联盟成员国继续部署非索特派团；", "zh-Hans", ("states-concerned",), "whom it authorizes"),
    ("重申会员国在向委员会提交基地组织名单的名字时应使用标准表格；", "zh-Hans", ("member-states",),
     "在……时 is aside"),
    ("要求两国充分支持联阿安全部队；", "zh-Hans", ("parties",), "not the one to be supported"),
    ("促请国家、区域和国际伙伴提供支助；", "zh-Hans", ("international-community",), "国家 is national here"),
    ("强调指出几内亚湾各国负有首要责任；", "zh-Hans", ("states-concerned",), "a gulf is no State"),
    ("敦促所有有关当事方着手组建联邦和州两级政府；", "zh-Hans", ("parties",), "what they form does not act"),
    ("指出会员国与专家小组充分合作的重要性；", "zh-Hans", ("member-states", "panel-of-experts"),
     "合作的重要性: it matters that they do it"),
    # kinds looked for in all rows: channels, duties, what is done to somebody, what somebody has said
    ("Calls on Member States acting nationally or through regional organizations, including the EU, "
     "to assist "
     "Libya;", "en", ("member-states",), "through whom States act"),
    ("Demands immediate steps for the return of all children with the assistance of relevant United Nations "
     "agencies;", "en", (), "who only assists"),
    ("Extends the mandate of UNSMIL until 15 March 2021 under the leadership of the Special "
     "Representative of "
     "the Secretary-General;", "en", ("unsmil",), "who leads it is not extended"),
    ("Decides that upon the request of the President of the International Tribunal, the "
     "Secretary-General may "
     "appoint judges;", "en", ("secretary-general",), "who requests it"),
    ("Decides that States shall prohibit in their territories the opening of branches;", "en",
     ("all-states",), "States that shall are found before their deed"),
    ("Decides that Iran shall not undertake it, and that States shall prevent the transfer;", "en",
     ("iran", "all-states"), "also where they are the second"),
    ("Reaffirms its decision that States shall eliminate the supply of weapons;", "en", ("all-states",),
     "and where a decision is reaffirmed"),
    ("Stresses that the parties shall continue to be held equally responsible for compliance;", "en", (),
     "to be held responsible is no deed"),
    ("Stresses the importance of a continued presence of UNAMA in the provinces;", "en", (),
     "a presence is no duty"),
    ("Recognizes the importance of national institutions in preventing conflict;", "en", (),
     "nor is the part that somebody has"),
    ("Recalls the primary responsibility of the Government of Haiti for ensuring stability;",
     "en", ("haiti",),
     "a responsibility is"),
    ("Stresses the importance of the demarcation of the border between the parties;", "en", (),
     "the border lies between them"),
    ("Recognizes the importance of information sharing within and between governments;", "en", (),
     "within and between them"),
    ("Welcomes the engagement of UNIFIL in a dialogue on the responsibilities of UNIFIL to assist others;",
     "en", (), "what is welcomed is no duty"),
    ("Welcomes the report and commends them for their efforts;", "en", (), "nor is what they did"),
    ("Acknowledges the need for the Security Council and Member States to redouble efforts;", "en",
     ("member-states",), "the Council asks nothing of itself"),
    ("Approves the recommendations of the Secretary-General relating to the re-establishment of the police;",
     "en", (), "what he has recommended is approved"),
    ("Approves the recommendation of the Secretary-General to extend the mandate of ONUSAL;", "en",
     ("onusal",), "and is about somebody else"),
    ("Requests that the next report of the Secretary-General provide an assessment;", "en",
     ("secretary-general",), "but his report is asked of him"),
    ("Calls for those responsible for these acts to be held accountable;", "en", (),
     "what is done to them"),
    ("Calls on those responsible to cease committing acts of violence;", "en", ("parties",),
     "but not what they shall do"),
    ("Requests the Commission of Investigation, consisting of Australia, Egypt and Peru, to report;", "en",
     (), "of whom it consists"),
    ("Decides that briefings from the Chair of the Committee pursuant to resolution 2713 (2023) to "
     "the Security "
     "Council shall take place on an annual basis;", "en", ("2713-committee",), "who briefs"),
    ("Requests that AUSSOM, within its existing mandate, support and assist Somalia in implementing the ban, "
     "and facilitate access;", "en", ("aussom",), "a deed without *to* behind an aside"),
    ("Declares that these areas should be treated as safe areas by all the parties concerned;", "en",
     ("parties",), "by whom they are so treated"),
    ("Declares that no recognition will be accorded either by the United Nations or any Member State;", "en",
     ("united-nations-system", "member-states"), "and by whom it is not given"),
    ("Calls on UNOCT, Member States, donors and recipients to use these assessments, including in planning;",
     "en", ("unoct", "member-states", "states-concerned"), "donors beside States are no part of them"),
    ("Calls upon the Government of Rwanda and the Rwandese Patriotic Front to respect the cease-fire;", "en",
     ("rwanda", "armed-groups"), "a front beside a government"),
    ("Notes the importance of this programme in accordance with the Framework agreed between Sierra Leone "
     "and its partners;", "en", (), "between whom it was agreed"),
    ("Stresses the importance of the Inter-Congolese Dialogue, which is essential to achieve peace;", "en",
     (), "a name within a word"),
    ("Stresses the importance of cooperation between Afghanistan and its partners against the Taliban, "
     "Al-Qaida and others;", "en", ("afghanistan", "international-community"),
     "against whom others cooperate"),
    ("Agrees with the Secretary-General that UNPOS should now be dissolved by the Secretary-General;", "en",
     (), "with whom the Council agrees"),
    ("Urges Member States, regional and international organizations to contribute;", "en",
     ("member-states", "regional-organizations", "international-organizations"),
     "regional and international"),
    ("Strongly encourages Member States’ further progress in this regard;", "en", ("member-states",),
     "whose progress is encouraged"),
    ("Decides that each State neighbouring the Federal Republic of Yugoslavia (Serbia and Montenegro) shall "
     "prevent the passage of vehicles;", "en", ("all-states",), "whose neighbours act"),
    ("Encourages the implementation of the Communiqué signed by the United Nations and the Government of "
     "Mali in March 2019;", "en", (), "who signed it, both of them"),
    ("Calls upon all parties in Yemen, South Sudan, Somalia and northeast Nigeria to take steps;", "en",
     ("parties",), "in which countries they are"),
    ("Calls on all parties in Somalia and other international partners to work towards that end;", "en",
     ("parties", "international-community"), "but not who stands beside them"),
    ("Requests an update by 30 April 2024 from the African Union and the FGS on their preparations;", "en",
     ("african-union", "somalia"), "from whom a report is requested, both of them"),
    ("Decides that the Somali authorities have the primary responsibility to notify the Committee of it;",
     "en", ("somalia",), "who has a responsibility is told"),
    ("Stresses that the funding of elections is the responsibility of the South Sudanese authorities;", "en",
     ("south-sudan",), "whose responsibility it is"),
    ("Recalls its authorization to UNIFIL to protect civilians without prejudice to the responsibility of "
     "the Government of Lebanon to do so;", "en", (), "without prejudice to it nobody is told"),
    ("Underscores the importance of troop and police contributing countries (T/PCCs) providing troops;", "en",
     ("states-concerned",), "contributing is no deed"),
    ("Urges the use of the United Nations aide-memoire by the sides to ensure peace;", "en", ("parties",),
     "a paper of the United Nations"),
    ("Urges all non-United Nations forces authorized by it to take measures;", "en", (),
     "forces that are none of the United Nations"),
    ("Encourages participation from Member States;", "en", ("member-states",), "from whom something comes"),
    ("促请会员国和相关组织考虑提供自愿捐款；", "zh-Hans", ("member-states", "international-organizations"),
     "organizations beside States"),
    ("鼓励会员国及区域和国际组织给予支持；", "zh-Hans",
     ("member-states", "regional-organizations", "international-organizations"), "区域和国际组织"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lang", "actors", "why"), KINDS, ids=[case[3] for case in KINDS])
def test_who_acts(text: str, lang: Lang, actors: tuple[str, ...], why: str) -> None:
    assert mandates(("1", text), lang=lang)[0].actors == actors, why


def test_the_panel_that_a_paragraph_founds_acts_in_its_points() -> None:
    rows = mandates(
        ("7", "Requests the Secretary-General to create a group of experts, with the following mandate:"),
        ("7(a)", "To provide the Committee with a list of those found to have violated the measures;"),
    )
    assert [row.actors for row in rows] == [("secretary-general",), ("group-of-experts",)]


def test_the_government_is_that_of_the_only_country() -> None:
    rows = mandates(
        ("1", "Recalls the election in Mali, the peace in Mali and the aid to Mali;"),
        ("2", "Urges the Prime Minister to act;"),
    )
    assert rows[-1].actors == ("mali",)


def test_a_pronoun_stands_for_who_is_named_before() -> None:
    rows = mandates(("1", "Welcomes the initiative of the Secretary-General, and calls on him to go on;"))
    assert rows[-1].actors == ("secretary-general",)


@pytest.mark.parametrize(("text", "lang", "actors"), CASES)
def test_addressees(text: str, lang: Lang, actors: tuple[str, ...]) -> None:
    assert mandates(("1", text), lang=lang)[0].actors == actors


def test_a_pronoun_stands_for_those_addressed_before() -> None:
    rows = mandates(("1", "Calls upon the parties to cease fire, and urges them to negotiate;"))
    assert [row.actors for row in rows] == [("parties",), ("parties",)]


def test_it_is_who_the_clause_before_speaks_of() -> None:
    rows = mandates(
        ("1", "Recalls the report of ECOWAS, welcomes the reconfiguration of AMISOM, and urges it to begin;")
    )
    assert rows[-1].actors == ("amisom",)


PRONOUNS: list[tuple[str, tuple[str, ...], str]] = [
    ("Welcomes the report of ECOWAS, and recalls that it has always condemned such acts;", (),
     "the Council speaks of itself"),
    ("Welcomes the work of the Secretary-General with the parties, urges Chad and Sudan to talk, and "
     "encourages him to send an envoy;", ("secretary-general",), "him is one, and none of two States"),
    ("Recognizes the role of the Peacebuilding Commission, and encourages its continued engagement;",
     ("peacebuilding-commission",), "whose engagement it is"),
    ("Recalls the Peacebuilding Commission and its gender strategy, and calls for its full implementation;",
     (), "a strategy does not act"),
    ("Recognizes the role of women and NGOs, and urges their involvement in peace processes;", (),
     "their may be of anyone"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "actors", "why"), PRONOUNS, ids=[case[2] for case in PRONOUNS])
def test_pronouns(text: str, actors: tuple[str, ...], why: str) -> None:
    assert mandates(("1", text))[-1].actors == actors, why


def test_one_more_report_is_asked_of_whom_the_first_was() -> None:
    rows = mandates(
        ("1", "Requests the Panel of Experts to report by 1 March 2030, requests also a final report;")
    )
    assert [row.actors for row in rows] == [("panel-of-experts",), ("panel-of-experts",)]


def test_a_body_named_after_a_place_is_not_its_government() -> None:
    rows = mandates(
        ("-", "Recalling the Contact Group on Piracy off the Coast of Somalia (CGPCS),"),
        ("1", "Encourages the CGPCS to go on;"),
    )
    assert rows[-1].actors == ("cgpcs",)


def test_abbreviations_defined_in_the_document_resolve() -> None:
    rows = mandates(
        ("-", "Recalling the International Residual Mechanism for Criminal Tribunals (“the Mechanism”),"),
        ("1", "Requests the Mechanism to report;"),
    )
    assert [row.actors for row in rows] == [("residual-mechanism",)]


def test_the_committee_is_the_one_that_the_document_names() -> None:
    rows = mandates(
        ("1", "Recalls the Committee established pursuant to resolution 751 (1992) (“the Committee”);"),
        ("2", "Directs the Committee to report;"),
    )
    assert rows[-1].actors == ("751-committee",)


def test_the_committee_that_a_resolution_founds_is_not_the_council_that_is_named_beside_it() -> None:
    rows = mandates(
        ("1", "Decides to establish, in accordance with rule 28 of its provisional rules of procedure, "
              "a Committee of the Security Council (herein “the Committee”) to monitor the measures;"),
        ("2", "Directs the Committee to remove names;"),
        ("3", "Requests the Chair to brief all interested Member States;"),
        number=1988,
    )  # fmt: skip
    assert [row.actors for row in rows] == [("1988-committee",)] * 3


def test_a_president_by_name_is_his_country() -> None:
    rows = mandates(
        ("-", "Recalling the situation in Mali, the Government of Mali and the people of Mali,"),
        ("1", "Encourages President Keïta to broaden the peace process;"),
        ("2", "Demands the immediate release of President Keïta;"),
    )
    assert [row.actors for row in rows] == [("mali",), ()]


def test_of_several_committees_none_is_guessed() -> None:
    rows = mandates(
        ("1", "Recalls the Committees established pursuant to resolution 751 (1992);"),
        ("2", "Recalls the Committee established pursuant to resolution 1591 (2005);"),
        ("3", "Directs the Committee to report;"),
    )
    assert rows[-1].actors == ("committee",)


@pytest.mark.parametrize(
    ("lang", "names", "asks"),
    [
        ("en", "Recalling the Rome Statute of the International Criminal Court,",
         "Invites the Prosecutor to address the Council;"),
        ("zh-Hans", "回顾国际刑事法院的罗马规约，", "请检察官向安理会通报；"),
    ],
)  # fmt: skip
def test_the_prosecutor_is_that_of_the_court_that_the_document_names(
    lang: Lang, names: str, asks: str
) -> None:
    rows = mandates(("-", names), ("1", asks), lang=lang)
    assert [row.actors for row in rows] == [("icc",)]


@pytest.mark.parametrize(
    ("lang", "names", "asks"),
    [
        ("en", "Recalling the agreements between Sudan and South Sudan, and the role of Ethiopia,",
         "Urges the two Governments to demilitarize the border;"),
        ("zh-Hans", "回顾苏丹与南苏丹达成的协定以及埃塞俄比亚的作用，", "敦促两国政府实现非军事化；"),
    ],
)  # fmt: skip
def test_the_two_governments_are_those_named_side_by_side(lang: Lang, names: str, asks: str) -> None:
    rows = mandates(("-", names), ("1", asks), lang=lang)
    assert [row.actors for row in rows] == [("south-sudan", "sudan")]


def test_of_several_pairs_none_is_guessed() -> None:
    rows = mandates(
        ("-", "Recalling the border of Chad and Sudan, and that of Iraq and Kuwait,"),
        ("1", "Urges the two Governments to cooperate;"),
    )
    assert [row.actors for row in rows] == [("parties",)]


def test_what_is_demanded_for_a_country_is_not_demanded_of_it() -> None:
    rows = mandates(
        ("1", "Demands the immediate withdrawal of all mercenaries used in the armed attack against the "
         "territory of the Republic of Guinea;"),
        ("2", "Decides that in the event of failure on the part of the Government of South Africa to comply, "
         "the Security Council will meet;"),
        ("3", "Recommends the establishment of the commission described in the report of the "
         "Secretary-General, which should consult with the authorities;"),
        ("4", "Demands the withdrawal of all Israeli armed forces from Lebanese territory;"),
    )  # fmt: skip
    assert [row.actors for row in rows] == [(), (), (), ("israel",)]


def test_a_clause_that_asks_him_is_one_of_its_own() -> None:
    rows = mandates(("1", "Welcomes the initiative of the Secretary-General and requests him to report;"))
    assert [(row.verb, row.actors) for row in rows] == [
        ("Welcomes", ()),
        ("requests", ("secretary-general",)),
    ]
