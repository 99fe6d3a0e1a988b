namespace Plimsoll.Statistics.Appraisal;

/// <summary>When an investment has paid for itself.</summary>
/// <param name="First">First period at whose end the running total is back at or above zero; 0 if it is never below; null if it never comes back.</param>
/// <param name="Lasting">First period from whose end on the running total stays there to the end; null if it does not.</param>
/// <param name="Deepest">Lowest running total, zero or below: the most that is out at once.</param>
public sealed record Payback(int? First, int? Lasting, double Deepest)
{
    // A running total of decimal amounts may end a hair below zero.
    private const double Rounding = 1e-12;

    /// <summary>Of flows. Give discounted flows for discounted payback.</summary>
    /// <param name="flows">One a period, the first now (period 0), at least one, all finite.</param>
    /// <exception cref="ArgumentException">There is no flow, or one is not finite.</exception>
    public static Payback Of(ReadOnlySpan<double> flows)
    {
        if (flows.IsEmpty)
        {
            throw new ArgumentException("There is no cash flow.", nameof(flows));
        }

        var (total, moved, deepest) = (0.0, 0.0, 0.0);
        int? first = null;
        int? lasting = 0;
        var spent = false;
        for (var period = 0; period < flows.Length; period++)
        {
            if (!double.IsFinite(flows[period]))
            {
                throw new ArgumentException("A cash flow is not a finite number.", nameof(flows));
            }

            total += flows[period];
            moved += Math.Abs(flows[period]);
            deepest = Math.Min(deepest, total);
            if (total < -Rounding * moved)
            {
                spent = true;
                lasting = null;
            }
            else if (spent)
            {
                // A surplus before the money is out pays nothing back.
                first ??= period;
                lasting ??= period;
            }
        }

        return new Payback(spent ? first : 0, lasting, deepest);
    }
}
