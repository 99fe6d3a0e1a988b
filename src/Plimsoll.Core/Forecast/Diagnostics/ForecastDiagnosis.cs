using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Statistics.Rates;
using Plimsoll.Statistics.Simulation;

namespace Plimsoll.Core.Forecast.Diagnostics;

/// <summary>Fits the model as a forecast would and tells what it learnt and how well it fits.</summary>
public static class ForecastDiagnosis
{
    private const int QuartersAYear = 4;
    private const int MonthsAYear = 12;

    private static readonly ImmutableArray<string> Aged = [.. BandWords.Ages.Select(age => "Aged " + char.ToLowerInvariant(age[0]) + age[1..])];

    /// <summary>The reason why nothing can be learnt from these records as asked, or null.</summary>
    /// <param name="data">The records.</param>
    /// <param name="settings">What a forecast would be asked.</param>
    public static ForecastRefused? Refuse(CareDataset data, ForecastSettings settings)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(settings);
        return ForecastCheck.Refuse(data, settings, settings.From ?? data.DataEnd.AddDays(1));
    }

    /// <summary>Fits and examines. The same arguments give the same figures.</summary>
    /// <param name="data">The records.</param>
    /// <param name="settings">What a forecast would be asked.</param>
    /// <param name="cancel">Stops it promptly.</param>
    /// <exception cref="ArgumentException">A forecast would be refused (<see cref="Refuse"/>).</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static ForecastDiagnostics Of(CareDataset data, ForecastSettings settings, CancellationToken cancel)
    {
        if (Refuse(data, settings) is { } refused)
        {
            throw new ArgumentException($"{refused.What} {refused.Why}", nameof(settings));
        }

        var from = settings.From ?? data.DataEnd.AddDays(1);
        var first = CalendarMonth.Of(from);
        var shape = CareModel.Shape([]);
        var grid = new MonthGrid([.. Enumerable.Range(0, MonthsAYear).Select(month => first.Plus(month).Days)]);
        var fit = CareFit.Of(KnownCare.At(data, from), shape, grid, settings, cancel);
        var counts = FitCounts.Of(fit, cancel);
        var seen = counts.LeavingByAge;
        return new ForecastDiagnostics
        {
            From = from,
            Since = data.WindowStart,
            Leaving = [.. Enumerable.Range(0, shape.Exits).Select(cause => Leaving(fit, counts, cause))],
            Moving = [.. Enumerable.Range(0, CareModel.Groups).Select(group => Moving(fit, counts, group))],
            Tables = Tables(fit, counts),
            Starts = Starts(fit),
            Drift = new DriftEvidence(
                AYear(fit.Drift.ExitStep, QuartersAYear), AYear(fit.Drift.MoveStep, QuartersAYear), AYear(fit.Path.Step, MonthsAYear)),
            Returns = Returns(fit.Returns),
            Replay = ReplayedYears.Of(fit, cancel),
            LeaversLeftOut = (int)Math.Round(
                fit.Care.Periods.Count(period => period.Exit >= 0) - Enumerable.Range(0, seen.Rows).Sum(cause => seen.Row(cause).Observed)),
        };
    }

    // Steps add up by their squares: the standard deviation of a year's change.
    private static double AYear(double step, int times) => step * Math.Sqrt(times);

    private static RateEvidence Leaving(CareFit fit, FitCounts counts, int cause)
    {
        var (events, expected, exposure, borrowed) = (0.0, 0.0, 0.0, 0.0);
        for (var cell = 0; cell < fit.Shape.ExitCells; cell++)
        {
            var days = fit.Counted.ExitExposure[cell];
            if (!CareModel.CanExit(cause, AgeOfExitCell(fit.Shape, cell)))
            {
                continue;
            }

            events += fit.Counted.ExitEvents[cause][cell];
            expected += days * fit.Rates.MeanExit(cause, cell);
            exposure += days;
            borrowed += days * fit.Rates.BorrowedExit(cause, cell);
        }

        return new RateEvidence(
            BandWords.Causes[cause],
            counts.LeavingByAge.Row(cause),
            new ObservedExpected(events, expected),
            counts.LeavingDays / CareModel.YearDays,
            exposure / CareModel.YearDays,
            exposure > 0 ? borrowed / exposure : 1,
            [.. fit.Rates.StrengthsOfExit(cause)]);
    }

    private static RateEvidence Moving(CareFit fit, FitCounts counts, int group)
    {
        var (events, expected, exposure, borrowed) = (0.0, 0.0, 0.0, 0.0);
        for (var cell = 0; cell < fit.Shape.MoveCells; cell++)
        {
            if (CareModel.Group(fit.Shape.StateOfMoveCell(cell)) != group)
            {
                continue;
            }

            var days = fit.Counted.MoveExposure[cell];
            events += fit.Counted.MoveEvents[cell];
            expected += days * fit.Rates.MeanMove(cell);
            exposure += days;
            borrowed += days * fit.Rates.BorrowedMove(cell);
        }

        return new RateEvidence(
            BandWords.Groups[group],
            counts.MovesByAge.Row(group),
            new ObservedExpected(events, expected),
            counts.MoveDays[group] / CareModel.YearDays,
            exposure / CareModel.YearDays,
            exposure > 0 ? borrowed / exposure : 1,
            [.. fit.Rates.StrengthsOfMoves]);
    }

    private static ImmutableArray<FitTable> Tables(CareFit fit, FitCounts counts)
    {
        var years = counts.Years.Select(year => year.ToString()).ToImmutableArray();
        var (causes, groups, ages) = (BandWords.Causes.Length, BandWords.Groups.Length, BandWords.Ages.Length);
        return
        [
            Table(FitCut.LeavingByAge, counts.LeavingByAge, BandWords.Causes, BandWords.Ages, causes, (cause, age) => BorrowedExit(fit, cause, age, null)),
            Table(FitCut.LeavingByTime, counts.LeavingByTime, BandWords.Causes, BandWords.Stays, causes, (cause, stay) => BorrowedExit(fit, cause, null, stay)),

            // The rates meet the sums of rows and of columns; a sum of all is met twice.
            Table(FitCut.LeavingByAgeAndTime, counts.LeavingByAgeAndTime, Aged, BandWords.Stays, ages + BandWords.Stays.Length - 1, (_, _) => null),
            Table(FitCut.LeavingByYear, counts.LeavingByYear, BandWords.Causes, years, causes, (_, _) => null),
            Table(FitCut.MovesByAge, counts.MovesByAge, BandWords.Groups, BandWords.Ages, groups + ages - 1, (group, age) => BorrowedMove(fit, group, age, null)),
            Table(FitCut.MovesByTime, counts.MovesByTime, BandWords.Groups, BandWords.Spells, groups + BandWords.Spells.Length - 1, (group, spell) => BorrowedMove(fit, group, null, spell)),
            Table(FitCut.MovesByYear, counts.MovesByYear, BandWords.Groups, years, groups, (_, _) => null),
        ];
    }

    private static FitTable Table(
        FitCut cut, FitCounts.Grid grid, ImmutableArray<string> rows, ImmutableArray<string> bands, int met, Func<int, int, double?> borrowed)
    {
        var cells = ImmutableArray.CreateBuilder<FitCell>();
        for (var row = 0; row < grid.Rows; row++)
        {
            for (var band = 0; band < grid.Columns; band++)
            {
                // Nothing is expected where nobody was at risk or the event cannot be.
                if (grid[row, band].Expected > 0)
                {
                    cells.Add(new FitCell(rows[row], bands[band], grid[row, band], borrowed(row, band)));
                }
            }
        }

        return new FitTable(cut, cells.ToImmutable(), ResidualCheck.Of(cells.Select(cell => cell.Count), met));
    }

    private static double? BorrowedExit(CareFit fit, int cause, int? age, int? stay)
    {
        var (borrowed, days) = (0.0, 0.0);
        for (var cell = 0; cell < fit.Shape.ExitCells; cell++)
        {
            var ageBand = AgeOfExitCell(fit.Shape, cell);
            if ((age is null || age == ageBand) && (stay is null || stay == cell % fit.Shape.Stays) && CareModel.CanExit(cause, ageBand))
            {
                borrowed += fit.Counted.ExitExposure[cell] * fit.Rates.BorrowedExit(cause, cell);
                days += fit.Counted.ExitExposure[cell];
            }
        }

        return days > 0 ? borrowed / days : null;
    }

    private static double? BorrowedMove(CareFit fit, int group, int? age, int? spell)
    {
        var (borrowed, days) = (0.0, 0.0);
        var shape = fit.Shape;
        for (var cell = 0; cell < shape.MoveCells; cell++)
        {
            if (CareModel.Group(shape.StateOfMoveCell(cell)) == group
                && (age is null || age == cell / (shape.Levels * shape.Spells * shape.States))
                && (spell is null || spell == cell / shape.Levels % shape.Spells))
            {
                borrowed += fit.Counted.MoveExposure[cell] * fit.Rates.BorrowedMove(cell);
                days += fit.Counted.MoveExposure[cell];
            }
        }

        return days > 0 ? borrowed / days : null;
    }

    private static int AgeOfExitCell(KernelShape shape, int cell) => cell / (shape.Stays * shape.States) % shape.Ages;

    private static StartsEvidence Starts(CareFit fit)
    {
        var path = fit.Path;
        var first = path.FirstLevelAMonth;
        return new StartsEvidence(
            fit.History.Entries.Count,
            path.LevelAMonth,
            path.Size,
            fit.Returns.ReturnedShare,
            path.Pull.SteadyAMonth,
            path.Pull.ExpectedAMonth(first),
            first,
            path.Pull.Weight,
            path.Trend.Probability,
            Math.Exp(path.Trend.Slope) - 1,
            [.. Enumerable.Range(1, MonthsAYear).Select(path.Seasons.Of)],
            fit.Care.Periods.Count(period => period.IsEntry && period.Start >= fit.Care.WindowStart && period.Covariate == CareModel.Unaccompanied),
            fit.Unaccompanied.Starts.Level.Mean,
            fit.Unaccompanied.Limit);
    }

    private static ImmutableArray<ReturnEvidence> Returns(CareReturns returns)
    {
        var used = CareReturns.Table();
        returns.Mean(used);
        string[] left = [CareExit.Home.Label(), CareExit.SpecialGuardianship.Label()];
        return
        [
            .. from kind in Enumerable.Range(0, left.Length)
               from band in Enumerable.Range(0, CareReturns.Edges.Length)
               let evidence = returns.Evidence(kind, band)
               select new ReturnEvidence(
                   left[kind],
                   BandWords.SinceLeaving[band],
                   new ObservedExpected(evidence.Events, evidence.Days * evidence.PublishedADay),
                   evidence.Days / CareModel.YearDays,
                   evidence.PublishedADay * CareModel.YearDays,
                   used[kind][band] * CareModel.YearDays),
        ];
    }
}
