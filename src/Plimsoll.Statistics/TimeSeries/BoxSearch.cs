namespace Plimsoll.Statistics.TimeSeries;

/// <summary>Finds where a function of a few shares, each from 0 to 1, is lowest near a start, without derivatives.</summary>
internal static class BoxSearch
{
    private const double Finest = 1e-9;
    private const int MostRounds = 20_000;

    /// <summary>
    /// Pattern search (Hooke and Jeeves 1961): tries a step either way in every direction, runs on where it went well,
    /// halves the step where nothing is lower.
    /// </summary>
    public static double[] Lowest(Func<double[], double> function, double[] start)
    {
        var point = (double[])start.Clone();
        var value = function(point);
        var step = 0.1;
        for (var round = 0; step > Finest && round < MostRounds; round++)
        {
            var (next, lower) = Explore(function, point, value, step);
            if (!(lower < value))
            {
                step /= 2;
                continue;
            }

            // The same move once more, and a look around from there.
            double[] further = [.. next.Zip(point, (to, from) => Math.Clamp((2 * to) - from, 0, 1))];
            (point, value) = (next, lower);
            var (leap, lowest) = Explore(function, further, function(further), step);
            if (lowest < value)
            {
                (point, value) = (leap, lowest);
            }
        }

        return point;
    }

    private static (double[] Point, double Value) Explore(Func<double[], double> function, double[] from, double value, double step)
    {
        var point = (double[])from.Clone();
        for (var direction = 0; direction < point.Length; direction++)
        {
            var here = point[direction];
            foreach (var to in new[] { Math.Min(1, here + step), Math.Max(0, here - step) })
            {
                point[direction] = to;
                var tried = function(point);
                if (tried < value)
                {
                    (here, value) = (to, tried);
                    break;
                }
            }

            point[direction] = here;
        }

        return (point, value);
    }
}
