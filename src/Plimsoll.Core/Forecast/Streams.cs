using Plimsoll.Core.Care;

namespace Plimsoll.Core.Forecast;

/// <summary>The purposes of random streams. A number once given keeps its meaning, so that results stay reproducible.</summary>
internal static class Streams
{
    /// <summary>Leaving rates and moves.</summary>
    public const ulong Rates = 1;

    /// <summary>Level of starts.</summary>
    public const ulong Level = 2;

    /// <summary>Number of starts in each month.</summary>
    public const ulong Starts = 3;

    /// <summary>Children now in care.</summary>
    public const ulong Stock = 4;

    /// <summary>Children who will start.</summary>
    public const ulong Entrants = 5;

    /// <summary>The balance of starts and leavers.</summary>
    public const ulong Equilibrium = 6;

    /// <summary>Mix of starts and residential shift.</summary>
    public const ulong Mix = 7;

    /// <summary>What is not known of a child: age, start of care.</summary>
    public const ulong Unknown = 8;

    /// <summary>For each state, whether it is residential.</summary>
    public static readonly bool[] ResidentialStates = [.. PlacementStates.All.Select(state => state.IsResidential())];
}
