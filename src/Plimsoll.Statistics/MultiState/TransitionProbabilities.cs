using Plimsoll.Statistics.Survival;

namespace Plimsoll.Statistics.MultiState;

/// <summary>Chances to be in each state at each time, given the state at a start: the Aalen-Johansen estimate.</summary>
/// <param name="Matrix">States and transitions.</param>
/// <param name="Start">Clock time from which the chances run.</param>
/// <param name="Times">The start, then every later time of the hazards.</param>
/// <param name="Probability">From by to, at each time; rows sum to 1.</param>
/// <param name="StandardError">From by to, at each time.</param>
public sealed record TransitionProbabilities(
    TransitionMatrix Matrix, double Start, double[] Times, double[][,] Probability, double[][,] StandardError)
{
    /// <summary>Multiplies the hazards of every time after the start into chances.</summary>
    /// <param name="hazards">
    /// On the forward clock. Their variance decides the standard errors: Aalen's, or Greenwood's, each as R's mstate computes it
    /// (Greenwood's also as R's etm).
    /// </param>
    /// <param name="start">Clock time from which the chances run; only those at risk after it count.</param>
    /// <exception cref="ArgumentException">The hazards run on a clock that is reset, for which chances are no product; simulate instead.</exception>
    public static TransitionProbabilities From(TransitionHazards hazards, double start)
    {
        ArgumentNullException.ThrowIfNull(hazards);
        if (hazards.Clock != HazardClock.Forward)
        {
            throw new ArgumentException("Hazards on a clock that is reset do not multiply into chances; simulate paths instead.", nameof(hazards));
        }

        var states = hazards.Matrix.States.Count;
        var first = Observed.Last(hazards.Times, start) + 1;
        var rows = hazards.Times.Length - first + 1;
        var probability = new double[rows][,];
        var error = new double[rows][,];
        probability[0] = new double[states, states];
        error[0] = new double[states, states];
        for (var state = 0; state < states; state++)
        {
            probability[0][state, state] = 1;
        }

        var covariance = new double[states][,];
        for (var state = 0; state < states; state++)
        {
            covariance[state] = new double[states, states];
        }

        for (var row = 1; row < rows; row++)
        {
            var step = Step(hazards, first + row - 1);
            var before = probability[row - 1];
            var after = Product(before, step);
            var weight = hazards.VarianceKind == HazardVariance.Aalen ? after : before;
            probability[row] = after;
            error[row] = new double[states, states];
            var noise = Enumerable.Range(0, states).Select(state => Noise(hazards, state, first + row - 1)).ToArray();
            for (var from = 0; from < states; from++)
            {
                covariance[from] = Carried(covariance[from], step);
                for (var through = 0; through < states; through++)
                {
                    var square = weight[from, through] * weight[from, through];
                    if (square > 0 && noise[through] is { } drawn)
                    {
                        Add(covariance[from], drawn, square);
                    }
                }

                for (var to = 0; to < states; to++)
                {
                    error[row][from, to] = Math.Sqrt(Math.Max(covariance[from][to, to], 0));
                }
            }
        }

        return new TransitionProbabilities(hazards.Matrix, start, [start, .. hazards.Times[first..]], probability, error);
    }

    /// <summary>Chances just after a time, from by to.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time lies before the start.</exception>
    public double[,] At(double time) => Probability[Row(time)];

    /// <summary>Standard errors at a time, from by to.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time lies before the start.</exception>
    public double[,] ErrorAt(double time) => StandardError[Row(time)];

    /// <summary>Expected time in each state between the start and a horizon, given the state at the start: from by in.</summary>
    /// <param name="horizon">After the start. After the last time the chances are carried on flat.</param>
    /// <exception cref="ArgumentOutOfRangeException">The horizon lies before the start.</exception>
    public double[,] LengthOfStay(double horizon)
    {
        var states = Matrix.States.Count;
        var stay = new double[states, states];
        var last = Row(horizon);
        for (var row = 0; row <= last; row++)
        {
            var width = (row == last ? horizon : Times[row + 1]) - Times[row];
            for (var from = 0; from < states; from++)
            {
                for (var to = 0; to < states; to++)
                {
                    stay[from, to] += width * Probability[row][from, to];
                }
            }
        }

        return stay;
    }

    private int Row(double time) => time >= Start
        ? Observed.Last(Times, time)
        : throw new ArgumentOutOfRangeException(nameof(time), time, $"The chances run from {Start}.");

    /// <summary>One plus the rises of the hazards at a time.</summary>
    private static double[,] Step(TransitionHazards hazards, int row)
    {
        var states = hazards.Matrix.States.Count;
        var step = new double[states, states];
        for (var state = 0; state < states; state++)
        {
            step[state, state] = 1;
        }

        for (var transition = 0; transition < hazards.Matrix.Transitions; transition++)
        {
            var rise = hazards.Rise(transition, row);
            step[hazards.Matrix.From(transition), hazards.Matrix.To(transition)] += rise;
            step[hazards.Matrix.From(transition), hazards.Matrix.From(transition)] -= rise;
        }

        return step;
    }

    private static double[,] Product(double[,] left, double[,] right)
    {
        var states = left.GetLength(0);
        var product = new double[states, states];
        for (var row = 0; row < states; row++)
        {
            for (var middle = 0; middle < states; middle++)
            {
                if (left[row, middle] != 0)
                {
                    for (var column = 0; column < states; column++)
                    {
                        product[row, column] += left[row, middle] * right[middle, column];
                    }
                }
            }
        }

        return product;
    }

    /// <summary>Covariance of the row (rise to each state, its stay being minus their sum) out of a state; null when nothing happens there.</summary>
    private static double[,]? Noise(TransitionHazards hazards, int state, int row)
    {
        double[,]? noise = null;
        var leaving = hazards.Matrix.Leaving(state);
        foreach (var one in leaving)
        {
            foreach (var other in leaving)
            {
                var drawn = hazards.RiseCovariance(one, other, row);
                if (drawn == 0)
                {
                    continue;
                }

                noise ??= new double[hazards.Matrix.States.Count, hazards.Matrix.States.Count];
                noise[hazards.Matrix.To(one), hazards.Matrix.To(other)] += drawn;
                noise[hazards.Matrix.To(one), state] -= drawn;
                noise[state, hazards.Matrix.To(other)] -= drawn;
                noise[state, state] += drawn;
            }
        }

        return noise;
    }

    /// <summary>Covariance of a row of chances after they are multiplied by a step.</summary>
    private static double[,] Carried(double[,] covariance, double[,] step)
    {
        var states = step.GetLength(0);
        var half = Product(covariance, step);
        var carried = new double[states, states];
        for (var row = 0; row < states; row++)
        {
            for (var middle = 0; middle < states; middle++)
            {
                if (step[middle, row] != 0)
                {
                    for (var column = 0; column < states; column++)
                    {
                        carried[row, column] += step[middle, row] * half[middle, column];
                    }
                }
            }
        }

        return carried;
    }

    private static void Add(double[,] to, double[,] what, double times)
    {
        for (var row = 0; row < to.GetLength(0); row++)
        {
            for (var column = 0; column < to.GetLength(1); column++)
            {
                to[row, column] += times * what[row, column];
            }
        }
    }
}
