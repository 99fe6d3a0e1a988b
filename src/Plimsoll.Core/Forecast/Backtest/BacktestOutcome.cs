namespace Plimsoll.Core.Forecast.Backtest;

/// <summary>What became of a request for a backtest.</summary>
public abstract record BacktestOutcome;

/// <summary>It was made.</summary>
/// <param name="Result">The result.</param>
public sealed record BacktestDone(BacktestResult Result) : BacktestOutcome;

/// <summary>It cannot be made. Nothing has changed.</summary>
/// <param name="What">What is wrong, with the value.</param>
/// <param name="Why">Why it matters.</param>
/// <param name="ToDo">What to do.</param>
public sealed record BacktestRefused(string What, string Why, string ToDo) : BacktestOutcome;
