-- Version 1 of the workspace for SQLite. Scripts are never edited once released: a change is a new script.
-- Instants are ISO 8601 text in UTC with seven decimals, dates are ISO text. The PostgreSQL twin has the same tables.
CREATE TABLE journal (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    by_whom TEXT NOT NULL,
    why TEXT NOT NULL,
    evidence TEXT NOT NULL,
    what TEXT NOT NULL,
    subject TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL
);
CREATE TRIGGER journal_keeps_entries BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'entries of the journal cannot be changed'); END;
CREATE TRIGGER journal_loses_nothing BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'entries of the journal cannot be removed'); END;

-- One import is one version of the dataset.
CREATE TABLE imports (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    previous_id INTEGER NULL REFERENCES imports (id),
    dataset TEXT NOT NULL,
    at TEXT NOT NULL,
    by_whom TEXT NOT NULL,
    why TEXT NOT NULL,
    evidence TEXT NOT NULL,
    undone_at TEXT NULL
);
CREATE TABLE current_import (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    import_id INTEGER NULL REFERENCES imports (id)
);
INSERT INTO current_import (one, import_id) VALUES (1, NULL);

CREATE TABLE files (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    import_id INTEGER NOT NULL REFERENCES imports (id),
    name TEXT NOT NULL,
    hash TEXT NOT NULL,
    table_name TEXT NOT NULL,
    years TEXT NOT NULL,
    authorities TEXT NOT NULL,
    row_count INTEGER NOT NULL,
    left_out INTEGER NOT NULL,
    data_end TEXT NULL,
    kept BLOB NOT NULL
);
CREATE INDEX files_of_import ON files (import_id);
CREATE TABLE parts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    file_id INTEGER NOT NULL REFERENCES files (id),
    authority TEXT NOT NULL,
    collection_year INTEGER NOT NULL,
    used_rows INTEGER NOT NULL
);
CREATE INDEX parts_of_file ON parts (file_id);
CREATE TABLE import_parts (
    import_id INTEGER NOT NULL REFERENCES imports (id),
    part_id INTEGER NOT NULL REFERENCES parts (id),
    PRIMARY KEY (import_id, part_id)
) WITHOUT ROWID;

-- Rows belong to a part, which holds their file, authority and collection year.
CREATE TABLE headers (
    part_id INTEGER NOT NULL REFERENCES parts (id),
    seq INTEGER NOT NULL,
    line INTEGER NOT NULL,
    child TEXT NOT NULL,
    sex TEXT NOT NULL,
    born TEXT NULL,
    ethnicity TEXT NOT NULL,
    upn TEXT NOT NULL,
    mother TEXT NOT NULL,
    first_child_born TEXT NULL,
    PRIMARY KEY (part_id, seq)
) WITHOUT ROWID;
CREATE TABLE episodes (
    part_id INTEGER NOT NULL REFERENCES parts (id),
    seq INTEGER NOT NULL,
    line INTEGER NOT NULL,
    child TEXT NOT NULL,
    commenced TEXT NOT NULL,
    reason_new TEXT NOT NULL,
    legal_status TEXT NOT NULL,
    need TEXT NOT NULL,
    place TEXT NOT NULL,
    provider TEXT NOT NULL,
    ceased TEXT NULL,
    reason_ceased TEXT NOT NULL,
    reason_placement_change TEXT NOT NULL,
    home_district TEXT NOT NULL,
    placement_district TEXT NOT NULL,
    urn TEXT NOT NULL,
    PRIMARY KEY (part_id, seq)
) WITHOUT ROWID;
CREATE TABLE unaccompanied (
    part_id INTEGER NOT NULL REFERENCES parts (id),
    seq INTEGER NOT NULL,
    line INTEGER NOT NULL,
    child TEXT NOT NULL,
    sex TEXT NOT NULL,
    born TEXT NULL,
    status_ceased TEXT NULL,
    PRIMARY KEY (part_id, seq)
) WITHOUT ROWID;

CREATE TABLE findings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    import_id INTEGER NOT NULL REFERENCES imports (id),
    rule TEXT NOT NULL,
    severity TEXT NOT NULL,
    table_name TEXT NOT NULL,
    changes TEXT NOT NULL,
    meaning TEXT NOT NULL,
    treatment TEXT NOT NULL,
    children INTEGER NOT NULL
);
CREATE INDEX findings_of_import ON findings (import_id);
CREATE TABLE finding_rows (
    finding_id INTEGER NOT NULL REFERENCES findings (id),
    seq INTEGER NOT NULL,
    file TEXT NOT NULL,
    line INTEGER NOT NULL,
    column_name TEXT NOT NULL,
    child TEXT NOT NULL,
    says TEXT NOT NULL,
    did TEXT NOT NULL,
    PRIMARY KEY (finding_id, seq)
) WITHOUT ROWID;

CREATE TABLE price_books (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE TABLE settings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE TABLE forecasts (
    id TEXT PRIMARY KEY,
    as_at TEXT NOT NULL,
    dataset TEXT NOT NULL,
    settings TEXT NOT NULL,
    body TEXT NOT NULL
);
-- A forecast asked for twice is one forecast and two requests.
CREATE TABLE forecast_requests (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    forecast_id TEXT NOT NULL REFERENCES forecasts (id),
    at TEXT NOT NULL
);
CREATE INDEX requests_of_forecast ON forecast_requests (forecast_id);
