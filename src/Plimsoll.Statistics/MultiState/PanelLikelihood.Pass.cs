namespace Plimsoll.Statistics.MultiState;

public sealed partial class PanelLikelihood
{
    /// <summary>Forward and backward over the steps of one subject.</summary>
    private sealed class Pass(PanelLikelihood likelihood, Step[] steps, int start, double[][] chances, double[][] rates)
    {
        private readonly int states = likelihood.states;
        private readonly double[][] reached = new double[steps.Length + 1][];
        private readonly double[] scale = new double[steps.Length];

        internal double Forward()
        {
            reached[0] = new double[states];
            reached[0][start] = 1;
            var height = 0.0;
            for (var step = 0; step < steps.Length; step++)
            {
                var after = Seen(steps[step], Moved(step), reached[step]);
                var sum = after.Sum();
                if (!(sum > 0))
                {
                    return double.NegativeInfinity;
                }

                for (var state = 0; state < states; state++)
                {
                    after[state] /= sum;
                }

                (reached[step + 1], scale[step]) = (after, sum);
                height += Math.Log(sum);
            }

            return height;
        }

        /// <summary>Adds the slope of the log-likelihood in every chance to the weights, and in intensities used as such to the slopes.</summary>
        internal void Backward(double[][] weights, double[][] slopes)
        {
            var ahead = new double[states];
            Array.Fill(ahead, 1);
            for (var step = steps.Length - 1; step >= 0; step--)
            {
                var one = steps[step];
                var (setting, length) = likelihood.keys[one.Key];
                var (moved, rate, slope) = (Moved(step), rates[setting], slopes[setting]);
                var back = new double[states];
                for (var state = 0; state < states; state++)
                {
                    back[state] = Weight(one, state, reached[step], rate, ahead) / scale[step];
                    if (Rated(one, state, reached[step]))
                    {
                        slope[(state * states) + one.State] += moved[state] * ahead[one.State] / scale[step];
                    }
                }

                ahead = new double[states];
                for (var from = 0; from < states; from++)
                {
                    if (one.Staying)
                    {
                        var stay = Math.Exp(rate[(from * states) + from] * length);
                        slope[(from * states) + from] += reached[step][from] * back[from] * length * stay;
                        ahead[from] = stay * back[from];
                        continue;
                    }

                    for (var to = 0; to < states; to++)
                    {
                        weights[one.Key][(from * states) + to] += reached[step][from] * back[to];
                        ahead[from] += chances[one.Key][(from * states) + to] * back[to];
                    }
                }
            }
        }

        /// <summary>Chances at the end of a step, before what was seen there counts.</summary>
        private double[] Moved(int step)
        {
            var one = steps[step];
            var moved = new double[states];
            for (var from = 0; from < states; from++)
            {
                var mass = reached[step][from];
                if (mass == 0)
                {
                    continue;
                }

                if (one.Staying)
                {
                    var (setting, length) = likelihood.keys[one.Key];
                    moved[from] = mass * Math.Exp(rates[setting][(from * states) + from] * length);
                    continue;
                }

                for (var to = 0; to < states; to++)
                {
                    moved[to] += mass * chances[one.Key][(from * states) + to];
                }
            }

            return moved;
        }

        private double[] Seen(Step one, double[] moved, double[] before)
        {
            var rate = rates[likelihood.keys[one.Key].Setting];
            var after = new double[states];
            for (var state = 0; state < states; state++)
            {
                // What the state at the end weighs in each state seen; rounding can leave a chance a hair below zero.
                var target = one.Seen is null or PanelKind.NotAbsorbed ? state : one.State;
                after[target] += Math.Max(moved[state], 0) * Weight(one, state, before, rate, null);
            }

            return after;
        }

        /// <summary>What being in a state at the end of a step counts for, times what lies ahead of it (1 when none is given).</summary>
        private double Weight(Step one, int state, double[] before, double[] rate, double[]? ahead)
        {
            switch (one.Seen)
            {
                case null:
                    return ahead?[state] ?? 1;
                case PanelKind.NotAbsorbed:
                    return likelihood.matrix.IsAbsorbing(state) ? 0 : ahead?[state] ?? 1;
                case PanelKind.Snapshot:
                    return state == one.State ? ahead?[state] ?? 1 : 0;
                default:
                    if (Rated(one, state, before))
                    {
                        return rate[(state * states) + one.State] * (ahead?[one.State] ?? 1);
                    }

                    return one.Seen == PanelKind.ExactMove && state == one.State ? ahead?[state] ?? 1 : 0;
            }
        }

        /// <summary>Whether a state counts by its rate of moving into the state seen.</summary>
        private static bool Rated(Step one, int state, double[] before) =>
            one.Seen is PanelKind.ExactEntry or PanelKind.ExactMove && state != one.State && (one.Seen == PanelKind.ExactEntry || before[state] > 0);
    }
}
