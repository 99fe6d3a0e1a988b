using System.Collections.Immutable;
using Plimsoll.Core.Budget;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Statistics.Distributions;
using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Core.Anyshire;

/// <summary>
/// The made-up placement cost sheet of Anyshire: what it pays for each child's placement in the last year. On average
/// prices are those of its list; a few residential placements are far dearer. As in every council, a few payments run on
/// after the child has left, and a few placements are not on the sheet yet.
/// </summary>
internal static class AnyshireCosts
{
    /// <summary>The name of the sheet.</summary>
    public const string Name = "Anyshire placement costs (made up)";

    private const string FileName = "placement-costs.csv";

    private const int NotOnTheSheet = 5;
    private const int RunningOn = 3;
    private const int Mistyped = 2;

    /// <summary>Makes the sheet.</summary>
    /// <param name="lives">The lives behind the returns.</param>
    /// <param name="record">The record of a life.</param>
    /// <param name="prices">The price list.</param>
    /// <param name="lastDay">The last day of the returns.</param>
    /// <param name="seed">The seed of the world.</param>
    public static PlacementCostSheet Sheet(
        IReadOnlyList<CareLife> lives, Func<CareLife, ChildRecord> record, PriceBook prices, DateOnly lastDay, ulong seed)
    {
        var rows = lives
            .SelectMany(life => Placements(life, lastDay).Select(placement => (Life: life, Days: placement.Days, placement.State)))
            .Select(placement => Row(record(placement.Life), placement.Days, placement.State, prices, lastDay, Xoshiro256.For(
                seed, Streams.Costs, (ulong)placement.Life.Number, (ulong)placement.Days.Start.DayNumber)))
            .OfType<PlacementCost>()
            .OrderBy(row => row.Child)
            .ThenBy(row => row.Days.Start)
            .ToList();
        Untidy(rows, lastDay, Xoshiro256.For(seed, Streams.Costs));
        return new PlacementCostSheet(Name, [.. rows.Select((row, index) => row with { Source = new SourceRow(FileName, index + 2) })]);
    }

    // Placements with a carer of their own that lie in the last year, as far as they are known on its last day.
    private static IEnumerable<(Period Days, PlacementState State)> Placements(CareLife life, DateOnly lastDay)
    {
        var yearStart = lastDay.AddYears(-1);
        (DateOnly Start, PlacementState State)? now = null;
        foreach (var turn in life.Turns)
        {
            var day = DateOnly.FromDayNumber(turn.Day);
            if (now is { } before && turn.Kind != TurnKind.Legal)
            {
                if (day > yearStart && day > before.Start)
                {
                    yield return (new Period(before.Start, day), before.State);
                }

                now = null;
            }

            now = turn.Kind switch
            {
                TurnKind.End => null,
                TurnKind.Legal => now,
                _ => (day, turn.State),
            };
        }

        if (now is { } open)
        {
            yield return (new Period(open.Start, null), open.State);
        }
    }

    private static PlacementCost? Row(
        ChildRecord child, Period days, PlacementState state, PriceBook prices, DateOnly lastDay, Xoshiro256 random)
    {
        var priced = days.End is { } end ? end.AddDays(-1) : lastDay;
        if (PriceTable.For(prices, state, Ages.On(child.Particulars.Born, priced), lastDay) is not PriceListed { Row.Weekly: { Pounds: > 0 } list })
        {
            return null;
        }

        var shape = Shape(state);
        var weekly = Math.Round(list.Pounds * (decimal)(shape.Quantile(random.NextDouble()) / shape.Mean), 0, MidpointRounding.AwayFromZero);
        var isResidential = state.IsResidential() && state != PlacementState.HomeInHouse;
        var education = isResidential && Shares.Chance(random, 0.4) ? Share(weekly, 0.13m) : (decimal?)null;
        var health = isResidential && Shares.Chance(random, 0.2) ? Share(weekly, 0.05m) : (decimal?)null;
        var contributions = isResidential && Shares.Chance(random, 0.25) ? Share(weekly, 0.15m) : (decimal?)null;
        var planned = days.IsOpen && isResidential && Shares.Chance(random, 0.2) ? lastDay.AddDays(30 + random.NextBelow(300)) : days.End;
        return new PlacementCost(
            new ChildKey("", child.Particulars.Id),
            AnyshireProviders.NameOf(state, UrnOn(child, days.Start)),
            new Money(weekly - (education ?? 0) - (health ?? 0)),
            education is { } school ? new Money(school) : null,
            health is { } therapy ? new Money(therapy) : null,
            new Period(days.Start, planned),
            Framework(state, random),
            Bought(state, random),
            contributions is { } others ? new Money(others) : null,
            default);
    }

    private static TailedLogNormal Shape(PlacementState state) => state switch
    {
        PlacementState.KinshipFoster or PlacementState.FosterInHouse => new(0, 0.12, null, 2),
        PlacementState.FosterAgency => new(0, 0.18, null, 2.5),
        PlacementState.HomeInHouse => new(0, 0, null, 1),
        PlacementState.Supported => new(0, 0.30, null, 3.5),
        PlacementState.Secure => new(0, 0.25, null, 2.5),
        _ => new(0, 0.36, new ParetoTail(1.2, 0.3), 5),
    };

    private static FrameworkUse Framework(PlacementState state, Xoshiro256 random) => state switch
    {
        PlacementState.FosterAgency => Shares.Chance(random, 0.85) ? FrameworkUse.On : FrameworkUse.Off,
        PlacementState.HomeExternal or PlacementState.Supported => Shares.Chance(random, 0.55) ? FrameworkUse.On : FrameworkUse.Off,
        PlacementState.ResidentialOther or PlacementState.Other or PlacementState.Secure => FrameworkUse.Off,
        _ => FrameworkUse.Unknown,
    };

    private static Purchase Bought(PlacementState state, Xoshiro256 random) => state switch
    {
        PlacementState.FosterAgency or PlacementState.ResidentialOther or PlacementState.Secure or PlacementState.Other => Purchase.Spot,
        PlacementState.HomeExternal or PlacementState.Supported => Shares.Chance(random, 0.15) ? Purchase.Block : Purchase.Spot,
        _ => Purchase.Unknown,
    };

    private static string UrnOn(ChildRecord child, DateOnly day) =>
        child.Episodes.LastOrDefault(episode => episode.Commenced <= day)?.Urn ?? "";

    private static decimal Share(decimal weekly, decimal share) => Math.Round(weekly * share, 0, MidpointRounding.AwayFromZero);

    private static void Untidy(List<PlacementCost> rows, DateOnly lastDay, Xoshiro256 random)
    {
        // Left within the last three months, the payment not stopped.
        var stopped = rows.Where(row => row.Days.End is { } end && end > lastDay.AddMonths(-3) && end <= lastDay
            && rows.TrueForAll(other => other.Child != row.Child || other.Days.Start <= row.Days.Start)).ToList();
        foreach (var row in Some(stopped, RunningOn, random))
        {
            rows[rows.IndexOf(row)] = row with { Days = row.Days with { End = null } };
        }

        var open = rows.FindAll(row => row.Days.IsOpen && row.Days.Start < lastDay.AddMonths(-1));
        foreach (var row in Some(open, NotOnTheSheet, random))
        {
            rows.Remove(row);
            open.Remove(row);
        }

        // Two figures of an identifier changed places: a child whom nobody knows, and one without a cost.
        foreach (var row in Some(open.FindAll(row => row.Child.LocalId[^1] != row.Child.LocalId[^2]), Mistyped, random))
        {
            var id = row.Child.LocalId;
            rows[rows.IndexOf(row)] = row with { Child = new ChildKey("", $"9{id[1..^2]}{id[^1]}{id[^2]}") };
        }
    }

    private static List<PlacementCost> Some(List<PlacementCost> from, int count, Xoshiro256 random)
    {
        var left = new List<PlacementCost>(from);
        var some = new List<PlacementCost>();
        while (some.Count < count && left.Count > 0)
        {
            var at = random.NextBelow(left.Count);
            some.Add(left[at]);
            left.RemoveAt(at);
        }

        return some;
    }
}
