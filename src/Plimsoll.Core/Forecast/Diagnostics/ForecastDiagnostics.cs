using System.Collections.Immutable;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Statistics.Rates;

namespace Plimsoll.Core.Forecast.Diagnostics;

/// <summary>
/// What a forecast learnt from the records and how well it fits them: the answer to "how sure are you, and why should
/// we believe it?". All figures are of children in all; none is of a child.
/// </summary>
public sealed record ForecastDiagnostics
{
    /// <summary>First day of the forecast: nothing on or after it was used.</summary>
    public required DateOnly From { get; init; }

    /// <summary>First day of the records.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>How much is behind leaving, cause by cause.</summary>
    public required ImmutableArray<RateEvidence> Leaving { get; init; }

    /// <summary>How much is behind moves, by what is moved from.</summary>
    public required ImmutableArray<RateEvidence> Moving { get; init; }

    /// <summary>Observed against expected, one table for each way of cutting the records.</summary>
    public required ImmutableArray<FitTable> Tables { get; init; }

    /// <summary>How many start, and how that scatters.</summary>
    public required StartsEvidence Starts { get; init; }

    /// <summary>How far rates wander.</summary>
    public required DriftEvidence Drift { get; init; }

    /// <summary>Who comes back, against published experience.</summary>
    public required ImmutableArray<ReturnEvidence> Returns { get; init; }

    /// <summary>The recorded years walked again under the fitted mean rates.</summary>
    public required ReplayCheck Replay { get; init; }

    /// <summary>Children who left before eighteen but whose time in care is not known, so that they teach no rate.</summary>
    public required int LeaversLeftOut { get; init; }

    /// <summary>The last day that was known.</summary>
    public DateOnly AsAt => From.AddDays(-1);

    /// <summary>The table of one cut.</summary>
    /// <param name="cut">The cut.</param>
    public FitTable Table(FitCut cut) => Tables.First(table => table.Cut == cut);

    /// <summary>The tables that say something about the fit: those that the rates were not made to meet.</summary>
    public IEnumerable<FitTable> Telling => Tables.Where(table => !table.IsMadeToMeet);

    /// <summary>Cells judged in the tables that tell.</summary>
    public int Cells => Telling.Sum(table => table.Check.Cells);

    /// <summary>Cells among them that are off by more than chance readily gives.</summary>
    public int Off => Telling.Sum(table => table.Check.Off);

    /// <summary>How many chance alone would give on average.</summary>
    public double OffByChance => Telling.Sum(table => table.Check.OffByChance);
}

/// <summary>How the records are cut to compare what was seen with what the fitted rates expect.</summary>
public enum FitCut
{
    /// <summary>Leaving, by cause and age.</summary>
    LeavingByAge,

    /// <summary>Leaving, by cause and time in care.</summary>
    LeavingByTime,

    /// <summary>Leaving for any cause, by age and time in care together.</summary>
    LeavingByAgeAndTime,

    /// <summary>Leaving, by cause and financial year.</summary>
    LeavingByYear,

    /// <summary>Moves, by what is moved from and age.</summary>
    MovesByAge,

    /// <summary>Moves, by what is moved from and time in the placement.</summary>
    MovesByTime,

    /// <summary>Moves, by what is moved from and financial year.</summary>
    MovesByYear,
}

/// <summary>What was seen against what is expected, cut one way.</summary>
/// <param name="Cut">How.</param>
/// <param name="Cells">The cells in which anything is expected, cause by cause.</param>
/// <param name="Check">Whether they differ by more than chance.</param>
public sealed record FitTable(FitCut Cut, ImmutableArray<FitCell> Cells, ResidualCheck Check)
{
    /// <summary>
    /// Whether the rates have an effect of their own for every cell of this cut, so that agreement proves nothing: each
    /// cause has its own effects of age and of time in care.
    /// </summary>
    public bool IsMadeToMeet => Cut is FitCut.LeavingByAge or FitCut.LeavingByTime;
}

/// <summary>One cell of the fit.</summary>
/// <param name="Of">The cause of leaving, or what is moved from; the age where all causes are together.</param>
/// <param name="Band">The age, time or year.</param>
/// <param name="Count">Every record counted once, whatever its date, against the fitted mean rates.</param>
/// <param name="Borrowed">
/// Share of the rates here that is borrowed from the common pattern of the council's own children, by time at risk; null
/// where the cut has no rates of its own.
/// </param>
public sealed record FitCell(string Of, string Band, ObservedExpected Count, double? Borrowed);

/// <summary>What is behind the rates of one cause of leaving, or of moves from one kind of placement.</summary>
/// <param name="Of">The cause, or what is moved from.</param>
/// <param name="Count">Every record counted once, against the fitted mean rates.</param>
/// <param name="Weighted">The same with records weighted by how recent they are: the level is made to meet this.</param>
/// <param name="ChildYears">Years at risk, every day counted once, all children together.</param>
/// <param name="WeightedChildYears">The same weighted by how recent.</param>
/// <param name="Borrowed">Share of the rates borrowed from the common pattern of the council's own children, by time at risk.</param>
/// <param name="Strengths">Events that a cell needs to count for as much as the pattern, by pair of factors; 500 means that no departure is seen.</param>
public sealed record RateEvidence(
    string Of,
    ObservedExpected Count,
    ObservedExpected Weighted,
    double ChildYears,
    double WeightedChildYears,
    double Borrowed,
    ImmutableArray<double> Strengths);

/// <summary>What is behind the number of children who will start.</summary>
/// <param name="Starts">Starts seen, unaccompanied children apart.</param>
/// <param name="LevelAMonth">Recent level, starts a mean month, returns among them.</param>
/// <param name="Size">Size of the negative binomial: the smaller, the more starts scatter from month to month.</param>
/// <param name="Returned">Share of recent starts that were returns.</param>
/// <param name="SteadyAMonth">First starts a month that would keep today's number steady.</param>
/// <param name="ExpectedAMonth">First starts a month that are expected after the pull to balance.</param>
/// <param name="FirstAMonth">First starts a month at the recent level.</param>
/// <param name="PullWeight">Weight of the pull to balance.</param>
/// <param name="TrendChance">Chance that a trend is worth carrying forward.</param>
/// <param name="TrendAYear">The trend as a share a year.</param>
/// <param name="Seasons">Factor of each calendar month on starts, January first.</param>
/// <param name="Unaccompanied">Starts of unaccompanied children seen.</param>
/// <param name="UnaccompaniedAMonth">Their recent level, starts a mean month.</param>
/// <param name="UnaccompaniedLimit">Most unaccompanied children in care at once; null where the child population is not given.</param>
public sealed record StartsEvidence(
    int Starts,
    double LevelAMonth,
    double Size,
    double Returned,
    double SteadyAMonth,
    double ExpectedAMonth,
    double FirstAMonth,
    double PullWeight,
    double TrendChance,
    double TrendAYear,
    ImmutableArray<double> Seasons,
    int Unaccompanied,
    double UnaccompaniedAMonth,
    int? UnaccompaniedLimit)
{
    /// <summary>Variance of a month's starts over that of independent starts: one where children come one by one.</summary>
    public double Clustering => 1 + (LevelAMonth / Size);
}

/// <summary>How far rates and the level of starts wander.</summary>
/// <param name="LeavingAYear">Typical change of leaving rates over a year, as a share.</param>
/// <param name="MovingAYear">Typical change of the rates of moves over a year, as a share.</param>
/// <param name="StartsAYear">Typical change of the level of starts over a year, as a share.</param>
public sealed record DriftEvidence(double LeavingAYear, double MovingAYear, double StartsAYear);

/// <summary>Who comes back within a time since leaving, against published experience.</summary>
/// <param name="Left">How the child left.</param>
/// <param name="Since">Time since leaving.</param>
/// <param name="Count">Returns seen, against those that published experience expects.</param>
/// <param name="ChildYears">Years during which children who left might have come back.</param>
/// <param name="PublishedAYear">Published rate a year.</param>
/// <param name="UsedAYear">Rate a year that the forecast uses: the two joined.</param>
public sealed record ReturnEvidence(
    string Left, string Since, ObservedExpected Count, double ChildYears, double PublishedAYear, double UsedAYear);

/// <summary>
/// The recorded years walked again: the children in care at the start of the records and everyone recorded as starting,
/// under the fitted mean rates, every number counted at the end of the day.
/// </summary>
/// <param name="Points">Each 31 March and the last day.</param>
/// <param name="Replicates">How often they were walked.</param>
/// <param name="LeftOut">Periods of care without a date of birth, left out on both sides.</param>
public sealed record ReplayCheck(ImmutableArray<ReplayPoint> Points, int Replicates, int LeftOut)
{
    /// <summary>The last day.</summary>
    public ReplayPoint Last => Points[^1];
}

/// <summary>One day of the walk.</summary>
/// <param name="Day">The day.</param>
/// <param name="Recorded">Children in care as recorded.</param>
/// <param name="Expected">Children in care as the mean of the walks.</param>
/// <param name="Chance">Standard deviation of one walk: how far chance alone takes a council with these very rates.</param>
/// <param name="Error">Standard error of <paramref name="Expected"/>, from the number of walks.</param>
public sealed record ReplayPoint(DateOnly Day, int Recorded, double Expected, double Chance, double Error)
{
    /// <summary>Recorded less expected.</summary>
    public double Residual => Recorded - Expected;

    /// <summary>Whether chance readily explains the residual: within two standard deviations of a walk.</summary>
    public bool IsWithinChance => Math.Abs(Residual) <= 2 * Math.Sqrt((Chance * Chance) + (Error * Error));
}
