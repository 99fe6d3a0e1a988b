using System.Collections.Immutable;

namespace Plimsoll.Reports.Charts;

/// <summary>
/// A scale of values with round grid lines, at most six. It starts at zero when the values come near it; otherwise at
/// a round number, and then <see cref="Note"/> says so.
/// </summary>
public sealed record ValueScale
{
    private const int MostIntervals = 5;

    private ValueScale(Measure measure, double least, double most, double step, ImmutableArray<double> ticks)
    {
        Measure = measure;
        Least = least;
        Most = most;
        Step = step;
        Ticks = ticks;
    }

    /// <summary>What is measured.</summary>
    public Measure Measure { get; }

    /// <summary>The distance between grid lines, in the unit of the measure.</summary>
    public double Step { get; }

    /// <summary>The values with a grid line, ascending.</summary>
    public ImmutableArray<double> Ticks { get; }

    /// <summary>The lower end: zero, a half step, or a little under the lowest value where that is negative. It may have no grid line.</summary>
    public double Least { get; }

    /// <summary>The upper end. It has a grid line, but on a scale for bars, which ends with the longest bar.</summary>
    public double Most { get; }

    /// <summary>A sentence for the source line when the scale does not start at zero, otherwise empty.</summary>
    public string Note => Least > 0 ? $"The left-hand scale starts at {Measure.Axis(Least, Ticks[0] == Least ? Step : Step / 2, Most)}, not zero." : "";

    /// <summary>A scale that holds all values.</summary>
    /// <param name="measure">What is measured.</param>
    /// <param name="values">The values, finite and below a thousand million million; none gives a small scale from zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value cannot be drawn.</exception>
    public static ValueScale For(Measure measure, IEnumerable<double> values) => Make(measure, values, alwaysFromZero: false);

    /// <summary>A scale that begins at zero whatever the values.</summary>
    /// <param name="measure">What is measured.</param>
    /// <param name="values">The values, as for <see cref="For"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value cannot be drawn.</exception>
    public static ValueScale FromZero(Measure measure, IEnumerable<double> values) => Make(measure, values, alwaysFromZero: true);

    /// <summary>A scale for bars: from zero to the end of the longest, so that no room is lost.</summary>
    /// <param name="measure">What is measured.</param>
    /// <param name="values">The values, as for <see cref="For"/>; none below zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value cannot be drawn.</exception>
    public static ValueScale ForBars(Measure measure, IReadOnlyCollection<double> values)
    {
        var scale = FromZero(measure, values);
        var longest = values.DefaultIfEmpty(0).Max();
        return longest < scale.Step
            ? scale
            : new ValueScale(measure, 0, longest, scale.Step, [.. scale.Ticks.Where(tick => tick <= longest)]);
    }

    /// <summary>The words of a grid line.</summary>
    /// <param name="tick">One of <see cref="Ticks"/>.</param>
    public string Label(double tick) => Measure.Axis(tick, Step, Math.Max(Math.Abs(Least), Math.Abs(Most)));

    /// <summary>The place of a value between two ends given in pixels.</summary>
    internal double Place(double value, double atLeast, double atMost) =>
        atLeast + ((value - Least) / (Most - Least) * (atMost - atLeast));

    private static ValueScale Make(Measure measure, IEnumerable<double> values, bool alwaysFromZero)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
        {
            if (!double.IsFinite(value) || Math.Abs(value) > 1e15)
            {
                throw new ArgumentOutOfRangeException(nameof(values), value, "A chart cannot show this value.");
            }

            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }

        if (high < low)
        {
            (low, high) = (0, 0);
        }

        // A flat line gets a scale of a tenth of its height, so that it does not look like a cliff.
        var room = Math.Max(measure.SmallestScale, 0.1 * Math.Max(Math.Abs(low), Math.Abs(high)));
        if (high - low < room)
        {
            var half = (room - (high - low)) / 2;
            low = low >= 0 ? Math.Max(0, low - half) : low - half;
            high = low + room;
        }

        if (low >= 0 && (alwaysFromZero || low < 0.4 * high))
        {
            low = 0;
        }
        else if (low > 0)
        {
            low = Math.Max(0, low - (0.02 * (high - low)));
        }
        else if (alwaysFromZero)
        {
            high = Math.Max(0, high);
        }

        return WithRoundSteps(measure, low, high);
    }

    private static ValueScale WithRoundSteps(Measure measure, double low, double high)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10((high - low) / MostIntervals)));
        foreach (var factor in (ReadOnlySpan<double>)[1, 2, 5, 10, 20, 50, 100])
        {
            var step = factor * power;
            if (measure.IsWhole && step < 1)
            {
                continue;
            }

            var least = LowerEnd(measure, low, high, step);
            var first = (long)Math.Ceiling((least / step) - 1e-9);
            var last = (long)Math.Ceiling((high / step) - 1e-9);
            if (last - first <= MostIntervals)
            {
                var ticks = Enumerable.Range(0, (int)(last - first) + 1).Select(i => (first + i) * step);
                return new ValueScale(measure, least, last * step, step, [.. ticks]);
            }
        }

        throw new InvalidOperationException("No round step was found for a scale.");
    }

    /// <summary>
    /// A whole step below the lowest value would often leave a blank, so the scale begins on a half step; below zero,
    /// where no sentence has to name it, soon after the lowest value.
    /// </summary>
    private static double LowerEnd(Measure measure, double low, double high, double step)
    {
        if (low < 0)
        {
            return Math.Max(Math.Floor(low / step) * step, low - (0.1 * (high - low)));
        }

        var unit = measure.IsWhole && step % 2 != 0 ? step : step / 2;
        return Math.Floor((low / unit) + 1e-9) * unit;
    }
}
