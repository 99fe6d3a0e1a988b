using System.Collections.Immutable;
using Plimsoll.Core.Budget;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Statistics.Simulation;

namespace Plimsoll.Core.Forecast;

/// <summary>Everything about money that a simulation needs.</summary>
/// <param name="Values">List price of a night by state, price age band and month, with the rises that the settings set.</param>
/// <param name="Model">Prices around the list, or null where every placement has its list price.</param>
/// <param name="Inflation">Rises around those that are set; null likewise.</param>
/// <param name="StockFactors">For each child of the simulated stock, actual over list price on the as-at date; NaN where it is not known.</param>
/// <param name="Dearest">For each child of the simulated stock, whether the placement is among the ten dearest.</param>
internal sealed record PriceFuture(double[] Values, PriceModel? Model, InflationPaths? Inflation, double[] StockFactors, bool[] Dearest)
{
    /// <summary>Prepares.</summary>
    /// <param name="fit">The fitted model, for who is in care.</param>
    /// <param name="values">List price of a night.</param>
    /// <param name="model">Prices around the list.</param>
    /// <param name="inflation">Rises around those that are set.</param>
    /// <param name="data">The records.</param>
    /// <param name="prices">The price list.</param>
    /// <param name="on">The as-at date.</param>
    public static PriceFuture Of(
        CareFit fit, double[] values, PriceModel? model, InflationPaths? inflation, CareDataset data, PriceBook prices, DateOnly on)
    {
        var children = fit.Stock.Children;
        var born = data.Children.ToDictionary(child => child.Key, child => child.Born);
        var factors = new double[children.Length];
        var weekly = new (double Pounds, int Child)[children.Length];
        for (var child = 0; child < children.Length; child++)
        {
            factors[child] = model is not null && model.KnownFactors.TryGetValue(children[child].Child, out var factor) ? factor : double.NaN;
            var list = PlacementCosts.ListWeekly(prices, (PlacementState)children[child].State, born[children[child].Child], on) ?? Money.Zero;
            weekly[child] = ((double)list.Pounds * (double.IsNaN(factors[child]) ? 1 : factors[child]), child);
        }

        var dearest = new bool[children.Length];
        foreach (var (_, child) in weekly.OrderByDescending(one => one.Pounds).ThenBy(one => one.Child).Take(DearestPlacements.Usual))
        {
            dearest[child] = true;
        }

        return new PriceFuture(values, model, inflation, factors, dearest);
    }

    /// <summary>Writes the list prices of one replicate: those set, times the drawn path of rises.</summary>
    /// <param name="shape">The model.</param>
    /// <param name="path">The drawn path by group and month.</param>
    /// <param name="values">Receives them.</param>
    public void Scale(KernelShape shape, ReadOnlySpan<double> path, Span<double> values)
    {
        if (Inflation is null)
        {
            Values.CopyTo(values);
            return;
        }

        var months = Inflation.Months;
        for (var state = 0; state < shape.States; state++)
        {
            var factors = path.Slice((int)PriceUncertainty.GroupOf((PlacementState)state) * months, months);
            for (var tariff = 0; tariff < shape.Tariffs; tariff++)
            {
                var at = ((state * shape.Tariffs) + tariff) * months;
                for (var month = 0; month < months; month++)
                {
                    values[at + month] = Values[at + month] * factors[month];
                }
            }
        }
    }
}
