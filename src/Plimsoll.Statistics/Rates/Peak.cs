namespace Plimsoll.Statistics.Rates;

/// <summary>Finds where a smooth function of one variable is largest.</summary>
public static class Peak
{
    private const double Golden = 0.6180339887498949;

    /// <summary>A coarse grid finds the hill, golden sections climb it.</summary>
    /// <param name="function">The function; values that are not finite count as lowest.</param>
    /// <param name="from">Lower end.</param>
    /// <param name="to">Upper end.</param>
    public static double Of(Func<double, double> function, double from, double to)
    {
        ArgumentNullException.ThrowIfNull(function);
        const int cells = 40;
        var width = (to - from) / cells;
        var best = 0;
        var highest = double.NegativeInfinity;
        for (var cell = 0; cell <= cells; cell++)
        {
            var value = function(from + (cell * width));
            if (value > highest)
            {
                (best, highest) = (cell, value);
            }
        }

        var low = Math.Max(from, from + ((best - 1) * width));
        var high = Math.Min(to, from + ((best + 1) * width));
        var left = high - (Golden * (high - low));
        var right = low + (Golden * (high - low));
        var (atLeft, atRight) = (function(left), function(right));
        while (high - low > 1e-10)
        {
            if (atLeft >= atRight)
            {
                (high, right, atRight) = (right, left, atLeft);
                left = high - (Golden * (high - low));
                atLeft = function(left);
            }
            else
            {
                (low, left, atLeft) = (left, right, atRight);
                right = low + (Golden * (high - low));
                atRight = function(right);
            }
        }

        return (low + high) / 2;
    }
}
