namespace Plimsoll.Core.Forecast;

/// <summary>What became of a request for a forecast.</summary>
public abstract record ForecastOutcome;

/// <summary>The forecast was made.</summary>
/// <param name="Result">The snapshot.</param>
public sealed record ForecastDone(ForecastResult Result) : ForecastOutcome;

/// <summary>The forecast cannot be made as asked. Nothing has changed.</summary>
/// <param name="What">What is wrong, with the value.</param>
/// <param name="Why">Why it matters.</param>
/// <param name="ToDo">What to do.</param>
public sealed record ForecastRefused(string What, string Why, string ToDo) : ForecastOutcome;
