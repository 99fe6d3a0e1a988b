namespace Plimsoll.Statistics.Distributions;

/// <summary>
/// Mean and standard deviation of a normal body whose largest tenth is something else: values above the 90th percentile
/// count only as "above it" (maximum likelihood with censoring, by expectation and maximisation).
/// </summary>
internal static class CensoredNormal
{
    /// <summary>Fits; an unweighted sample is one of equal weights.</summary>
    /// <param name="values">At least one value.</param>
    /// <param name="weights">A weight above zero for each.</param>
    /// <param name="count">The number of equally weighted values that tell as much.</param>
    public static (double Mean, double Sd) Fit(double[] values, double[] weights, double count)
    {
        var total = weights.Sum();
        var (mean, sd) = Moments(values, weights, total);
        var limit = Limit(values, weights, total);
        for (var turn = 0; turn < 500 && sd > 0; turn++)
        {
            var score = (limit - mean) / sd;
            var above = StandardNormal.Below(-score);
            var pull = above > 1e-300 ? StandardNormal.Density(score) / above : score;
            var next = 0.0;
            for (var index = 0; index < values.Length; index++)
            {
                next += weights[index] * (values[index] > limit ? mean + (sd * pull) : values[index]);
            }

            next /= total;
            var square = 0.0;
            for (var index = 0; index < values.Length; index++)
            {
                var off = mean - next;
                square += weights[index] * (values[index] > limit
                    ? (sd * sd * (1 + (score * pull))) + (2 * off * sd * pull) + (off * off)
                    : (values[index] - next) * (values[index] - next));
            }

            var spread = Math.Sqrt(square / total);
            var done = Math.Abs(next - mean) + Math.Abs(spread - sd) < 1e-10;
            (mean, sd) = (next, spread);
            if (done)
            {
                break;
            }
        }

        return (mean, count > 1 ? sd * Math.Sqrt(count / (count - 1)) : 0);
    }

    /// <summary>Weighted mean and standard deviation, divided by the weights.</summary>
    public static (double Mean, double Sd) Moments(double[] values, double[] weights, double total)
    {
        var mean = 0.0;
        for (var index = 0; index < values.Length; index++)
        {
            mean += weights[index] * values[index] / total;
        }

        var square = 0.0;
        for (var index = 0; index < values.Length; index++)
        {
            square += weights[index] * (values[index] - mean) * (values[index] - mean) / total;
        }

        // Rounding of equal values must not look like a spread.
        return (mean, square < 1e-18 ? 0 : Math.Sqrt(square));
    }

    // The least value with nine tenths of the weight at or below it.
    private static double Limit(double[] values, double[] weights, double total)
    {
        var order = Enumerable.Range(0, values.Length).OrderBy(index => values[index]).ToArray();
        var below = 0.0;
        foreach (var index in order)
        {
            below += weights[index];
            if (below >= (TailedLogNormal.BodyShare * total) - (1e-9 * total))
            {
                return values[index];
            }
        }

        return values[order[^1]];
    }
}
