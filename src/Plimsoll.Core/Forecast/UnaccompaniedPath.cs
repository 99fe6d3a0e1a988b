using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Core.Forecast;

/// <summary>
/// How many unaccompanied asylum-seeking children start in each month: a stream of its own at its recent level, because
/// national transfers and not local balance decide it, with a limit where the child population is known.
/// </summary>
/// <param name="Starts">The level.</param>
/// <param name="Offsets">What each month makes of one start a mean month.</param>
/// <param name="Limit">
/// Most unaccompanied children in care at once; null when the child population is not known. The National Transfer Scheme
/// asks no council to care for more than 0.1% of its child population.
/// </param>
internal sealed record UnaccompaniedPath(StartLevel Starts, double[] Offsets, int? Limit)
{
    private const double StepDampedAQuarter = 0.95;
    private const decimal ShareOfPopulation = 0.001m;

    /// <summary>Joins the parts.</summary>
    public static UnaccompaniedPath Of(StartLevel starts, double[] offsets, int? childPopulation) =>
        new(starts, offsets, childPopulation is { } children ? (int)decimal.Ceiling(children * ShareOfPopulation) : null);

    /// <summary>Draws the mean number of starts of each month.</summary>
    public void Draw(Xoshiro256 parameters, Span<double> means)
    {
        var local = Starts.Level.Draw(parameters);
        var log = local.LogLevel;
        for (var month = 0; month < means.Length; month++)
        {
            var step = local.Step * Math.Pow(StepDampedAQuarter, month / 3.0);
            log += (step * parameters.NextNormal()) - (step * step / 2);
            means[month] = Math.Exp(Math.Clamp(log, -30, 12)) * Offsets[month];
        }
    }
}
