using System.Collections.Immutable;
using Plimsoll.Core.Care;

namespace Plimsoll.Files.Care;

/// <summary>A kind of finding: everything about it but where it holds.</summary>
/// <param name="Rule">Number of the validation rule, or a short name of our own.</param>
/// <param name="Severity">How serious.</param>
/// <param name="Table">The table.</param>
/// <param name="Changes">Which of our figures it may change.</param>
/// <param name="Meaning">The sentence for the places where it holds; the number stands in it.</param>
/// <param name="Treatment">What we did and what that changes.</param>
internal sealed record FindingKind(
    string Rule,
    FindingSeverity Severity,
    string Table,
    FindingEffect Changes,
    Func<FindingTally, string> Meaning,
    string Treatment)
{
    /// <summary>What we did, where that depends on the places; null when <see cref="Treatment"/> says it for all.</summary>
    public Func<FindingTally, string>? TreatmentOf { get; init; }
}

/// <summary>
/// Collects findings while files are read: one finding for each kind, with every place where it holds, or with the
/// first places and a count of the others once that was asked for.
/// </summary>
internal sealed class FindingLedger
{
    // Sentences repeat ("REC is E7 and DEC is blank"); rows of large files share one copy.
    private const int MostShared = 50_000;

    private readonly Dictionary<FindingKind, FindingTally> found = [];
    private readonly Dictionary<string, string> shared = new(StringComparer.Ordinal);

    /// <summary>How many places of one finding are listed; the others are counted.</summary>
    public int MostListed { get; set; } = int.MaxValue;

    /// <summary>Adds one place.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="source">Where.</param>
    /// <param name="column">The column, or blank.</param>
    /// <param name="child">The child's identifier, or blank.</param>
    /// <param name="childNumber">A number that is the child's alone, so that children are counted once; 0 when there is no child.</param>
    /// <param name="says">What the file says.</param>
    /// <param name="did">What we did.</param>
    public void Add(FindingKind kind, SourceRow source, string column, string child, long childNumber, string says, string did)
    {
        if (!found.TryGetValue(kind, out var tally))
        {
            found[kind] = tally = new FindingTally();
        }

        tally.Add(new FindingRow(source.File, source.Line, column, child, Shared(says), Shared(did)), childNumber, MostListed);
    }

    /// <summary>Adds a whole file.</summary>
    public void Add(FindingKind kind, string file, string says, string did) =>
        Add(kind, new SourceRow(file, 0), string.Empty, string.Empty, 0, says, did);

    /// <summary>The findings: those that change the count first, then by severity, table and rule.</summary>
    public ImmutableArray<Finding> Close() =>
    [
        .. found
            .Select(pair =>
            {
                var (kind, tally) = pair;
                return new Finding(
                    kind.Rule, kind.Severity, kind.Table, kind.Changes, kind.Meaning(tally), kind.TreatmentOf?.Invoke(tally) ?? kind.Treatment, tally.Children, tally.Listed)
                {
                    Unlisted = tally.Unlisted,
                };
            })
            .OrderBy(finding => finding.Changes).ThenBy(finding => finding.Severity)
            .ThenBy(finding => finding.Table, StringComparer.Ordinal).ThenBy(finding => finding.Rule, StringComparer.Ordinal),
    ];

    private string Shared(string text)
    {
        if (shared.TryGetValue(text, out var known))
        {
            return known;
        }

        if (shared.Count < MostShared)
        {
            shared.Add(text, text);
        }

        return text;
    }
}
