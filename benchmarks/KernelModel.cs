using Plimsoll.Statistics.Simulation;

namespace Plimsoll.Benchmarks;

/// <summary>
/// A plain multi-state model for measuring the kernel: what happens next depends on age, state and time in the state
/// alone. Eight states; three exits; everybody left leaves at eighteen. The kernel's unit of time is the month.
/// </summary>
internal static class KernelModel
{
    public const int States = 8;
    public const int Exits = 3;
    public const double MonthsAYear = 12;
    public const double AgeLimitYears = 18;

    /// <summary>Bands of age in years, as their labels and lower edges.</summary>
    public static readonly KernelBands Ages = new("age", ["0-1", "1-5", "5-10", "10-16", "16-18"], [0, 1, 5, 10, 16]);

    /// <summary>Bands of time in the state in years.</summary>
    public static readonly KernelBands Durations =
        new("dur", ["0-0.0833", "0.0833-0.5", "0.5-1", "1-2", "2+"], [0, 0.0833, 0.5, 1, 2]);

    public static KernelShape Shape() => new(
        States,
        Exits,
        covariates: 1,
        ageEdges: [.. Ages.LowerEdges.Skip(1).Append(AgeLimitYears).Select(years => years * MonthsAYear)],
        tariffEdges: [],
        stayEdges: [],
        spellEdges: [.. Durations.LowerEdges.Skip(1).Select(years => years * MonthsAYear)],
        stayLevels: [0])
    {
        SpellLevels = [.. Enumerable.Range(0, Durations.Count)],
        Targets = MoveTargets.StatesAndExits,
    };

    /// <summary>The kernel's table.</summary>
    /// <param name="shape">The model.</param>
    /// <param name="yearly">Rates a year by age band, state, duration band and place.</param>
    /// <param name="months">Number of months.</param>
    public static HazardTable Table(KernelShape shape, double[,,,] yearly, int months)
    {
        var table = new HazardTable(shape, months);
        var rates = new double[States + Exits];
        for (var age = 0; age < Ages.Count; age++)
        {
            for (var state = 0; state < States; state++)
            {
                for (var duration = 0; duration < Durations.Count; duration++)
                {
                    for (var place = 0; place < rates.Length; place++)
                    {
                        rates[place] = yearly[age, state, duration, place] / MonthsAYear;
                    }

                    table.SetMove(shape.MoveCell(age, state, duration, 0), rates.Sum());
                    if (rates.Sum() > 0)
                    {
                        table.Choices.Set(shape.ChoiceRow(age, 0, duration, state), rates);
                    }
                }
            }
        }

        return table;
    }
}

/// <summary>Bands along one axis of the model.</summary>
/// <param name="Column">Name of the column in files.</param>
/// <param name="Labels">A label for each band.</param>
/// <param name="LowerEdges">Where each begins.</param>
internal sealed record KernelBands(string Column, string[] Labels, double[] LowerEdges)
{
    public int Count => Labels.Length;
}
