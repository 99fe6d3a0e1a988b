using System.Collections.Immutable;
using Plimsoll.Core.Care;

namespace Plimsoll.Core.Forecast.Diagnostics;

/// <summary>The words for the bands of the care model, in the order of <see cref="CareModel"/>.</summary>
internal static class BandWords
{
    /// <summary>Bands of age.</summary>
    public static readonly ImmutableArray<string> Ages = ["Under 1", "1 to 4", "5 to 9", "10 to 12", "13 to 15", "16", "17"];

    /// <summary>Bands of time in care.</summary>
    public static readonly ImmutableArray<string> Stays =
        ["First 2 weeks", "2 to 8 weeks", "8 weeks to 6 months", "6 to 12 months", "1 to 2 years", "2 to 4 years", "4 years or more"];

    /// <summary>Bands of time in the placement.</summary>
    public static readonly ImmutableArray<string> Spells =
        ["First 2 weeks", "2 weeks to 3 months", "3 to 12 months", "1 to 2 years", "2 years or more"];

    /// <summary>Bands of time since leaving.</summary>
    public static readonly ImmutableArray<string> SinceLeaving =
        ["First month", "1 to 3 months", "3 to 12 months", "1 to 2 years", "2 to 6 years"];

    /// <summary>Groups of placements moved from.</summary>
    public static readonly ImmutableArray<string> Groups = ["Moves from foster care", "Moves from residential care", "Moves from other placements"];

    /// <summary>Causes of leaving.</summary>
    public static readonly ImmutableArray<string> Causes = [.. CareModel.Exits.Select(exit => exit.Label())];
}
