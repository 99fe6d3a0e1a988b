using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Store.Forecast;

/// <summary>A stored forecast in a line, for lists.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="AsAt">The day before it starts.</param>
/// <param name="When">When it was last asked for, in UTC.</param>
/// <param name="Dataset">The dataset that it rests on.</param>
/// <param name="Settings">What was asked, in short: "60 months, 1,000 futures, seed 1".</param>
public sealed record ForecastSummary(string Id, DateOnly AsAt, DateTimeOffset When, string Dataset, string Settings);
