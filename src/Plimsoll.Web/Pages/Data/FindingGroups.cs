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

    /// <summary>"2 findings, 9 children."</summary>
    public string Sum => InWords.Count(Findings.Length, "finding", "findings") + ".";

    /// <summary>Every place where a finding holds, as a table and a file.</summary>
    public static ReportTable Rows(Loaded loaded, Finding finding, int most)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(finding);
        return new ReportTable(
            finding.Meaning,
            finding.Treatment,
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
            Notes = finding.Rows.Length > most
                ? [$"The first {InWords.Whole(most)} of {InWords.Whole(finding.Rows.Length)} rows are shown; the files hold all of them."]
                : [],
        };
    }

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
