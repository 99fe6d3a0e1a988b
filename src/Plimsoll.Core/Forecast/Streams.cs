using Plimsoll.Core.Care;

namespace Plimsoll.Core.Forecast;

/// <summary>The purposes of random streams. A number once given keeps its meaning, so that results stay reproducible.</summary>
internal static class Streams
{
    /// <summary>Leaving rates.</summary>
    public const ulong Exits = 1;

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

    /// <summary>Mix of starts.</summary>
    public const ulong Mix = 7;

    /// <summary>What is not known of a child: age, start of care.</summary>
    public const ulong Unknown = 8;

    /// <summary>Rates of moves and where they lead, with the residential shift.</summary>
    public const ulong Moves = 9;

    /// <summary>Prices of placements.</summary>
    public const ulong Prices = 10;

    /// <summary>Level and rise of prices.</summary>
    public const ulong PriceLevel = 11;

    /// <summary>Drift of leaving rates over the forecast.</summary>
    public const ulong ExitDrift = 12;

    /// <summary>Drift of moves over the forecast.</summary>
    public const ulong MoveDrift = 13;

    /// <summary>Returns to care of children who left.</summary>
    public const ulong Returns = 14;

    /// <summary>Level of unaccompanied children who start and, but in a run by purposes, their number in each month.</summary>
    public const ulong Unaccompanied = 15;

    /// <summary>In a run by purposes, the number of unaccompanied children who start in each month.</summary>
    public const ulong UnaccompaniedStarts = 16;

    /// <summary>For each state, whether it is residential.</summary>
    public static readonly bool[] ResidentialStates = [.. PlacementStates.All.Select(state => state.IsResidential())];
}
