"""What is declared void stays void, whatever the years; what only speaks of it passes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from mandate_documents import document, put

from mandex.corpus.store import Store
from mandex.index.life.standing import Register

# force and lemma, words, status
CASES = [
    ("decide", "determine", "Determines that the policy of establishing settlements has no legal validity",
     "open"),
    ("decide", "decide", "Decides that the decision to impose its laws is null and void", "open"),
    ("call", "call upon", "Calls upon all States not to recognize any Cypriot State but one", "open"),
    ("note", "consider", "Considers the declaration as legally invalid", "open"),
    ("note", "consider", "Considers that all measures which tend to change the status of Jerusalem are"
     " invalid", "open"),
    ("note", "affirm", "Affirms that the enactment of the law does not affect the continued application of"
     " the Geneva Convention", "open"),
    ("decide", "declare", "Declares that the results of the referendum are of no validity", "open"),
    # and what is final (833 OP4-6)
    ("note", "reaffirm", "Reaffirms that the decisions of the Commission regarding the demarcation of the"
     " boundary are final", "open"),
    ("demand", "demand", "Demands that Iraq and Kuwait respect the inviolability of the international"
     " boundary", "open"),
    # tells of what somebody else does not recognize
    ("note", "commend", "Commends Lesotho for its decision not to recognize the independence of the Transkei",
     "spent"),
    # wrong, but not void
    ("decide", "decide", "Decides that the invasion of the territory is illegal", "spent"),
]  # fmt: skip


@pytest.mark.parametrize(("force", "lemma", "words", "status"), CASES)
def test_no_years_end_what_is_declared_void(tmp_path, force, lemma, words, status):
    made = document("S/RES/9541 (1983)", "1983-11-18", f"OP2 {force}: {words}", title="Cyprus")
    made = replace(made, mandates=tuple(replace(one, lemma=lemma) for one in made.mandates))
    with Store.open(tmp_path, create=True) as base:
        put(base, made)
        (id_,) = base.connection.execute("SELECT id FROM mandates").fetchone()
        mandate = base.mandate(id_)
        found = Register(base, "2026-11-27").of_paragraph("S/RES/9541 (1983)", "2", "1983-11-18", mandate)
        assert found.status == status
