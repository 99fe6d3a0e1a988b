namespace Plimsoll.Statistics.Sensitivity;

/// <summary>A mean over a mean, both over the same independent rows, with the standard error of the ratio.</summary>
internal static class RatioEstimate
{
    /// <summary>By linearisation (delta method): the error of u - ratio v, over the mean of v.</summary>
    /// <param name="above">Numerator of each row.</param>
    /// <param name="below">Denominator of each row.</param>
    public static (double Ratio, double Error) Of(double[] above, double[] below)
    {
        var (top, bottom) = (above.Average(), below.Average());
        if (!(bottom > 0))
        {
            return (0, 0);
        }

        var ratio = top / bottom;
        var squares = 0.0;
        for (var row = 0; row < above.Length; row++)
        {
            var rest = above[row] - (ratio * below[row]);
            squares += rest * rest;
        }

        return (ratio, Math.Sqrt(squares / (above.Length - 1) / above.Length) / bottom);
    }
}
