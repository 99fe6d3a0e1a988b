using Plimsoll.Core.Budget;
using Plimsoll.Core.Care;

namespace Plimsoll.Core.Forecast;

/// <summary>What a forecast is made from.</summary>
/// <param name="Data">The records.</param>
/// <param name="Prices">The price list.</param>
/// <param name="Costs">The placement cost sheet; null when the council has loaded none.</param>
public sealed record ForecastInputs(CareDataset Data, PriceBook Prices, PlacementCostSheet? Costs = null);
