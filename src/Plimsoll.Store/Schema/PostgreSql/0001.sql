-- Version 1 of the workspace for PostgreSQL. Scripts are never edited once released: a change is a new script.
-- Instants are ISO 8601 text in UTC with seven decimals, because the journal's hashes cover every digit of them.
CREATE TABLE plimsoll_schema (
    one bigint PRIMARY KEY CHECK (one = 1),
    version bigint NOT NULL
);
INSERT INTO plimsoll_schema (one, version) VALUES (1, 0);

CREATE TABLE journal (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at text NOT NULL,
    by_whom text NOT NULL,
    why text NOT NULL,
    evidence text NOT NULL,
    what text NOT NULL,
    subject text NOT NULL,
    previous_hash text NOT NULL,
    hash text NOT NULL
);
CREATE FUNCTION journal_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'entries of the journal cannot be changed or removed'; END $$;
CREATE TRIGGER journal_keeps_entries BEFORE UPDATE OR DELETE ON journal
FOR EACH ROW EXECUTE FUNCTION journal_is_append_only();
CREATE TRIGGER journal_keeps_all BEFORE TRUNCATE ON journal
FOR EACH STATEMENT EXECUTE FUNCTION journal_is_append_only();

-- One import is one version of the dataset.
CREATE TABLE imports (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    previous_id bigint NULL REFERENCES imports (id),
    dataset text NOT NULL,
    at text NOT NULL,
    by_whom text NOT NULL,
    why text NOT NULL,
    evidence text NOT NULL,
    undone_at text NULL
);
CREATE TABLE current_import (
    one bigint PRIMARY KEY CHECK (one = 1),
    import_id bigint NULL REFERENCES imports (id)
);
INSERT INTO current_import (one, import_id) VALUES (1, NULL);

CREATE TABLE files (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    import_id bigint NOT NULL REFERENCES imports (id),
    name text NOT NULL,
    hash text NOT NULL,
    table_name text NOT NULL,
    years text NOT NULL,
    authorities text NOT NULL,
    row_count bigint NOT NULL,
    left_out bigint NOT NULL,
    data_end date NULL,
    kept bytea NOT NULL
);
CREATE INDEX files_of_import ON files (import_id);
CREATE TABLE parts (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    file_id bigint NOT NULL REFERENCES files (id),
    authority text NOT NULL,
    collection_year bigint NOT NULL,
    used_rows bigint NOT NULL
);
CREATE INDEX parts_of_file ON parts (file_id);
CREATE TABLE import_parts (
    import_id bigint NOT NULL REFERENCES imports (id),
    part_id bigint NOT NULL REFERENCES parts (id),
    PRIMARY KEY (import_id, part_id)
);

-- Rows belong to a part, which holds their file, authority and collection year.
CREATE TABLE headers (
    part_id bigint NOT NULL REFERENCES parts (id),
    seq bigint NOT NULL,
    line bigint NOT NULL,
    child text NOT NULL,
    sex text NOT NULL,
    born date NULL,
    ethnicity text NOT NULL,
    upn text NOT NULL,
    mother text NOT NULL,
    first_child_born date NULL,
    PRIMARY KEY (part_id, seq)
);
CREATE TABLE episodes (
    part_id bigint NOT NULL REFERENCES parts (id),
    seq bigint NOT NULL,
    line bigint NOT NULL,
    child text NOT NULL,
    commenced date NOT NULL,
    reason_new text NOT NULL,
    legal_status text NOT NULL,
    need text NOT NULL,
    place text NOT NULL,
    provider text NOT NULL,
    ceased date NULL,
    reason_ceased text NOT NULL,
    reason_placement_change text NOT NULL,
    home_district text NOT NULL,
    placement_district text NOT NULL,
    urn text NOT NULL,
    PRIMARY KEY (part_id, seq)
);
CREATE TABLE unaccompanied (
    part_id bigint NOT NULL REFERENCES parts (id),
    seq bigint NOT NULL,
    line bigint NOT NULL,
    child text NOT NULL,
    sex text NOT NULL,
    born date NULL,
    status_ceased date NULL,
    PRIMARY KEY (part_id, seq)
);

CREATE TABLE findings (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    import_id bigint NOT NULL REFERENCES imports (id),
    rule text NOT NULL,
    severity text NOT NULL,
    table_name text NOT NULL,
    changes text NOT NULL,
    meaning text NOT NULL,
    treatment text NOT NULL,
    children bigint NOT NULL
);
CREATE INDEX findings_of_import ON findings (import_id);
CREATE TABLE finding_rows (
    finding_id bigint NOT NULL REFERENCES findings (id),
    seq bigint NOT NULL,
    file text NOT NULL,
    line bigint NOT NULL,
    column_name text NOT NULL,
    child text NOT NULL,
    says text NOT NULL,
    did text NOT NULL,
    PRIMARY KEY (finding_id, seq)
);

CREATE TABLE price_books (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at text NOT NULL,
    body text NOT NULL
);
CREATE TABLE settings (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at text NOT NULL,
    body text NOT NULL
);
CREATE TABLE forecasts (
    id text PRIMARY KEY,
    as_at date NOT NULL,
    dataset text NOT NULL,
    settings text NOT NULL,
    body text NOT NULL
);
-- A forecast asked for twice is one forecast and two requests.
CREATE TABLE forecast_requests (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    forecast_id text NOT NULL REFERENCES forecasts (id),
    at text NOT NULL
);
CREATE INDEX requests_of_forecast ON forecast_requests (forecast_id);
