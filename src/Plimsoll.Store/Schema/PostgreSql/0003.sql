-- Version 3: placement cost sheets. The last one saved is in force; earlier ones are kept.
CREATE TABLE placement_cost_sheets (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at text NOT NULL,
    body text NOT NULL
);
