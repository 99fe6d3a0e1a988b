using Plimsoll.Core.Forecast.Backtest;

namespace Plimsoll.Store.Forecast;

/// <summary>A backtest as it is kept.</summary>
/// <param name="Result">The result.</param>
/// <param name="At">When it was last run, in UTC.</param>
public sealed record StoredBacktest(BacktestResult Result, DateTimeOffset At);
