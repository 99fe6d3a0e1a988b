using Plimsoll.Core.Care;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Forecast.Baselines;

namespace Plimsoll.Benchmarks.Worlds;

/// <summary>A number that was forecast and what it became.</summary>
internal readonly record struct Pair(double Forecast, double Truth)
{
    /// <summary>Forecast less truth.</summary>
    public double Error => Forecast - Truth;
}

/// <summary>How one forecast of one world did at one horizon.</summary>
/// <param name="Method">Whose forecast.</param>
/// <param name="Years">Years ahead.</param>
/// <param name="Total">Children in care; the forecast is the median.</param>
/// <param name="Residential">In residential placements.</param>
/// <param name="Supported">In supported accommodation.</param>
/// <param name="Cost">Cost of the year that ends then, in pounds; null where the method gives none.</param>
/// <param name="Crps">Score of the total.</param>
/// <param name="Covered">Whether the total lies in the 80% range.</param>
/// <param name="HalfWidth">Half the width of the 80% range as a share of the median.</param>
internal sealed record Mark(
    string Method, int Years, Pair Total, Pair Residential, Pair Supported, Pair? Cost, double Crps, bool Covered, double HalfWidth)
{
    /// <summary>The engine's name.</summary>
    public const string Engine = "engine";

    /// <summary>Marks the engine.</summary>
    public static IEnumerable<Mark> Of(ForecastResult result, WorldTruth truth) => Enumerable.Range(1, WorldPlan.YearsAfter).Select(years =>
    {
        var month = result.Months[(12 * years) - 1];
        double Mean(Func<PlacementState, bool> states) => PlacementStates.All.Where(states).Sum(state => month.ByPlacement[state].Mean);
        return Of(
            Engine,
            years,
            truth,
            month.InCare,
            Mean(PlacementStates.IsResidential),
            Mean(IsSupported),
            new Pair(result.Years[years - 1].Cost.Mean, truth.Cost[years - 1]));
    });

    /// <summary>Marks a baseline.</summary>
    public static IEnumerable<Mark> Of(BaselineForecast forecast, WorldTruth truth) => Enumerable.Range(1, WorldPlan.YearsAfter).Select(years =>
    {
        var month = forecast.Months[(12 * years) - 1];
        return Of(
            forecast.Method,
            years,
            truth,
            month.InCare,
            month.ByGroup[(int)PlacementGroup.Residential].P50,
            month.ByGroup[(int)PlacementGroup.Supported].P50,
            null);
    });

    private static bool IsSupported(PlacementState state) => state == PlacementState.Supported;

    private static Mark Of(string method, int years, WorldTruth truth, Distribution total, double residential, double supported, Pair? cost)
    {
        var month = (12 * years) - 1;
        var happened = truth.Total(month);
        return new Mark(
            method,
            years,
            new Pair(total.P50, happened),
            new Pair(residential, truth.In(month, PlacementStates.IsResidential)),
            new Pair(supported, truth.In(month, IsSupported)),
            cost,
            Worlds.Crps.Of(total, happened),
            total.P10 <= happened && happened <= total.P90,
            total.P50 > 0 ? (total.P90 - total.P10) / 2 / total.P50 : 0);
    }
}

/// <summary>The marks of one method at one horizon over worlds, summed up. Shares, not percentages.</summary>
/// <param name="Worlds">Number of worlds.</param>
/// <param name="Mape">Mean absolute error of the total as a share of the truth.</param>
/// <param name="Bias">Mean error of the total as a share of the truth.</param>
/// <param name="ResidentialError">Sum of absolute errors over the sum of truths.</param>
/// <param name="ResidentialBias">Sum of errors over the sum of truths.</param>
/// <param name="SupportedError">As residential.</param>
/// <param name="SupportedBias">As residential.</param>
/// <param name="CostError">As residential; null where the method gives no cost.</param>
/// <param name="CostBias">As residential.</param>
/// <param name="Covered">Share of worlds in the 80% range.</param>
/// <param name="HalfWidth">Mean half-width of the 80% range.</param>
/// <param name="Crps">Mean score, in children.</param>
internal sealed record Summary(
    int Worlds,
    double Mape,
    double Bias,
    double ResidentialError,
    double ResidentialBias,
    double SupportedError,
    double SupportedBias,
    double? CostError,
    double? CostBias,
    double Covered,
    double HalfWidth,
    double Crps)
{
    /// <summary>Sums up; at least one mark.</summary>
    public static Summary Of(IReadOnlyCollection<Mark> marks)
    {
        var costs = marks.Select(mark => mark.Cost).OfType<Pair>().ToList();
        var some = marks.Where(mark => mark.Total.Truth > 0).ToList();
        return new Summary(
            marks.Count,
            some.Average(mark => Math.Abs(mark.Total.Error) / mark.Total.Truth),
            some.Average(mark => mark.Total.Error / mark.Total.Truth),
            RelativeError(marks.Select(mark => mark.Residential)),
            RelativeBias(marks.Select(mark => mark.Residential)),
            RelativeError(marks.Select(mark => mark.Supported)),
            RelativeBias(marks.Select(mark => mark.Supported)),
            costs.Count == 0 ? null : RelativeError(costs),
            costs.Count == 0 ? null : RelativeBias(costs),
            marks.Average(mark => mark.Covered ? 1.0 : 0),
            marks.Average(mark => mark.HalfWidth),
            marks.Average(mark => mark.Crps));
    }

    private static double RelativeError(IEnumerable<Pair> pairs) => pairs.Sum(pair => Math.Abs(pair.Error)) / pairs.Sum(pair => pair.Truth);

    private static double RelativeBias(IEnumerable<Pair> pairs) => pairs.Sum(pair => pair.Error) / pairs.Sum(pair => pair.Truth);
}
