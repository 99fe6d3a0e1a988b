using System.Collections.Immutable;

namespace Plimsoll.Core.Forecast;

/// <summary>How much wider or narrower than its own the range of the number in care should be, some months ahead.</summary>
/// <param name="Months">Months ahead.</param>
/// <param name="Factor">Factor on deviations from the middle, between 0.8 and 2.</param>
public sealed record SpreadFactor(int Months, double Factor);

/// <summary>
/// The few numbers of the method that a council's own past may decide: how fast the past fades, how strongly starts are
/// pulled to balance, how readily a trend is believed, how wide the range is. Until a backtest on the council's own
/// records says otherwise they are the defaults, which real authorities' history supports.
/// </summary>
public sealed record ForecastTuning
{
    /// <summary>Fewest rolling origins on the council's own records that may overrule the national evidence on the range.</summary>
    public const int OriginsThatDecide = 8;

    /// <summary>The defaults.</summary>
    public static ForecastTuning Default { get; } = new();

    /// <summary>Months after which a record counts half; null when all records count alike.</summary>
    public int? HalfLifeMonths { get; init; } = 36;

    /// <summary>How far starts are pulled, on the log scale, to the level that keeps today's number steady: 0 not at all, 1 wholly.</summary>
    public double PullWeight { get; init; } = 0.85;

    /// <summary>Probability of a trend in starts before the records are looked at: 0 to 0.3.</summary>
    public double TrendPrior { get; init; } = 0.1;

    /// <summary>Factors on the engine's own range, by months ahead, ascending; empty while not enough origins were tested.</summary>
    public ImmutableArray<SpreadFactor> Spread { get; init; } = [];

    /// <summary>Number of rolling origins behind the numbers; 0 when none was tested.</summary>
    public int Origins { get; init; }

    /// <summary>Identity of the backtest that decided; empty while the defaults stand.</summary>
    public string Backtest { get; init; } = "";

    /// <summary>What the backtest found, as a sentence to stand beside the forecast; empty while not tested.</summary>
    public string Verdict { get; init; } = "";

    /// <summary>Whether the council's own records were tested.</summary>
    public bool IsTested => Backtest.Length > 0;

    /// <summary>Whether enough origins were tested to overrule the national evidence on the range.</summary>
    public bool DecidesSpread => Origins >= OriginsThatDecide && !Spread.IsDefaultOrEmpty;

    /// <summary>The factor on the engine's own range some months ahead: between tested horizons by straight lines, beyond them as the nearest.</summary>
    /// <param name="months">Months ahead, zero or more.</param>
    public double SpreadAt(double months)
    {
        if (Spread.IsDefaultOrEmpty)
        {
            return 1;
        }

        var upper = 0;
        while (upper < Spread.Length && Spread[upper].Months < months)
        {
            upper++;
        }

        if (upper == 0 || upper == Spread.Length)
        {
            return Spread[Math.Min(upper, Spread.Length - 1)].Factor;
        }

        var (below, above) = (Spread[upper - 1], Spread[upper]);
        return below.Factor + ((months - below.Months) / (above.Months - below.Months) * (above.Factor - below.Factor));
    }

    /// <summary>Equality by content: the factors are compared one by one.</summary>
    public bool Equals(ForecastTuning? other) =>
        other is not null
        && HalfLifeMonths == other.HalfLifeMonths
        && PullWeight.Equals(other.PullWeight)
        && TrendPrior.Equals(other.TrendPrior)
        && Origins == other.Origins
        && Backtest == other.Backtest
        && Verdict == other.Verdict
        && (Spread.IsDefault ? [] : Spread).SequenceEqual(other.Spread.IsDefault ? [] : other.Spread);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(HalfLifeMonths, PullWeight, TrendPrior, Origins, Backtest);
}
