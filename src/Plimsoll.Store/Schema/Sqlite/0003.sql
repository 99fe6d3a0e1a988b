-- Version 3: placement cost sheets. The last one saved is in force; earlier ones are kept.
CREATE TABLE placement_cost_sheets (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    body TEXT NOT NULL
);
