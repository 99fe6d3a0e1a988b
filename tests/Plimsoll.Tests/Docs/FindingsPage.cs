using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;
using Plimsoll.Core.Care;
using Plimsoll.Files.Care;

namespace Plimsoll.Tests.Docs;

/// <summary>The reference of findings lists every finding that the program can make, in the program's own words.</summary>
public sealed partial class FindingsPage
{
    private const string Name = "docs/reference/findings.md";

    private static readonly Dictionary<FindingEffect, string> Headings = new()
    {
        [FindingEffect.Count] = "## May change the number of children",
        [FindingEffect.Cost] = "## May change the cost",
        [FindingEffect.Forecast] = "## May change the forecast only",
        [FindingEffect.Nothing] = "## No effect on our figures",
    };

    [Fact]
    public async Task Every_finding_stands_on_the_page_with_its_meaning_and_treatment()
    {
        var page = DocPage.Read(Name);
        var written = page.Lines.TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal)).ToList();
        foreach (var (effect, heading) in Headings)
        {
            written.AddRange([heading, "", "| rule | severity | table | what was found | what we do about it |", "|---|---|---|---|---|"]);
            written.AddRange(Kinds()
                .Where(kind => kind.Changes == effect)
                .OrderBy(kind => kind.Severity)
                .ThenBy(kind => kind.Rule, StringComparer.Ordinal)
                .ThenBy(kind => kind.Table, StringComparer.Ordinal)
                .Select(kind => $"| {kind.Rule} | {kind.Severity.ToString().ToLowerInvariant()} | {kind.Table} | {kind.Meaning} | {kind.Treatment} |")
                .Distinct());
            written.Add("");
        }

        written.RemoveAt(written.Count - 1);
        if (Environment.GetEnvironmentVariable("PLIMSOLL_UPDATE_GOLDEN") == "1" && Environment.GetEnvironmentVariable("CI") != "true")
        {
            await File.WriteAllLinesAsync(page.FullPath, written, TestContext.Current.CancellationToken);
            return;
        }

        Assert.Equal(written, page.Lines);
    }

    [Fact]
    public void Both_sources_of_findings_are_seen() =>
        Assert.True(Kinds().Length > 50, "Findings are read from the static fields of two types; one of them seems to have moved.");

    private static ImmutableArray<FindingKindShown> Kinds() =>
    [
        .. OfType(typeof(CareDataset).Assembly, "HistoryFinding", kind => Text(kind, "Many")),
        .. OfType(typeof(ReturnReader).Assembly, "FindingKind", Several),
    ];

    private static IEnumerable<FindingKindShown> OfType(Assembly assembly, string name, Func<object, string> meaning)
    {
        var type = assembly.GetTypes().Single(candidate => candidate.Name == name);
        return assembly.GetTypes()
            .SelectMany(holder => holder.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == type)
            .Select(field => field.GetValue(null)!)
            .Select(kind => new FindingKindShown(
                Text(kind, "Rule"),
                (FindingSeverity)Value(kind, "Severity"),
                Text(kind, "Table"),
                (FindingEffect)Value(kind, "Changes"),
                Capital(meaning(kind)),
                Treatment(kind)));
    }

    // The sentence for several rows without their number. Some kinds tell cases apart, by column or by whether a cell is
    // blank: then both cases are named.
    private static string Several(object kind)
    {
        var makes = (Delegate)Value(kind, "Meaning");
        var both = Sentence(makes, Cases);
        return Number().Replace(both.Contains("4 ", StringComparison.Ordinal) ? Sentence(makes, Cases[..2]) : Second().Replace(both, ", or "), "");
    }

    private static string Treatment(object kind) =>
        kind.GetType().GetProperty("TreatmentOf") is { } property && property.GetValue(kind) is Delegate makes
            ? Sentence(makes, Cases)
            : Text(kind, "Treatment");

    // The sentences are made from a tally of the places, a type that only the reader knows.
    private static string Sentence(Delegate makes, FindingRow[] places)
    {
        var type = typeof(ReturnReader).Assembly.GetTypes().Single(candidate => candidate.Name == "FindingTally");
        var tally = Activator.CreateInstance(type)!;
        foreach (var place in places)
        {
            type.GetMethod("Add")!.Invoke(tally, [place, 0L, int.MaxValue]);
        }

        return (string)makes.DynamicInvoke(tally)!;
    }

    private static FindingRow[] Cases { get; } =
    [
        new("", 1, "REC", "", "REC is E99", ""),
        new("", 2, "REC", "", "REC is E99", ""),
        new("", 3, "DEC", "", "DEC is blank", ""),
        new("", 4, "DEC", "", "DEC is blank", ""),
    ];

    private static object Value(object kind, string property) => kind.GetType().GetProperty(property)!.GetValue(kind)!;

    private static string Text(object kind, string property) => (string)Value(kind, property);

    private static string Capital(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];

    [GeneratedRegex(", and 2 ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Second();

    [GeneratedRegex(@"\b2 ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();

    private sealed record FindingKindShown(string Rule, FindingSeverity Severity, string Table, FindingEffect Changes, string Meaning, string Treatment);
}
