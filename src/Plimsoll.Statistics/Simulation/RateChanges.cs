namespace Plimsoll.Statistics.Simulation;

/// <summary>
/// The changes of rates of a scenario, for walks that share their chance with the baseline (common random numbers). A
/// reduction refuses events of the baseline by the event's own mark; an increase adds an independent exponential clock of
/// the rate that is added, on a stream of its own. So a trajectory is the baseline's, bit for bit, until a change first
/// touches it, and a factor of one changes nothing at all. Changes of the same rate multiply.
/// </summary>
public sealed class RateChanges
{
    private readonly Part[] parts;
    private readonly double[] edges;

    /// <summary>Prepares changes for a model.</summary>
    /// <param name="shape">The model.</param>
    /// <param name="changes">The changes.</param>
    /// <exception cref="ArgumentException">A change names an exit, group or band that the model does not have, or its factor is no number of zero or more.</exception>
    public RateChanges(KernelShape shape, params IReadOnlyList<RateChange> changes)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(changes);
        Shape = shape;
        parts = [.. changes.Select(change => Part.Of(change, shape))];
        edges = [.. parts.SelectMany(part => (double[])[part.From, part.Until]).Where(double.IsFinite).Distinct().Order(), double.PositiveInfinity];

        // Factors multiply, so a rate may rise only if one of them is above one.
        HasIncrease = parts.Any(part => part.Factor > 1);
    }

    /// <summary>The model.</summary>
    public KernelShape Shape { get; }

    /// <summary>Whether any rate may rise.</summary>
    internal bool HasIncrease { get; }

    /// <summary>The factor on a rate.</summary>
    /// <param name="row">Exits first, then groups of moves.</param>
    /// <param name="cell">Where the subject stands.</param>
    /// <param name="time">When.</param>
    internal double Factor(int row, in ChangeCell cell, double time)
    {
        var factor = 1.0;
        foreach (ref readonly var part in parts.AsSpan())
        {
            if (part.Row == row && part.Touches(cell, time))
            {
                factor *= part.Factor;
            }
        }

        return factor;
    }

    /// <summary>The next time after this one at which a change begins or ends.</summary>
    internal double NextEdge(double time)
    {
        var at = 0;
        while (edges[at] <= time)
        {
            at++;
        }

        return edges[at];
    }

    private readonly record struct Part(int Row, double Factor, double From, double Until, ulong Ages, ulong Stays, ulong States, ulong Covariates)
    {
        public static Part Of(RateChange change, KernelShape shape) => change.Factor >= 0 && double.IsFinite(change.Factor)
            ? new Part(
                change.Target.Row(shape),
                change.Factor,
                change.From,
                change.Until,
                Bits(change.Ages, shape.Ages),
                Bits(change.Stays, shape.Stays),
                Bits(change.States, shape.States),
                Bits(change.Covariates, shape.Covariates))
            : throw new ArgumentException("A factor is zero or more, and finite.", nameof(change));

        public bool Touches(in ChangeCell cell, double time) =>
            time >= From && time < Until && Has(Ages, cell.Age) && Has(Stays, cell.Stay) && Has(States, cell.State) && Has(Covariates, cell.Covariate);

        private static bool Has(ulong bits, int band) => ((bits >> band) & 1) != 0;

        private static ulong Bits(IReadOnlyList<int>? bands, int count)
        {
            if (bands is null)
            {
                return ulong.MaxValue;
            }

            var bits = 0UL;
            foreach (var band in bands)
            {
                bits |= band >= 0 && band < count && band < 64
                    ? 1UL << band
                    : throw new ArgumentException("The model has no such band.", nameof(bands));
            }

            return bits;
        }
    }
}

/// <summary>Where a subject stands, as changes see it.</summary>
/// <param name="Age">Age band.</param>
/// <param name="Stay">Band of time since entry.</param>
/// <param name="State">State.</param>
/// <param name="Covariate">Covariate level.</param>
internal readonly record struct ChangeCell(int Age, int Stay, int State, int Covariate);
