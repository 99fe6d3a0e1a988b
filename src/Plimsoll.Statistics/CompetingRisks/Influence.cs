using Plimsoll.Statistics.Survival;

namespace Plimsoll.Statistics.CompetingRisks;

/// <summary>The infinitesimal jackknife: how far each subject's weight moves the curves, squared and summed.</summary>
internal static class Influence
{
    internal static void Errors(
        RiskTable table,
        ReadOnlySpan<double> entry,
        ReadOnlySpan<double> exit,
        ReadOnlySpan<int> cause,
        ReadOnlySpan<double> weight,
        double[] free,
        double[] freeError,
        double[][] error)
    {
        var causes = error.Length;
        var rows = free.Length;
        var steps = new double[causes];
        for (var subject = 0; subject < exit.Length; subject++)
        {
            var mass = weight.IsEmpty ? 1 : weight[subject];
            var moved = 0.0;
            Array.Clear(steps);
            for (var row = entry.IsEmpty ? 0 : Observed.Last(table.Times, entry[subject]) + 1; row < rows; row++)
            {
                var time = table.Times[row];
                var before = row == 0 ? 1 : free[row - 1];
                var atRisk = time <= exit[subject];
                var next = moved;
                for (var one = 0; one < causes; one++)
                {
                    var hazard = table.Events[one][row] / table.AtRisk[row];
                    var own = atRisk ? ((time == exit[subject] && cause[subject] == one + 1 ? 1 : 0) - hazard) / table.AtRisk[row] : 0;
                    var change = (moved * hazard) + (before * own);
                    steps[one] += change;
                    next -= change;
                    error[one][row] += mass * mass * steps[one] * steps[one];
                }

                moved = next;
                freeError[row] += mass * mass * moved * moved;
            }
        }

        for (var row = 0; row < rows; row++)
        {
            freeError[row] = Math.Sqrt(freeError[row]);
            for (var one = 0; one < causes; one++)
            {
                error[one][row] = Math.Sqrt(error[one][row]);
            }
        }
    }
}
