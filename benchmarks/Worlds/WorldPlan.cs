namespace Plimsoll.Benchmarks.Worlds;

/// <summary>A made-up council whose truth is known: what happens in it, when, and how large it is.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Seed">Seed: worlds of other kinds with the same seed have the same children as far as they can.</param>
/// <param name="Children">About how many children are in care.</param>
internal sealed record WorldPlan(WorldKind Kind, ulong Seed, int Children)
{
    /// <summary>Years of truth after the returns.</summary>
    public const int YearsAfter = 5;

    /// <summary>First day of the first of five returns.</summary>
    public static readonly DateOnly WindowStart = new(2021, 4, 1);

    /// <summary>First day of the forecast.</summary>
    public static readonly DateOnly FirstDay = WindowStart.AddYears(5);

    /// <summary>The first day: nineteen years before the returns, so that the stock is settled.</summary>
    public int Begin { get; } = WindowStart.AddYears(-19).DayNumber;

    /// <summary>First day of the returns.</summary>
    public int Window { get; } = WindowStart.DayNumber;

    /// <summary>First day of the forecast.</summary>
    public int From { get; } = FirstDay.DayNumber;

    /// <summary>Day after the last day of truth.</summary>
    public int End { get; } = FirstDay.AddYears(YearsAfter).DayNumber;
}
