-- Version 2: a finding in records above the ordinary size lists its first places and counts the others, file by file.
CREATE TABLE unlisted_places (
    finding_id INTEGER NOT NULL REFERENCES findings (id),
    file TEXT NOT NULL,
    places INTEGER NOT NULL,
    PRIMARY KEY (finding_id, file)
) WITHOUT ROWID;
