namespace Plimsoll.Statistics.Randomness;

/// <summary>Draws from named distributions, made from one stream of uniforms, so that they do not depend on threads or on a library's own generator.</summary>
public static class Variates
{
    /// <summary>Standard normal, by the polar method; the second of the pair is thrown away so that a stream has no memory.</summary>
    public static double NextNormal(this Xoshiro256 stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        while (true)
        {
            var x = (2 * stream.NextDouble()) - 1;
            var y = (2 * stream.NextDouble()) - 1;
            var square = (x * x) + (y * y);
            if (square is > 0 and < 1)
            {
                return x * Math.Sqrt(-2 * Math.Log(square) / square);
            }
        }
    }

    /// <summary>Gamma with a shape and scale one (mean = shape), by Marsaglia and Tsang (2000).</summary>
    /// <param name="stream">Randomness.</param>
    /// <param name="shape">Above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">The shape is not above zero.</exception>
    public static double NextGamma(this Xoshiro256 stream, double shape)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shape);
        if (shape < 1)
        {
            // A gamma of shape a is a gamma of shape a + 1 times U^(1/a).
            return stream.NextGamma(shape + 1) * Math.Pow(1 - stream.NextDouble(), 1 / shape);
        }

        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = stream.NextNormal();
            var v = 1 + (c * x);
            if (v <= 0)
            {
                continue;
            }

            v = v * v * v;
            var u = 1 - stream.NextDouble();
            if (Math.Log(u) < (0.5 * x * x) + (d * (1 - v + Math.Log(v))))
            {
                return d * v;
            }
        }
    }

    /// <summary>Poisson with a mean; exact at any size.</summary>
    /// <param name="stream">Randomness.</param>
    /// <param name="mean">Zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The mean is below zero.</exception>
    public static int NextPoisson(this Xoshiro256 stream, double mean)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfNegative(mean);

        // A Poisson count is the sum of independent Poisson counts: whole blocks of 16 keep exp(-mean) far from zero.
        const double block = 16;
        var count = 0;
        for (; mean > block; mean -= block)
        {
            count += SmallPoisson(stream, block);
        }

        return count + SmallPoisson(stream, mean);
    }

    /// <summary>Negative binomial (NB2): mean m and variance m + m squared over size.</summary>
    /// <param name="stream">Randomness.</param>
    /// <param name="mean">Zero or more.</param>
    /// <param name="size">Above zero; infinity gives a Poisson.</param>
    public static int NextNegativeBinomial(this Xoshiro256 stream, double mean, double size) =>
        stream.NextNegativeBinomial(mean, size, out _);

    /// <summary>The same draw, with the level that it took: the count is Poisson with mean times level.</summary>
    /// <param name="stream">Randomness.</param>
    /// <param name="mean">Zero or more.</param>
    /// <param name="size">Above zero; infinity gives a Poisson.</param>
    /// <param name="level">Receives the level, a gamma with mean one and variance one over size; 1 for a Poisson.</param>
    public static int NextNegativeBinomial(this Xoshiro256 stream, double mean, double size, out double level)
    {
        level = double.IsPositiveInfinity(size) || mean <= 0 ? 1 : stream.NextGamma(size) / size;
        return stream.NextPoisson(mean * level);
    }

    private static int SmallPoisson(Xoshiro256 stream, double mean)
    {
        var limit = Math.Exp(-mean);
        var count = 0;
        for (var product = 1 - stream.NextDouble(); product > limit; product *= 1 - stream.NextDouble())
        {
            count++;
        }

        return count;
    }
}
