using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Statistics.Sensitivity;

namespace Plimsoll.Core.Forecast.Bridges;

/// <summary>Builds the bridge of two forecasts that share a year.</summary>
internal static class BridgeBuilding
{
    private const int Factors = 5;
    private const int All = (1 << Factors) - 1;

    /// <summary>Builds it.</summary>
    public static ForecastBridge Build(ForecastResult from, ForecastResult to, FinancialYear year)
    {
        // Rounding to pence has no mirror image, so a bridge is always built one way and turned round for the other.
        var isTurned = string.CompareOrdinal(from.Id, to.Id) > 0;
        var (one, other) = isTurned ? (to, from) : (from, to);
        var first = FirstCompared(from, to, year);
        var (a, b) = (ComparedMonths.Of(one, year, first), ComparedMonths.Of(other, year, first));
        var sign = isTurned ? -1 : 1;
        var placements = PlacementStates.All.Select(state => Parts(a, b, (int)state)).ToArray();
        var (before, after) = isTurned ? (b, a) : (a, b);
        var isCompared = first <= CalendarMonth.Of(year.Last);
        var words = new BridgeWords(from, to, before, after, first, isCompared);
        CostStep Step(BridgePart part, long pence) => new(part, Pounds(sign * pence), words.Basis(part));
        return new ForecastBridge(
            from.Id,
            to.Id,
            year,
            Pounds(before.YearPence),
            Pounds(after.YearPence),
            isCompared ? first : null,
            [
                Step(BridgePart.Recorded, b.Before - a.Before),
                .. BridgeParts.Factors.Select((part, factor) => Step(part, placements.Sum(parts => parts[factor]))),
                Step(BridgePart.Unexplained, b.Rest - a.Rest),
            ],
            [
                .. PlacementStates.All.Select(state => new PlacementBridge(
                    state,
                    Pounds(before.Pence[(int)state]),
                    Pounds(after.Pence[(int)state]),
                    [.. placements[(int)state].Select(pence => Pounds(sign * pence))])),
            ],
            Number(a, b, sign, CalendarMonth.Of(year.Last), words),
            Money.FromSimulated(Math.Sqrt(SquaredError(from, year) + SquaredError(to, year))));
    }

    // The months that both forecast, all of their days: a forecast that starts within a month has part of it recorded.
    private static CalendarMonth FirstCompared(ForecastResult from, ForecastResult to, FinancialYear year)
    {
        var later = from.AsAt > to.AsAt ? from.AsAt.AddDays(1) : to.AsAt.AddDays(1);
        var month = CalendarMonth.Of(later);
        var first = from.AsAt == to.AsAt || later == month.First ? month : month.Plus(1);
        var start = CalendarMonth.Of(year.First);
        return first < start ? start : first;
    }

    // What each factor changes in the cost of one kind of placement: children, days each, share of days, price of a day.
    private static long[] Parts(ComparedMonths a, ComparedMonths b, int state)
    {
        double Duration(ComparedMonths one, ComparedMonths other) =>
            one.Children > 0 ? one.AllDays / one.Children : other.Children > 0 ? other.AllDays / other.Children : 0;

        double Share(ComparedMonths one, ComparedMonths other) =>
            one.AllDays > 0 ? one.Days[state] / one.AllDays : other.AllDays > 0 ? other.Days[state] / other.AllDays : 0;

        // A kind of placement that one forecast does not use has the other's price there: using it is mix, not price.
        double Price(ComparedMonths one, ComparedMonths other) =>
            one.Days[state] > 0 ? one.Pence[state] / one.Days[state] : other.Days[state] > 0 ? other.Pence[state] / other.Days[state] : 0;

        double Figure(int swapped)
        {
            if (swapped is 0 or All)
            {
                return swapped == 0 ? a.Pence[state] : b.Pence[state];
            }

            ComparedMonths With(int factor) => (swapped >> factor & 1) == 1 ? b : a;
            ComparedMonths Without(int factor) => (swapped >> factor & 1) == 1 ? a : b;
            var children = With(0).InCare + With(1).Starts;
            return Math.Round(children * Duration(With(2), Without(2)) * Share(With(3), Without(3)) * Price(With(4), Without(4)));
        }

        var parts = Bridge.Of(Factors, Figure).Contributions;
        return ComparedMonths.Fitted(LargestRemainder.Round([.. parts.Select(part => (decimal)part)]), b.Pence[state] - a.Pence[state]);
    }

    private static NumberBridge Number(ComparedMonths a, ComparedMonths b, int sign, CalendarMonth month, BridgeWords words)
    {
        static long Tenths(double number) => (long)Math.Round(number * 10, MidpointRounding.AwayFromZero);

        var change = Tenths(b.AtEnd) - Tenths(a.AtEnd);
        double[] parts = [b.InCare - a.InCare, b.Starts - a.Starts, a.Leavers - b.Leavers];
        var rest = b.AtEnd - a.AtEnd - parts.Sum();

        // Less than a tenth of a child is rounding.
        var left = Math.Abs(rest) < 0.05 ? 0 : Tenths(rest);
        var tenths = ComparedMonths.Fitted(LargestRemainder.Round([.. parts.Select(part => (decimal)part * 10)]), change - left);
        decimal Children(long number) => sign * number / 10m;
        var (before, after) = sign < 0 ? (b, a) : (a, b);
        return new NumberBridge(
            month,
            Tenths(before.AtEnd) / 10m,
            Tenths(after.AtEnd) / 10m,
            [
                new NumberStep("Children in care at the start", Children(tenths[0]), words.Basis(BridgePart.InCare)),
                new NumberStep("Children starting care", Children(tenths[1]), words.Basis(BridgePart.Starts)),
                new NumberStep("Children leaving care", Children(tenths[2]), words.Leavers),
                new NumberStep("Not explained", Children(left), ""),
            ]);
    }

    // Of the mean of a year's cost. The 80% range of a normal is 2.563 standard deviations wide.
    private static double SquaredError(ForecastResult forecast, FinancialYear year)
    {
        var cost = forecast.Years.First(item => item.Year == year).Cost;
        var deviation = (cost.P90 - cost.P10) / 2.563;
        return deviation * deviation / Math.Max(1, forecast.Trace.Replicates);
    }

    private static Money Pounds(long pence) => new(pence / 100m);
}
