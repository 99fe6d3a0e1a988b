using System.Collections.Immutable;
using System.Globalization;
using Plimsoll.Core.Care;

namespace Plimsoll.Core.Anyshire;

/// <summary>One of the true rates in words and numbers.</summary>
/// <param name="What">What happens.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Values">The numbers with the words for whom or when each holds.</param>
public sealed record RateStatement(string What, string Unit, ImmutableArray<(string For, double Value)> Values);

public static partial class AnyshireRates
{
    private const string PerYear = "per year at risk";
    private const string Multiplies = "multiplies the rate";
    private const string Share = "share";

    /// <summary>All true rates in words and numbers, for whoever wants to judge a forecast against them.</summary>
    public static ImmutableArray<RateStatement> InWords() =>
    [
        One("Families whose children start care", "per year in the level years", FamiliesPerYear),
        One("Unaccompanied children arriving", "per year in the level years", UnaccompaniedPerYear),
        One("Growth of arrivals over the last six years, level before and after", "per year, continuous", Growth),
        Many("Children a family brings", Share, SiblingShares, index => Text($"{index + 1}")),
        new("Age of a family's first child at the start of care", Share, [.. EntryAges.Select(band => (Text($"from {band.FromAge} to {band.ToAge} years"), band.Share))]),
        ByTime("Going home by agreement (V2), by days in care", PerYear, HomeFromAgreement, CareEdges),
        ByTime("Going home under an interim order (C1), by days in care", PerYear, HomeFromInterim, CareEdges),
        One("Going home from a full order (C2), not living with parents", PerYear, HomeFromFull),
        One("Going home from a full order (C2), living with parents", PerYear, HomeFromParents),
        ByAge("Going home by agreement or from an interim order, by age", Multiplies, HomeByAge),
        ByAge("Special guardianship outside the final hearing, by age; doubled with family or friends", PerYear, GuardianshipByAge),
        ByAge("Independent living before eighteen, by age; halved for unaccompanied children", PerYear, IndependentByAge),
        new("Any other leaving, by need", PerYear, [.. OtherByNeed.Select((rate, index) => (((NeedGroup)index).ToString(), rate))]),
        ByAge("Interim order after a start by agreement, by age, first six months; half later", PerYear, ProceedingsByAge),
        new("Final hearing, by days under the interim order", PerYear, [.. FinalHearing.Select(band => (Text($"from day {band.FromDay}"), band.PerYear))]),
        .. HearingOutcome.Select((mix, index) => new RateStatement(
            Text($"Outcome of the final hearing, {AgeText(index)}; with family or friends seven tenths of the first go to the third"),
            Share,
            [("placement order", mix.PlacementOrder), ("full order", mix.Full), ("special guardianship", mix.Guardianship), ("home", mix.Home)])),
        One("Full orders under ten after which the child lives with parents", Share, FullOrderWithParents),
        One("Placing for adoption after a placement order", PerYear, PlacingForAdoption),
        One("Placements for adoption with the child's own foster carer", Share, AdoptionByCarer),
        One("Adoption order, from ten weeks after placing", PerYear, AdoptionOrder),
        One("Placement order revoked before placing", PerYear, AdoptionGivenUp),
        One("Leaving remand", PerYear, LeavingRemand),
        One("Long-term match with the same foster carer under a full order, over one year old", PerYear, LongTermMatch),
        new("Moving to another placement, by state", PerYear, [.. MoveByState.Select((rate, index) => (((PlacementState)index).Code(), rate))]),
        ByTime("Moving, by days in the placement", Multiplies, MoveByTime, PlacementEdges),
        ByAge("Moving, by age; halved once matched long term", Multiplies, MoveByAge),
        ByTime("Coming back after going home, by days since; a sixth after special guardianship", PerYear, ReturningByTime, ReturnEdges),
    ];

    private static RateStatement One(string what, string unit, double value) => new(what, unit, [("all", value)]);

    private static RateStatement Many(string what, string unit, ImmutableArray<double> values, Func<int, string> label) =>
        new(what, unit, [.. values.Select((value, index) => (label(index), value))]);

    private static RateStatement ByAge(string what, string unit, ImmutableArray<double> values) => Many(what, unit, values, AgeText);

    private static RateStatement ByTime(string what, string unit, ImmutableArray<double> values, ImmutableArray<int> edges) =>
        Many(what, unit, values, index => Text($"from day {edges[index]}"));

    private static string AgeText(int band) =>
        band + 1 < AgeEdges.Length ? Text($"from {AgeEdges[band]} to {AgeEdges[band + 1]} years") : Text($"from {AgeEdges[band]} to 18 years");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
