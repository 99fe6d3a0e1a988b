namespace Plimsoll.Core.Care;

/// <summary>How the days of an episode came to end where they do.</summary>
internal enum ChainEnding
{
    /// <summary>As the row says, or open.</summary>
    AsRecorded,

    /// <summary>Cut on the day the child's next episode began: care goes on.</summary>
    CutByNext,

    /// <summary>The child is absent from the following year's return.</summary>
    AbsentNextYear,

    /// <summary>The authority's later returns are not loaded.</summary>
    ReturnsEnd,

    /// <summary>Cut on the eighteenth birthday.</summary>
    Eighteen,
}

/// <summary>An episode of one child while its days are being settled.</summary>
internal sealed class ChainedEpisode(EpisodeRow row)
{
    public EpisodeRow Row { get; } = row;

    public DateOnly Start { get; } = row.Commenced;

    public DateOnly? End { get; set; } = row.Ceased;

    public ChainEnding Ending { get; set; }

    /// <summary>Why the episode began: S where an episode without a night on the same day started care.</summary>
    public string ReasonNew { get; set; } = row.ReasonNew;

    public PlacementState State { get; set; }

    public string Provider { get; set; } = row.Provider;

    /// <summary>The placement that the child has here, behind a temporary one: the row itself when it is not temporary.</summary>
    public EpisodeRow Placement { get; set; } = row;

    public bool IsShortBreak => StateMapping.IsShortBreak(Row.LegalStatus);

    public bool HasNights => End is not { } end || end > Start;

    /// <summary>Whether the recorded reason ends care (not X1, not missing) at the recorded date.</summary>
    public bool EndsByReason => Ending == ChainEnding.AsRecorded && Row.Ceased is not null && Row.ReasonCeased is not ("" or "X1");
}
