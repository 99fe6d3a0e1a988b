-- Version 2: a finding in records above the ordinary size lists its first places and counts the others, file by file.
CREATE TABLE unlisted_places (
    finding_id bigint NOT NULL REFERENCES findings (id),
    file text NOT NULL,
    places bigint NOT NULL,
    PRIMARY KEY (finding_id, file)
);
