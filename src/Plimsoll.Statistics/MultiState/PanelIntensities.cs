using Plimsoll.Statistics.Survival;

namespace Plimsoll.Statistics.MultiState;

/// <summary>Fits the intensities of a Markov process to panel data by maximum likelihood.</summary>
public static class PanelIntensities
{
    /// <summary>Distance of the differences that make the information from the gradient: errors of its square and of rounding are both near 1e-9.</summary>
    private const double Distance = 3e-5;

    /// <summary>Fits by a quasi-Newton method in the logs of the intensities, and ends with Newton's own.</summary>
    /// <param name="matrix">States and transitions.</param>
    /// <param name="observations">Subject by subject, in order of time; the first of each is a snapshot.</param>
    /// <param name="options">Cuts, covariates and start; null for constant intensities without covariates.</param>
    /// <exception cref="ArgumentException">Observations are out of order or impossible under the matrix, or shapes differ.</exception>
    /// <returns>The fit. An intensity or effect on which the data say nothing runs towards zero or infinity and comes back with a huge standard error.</returns>
    /// <exception cref="ArithmeticException">The information is singular: the data do not tell two parameters apart.</exception>
    public static PanelFit Fit(TransitionMatrix matrix, IReadOnlyList<PanelObservation> observations, PanelOptions? options = null)
    {
        options ??= new PanelOptions();
        var likelihood = PanelLikelihood.Of(matrix, observations, options);
        if (matrix.Transitions == 0)
        {
            throw new ArgumentException("The matrix has no transitions, so there is nothing to fit.", nameof(matrix));
        }

        if (likelihood.Impossible() is { } subject)
        {
            throw new ArgumentException($"Subject {subject} makes a move that the matrix does not allow, directly or by other states.", nameof(observations));
        }

        var rates = options.StartRates ?? Crude(matrix, observations);
        if (rates.Length != matrix.Transitions || !Array.TrueForAll(rates, rate => rate > 0 && double.IsFinite(rate)))
        {
            throw new ArgumentException($"Give {matrix.Transitions} rates above zero to start from, one a transition.", nameof(options));
        }

        var start = new double[likelihood.Parameters];
        for (var parameter = 0; parameter < matrix.Transitions * likelihood.Periods; parameter++)
        {
            start[parameter] = Math.Log(rates[parameter % matrix.Transitions]);
        }

        var near = QuasiNewton.Climb(likelihood.WithGradient, start);
        var (found, covariance, height) = NewtonFit.Climb(parameters => Curved(likelihood, parameters), near);
        return new PanelFit(matrix, options.Cuts, found, covariance, height);
    }

    /// <summary>Moves seen from one look to the next, over time seen, as if moves were made at looks; half a move where none was seen.</summary>
    private static double[] Crude(TransitionMatrix matrix, IReadOnlyList<PanelObservation> observations)
    {
        var time = new double[matrix.States.Count];
        var moves = new double[matrix.Transitions];
        for (var place = 1; place < observations.Count; place++)
        {
            var (before, now) = (observations[place - 1], observations[place]);
            if (before.Subject != now.Subject || before.Kind == PanelKind.NotAbsorbed)
            {
                continue;
            }

            time[before.State] += now.Time - before.Time;
            if (now.Kind != PanelKind.NotAbsorbed && matrix.Number(before.State, now.State) is var transition and >= 0)
            {
                moves[transition]++;
            }
        }

        var typical = Math.Max(time.Max(), double.Epsilon);
        return [.. moves.Select((number, transition) =>
            Math.Max(number, 0.5) / (time[matrix.From(transition)] > 0 ? time[matrix.From(transition)] : typical))];
    }

    private static (double, double[], double[,]) Curved(PanelLikelihood likelihood, double[] parameters)
    {
        var (height, gradient) = likelihood.WithGradient(parameters);
        var size = parameters.Length;
        var information = new double[size, size];
        for (var row = 0; row < size; row++)
        {
            var shifted = (double[])parameters.Clone();
            shifted[row] = parameters[row] + Distance;
            var up = likelihood.WithGradient(shifted).Gradient;
            shifted[row] = parameters[row] - Distance;
            var down = likelihood.WithGradient(shifted).Gradient;
            for (var column = 0; column < size; column++)
            {
                var bend = (down[column] - up[column]) / (2 * Distance);
                information[row, column] += bend / 2;
                information[column, row] += bend / 2;
            }
        }

        return (height, gradient, information);
    }
}
