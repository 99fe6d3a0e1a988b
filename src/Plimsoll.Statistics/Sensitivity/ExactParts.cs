namespace Plimsoll.Statistics.Sensitivity;

/// <summary>Makes parts add up to a whole in floating point too.</summary>
internal static class ExactParts
{
    /// <summary>
    /// Rounds all parts but the largest to a grid so coarse that their sums are exact, and gives the largest what is left.
    /// The rounding is in the last of sixteen digits.
    /// </summary>
    public static double[] Of(double[] parts, double whole)
    {
        if (parts.Length == 0)
        {
            return parts;
        }

        var largest = 0;
        var size = Math.Abs(whole);
        for (var part = 0; part < parts.Length; part++)
        {
            size += Math.Abs(parts[part]);
            largest = Math.Abs(parts[part]) > Math.Abs(parts[largest]) ? part : largest;
        }

        if (!(size > 1e-280) || !double.IsFinite(size))
        {
            return parts;
        }

        // Every sum of numbers on this grid stays below 2^53 steps of it.
        var grid = Math.ScaleB(1, Math.ILogB(size) + 1 - 52);
        var exact = new double[parts.Length];
        var rest = whole;
        for (var part = 0; part < parts.Length; part++)
        {
            if (part != largest)
            {
                exact[part] = Math.Round(parts[part] / grid) * grid;
                rest -= exact[part];
            }
        }

        exact[largest] = rest;
        return exact;
    }
}
