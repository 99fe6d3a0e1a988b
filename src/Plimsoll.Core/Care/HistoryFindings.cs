using System.Collections.Immutable;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Care;

/// <summary>A kind of finding made while years are merged and episodes chained.</summary>
/// <param name="Rule">Validation rule number or own name.</param>
/// <param name="Severity">How serious.</param>
/// <param name="Table">Table.</param>
/// <param name="Changes">Which figures it may change.</param>
/// <param name="One">The sentence for one row, after the number: "episode begins before the one before it has ended."</param>
/// <param name="Many">The same for several.</param>
/// <param name="Treatment">What we did.</param>
internal sealed record HistoryFinding(
    string Rule,
    FindingSeverity Severity,
    string Table,
    FindingEffect Changes,
    string One,
    string Many,
    string Treatment)
{
    public static readonly HistoryFinding Duplicate = new(
        "duplicate-episode", FindingSeverity.Query, "Episodes", FindingEffect.Nothing,
        "episode begins on the same day as another episode of the same child in the same return.",
        "episodes begin on the same day as another episode of the same child in the same return.",
        "We kept the one that lasts longer from that day; the number of children is not changed.");

    public static readonly HistoryFinding Reopened = new(
        "502", FindingSeverity.Query, "Episodes", FindingEffect.Count,
        "episode has another end date, or none, in a later year's return.",
        "episodes have another end date, or none, in a later year's return.",
        "We used the latest return. If the earlier one is right, the number of children changes.");

    public static readonly HistoryFinding Carried = new(
        "503", FindingSeverity.Query, "Episodes", FindingEffect.Cost,
        "episode carries another legal status, placement or provider in a later year's return.",
        "episodes carry another legal status, placement or provider in a later year's return.",
        "We used the latest return.");

    public static readonly HistoryFinding OpenBeforeLater = new(
        "142", FindingSeverity.Error, "Episodes", FindingEffect.Cost,
        "episode has no end date although the child has a later episode.",
        "episodes have no end date although the child has a later episode.",
        "We ended each on the day the later one began. The child stays in the count.");

    public static readonly HistoryFinding Overlap = new(
        "501", FindingSeverity.Error, "Episodes", FindingEffect.Count,
        "episode ends after the child's next episode has begun.",
        "episodes end after the child's next episode has begun.",
        "We ended the earlier one on the day the later one began, so that no night is counted twice.");

    public static readonly HistoryFinding AbsentNextYear = new(
        "absent-next-year", FindingSeverity.Error, "Episodes", FindingEffect.Count,
        "child's episode is open in one year's return and the child is missing from the next.",
        "children's episodes are open in one year's return and the children are missing from the next.",
        "We counted each up to 31 March of the last return that has the child. Give the end date and reason in the case system.");

    public static readonly HistoryFinding ReturnsEnd = new(
        "returns-end", FindingSeverity.Query, "Episodes", FindingEffect.Count,
        "child is in care in the last return of an authority whose later returns are not loaded.",
        "children are in care in the last return of an authority whose later returns are not loaded.",
        "We counted each up to 31 March of that return. Import the authority's later returns.");

    public static readonly HistoryFinding PastEighteen = new(
        "past-18", FindingSeverity.Error, "Episodes", FindingEffect.Count,
        "episode runs past the child's eighteenth birthday.",
        "episodes run past the child's eighteenth birthday.",
        "We ended each on the birthday. Check the date of birth and the end date.");

    public static readonly HistoryFinding AfterEighteen = new(
        "after-18", FindingSeverity.Error, "Episodes", FindingEffect.Count,
        "episode begins on or after the child's eighteenth birthday.",
        "episodes begin on or after the child's eighteenth birthday.",
        "We left each out of the count. Check the date of birth.");

    public static readonly HistoryFinding KeptPastEighteen = new(
        "section-20-past-18", FindingSeverity.Note, "Episodes", FindingEffect.Forecast,
        "young person stays past eighteen under section 20 in a children's home.",
        "young people stay past eighteen under section 20 in a children's home.",
        "We count each as 18 and over, and leave each out of the forecast.");

    public static readonly HistoryFinding ShortBreakChange = new(
        "short-break-change", FindingSeverity.Query, "Episodes", FindingEffect.Count,
        "change between counted care and short breaks (V3, V4).",
        "changes between counted care and short breaks (V3, V4).",
        "Counted care ends on a change into short breaks and starts on a change out of them.");

    public static readonly HistoryFinding NoStart = new(
        "in-care-before", FindingSeverity.Note, "Episodes", FindingEffect.Nothing,
        "child was already in care when the first return begins, without the episode that started it.",
        "children were already in care when the first return begins, without the episode that started it.",
        "This is normal. Each counts as in care, and never as a start.");

    public static readonly HistoryFinding MissingStart = new(
        "missing-start", FindingSeverity.Query, "Episodes", FindingEffect.Forecast,
        "period of care begins with an episode that is not a start (RNE is not S).",
        "periods of care begin with an episode that is not a start (RNE is not S).",
        "We took the first day of that episode as the start of care.");

    public static readonly HistoryFinding OneDayGap = new(
        "one-day-gap", FindingSeverity.Query, "Episodes", FindingEffect.Count,
        "gap of one day between two episodes.",
        "gaps of one day between two episodes.",
        "The child is not counted on that night. The forecast treats both as one period of care.");

    public static readonly HistoryFinding ContinuesNowhere = new(
        "continues-nowhere", FindingSeverity.Error, "Episodes", FindingEffect.Count,
        "episode ended as continuing (X1), but no episode follows on that day.",
        "episodes ended as continuing (X1), but no episode follows on that day.",
        "We ended counted care there, with the reason not recorded.");

    public static readonly HistoryFinding EndedButContinues = new(
        "ended-but-continues", FindingSeverity.Query, "Episodes", FindingEffect.Forecast,
        "episode ended care, but another that is not a start follows on the same day.",
        "episodes ended care, but another that is not a start follows on the same day.",
        "We counted an end and a start on that day. The number of children is not changed.");

    public static readonly HistoryFinding NoHeader = new(
        "no-header", FindingSeverity.Error, "Header", FindingEffect.Forecast,
        "child has episodes but no row in the Header table.",
        "children have episodes but no row in the Header table.",
        "Each is counted, with age not known; the forecast draws an age from children in the same kind of placement.");

    public static readonly HistoryFinding BirthContradiction = new(
        "birth-changes", FindingSeverity.Query, "Header", FindingEffect.Forecast,
        "child has different dates of birth in different returns.",
        "children have different dates of birth in different returns.",
        "We used the latest return.");

    public static readonly HistoryFinding BornAfterEntry = new(
        "302", FindingSeverity.Error, "Header", FindingEffect.Forecast,
        "child was born after the first episode began.",
        "children were born after the first episode began.",
        "One of the dates is wrong. Each is counted, with age not known.");

    public static readonly HistoryFinding NoNight = new(
        "no-night", FindingSeverity.Note, "Episodes", FindingEffect.Nothing,
        "stay began and ended on the same day.",
        "stays began and ended on the same day.",
        "A stay without a night adds nothing to counts or cost.");
}

/// <summary>
/// Collects findings by kind. All findings of a child come together, before those of the next child, so that children
/// are counted once without remembering them.
/// </summary>
/// <param name="mostListed">How many places of one finding are listed.</param>
internal sealed class HistoryFindings(int mostListed)
{
    private readonly Dictionary<HistoryFinding, Found> found = [];

    public void Add(HistoryFinding kind, ChildKey child, SourceRow source, string column, string says, string did)
    {
        if (!found.TryGetValue(kind, out var sofar))
        {
            sofar = new Found(new FirstPlaces(mostListed));
            found.Add(kind, sofar);
        }

        sofar.Places.Add(new FindingRow(source.File, source.Line, column, child.LocalId, says, did));
        if (sofar.Latest != child)
        {
            sofar.Latest = child;
            sofar.Children++;
        }
    }

    public void Add(HistoryFinding kind, EpisodeRow row, string column, string says, string did) =>
        Add(kind, row.Child, row.Source, column, says, did);

    public ImmutableArray<Finding> ToFindings() =>
    [
        .. found
            .OrderBy(pair => pair.Key.Changes)
            .ThenBy(pair => pair.Key.Severity)
            .ThenBy(pair => pair.Key.Rule, StringComparer.Ordinal)
            .Select(pair => new Finding(
                pair.Key.Rule,
                pair.Key.Severity,
                pair.Key.Table,
                pair.Key.Changes,
                InWords.Count(pair.Value.Places.Count, pair.Key.One, pair.Key.Many),
                pair.Key.Treatment,
                pair.Value.Children,
                pair.Value.Places.Listed())
            {
                Unlisted = pair.Value.Places.Unlisted(),
            }),
    ];

    private sealed class Found(FirstPlaces places)
    {
        public FirstPlaces Places => places;

        public ChildKey? Latest { get; set; }

        public int Children { get; set; }
    }
}
