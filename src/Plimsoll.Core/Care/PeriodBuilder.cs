using System.Collections.Immutable;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Care;

/// <summary>Makes counted care, periods of care and placement spells out of one child's settled episodes.</summary>
/// <param name="codes">The code lists.</param>
/// <param name="findings">Where oddities are reported.</param>
internal sealed class PeriodBuilder(CodeLists codes, HistoryFindings findings)
{
    /// <summary>Builds the history.</summary>
    /// <param name="child">The child as the header has it; the built parts are added.</param>
    /// <param name="chain">Settled episodes in order.</param>
    /// <param name="firstDay">1 April of the authority's first return.</param>
    /// <param name="turns18">The eighteenth birthday, or null when it is not known or lies after the data.</param>
    public ChildHistory Build(ChildHistory child, List<ChainedEpisode> chain, DateOnly firstDay, DateOnly? turns18)
    {
        var counted = ImmutableArray.CreateBuilder<CountedEpisode>(chain.Count);
        var breaks = ImmutableArray.CreateBuilder<ShortBreak>();
        var periods = ImmutableArray.CreateBuilder<PeriodOfCare>();
        for (var index = 0; index < chain.Count; index++)
        {
            var episode = chain[index];
            if (episode.IsShortBreak)
            {
                breaks.Add(new ShortBreak(new Period(episode.Start, episode.End), episode.Row.LegalStatus, episode.State));
                continue;
            }

            var row = episode.Row;
            counted.Add(new CountedEpisode(
                new Period(episode.Start, episode.End),
                row.LegalStatus,
                row.Need,
                row.Place,
                episode.Provider,
                episode.State,
                StartsCare: index == 0 || !Joins(chain[index - 1], episode),
                EndsCare: episode.End is not null && (index == chain.Count - 1 || !Joins(episode, chain[index + 1]))));
        }

        for (var first = 0; first < chain.Count;)
        {
            if (chain[first].IsShortBreak)
            {
                first++;
                continue;
            }

            var next = first + 1;
            while (next < chain.Count && SamePeriod(chain[next - 1], chain[next]))
            {
                next++;
            }

            periods.Add(PeriodOf(child.Key, chain, first, next, periods.Count + 1, firstDay, turns18));
            first = next;
        }

        return child with { Counted = counted.ToImmutable(), ShortBreaks = breaks.ToImmutable(), Periods = WithNights(periods) };
    }

    // A stay wholly past the birthday (section 20 in a children's home) is counted but leaves no period.
    private static ImmutableArray<PeriodOfCare> WithNights(ImmutableArray<PeriodOfCare>.Builder periods) =>
        [.. periods.Where(period => !period.Days.IsEmpty)];

    // Whether care goes on from one episode to the next, as the count sees it: no night between, no exit, no short break.
    private static bool Joins(ChainedEpisode earlier, ChainedEpisode later) =>
        !earlier.IsShortBreak && !later.IsShortBreak && earlier.End == later.Start && !earlier.EndsByReason;

    // The hazard fit also bridges a gap of one day.
    private static bool SamePeriod(ChainedEpisode earlier, ChainedEpisode later) =>
        Joins(earlier, later) || IsOneDayGap(earlier, later);

    private static bool IsOneDayGap(ChainedEpisode earlier, ChainedEpisode later) =>
        !earlier.IsShortBreak && !later.IsShortBreak && earlier.End is { } end && end.AddDays(1) == later.Start;

    private PeriodOfCare PeriodOf(
        ChildKey key, List<ChainedEpisode> chain, int first, int next, int number, DateOnly firstDay, DateOnly? turns18)
    {
        var opening = chain[first];
        var fromBreak = first > 0 && chain[first - 1].IsShortBreak && chain[first - 1].End == opening.Start;
        var startKnown = opening.ReasonNew == "S" || fromBreak || first > 0 || opening.Start > firstDay;
        ReportStart(chain, first, fromBreak, startKnown);
        for (var index = first + 1; index < next; index++)
        {
            if (IsOneDayGap(chain[index - 1], chain[index]))
            {
                findings.Add(
                    HistoryFinding.OneDayGap,
                    chain[index].Row,
                    "DECOM",
                    $"the one before ended {InWords.FileDate(chain[index - 1].End!.Value)}, this one began {InWords.FileDate(chain[index].Start)}",
                    "not counted on that night");
            }
        }

        var closing = chain[next - 1];
        var (end, ending, exit) = EndOf(chain, first, next, turns18);
        var spells = Spells.Of(chain, first, next, startKnown, end);
        return new PeriodOfCare(
            new Period(opening.Start, end), startKnown, exit, ending, closing.Row.Need, number, spells)
        {
            CountsAsEntry = startKnown && !fromBreak,
        };
    }

    private void ReportStart(List<ChainedEpisode> chain, int first, bool fromBreak, bool startKnown)
    {
        var row = chain[first].Row;
        var began = $"began {InWords.FileDate(chain[first].Start)} with {(chain[first].ReasonNew.Length == 0 ? "no reason" : chain[first].ReasonNew)}";
        if (fromBreak)
        {
            findings.Add(HistoryFinding.ShortBreakChange, row, "LS", began + ", out of short breaks", "counted care starts");
        }
        else if (!startKnown)
        {
            findings.Add(HistoryFinding.NoStart, row, "RNE", began, "counted as in care, not as a start");
        }
        else if (chain[first].ReasonNew != "S")
        {
            var follows = first > 0 && chain[first - 1].End == chain[first].Start;
            findings.Add(
                follows ? HistoryFinding.EndedButContinues : HistoryFinding.MissingStart,
                row,
                "RNE",
                follows ? began + $", the day the one before ended with {chain[first - 1].Row.ReasonCeased}" : began,
                "counted as a start of care");
        }
    }

    private (DateOnly? End, PeriodEnding Ending, CareExit? Exit) EndOf(
        List<ChainedEpisode> chain, int first, int next, DateOnly? turns18)
    {
        var closing = chain[next - 1];
        if (turns18 is { } birthday && (closing.End is not { } last || last > birthday))
        {
            findings.Add(
                HistoryFinding.KeptPastEighteen,
                closing.Row,
                "DEC",
                $"turned 18 on {InWords.FileDate(birthday)}",
                "counted as 18 and over, left out of the forecast");
            return (birthday > chain[first].Start ? birthday : chain[first].Start, PeriodEnding.PastEighteen, null);
        }

        if (closing.End is not { } end)
        {
            return (null, PeriodEnding.Open, null);
        }

        if (next < chain.Count && chain[next].IsShortBreak && chain[next].Start == end)
        {
            findings.Add(
                HistoryFinding.ShortBreakChange, chain[next].Row, "LS", $"into short breaks on {InWords.FileDate(end)}", "counted care ends");
            return (end, PeriodEnding.IntoShortBreaks, null);
        }

        switch (closing.Ending)
        {
            case ChainEnding.ReturnsEnd:
                return (end, PeriodEnding.BeyondReturns, null);
            case ChainEnding.AbsentNextYear:
                return (end, PeriodEnding.Exited, CareExit.Other);
            case ChainEnding.Eighteen:
                return (end, PeriodEnding.Exited, CareExit.Age18);
        }

        if (closing.Row.ReasonCeased == "X1")
        {
            findings.Add(
                HistoryFinding.ContinuesNowhere,
                closing.Row,
                "REC",
                $"ended {InWords.FileDate(end)} with X1"
                    + (next < chain.Count ? $"; the next began {InWords.FileDate(chain[next].Start)}" : "; nothing follows"),
                "ended care there");
        }

        return (end, PeriodEnding.Exited, StateMapping.Exit(closing.Row.ReasonCeased, end, turns18, codes.ReasonEpisodeCeased));
    }
}
