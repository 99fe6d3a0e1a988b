-- Version 5: what makes the range of a forecast wide. The last one worked out for a forecast takes the place of the one before.
CREATE TABLE forecast_drivers (
    forecast_id TEXT PRIMARY KEY REFERENCES forecasts (id),
    body TEXT NOT NULL
);
