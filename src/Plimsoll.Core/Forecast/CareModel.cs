using Plimsoll.Core.Care;
using Plimsoll.Statistics.Simulation;

namespace Plimsoll.Core.Forecast;

/// <summary>The bands, states and exits of the care model, and what cannot happen in it.</summary>
internal static class CareModel
{
    /// <summary>Days in a mean year and a mean month.</summary>
    public const double YearDays = 365.25;

    /// <summary>Mean length of a month in days.</summary>
    public const double MonthDays = YearDays / 12;

    /// <summary>Age at which care ends, in the days from which ages are counted back.</summary>
    public const double AgeLimit = 6575;

    /// <summary>Covariate of unaccompanied asylum-seeking children.</summary>
    public const int Unaccompanied = 1;

    /// <summary>Number of covariate levels.</summary>
    public const int Covariates = 2;

    /// <summary>Band 4 years and more of time in care, the last one.</summary>
    public const int LongestStay = 6;

    /// <summary>Time in placement of two years and more, the last band.</summary>
    public const int LongestSpell = 4;

    /// <summary>The exits that have a hazard. Turning eighteen is a wall, not a hazard.</summary>
    public static readonly CareExit[] Exits =
        [CareExit.Home, CareExit.SpecialGuardianship, CareExit.Adopted, CareExit.Independent, CareExit.Other];

    /// <summary>
    /// Leavers a year for each child in care while a council has few of its own: the order of magnitude in England
    /// (judgement). It carries the weight of half an event.
    /// </summary>
    public static readonly double[] PriorExitsAYear = [0.10, 0.05, 0.04, 0.02, 0.05];

    /// <summary>Moves a year for each child in care, as <see cref="PriorExitsAYear"/>.</summary>
    public const double PriorMovesAYear = 0.5;

    // Under 1, 1 to 4, 5 to 9, 10 to 12, 13 to 15, 16, 17.
    private static readonly int[] AgeYears = [1, 5, 10, 13, 16, 17, 18];

    // Two weeks, eight weeks, six months, one, two and four years.
    private static readonly double[] StayEdges = [14, 56, 183, 365, 731, 1461];

    // Moves see time in care in three levels, under six months, to two years, and beyond: courts decide between a return
    // home, adoption and long-term care in the middle one, so where moves lead differs.
    private static readonly int[] StayLevels = [0, 0, 0, 1, 1, 2, 2];

    // Two weeks, three months, one and two years.
    private static readonly double[] SpellEdges = [14, 91, 365, 731];

    /// <summary>The model with occupancy reported by the age bands of the price list.</summary>
    /// <param name="priceAges">Inner edges in completed years.</param>
    public static KernelShape Shape(IEnumerable<int> priceAges) => new(
        PlacementStates.Count,
        Exits.Length,
        Covariates,
        [.. AgeYears.Select(Days)],
        [.. priceAges.Select(Days)],
        StayEdges,
        SpellEdges,
        StayLevels)
    {
        MoveGroups = [.. Enumerable.Range(0, PlacementStates.Count).Select(RateDrift.OfMove)],
    };

    /// <summary>The number of an exit among those with a hazard; -1 for turning eighteen.</summary>
    public static int ExitIndex(CareExit exit) => Array.IndexOf(Exits, exit);

    /// <summary>
    /// Whether an exit can happen in an age band. Adoption after the thirteenth birthday is so rare in England that it
    /// is counted with the other endings; independent living starts at sixteen (leaving care duties, Children Act 1989).
    /// </summary>
    public static bool CanExit(int exit, int ageBand) => Exits[exit] switch
    {
        CareExit.Adopted => AgeYears[ageBand] <= 13,
        CareExit.Independent => AgeYears[ageBand] > 16,
        _ => true,
    };

    /// <summary>
    /// Whether a placement can begin in a state in an age band. Supported accommodation is barred under sixteen (in
    /// force since September 2021); placement for adoption follows the age of adoption; custody starts at the age of
    /// criminal responsibility, ten, and no secure home takes a child below it.
    /// </summary>
    public static bool CanPlace(int state, int ageBand) => (PlacementState)state switch
    {
        PlacementState.Supported => AgeYears[ageBand] > 16,
        PlacementState.PlacedForAdoption => AgeYears[ageBand] <= 13,
        PlacementState.Custody or PlacementState.Secure => AgeYears[ageBand] > 10,
        _ => true,
    };

    /// <summary>Groups of states that lend to each other: family, residential, other.</summary>
    public static int Group(int state) => (PlacementState)state switch
    {
        PlacementState.KinshipFoster or PlacementState.FosterInHouse or PlacementState.FosterAgency => 0,
        var other when other.IsResidential() => 1,
        _ => 2,
    };

    /// <summary>Number of groups.</summary>
    public const int Groups = 3;

    /// <summary>The age band of an age in days.</summary>
    public static int AgeBand(KernelShape shape, double age) => Math.Min(shape.Ages - 1, KernelShape.Band(shape.AgeEdges, age));

    // Counted back from the eighteenth birthday, which is exact for each child; earlier birthdays are within a day.
    private static double Days(int years) => AgeLimit - ((18 - years) * YearDays);
}
