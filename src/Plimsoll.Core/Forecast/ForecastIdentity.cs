using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Plimsoll.Core.Budget;
using Plimsoll.Core.Care;

namespace Plimsoll.Core.Forecast;

/// <summary>The identity of a forecast: everything that decides its numbers, and nothing that does not.</summary>
internal static class ForecastIdentity
{
    /// <summary>A short hash of dataset, prices, placement costs, settings (threads apart) and version.</summary>
    public static string Of(CareDataset data, PriceBook prices, PlacementCostSheet? costs, ForecastSettings settings, DateOnly from, string version)
    {
        var text = new StringBuilder();
        void Add(FormattableString part) => text.Append(part.ToString(CultureInfo.InvariantCulture)).Append('\n');
        Add($"version {version}");
        Add($"dataset {data.Id}");
        Add($"prices {prices.Name} {prices.IsShippedDefault}");
        foreach (var row in prices.Rows)
        {
            Add($"{row.State.Code()} {row.AgeFrom} {row.AgeTo} {row.Weekly.Pounds} {row.Valid.Start:yyyy-MM-dd} {row.Valid.End:yyyy-MM-dd} {row.Source}");
        }

        Add($"from {from:yyyy-MM-dd} {settings.Months} {settings.Replicates} {settings.Seed} {settings.Entries} {settings.Spread} {settings.Prices}");
        foreach (var cost in costs?.Rows ?? [])
        {
            Add($"cost {cost.Child.Authority} {cost.Child.LocalId} {cost.Days.Start:yyyy-MM-dd} {cost.Days.End:yyyy-MM-dd} {cost.Weekly.Pounds}");
        }

        Add($"population {settings.PopulationChange} {settings.ChildPopulation}");
        var tuning = settings.Tuning;
        Add($"tuning {tuning.HalfLifeMonths} {tuning.PullWeight:R} {tuning.TrendPrior:R} {tuning.Origins} {tuning.Backtest}");
        foreach (var spread in tuning.Spread.IsDefault ? [] : tuning.Spread)
        {
            Add($"spread {spread.Months} {spread.Factor:R}");
        }

        foreach (var (state, rise) in settings.YearlyPriceRise.OrderBy(pair => pair.Key))
        {
            Add($"rise {state.Code()} {rise}");
        }

        foreach (var (year, budget) in settings.Budgets.OrderBy(pair => pair.Key))
        {
            Add($"budget {year} {budget.Pounds}");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }
}
