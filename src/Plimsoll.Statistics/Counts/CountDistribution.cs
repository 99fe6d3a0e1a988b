using MathNet.Numerics;

namespace Plimsoll.Statistics.Counts;

/// <summary>A distribution of counts: negative binomial (NB2), or Poisson where the size is infinite.</summary>
/// <param name="Mean">Zero or more.</param>
/// <param name="Size">Above zero; the variance is the mean plus its square over the size.</param>
public sealed record CountDistribution(double Mean, double Size)
{
    private const int Largest = 1 << 30;

    /// <summary>Variance.</summary>
    public double Variance => Mean + (Mean * Mean / Size);

    /// <summary>Probability of a count.</summary>
    /// <param name="count">Zero or more.</param>
    public double Probability(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Mean == 0 ? (count == 0 ? 1 : 0) : Math.Exp(NegativeBinomial.LogProbability(count, Mean, Size));
    }

    /// <summary>Probability of a count or fewer.</summary>
    /// <param name="count">Below zero gives zero.</param>
    public double Cumulative(int count)
    {
        if (count < 0)
        {
            return 0;
        }

        if (Mean == 0)
        {
            return 1;
        }

        return double.IsPositiveInfinity(Size)
            ? SpecialFunctions.GammaUpperRegularized(count + 1.0, Mean)
            : SpecialFunctions.BetaRegularized(Size, count + 1.0, Size / (Size + Mean));
    }

    /// <summary>The smallest count that is reached with a probability, it or fewer.</summary>
    /// <param name="level">Between 0 and 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not between 0 and 1, or the count would be beyond a thousand million.</exception>
    public int Quantile(double level)
    {
        if (!(level is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "A level lies between 0 and 1.");
        }

        // The last bits of a cumulative probability are rounding.
        var least = level * (1 - 1e-13);
        var high = 1;
        while (Cumulative(high) < least)
        {
            if (high >= Largest)
            {
                throw new ArgumentOutOfRangeException(nameof(level), level, "The count is too large.");
            }

            high *= 2;
        }

        var low = 0;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (Cumulative(middle) >= least)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }
}
