using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Care.Submitted;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Core.Anyshire;

/// <summary>
/// Puts a few dozen everyday mistakes into the last two returns, each on another child and each written down, so that
/// a reader of the findings can be shown what was found and a test can check that it was.
/// </summary>
internal sealed class EverydayFaults
{
    private readonly Xoshiro256 random;
    private readonly List<SubmittedReturn> years;
    private readonly HashSet<string> touched = new(StringComparer.Ordinal);
    private readonly ImmutableArray<PlantedFault>.Builder faults = ImmutableArray.CreateBuilder<PlantedFault>();

    private EverydayFaults(ImmutableArray<SubmittedReturn> tidy, ulong seed)
    {
        years = [.. tidy];
        random = Xoshiro256.For(seed, Streams.Faults);
    }

    public static (ImmutableArray<SubmittedReturn> Years, ImmutableArray<PlantedFault> Faults) PutInto(ImmutableArray<SubmittedReturn> tidy, ulong seed)
    {
        var work = new EverydayFaults(tidy, seed);
        foreach (var index in new[] { tidy.Length - 2, tidy.Length - 1 })
        {
            work.Episodes(index);
            work.Headers(index);
        }

        return ([.. work.years], work.faults.ToImmutable());
    }

    private void Episodes(int index)
    {
        Change(index, 3, "no-reason-ceased", "the placement ended but no reason (REC) is given",
            (row, _) => Ends(row) && row.ReasonCeased != "X1", (row, _) => row with { ReasonCeased = "" });
        Change(index, 1, "unknown-placement-code", "the placement type K9 is in no code list",
            (row, _) => WithinYear(row, index) && row.Place == "K2", (row, _) => row with { Place = "K9" });
        Change(index, 1, "unknown-provider-code", "the provider PR9 is in no code list",
            (row, _) => WithinYear(row, index) && row.Provider == "PR4" && IsUnrelatedFoster(row), (row, _) => row with { Provider = "PR9" });
        Change(index, 2, "no-provider", "a foster placement without a provider",
            (row, _) => WithinYear(row, index) && IsUnrelatedFoster(row), (row, _) => row with { Provider = "" });
        Change(index, 2, "one-day-gap", "ended a day before the next placement began",
            (row, next) => Nights(row) > 20 && row.Ceased > years[index].First && Chained(row, next), (row, _) => row with { Ceased = row.Ceased!.Value.AddDays(-1) });
        Change(index, 2, "overlap", "ended six days after the next placement began",
            (row, next) => Chained(row, next) && next!.Ceased is null && next.Commenced.AddDays(6) <= years[index].Last, (row, _) => row with { Ceased = row.Ceased!.Value.AddDays(6) });
        Change(index, 1, "ended-before-it-began", "the end date is before the start",
            (row, _) => WithinYear(row, index) && row.ReasonNew == "S" && Nights(row) is > 3 and < 60 && row.ReasonCeased != "X1",
            (row, _) => row with { Ceased = row.Commenced.AddDays(-9) });
        Change(index, 1, "reason-without-end", "a reason ceased is given but no end date",
            (row, next) => row.Ceased is null && next is null && index == years.Count - 1 && row.LegalStatus == "V2", (row, _) => row with { ReasonCeased = "E4A" });
        Change(index, 2, "no-start", "the first episode of the child is not marked as a start of care (RNE S)",
            (row, _) => row.ReasonNew == "S" && row.Commenced >= years[index].First && (index == years.Count - 1 || WithinYear(row, index)),
            (row, _) => row with { ReasonNew = "P" });
        Change(index, 3, "no-reason-for-change", "the placement changed but no reason for the change is given",
            (row, _) => row.ReasonPlacementChange == "CARPL", (row, _) => row with { ReasonPlacementChange = "" });
        StayOpenPastEighteen(index);
    }

    private void StayOpenPastEighteen(int index) =>
        Change(index, 1, "open-past-eighteen", "ended twelve days after the eighteenth birthday",
            (row, _) => Ends(row) && row.Ceased!.Value.AddDays(12) <= years[index].Last && BornOf(index, row.Child) is { } born
                && row.Ceased == Ages.Birthday(born, 18) && row.ReasonCeased == "E8",
            (row, _) => row with { Ceased = row.Ceased!.Value.AddDays(12) });

    private void Headers(int index)
    {
        if (index == years.Count - 1)
        {
            // New in the last return, so that no earlier return gives the date of birth.
            EditHeader(index, "no-header", "the child has placements but no row in the Header table", _ => null);
            EditHeader(index, "no-header", "the child has placements but no row in the Header table", _ => null);
            EditHeader(index, "no-date-of-birth", "no date of birth", row => row with { Born = null });
        }

        EditHeader(index, "sex-unknown", "sex is given as unknown (U)", row => row with { Sex = "U" });
        EditHeader(index, "unknown-ethnicity-code", "the ethnicity code WHIT is in no code list", row => row with { Ethnicity = "WHIT" });
    }

    private void EditHeader(int index, string kind, string says, Func<SubmittedHeader, SubmittedHeader?> edit)
    {
        var year = years[index];
        var newcomers = year.Episodes.Where(row => row.ReasonNew == "S" && row.Commenced >= year.First && row.LegalStatus is not ("V3" or "V4"))
            .Select(row => row.Child)
            .Where(child => !touched.Contains(child) && !years.Take(index).Any(earlier => earlier.Headers.Any(row => row.Child == child))
                && year.Unaccompanied.All(row => row.Child != child))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (newcomers.Count == 0)
        {
            return;
        }

        var chosen = newcomers[random.NextBelow(newcomers.Count)];
        touched.Add(chosen);
        years[index] = year with
        {
            Headers = [.. year.Headers.Select(row => row.Child == chosen ? edit(row) : row).OfType<SubmittedHeader>()],
        };
        faults.Add(new PlantedFault(kind, year.CollectionYear, ReturnTable.Header, chosen, null, says));
    }

    private void Change(
        int index,
        int times,
        string kind,
        string says,
        Func<SubmittedEpisode, SubmittedEpisode?, bool> suits,
        Func<SubmittedEpisode, SubmittedEpisode?, SubmittedEpisode> edit)
    {
        var rows = years[index].Episodes.ToBuilder();
        var candidates = Enumerable.Range(0, rows.Count)
            .Where(at => rows[at].LegalStatus is not ("V3" or "V4") && suits(rows[at], NextOf(rows, at)))
            .ToList();
        for (var time = 0; time < times && candidates.Count > 0;)
        {
            var pick = random.NextBelow(candidates.Count);
            var at = candidates[pick];
            candidates.RemoveAt(pick);
            if (!touched.Add(rows[at].Child))
            {
                continue;
            }

            rows[at] = edit(rows[at], NextOf(rows, at));
            faults.Add(new PlantedFault(kind, years[index].CollectionYear, ReturnTable.Episodes, rows[at].Child, rows[at].Commenced, says));
            time++;
        }

        years[index] = years[index] with { Episodes = rows.ToImmutable() };
    }

    private static SubmittedEpisode? NextOf(ImmutableArray<SubmittedEpisode>.Builder rows, int at) =>
        at + 1 < rows.Count && rows[at + 1].Child == rows[at].Child ? rows[at + 1] : null;

    private DateOnly? BornOf(int index, string child) => years[index].Headers.FirstOrDefault(row => row.Child == child)?.Born;

    private bool WithinYear(SubmittedEpisode row, int index) =>
        row.Commenced >= years[index].First && row.Ceased is { } ceased && ceased <= years[index].Last;

    private static bool IsUnrelatedFoster(SubmittedEpisode row) => row.Place is "U4" or "U6";

    private static bool Ends(SubmittedEpisode row) => row.Ceased is not null;

    private static int Nights(SubmittedEpisode row) => row.Ceased is { } end ? new Period(row.Commenced, end).NightsWithin(row.Commenced, end) : 0;

    private static bool Chained(SubmittedEpisode row, SubmittedEpisode? next) =>
        next is not null && row.ReasonCeased == "X1" && row.Ceased == next.Commenced && !row.Place.StartsWith('T') && !next.Place.StartsWith('T');
}
