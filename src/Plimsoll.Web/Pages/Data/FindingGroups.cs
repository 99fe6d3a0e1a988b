using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Reports.Tables;
using Plimsoll.Web.Frame;

namespace Plimsoll.Web.Pages.Data;

/// <summary>A finding with the key under which addresses name it.</summary>
/// <param name="Key">"148-episodes".</param>
/// <param name="Finding">The finding.</param>
public sealed record KeyedFinding(string Key, Finding Finding);

/// <summary>Findings that may change the same figures.</summary>
/// <param name="Effect">What they may change.</param>
/// <param name="Title">The heading.</param>
/// <param name="Findings">The findings, those with most children first.</param>
public sealed record FindingGroup(FindingEffect Effect, string Title, ImmutableArray<KeyedFinding> Findings)
{
    /// <summary>The groups in the order of what they change; groups without findings are left out.</summary>
    public static ImmutableArray<FindingGroup> Of(ImmutableArray<Finding> findings)
    {
        var keyed = Keyed(findings);
        return
        [
            .. Enum.GetValues<FindingEffect>()
                .Select(effect => new FindingGroup(effect, Words(effect), [.. keyed
                    .Where(item => item.Finding.Changes == effect)
                    .OrderBy(item => item.Finding.Severity)
                    .ThenByDescending(item => item.Finding.Children)
                    .ThenBy(item => item.Key, StringComparer.Ordinal)]))
                .Where(group => !group.Findings.IsEmpty),
        ];
    }

    /// <summary>Findings with their keys; two with the same rule and table are told apart by a number.</summary>
    public static ImmutableArray<KeyedFinding> Keyed(ImmutableArray<Finding> findings) =>
    [
        .. findings
            .GroupBy(finding => Slug(finding.Rule + "-" + finding.Table), StringComparer.Ordinal)
            .SelectMany(group => group.Select((finding, index) => new KeyedFinding(index == 0 ? group.Key : $"{group.Key}-{index + 1}", finding))),
    ];

    /// <summary>"2 findings and 1 note."</summary>
    public string Sum
    {
        get
        {
            var notes = Findings.Count(item => item.Finding.Severity == FindingSeverity.Note);
            var parts = new[]
            {
                notes == Findings.Length ? "" : InWords.Count(Findings.Length - notes, "finding", "findings"),
                notes == 0 ? "" : InWords.Count(notes, "note", "notes"),
            };
            return string.Join(" and ", parts.Where(part => part.Length > 0)) + ".";
        }
    }

    /// <summary>Every place where a finding holds, as a file.</summary>
    public static ReportTable Rows(Loaded loaded, Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return Rows(loaded, finding, finding.Meaning, finding.Treatment, int.MaxValue);
    }

    /// <summary>The first places where a finding holds, as the page shows them under the finding's own words.</summary>
    public static ReportTable FirstRows(Loaded loaded, Finding finding, int most)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return Rows(
            loaded,
            finding,
            finding.Count == 1 ? "Where it holds: one place" : $"Where it holds: {InWords.Whole(finding.Count)} places",
            "File and line as they were imported; line 1 is the heading.",
            most);
    }

    private static ReportTable Rows(Loaded loaded, Finding finding, string title, string subtitle, int most)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        return new ReportTable(
            title,
            subtitle,
            new ReportColumn("Child", "", ColumnKind.Text),
            [
                new ReportColumn("File", "", ColumnKind.Text),
                new ReportColumn("Line", "", ColumnKind.Whole),
                new ReportColumn("Column", "", ColumnKind.Text),
                new ReportColumn("What the file says", "", ColumnKind.Text),
                new ReportColumn("What we did", "", ColumnKind.Text),
            ],
            [
                .. finding.Rows.Take(most).Select(row => ReportRow.Of(
                    row.Child.Length == 0 ? "none named" : row.Child,
                    Cell.Of(row.File),
                    row.Line == 0 ? Cell.NotApplicable : Cell.Of(row.Line),
                    row.Column.Length == 0 ? Cell.NotApplicable : Cell.Of(row.Column),
                    Cell.Of(row.Says),
                    Cell.Of(row.Did))),
            ],
            loaded.ReturnsSource,
            loaded.Data.DataEnd)
        {
            Notes = Unshown(finding, most),
        };
    }

    private static ImmutableArray<string> Unshown(Finding finding, int most) =>
        finding.NotListed > 0
            ? [$"The first {InWords.Whole(Math.Min(most, finding.Rows.Length))} of {InWords.Whole(finding.Count)} places are shown. In records this large, {InWords.Whole(finding.NotListed)} are counted but not listed."]
            : finding.Rows.Length > most
                ? [$"The first {InWords.Whole(most)} of {InWords.Whole(finding.Rows.Length)} rows are shown; the files hold all of them."]
                : [];

    private static string Words(FindingEffect effect) => effect switch
    {
        FindingEffect.Count => "May change the number of children",
        FindingEffect.Cost => "May change the cost",
        FindingEffect.Forecast => "May change the forecast only",
        FindingEffect.Nothing => "No effect on our figures: correct before the return",
        _ => throw new ArgumentOutOfRangeException(nameof(effect)),
    };

    private static string Slug(string text) =>
        string.Concat(text.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));
}
