-- Version 4: tests of the forecast on the council's own past. The same test run twice is one backtest and two runs.
CREATE TABLE backtests (
    id TEXT PRIMARY KEY,
    dataset TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX backtests_of_dataset ON backtests (dataset);
CREATE TABLE backtest_runs (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    backtest_id TEXT NOT NULL REFERENCES backtests (id),
    at TEXT NOT NULL
);
CREATE INDEX runs_of_backtest ON backtest_runs (backtest_id);
