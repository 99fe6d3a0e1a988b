using System.Collections.Immutable;
using Plimsoll.Core.Care.Submitted;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Anyshire;

/// <summary>One child of Anyshire with every episode ever, as the council's case system would hold them.</summary>
/// <param name="Number">The child's number, from 0.</param>
/// <param name="Particulars">Who the child is.</param>
/// <param name="Episodes">All episodes in order, with everything known up to the last day.</param>
/// <param name="IsShortBreak">Whether the child only has short breaks (V3, V4).</param>
internal sealed record ChildRecord(int Number, ChildParticulars Particulars, ImmutableArray<SubmittedEpisode> Episodes, bool IsShortBreak)
{
    /// <summary>Periods of care: from each S to the end of its chain.</summary>
    public ImmutableArray<Period> Periods { get; } = PeriodsOf(Episodes);

    /// <summary>The period of care that overlaps a year last, or null when none does.</summary>
    public Period? LastPeriodIn(DateOnly first, DateOnly last)
    {
        Period? found = null;
        foreach (var period in Periods)
        {
            if (period.Start <= last && (period.End is not { } end || end >= first))
            {
                found = period;
            }
        }

        return found;
    }

    private static ImmutableArray<Period> PeriodsOf(ImmutableArray<SubmittedEpisode> episodes)
    {
        var periods = ImmutableArray.CreateBuilder<Period>();
        foreach (var episode in episodes)
        {
            if (episode.ReasonNew == "S")
            {
                periods.Add(new Period(episode.Commenced, null));
            }

            periods[^1] = periods[^1] with { End = episode.ReasonCeased == "X1" ? null : episode.Ceased };
        }

        return periods.ToImmutable();
    }
}
