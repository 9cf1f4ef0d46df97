"""Of whom something is demanded where that depends on what is said around it, in tables with the texts."""

from __future__ import annotations

import pytest
from mandate_cases import mandates

# Who is told, in documents where it depends on what is said around it.
AROUND: list[tuple[str, list[tuple[str, str]], tuple[str, ...]]] = [
    ("a point names whom the stem asks",
     [("4", "Therefore calls on:"), ("4(a)", "The FGS to lead coordination through regular meetings;")],
     ("somalia",)),
    ("a point that is exempted names nobody who shall act",
     [("4", "Decides that the arms embargo shall not apply to supplies for:"),
      ("4(b)", "AUSSOM, and the troop-contributing countries to AUSSOM;")], ()),
    ("a duty on an occasion",
     [("1", "Reaffirms that, when proposing names to the Committee for inclusion on the List, Member States "
       "shall use the standard form;")], ("member-states",)),
    ("what is done to the work of a body is not done by it",
     [("1", "Decides that any threat to the electoral process, in particular any attack on the Panel of "
       "Experts, shall constitute a threat to the peace;")], ()),
    ("a pronoun before a name",
     [("1", "Requests the Chief of Staff of UNTSO to report, and further requests that he submit reports on "
       "the Egyptian-Israel Armistice Agreement;")], ("untso",)),
    ("they are all of one list",
     [("1", "Welcomes the joint efforts of the African Union, ECOWAS and the European Union in support of "
       "Guinea-Bissau and encourages them to continue;")],
     ("african-union", "ecowas", "european-union")),
    ("others beside them",
     [("1", "Reminds Egypt and Israel that they are parties, and urges them and the other States in the area "
       "to settle the issues;")], ("egypt", "israel", "states")),
    ("an army is no place",
     [("1", "Calls for joint operations by the FARDC and MONUSCO;")],
     ("democratic-republic-of-the-congo", "monusco")),
    ("known by what the document is about",
     [("-", "Considering the truce in Palestine,"), ("1", "Instructs the Mediator to supervise the truce;")],
     ("un-mediator-palestine",)),
    ("unknown where it is about something else",
     [("-", "Considering the truce in Kashmir,"), ("1", "Instructs the Mediator to supervise it;")], ()),
    ("a point that is a request",
     [("-", "Decides:"), ("(c)", "To request the Secretary-General to submit, at the end of this period, a "
                                 "report;")], ("secretary-general",)),
    ("those who shall act come behind what is demanded",
     [("1", "Demands full respect for the right of UNPROFOR to free access to areas, and that all parties "
       "cooperate with it;")], ("parties",)),
    ("whose sovereignty is affected does not act",
     [("1", "Declares that acts which affect the sovereignty of a State may endanger the peace;")], ()),
    ("what is done in support of somebody",
     [("1", "Encourages the timely delivery of projects in support of FGS stabilization efforts;")], ()),
    ("that Government is the one just named",
     [("1", "Notes that the Government of Syria has stated its position, and reiterates its call on "
       "that Government to act;")], ("syria",)),
    ("of two countries that Government is the one that is named by its Government",
     [("1", "Reaffirms the responsibility of the Government of the United Kingdom to enable the people of "
       "Zimbabwe to decide, and urges that Government to act;")], ("united-kingdom",)),
    ("whom others shall admit is not told",
     [("1", "Recommends to the General Assembly that the Democratic and Popular Republic of Algeria be "
       "admitted to membership;")], ("general-assembly",)),
    ("who should be admitted is not told either",
     [("1", "Recommends to the General Assembly that Saint Lucia should be admitted to membership;")],
     ("general-assembly",)),
    ("who is requested",
     [("1", "Resolves:"), ("1(a)", "That the Trusteeship Council be requested to submit reports;")],
     ("trusteeship-council",)),
    ("what is to be avoided is not told",
     [("1", "Affirms that to further avoid Al-Shabaab obtaining weapons, items shall not be resold;")], ()),
    ("what the next sentence says",
     [("1", "Demands an immediate end of violence against the representatives of the Lebanese people. On the "
       "eve of the election, it stresses that any attempt should not impede the process in Lebanon.")], ()),
    ("what the Assembly is to decide of others",
     [("1", "Recommends to the General Assembly that it decide that Serbia should apply for membership;")],
     ("general-assembly",)),
    ("whom we do not know by name",
     [("1", "Instructs this sub-committee to examine the statements concerning Spain;")], ()),
    ("governments of the regions of a country",
     [("1", "Encourages the GFRS and Somalia’s FMS and regional governments to register all weapons;")],
     ("somalia",)),
    ("a Sub-Committee is not the Committee",
     [("1", "Decides to resume consideration as soon as the recommendations of the Sub-Committee have been "
       "made available;")], ()),
    ("these countries are those just named",
     [("1", "Welcomes the measures agreed by Guinea, Liberia and Sierra Leone and strongly encourages these "
       "three countries to hold a summit meeting;")], ("guinea", "liberia", "sierra-leone")),
    ("the Committee is the one that is called so, whatever others are named",
     [("1", "Recalls the Committee established pursuant to resolution 1267 (1999) and the Committee "
       "established in paragraph 35 of resolution 1988 (“the Committee”);"),
      ("2", "Encourages the Committee to meet;")], ("1988-committee",)),
    ("they are those beside whom others stand without a name",
     [("1", "Recognizes the efforts taken by ISAF and other international forces and calls on them to "
       "continue;")], ("isaf",)),
    ("a point that names at once who shall act",
     [("4", "Further demands:"), ("4(a)", "that Uganda and Rwanda, which have violated the sovereignty of "
                                  "others, withdraw all their forces;")], ("uganda", "rwanda")),
    ("but not by whom somebody was designated",
     [("4", "Decides:"), ("4(a)", "that all individuals designated by the Government of Lebanon shall be "
                          "subject to the measures;")], ()),
    ("a point in which a time comes before the subject",
     [("5", "Decides that:"), ("5(a)", "no later than October 2007, UNAMID shall establish a headquarters;")],
     ("unamid",)),
    ("the Coordinator of a resolution on Gaza",
     [("1", "Requests the Secretary-General to appoint a Coordinator for Gaza;"),
      ("2", "Requests that the Coordinator report to the Security Council;")],
     ("gaza-humanitarian-coordinator",)),
    ("whose mandate a point under a bare verb renews",
     [("-", "Decides:"), ("(b)", "To renew the mandate of the United Nations Disengagement Observer Force "
                                 "for another period of six months;")], ("undof",)),
    ("a point under a bare verb that asks somebody",
     [("5", "Calls upon:"), ("5(b)", "Those States that have diplomatic missions at Jerusalem to withdraw "
                             "them;")], ("states",)),
    ("a point under a bare verb of what is demanded for somebody",
     [("7", "Demands:"), ("7(b)", "The abrogation of the bans on political organizations, parties and news "
                          "media;")], ()),
    ("the one mission whose tasks are the points",
     [("2", "Authorizes the deployment within UNMEE of up to 4,200 troops, with a mandate to:"),
      ("2(a)", "Monitor the cessation of hostilities;")], ("unmee",)),
    ("the Mission is the one that is founded",
     [("1", "Recalls the work of the United Nations Observer Mission Uganda-Rwanda;"),
      ("2", "Decides to establish a peace-keeping operation entitled “United Nations Assistance Mission for "
       "Rwanda” for a period of six months;"),
      ("3", "Decides that the Mission shall monitor the security situation;")], ("unamir",)),
    ("the mission is the one that a text is on",
     [("1", "Welcomes the work of UNFICYP, the report on UNFICYP and the strength of UNFICYP;"),
      ("2", "Requests the mission to report;")], ("unficyp",)),
    ("a mission is no particular one in a text that names one in passing",
     [("1", "Recalls the report of UNITAD;"), ("2", "Requests the mission to report;")], ()),
    ("whose mandate is extended stands in the clause before",
     [("1", "Expresses its full support for UNFICYP and decides to extend its mandate for a further "
       "period;")], ("unficyp",)),
    ("civil society is among the stakeholders of a country",
     [("1", "Calls on all national stakeholders, including political and civil society actors, to "
       "participate;")], ("parties",)),
    ("what comes before the subject that is told",
     [("1", "Confirms that, in line with paragraph 1 (e) of resolution 2793 (2025), all States shall prevent "
       "the supply of arms;")], ("all-states",)),
    ("according to which somebody is told",
     [("1", "Recalls paragraph 15 of resolution 1701 (2006) according to which all States shall take the "
       "necessary measures;")], ("all-states",)),
    ("the urgency for somebody to act",
     [("1", "Underscores the urgency for the Government of Haiti to take all appropriate steps;")],
     ("haiti",)),
    ("the urgency of something",
     [("1", "Emphasizes the urgency of access of medical organizations to the civilian population;")], ()),
    ("by whom a ceasefire is to be respected",
     [("1", "Demands an immediate ceasefire respected by all parties;")], ("parties",)),
    ("a deed that is said without to",
     [("1", "Demands that South Africa pay full compensation to the People’s Republic of Angola;")],
     ("south-africa",)),
    ("whose views are included does not act",
     [("1", "Requests the Secretary-General, addressing perspectives from all actors, including the SRSG, to "
       "provide a letter;")], ("secretary-general",)),
    ("a call of an earlier resolution",
     [("1", "Reiterates its call in resolution 2249 (2015) for Member States to suppress terrorist acts;")],
     ("member-states",)),
    ("from whom a report is requested on whether somebody has acted",
     [("1", "Requests by 31 August a report from the Director General of the IAEA on whether Iran has "
       "established suspension of all activities;")], ("iaea",)),
    ("who is responsible for a crime has no duty",
     [("1", "Stresses that the Taliban is responsible for the massacres;")], ()),
    ("several committees are none in particular",
     [("1", "Recalls the Committee established pursuant to resolution 1267 (1999);"),
      ("2", "Encourages the Committees to meet;")], ("committee",)),
    ("whose resolutions a deed is in line with",
     [("1", "Calls for full compliance with the arms embargo by all Member States, in line with the relevant "
       "Security Council resolutions;")], ("member-states",)),
    ("who is required to act",
     [("1", "Recalls that Member States undertaking inspections are required to submit written reports;")],
     ("member-states",)),
    ("each of two tribunals", [("1", "Urges each Tribunal to plan and act accordingly;")], ("tribunal",)),
    ("he is who is named in the aside before",
     [("1", "Requests, in connection with the decision of the Secretary-General to send a mission, that he "
       "submit a report;")], ("secretary-general",)),
    ("a point that begins with who has the obligation",
     [("2", "Decides that:"), ("2(b)", "Each party has the obligation to prevent action violating the "
                               "truce;")], ("parties",)),
    ("a group by its own name is one",
     [("1", "Condemns UNITA for continuing military actions and demands that it immediately cease such "
       "actions;")], ("unita",)),
    ("what is only noted of a group",
     [("1", "Determines that ISIL constitutes a threat and notes it has the capability of attacks;")], ()),
    ("whose report shall hold something",
     [("1", "Requests the Secretary-General’s initial 90 day report to include an exit strategy;")],
     ("secretary-general",)),
    ("two verbs with one object",
     [("5", "Appeals urgently to and encourages all parties to settle their disputes;")], ("parties",)),
    ("who is called upon not to act",
     [("1", "Decides to call upon all States not to recognize this illegal regime;")], ("all-states",)),
    ("all Members are not all States",
     [("1", "Calls upon all States Members of the United Nations to comply;")], ("member-states",)),
]  # fmt: skip


@pytest.mark.parametrize(("why", "texts", "actors"), AROUND, ids=[case[0] for case in AROUND])
def test_who_acts_by_what_is_said_around(
    why: str, texts: list[tuple[str, str]], actors: tuple[str, ...]
) -> None:
    assert mandates(*texts)[-1].actors == actors, why
