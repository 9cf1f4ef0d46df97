-- One file holds everything: texts, citations, mandates, problems, and the default engine's index.
CREATE TABLE files (
    path    TEXT PRIMARY KEY,
    sha256  TEXT NOT NULL,            -- '' asks for the file to be read again
    outcome TEXT NOT NULL CHECK (outcome IN ('document', 'duplicate', 'skipped', 'failed')),
    note    TEXT NOT NULL DEFAULT ''  -- why skipped or failed; whose duplicate
) WITHOUT ROWID;

CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    symbol TEXT NOT NULL, lang TEXT NOT NULL,
    type TEXT NOT NULL, organ TEXT NOT NULL, number INTEGER, year INTEGER, date TEXT NOT NULL,
    title TEXT NOT NULL, meeting TEXT NOT NULL, vote TEXT NOT NULL, chapter_vii INTEGER NOT NULL,
    source TEXT NOT NULL, sha256 TEXT NOT NULL, format TEXT NOT NULL, pages INTEGER NOT NULL,
    text  BLOB NOT NULL,              -- the source as read: zlib, UTF-8
    edits BLOB NOT NULL,              -- what was repaired: zlib, JSON [[repair, start, end, before, after], …]
                                      -- and what no paragraph holds: left-out:masthead, left-out:furniture …
    repairs INTEGER NOT NULL,         -- how many edits changed the text, not counting what was left out
    kept REAL NOT NULL,               -- share of the source's words and figures that the paragraphs hold
    UNIQUE (symbol, lang)
);
CREATE INDEX documents_source ON documents (source);
CREATE INDEX documents_sha256 ON documents (sha256);
CREATE INDEX documents_number ON documents (number, type, date);

-- The other symbols of documents of two organs: A/79/796 for S/2025/105.
CREATE TABLE aliases (
    symbol TEXT NOT NULL, doc INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    PRIMARY KEY (symbol, doc)
) WITHOUT ROWID;

CREATE TABLE paragraphs (
    id  INTEGER PRIMARY KEY,
    doc INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    kind TEXT NOT NULL, label TEXT NOT NULL, pinpoint TEXT NOT NULL, verb TEXT NOT NULL,
    text TEXT NOT NULL, page INTEGER, start INTEGER NOT NULL, end INTEGER NOT NULL,
    UNIQUE (doc, seq)
);
-- All that the places of citations ask of a document's other paragraphs.
CREATE INDEX paragraphs_kind ON paragraphs (doc, kind, seq, pinpoint);

CREATE TABLE citations (
    id  INTEGER PRIMARY KEY,
    doc INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    at_start INTEGER NOT NULL, at_end INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
    surface TEXT NOT NULL, target TEXT, pinpoint TEXT NOT NULL, relation TEXT NOT NULL,
    status TEXT NOT NULL, suggest TEXT, gaps INTEGER NOT NULL,
    -- The document meant: where number and year contradict each other, the one that was probably meant.
    cited TEXT AS (CASE WHEN status = 'year-mismatch' THEN coalesce(suggest, target) ELSE target END) VIRTUAL
);
CREATE INDEX citations_doc ON citations (doc, seq);
CREATE INDEX citations_target ON citations (target);
CREATE INDEX citations_cited ON citations (cited);

-- Every mention with its place. Of a document held in several languages one version counts, the English one
-- where it is held. `place` is where in the citing document: its pinpoint, PP3 for the third preambular
-- paragraph, OP2 for a bullet under paragraph 2, and ¶7, counting all, where nothing is numbered.
CREATE VIEW placed AS
    SELECT d.symbol AS citing, c.cited, c.relation, c.status, c.pinpoint, c.surface, c.target,
           c.id, c.doc, d.lang, c.seq, c.at_start, c.at_end, p.kind,
           CASE WHEN instr(p.pinpoint, '¶') THEN substr(p.pinpoint, 1, instr(p.pinpoint, '¶') - 1)
                WHEN p.pinpoint <> '' THEN p.pinpoint
                WHEN p.kind = 'preambular' THEN 'PP' || (
                    SELECT count(*) FROM paragraphs
                    WHERE doc = c.doc AND kind = 'preambular' AND seq <= c.seq)
                ELSE coalesce((
                    SELECT pinpoint FROM paragraphs
                    WHERE doc = c.doc AND kind = p.kind AND pinpoint <> '' AND seq < c.seq
                    ORDER BY seq DESC LIMIT 1), '¶' || c.seq)
           END AS place
    FROM citations AS c
         JOIN documents AS d ON d.id = c.doc
         JOIN paragraphs AS p ON p.doc = c.doc AND p.seq = c.seq
    WHERE d.lang = (SELECT min(lang) FROM documents WHERE symbol = d.symbol);

-- The citation graph, mention by mention: what a document says of itself is no edge.
CREATE VIEW mentions AS
    SELECT * FROM placed WHERE status <> 'self' AND cited <> citing;

CREATE TABLE mandates (
    id  INTEGER PRIMARY KEY,
    doc INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    at_start INTEGER NOT NULL, at_end INTEGER NOT NULL,
    verb TEXT NOT NULL, lemma TEXT NOT NULL, force TEXT NOT NULL,
    binding INTEGER NOT NULL, chapter_vii INTEGER NOT NULL,
    actors TEXT NOT NULL,             -- JSON list
    measure TEXT NOT NULL,
    topics TEXT NOT NULL              -- JSON list
);
CREATE INDEX mandates_doc ON mandates (doc, seq);

CREATE TABLE mandate_dates (
    mandate INTEGER NOT NULL REFERENCES mandates ON DELETE CASCADE,
    role TEXT NOT NULL, date TEXT NOT NULL, text TEXT NOT NULL, every TEXT NOT NULL
);
CREATE INDEX mandate_dates_mandate ON mandate_dates (mandate);
CREATE INDEX mandate_dates_date ON mandate_dates (role, date);

-- Every thing that a paragraph names: bodies, countries, treaties …, by their ids in the vocabulary.
CREATE TABLE entities (
    id  INTEGER PRIMARY KEY,
    doc INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    at_start INTEGER NOT NULL, at_end INTEGER NOT NULL,
    kind TEXT NOT NULL, entity TEXT NOT NULL
);
CREATE INDEX entities_doc ON entities (doc, seq);
CREATE INDEX entities_entity ON entities (kind, entity, doc, seq);

CREATE TABLE problems (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL, doc TEXT NOT NULL, lang TEXT NOT NULL,
    code TEXT NOT NULL, severity TEXT NOT NULL, place TEXT NOT NULL, message TEXT NOT NULL
);
CREATE INDEX problems_source ON problems (source);
CREATE INDEX problems_doc ON problems (doc, lang);

-- What the base remembers of itself: which engine its searches use, how its index was made.
CREATE TABLE settings (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- What each document is about, for ranking (see index/search/profiles.py).
CREATE TABLE profiles (
    doc  INTEGER PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
    data TEXT NOT NULL                -- JSON
);
CREATE VIRTUAL TABLE titles USING fts5 (terms, tokenize = "ascii tokenchars '_'");

-- For people with an SQL tool: plain words, several values with semicolons between them. See docs/sql.md.
CREATE VIEW readable_paragraphs AS
    SELECT d.symbol, d.lang, d.type, d.date, p.pinpoint, p.kind, p.verb, p.text, d.title, d.source
    FROM paragraphs AS p JOIN documents AS d ON d.id = p.doc;

CREATE VIEW readable_citations AS
    SELECT d.symbol, d.lang, d.date, p.pinpoint AS place, c.surface AS printed, c.cited, c.pinpoint, c.relation,
           c.status, p.text
    FROM citations AS c JOIN documents AS d ON d.id = c.doc
         JOIN paragraphs AS p ON p.doc = c.doc AND p.seq = c.seq;

CREATE VIEW readable_mandates AS
    SELECT d.symbol, d.lang, d.date, p.pinpoint, m.verb, m.force,
           CASE m.binding WHEN 1 THEN 'yes' ELSE 'no' END AS binding,
           (SELECT group_concat(value, '; ') FROM json_each(m.actors)) AS actors, m.measure,
           (SELECT group_concat(value, '; ') FROM json_each(m.topics)) AS topics,
           (SELECT group_concat(role || ' ' || coalesce(date, text), '; ') FROM mandate_dates
            WHERE mandate = m.id) AS dates
    FROM mandates AS m JOIN documents AS d ON d.id = m.doc
         JOIN paragraphs AS p ON p.doc = m.doc AND p.seq = m.seq;
