-- Version 4: tests of the forecast on the council's own past. The same test run twice is one backtest and two runs.
CREATE TABLE backtests (
    id text PRIMARY KEY,
    dataset text NOT NULL,
    body text NOT NULL
);
CREATE INDEX backtests_of_dataset ON backtests (dataset);
CREATE TABLE backtest_runs (
    seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    backtest_id text NOT NULL REFERENCES backtests (id),
    at text NOT NULL
);
CREATE INDEX runs_of_backtest ON backtest_runs (backtest_id);
