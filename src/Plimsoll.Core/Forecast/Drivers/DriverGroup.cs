namespace Plimsoll.Core.Forecast.Drivers;

/// <summary>What makes a forecast uncertain. Each is drawn apart from the others in every simulated future.</summary>
public enum DriverGroup
{
    /// <summary>How many children start care: the level, its wandering, a trend, the pull to balance.</summary>
    Starts,

    /// <summary>Who starts: ages and first placements.</summary>
    Mix,

    /// <summary>How soon children leave, and how many come back.</summary>
    Exits,

    /// <summary>How often children move and where to.</summary>
    Moves,

    /// <summary>How dear placements are on average, and how prices rise.</summary>
    Prices,

    /// <summary>Chance: what would stay open if all the others were known.</summary>
    Chance,
}

/// <summary>What is said of the groups.</summary>
public static class DriverGroups
{
    /// <summary>All groups in their order.</summary>
    public static IReadOnlyList<DriverGroup> All { get; } = Enum.GetValues<DriverGroup>();

    /// <summary>Its name in files: "starts".</summary>
    public static string Key(this DriverGroup group) => group switch
    {
        DriverGroup.Starts => "starts",
        DriverGroup.Mix => "mix",
        DriverGroup.Exits => "exits",
        DriverGroup.Moves => "moves",
        DriverGroup.Prices => "prices",
        DriverGroup.Chance => "chance",
        _ => throw new ArgumentOutOfRangeException(nameof(group)),
    };

    /// <summary>What people read: "How many children start care".</summary>
    public static string Label(this DriverGroup group) => group switch
    {
        DriverGroup.Starts => "How many children start care",
        DriverGroup.Mix => "Who starts: ages and first placements",
        DriverGroup.Exits => "How soon children leave, and who comes back",
        DriverGroup.Moves => "Moves between placements",
        DriverGroup.Prices => "Prices and their rises",
        DriverGroup.Chance => "Chance: single children\u2019s lives",
        _ => throw new ArgumentOutOfRangeException(nameof(group)),
    };

    /// <summary>What is in it, and what would narrow it.</summary>
    public static string Meaning(this DriverGroup group) => group switch
    {
        DriverGroup.Starts => "The level of starts, how it may wander, and a trend if there is one. Early news of referrals and of the edge of care narrows it.",
        DriverGroup.Mix => "The shares of ages and first placements among children who start.",
        DriverGroup.Exits => "Rates of leaving care by age and time in care, how they may drift, and the share who come back. Plans for adoption, return home and special guardianship narrow it.",
        DriverGroup.Moves => "How often placements change and into what, with the drift towards residential care. Sufficiency plans narrow it.",
        DriverGroup.Prices => "How far average prices lie from the list, and how much more or less they may rise than was set. A placement cost sheet and contracts narrow it.",
        DriverGroup.Chance => "Who happens to start, leave or move in which month, and at which price, with all rates known. More records do not narrow it.",
        _ => throw new ArgumentOutOfRangeException(nameof(group)),
    };

    /// <summary>The group that a purpose of random numbers belongs to.</summary>
    /// <param name="purpose">One of <see cref="Streams"/>.</param>
    internal static DriverGroup Of(ulong purpose) => purpose switch
    {
        Streams.Level or Streams.Unaccompanied => DriverGroup.Starts,
        Streams.Mix => DriverGroup.Mix,
        Streams.Exits or Streams.ExitDrift => DriverGroup.Exits,
        Streams.Moves or Streams.MoveDrift => DriverGroup.Moves,
        Streams.PriceLevel => DriverGroup.Prices,
        _ => DriverGroup.Chance,
    };
}
