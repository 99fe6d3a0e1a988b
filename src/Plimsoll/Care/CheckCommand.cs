using System.Collections.Immutable;
using System.CommandLine;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Shell;

namespace Plimsoll.Care;

/// <summary>check: the findings of the current dataset, by what they may change.</summary>
internal static class CheckCommand
{
    private const int Examples = 3;

    public static Command Make(SharedOptions shared)
    {
        var all = new Option<bool>("--all") { Description = "List every row, not only the first few of each finding." };
        var command = new Command("check", "What a person should know about the records, by effect on count and cost.") { all };
        command.SetAction(async (parsed, cancel) =>
        {
            var run = shared.Run(parsed);
            await using var bench = await run.OpenAsync(cancel).ConfigureAwait(false);
            if (await bench.SummaryAsync(cancel).ConfigureAwait(false) is not { } data)
            {
                return run.Refuse(NoData.Message);
            }

            var most = parsed.GetValue(all) ? int.MaxValue : Examples;
            if (run.Json)
            {
                JsonDocumentWriter.Write(run.Output, json =>
                {
                    json.WriteStartObject();
                    json.WriteString("dataset", data.Id);
                    FindingsJson.Write(json, data.Findings, most);
                    json.WriteEndObject();
                });
            }
            else
            {
                WriteWords(run.Output, data.Findings, most);
            }

            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>The findings in words, grouped by what they may change.</summary>
    public static void WriteWords(TextWriter output, ImmutableArray<Finding> findings, int most)
    {
        if (findings.IsEmpty)
        {
            output.WriteLine("No findings.");
        }

        foreach (var group in findings.GroupBy(finding => finding.Changes).OrderBy(group => group.Key))
        {
            output.WriteLine(Heading(group.Key));
            foreach (var finding in group)
            {
                output.WriteLine($"  {finding.Meaning} ({Children(finding)}rule {finding.Rule})");
                output.WriteLine($"    {finding.Treatment}");
                foreach (var row in finding.Rows.Take(most))
                {
                    var line = row.Line > 0 ? $" line {InWords.Whole(row.Line)}" : "";
                    output.WriteLine($"    - {row.File}{line}: {row.Says}; {row.Did}.");
                }

                if (finding.Rows.Length > most)
                {
                    output.WriteLine($"    - and {InWords.Whole(finding.Count - most)} more: add --all, or open the Data page.");
                }
                else if (finding.NotListed > 0)
                {
                    output.WriteLine($"    - and {InWords.Whole(finding.NotListed)} more, which are counted but not listed: the records are too many.");
                }
            }

            output.WriteLine();
        }
    }

    /// <summary>The heading of a group of findings.</summary>
    public static string Heading(FindingEffect effect) => effect switch
    {
        FindingEffect.Count => "May change the number of children",
        FindingEffect.Cost => "May change the cost",
        FindingEffect.Forecast => "May change the forecast only",
        _ => "No effect on our figures: correct before the return is sent",
    };

    private static string Children(Finding finding) => finding.Children > 0 ? InWords.Children(finding.Children) + ", " : "";
}
