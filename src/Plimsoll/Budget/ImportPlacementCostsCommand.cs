using System.CommandLine;
using System.Text.Json;
using Plimsoll.Care;
using Plimsoll.Core.Budget;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Files.Budget;
using Plimsoll.Shell;
using Plimsoll.Store.Budget;

namespace Plimsoll.Budget;

/// <summary>import placement-costs PATH: what the council pays for each child's placement.</summary>
internal static class ImportPlacementCostsCommand
{
    public static Command Make(SharedOptions shared)
    {
        var path = new Argument<string>("PATH")
        {
            Description = "CSV with child,start,weeklyCore and, where known, provider,weeklyEducation,weeklyHealth,end,framework,blockOrSpot,contributions.",
        };
        var command = new Command("placement-costs", "Import what you pay for each child's placement.") { path };
        command.SetAction(async (parsed, cancel) =>
        {
            var run = shared.Run(parsed);
            await using var bench = await run.OpenAsync(cancel).ConfigureAwait(false);
            var read = PlacementCostReader.Read(parsed.GetValue(path)!);
            if (read is PlacementCostOutcome.Refused refused)
            {
                foreach (var refusal in refused.Refusals)
                {
                    run.Words.Say(refusal.ToString());
                }

                return run.Refuse("No cost was imported; the workspace is as it was before.");
            }

            var sheet = ((PlacementCostOutcome.Read)read).Sheet;
            var saved = await bench.Workspace.SavePlacementCostsAsync(sheet, run.Change("import placement-costs"), cancel).ConfigureAwait(false);
            var match = (await bench.PlacementCostsAsync(cancel).ConfigureAwait(false))?.Match;
            if (run.Json)
            {
                JsonDocumentWriter.Write(run.Output, json => Write(json, sheet, saved, match));
            }
            else
            {
                Say(run.Output, sheet, saved, match);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(Utf8JsonWriter json, PlacementCostSheet sheet, SheetSaved saved, PlacementCostMatch? match)
    {
        json.WriteStartObject();
        json.WriteString("name", sheet.Name);
        json.WriteNumber("rows", sheet.Rows.Length);
        json.WriteBoolean("changed", saved == SheetSaved.InForce);
        json.Date("on", match?.On);
        Part(json, "matched", match?.InForce.Length, match?.WeeklyMatched);
        Part(json, "withoutPlacement", match?.WithoutPlacement.Length, match?.WeeklyWithoutPlacement);
        Part(json, "withoutCost", match?.WithoutCost.Length, match?.WeeklyWithoutCost);
        Number(json, "outsideRecords", match?.OutsideRecords.Length);
        FindingsJson.Write(json, match is null ? sheet.Findings : PlacementCostFindings.Of(sheet, match), examples: 5);
        json.WriteEndObject();
    }

    private static void Part(Utf8JsonWriter json, string name, int? count, Money? weekly)
    {
        json.WriteStartObject(name);
        Number(json, "count", count);
        if (weekly is { } pounds)
        {
            json.Number("weekly", (double)pounds.Pounds, 2);
        }
        else
        {
            json.WriteNull("weekly");
        }

        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void Say(TextWriter output, PlacementCostSheet sheet, SheetSaved saved, PlacementCostMatch? match)
    {
        output.WriteLine(saved == SheetSaved.InForce
            ? $"Imported {InWords.Count(sheet.Rows.Length, "cost", "costs")} from {sheet.Name}."
            : $"{sheet.Name} is in force already with {InWords.Count(sheet.Rows.Length, "cost", "costs")}; nothing was changed.");
        if (match is null)
        {
            output.WriteLine("There are no returns yet, so no cost was matched to a placement. Import them with 'plimsoll import 903'.");
        }
        else
        {
            var placements = match.InForce.Length + match.WithoutCost.Length;
            output.WriteLine(
                $"{InWords.Whole(match.InForce.Length)} of {InWords.Count(placements, "placement", "placements")} in force on {InWords.Date(match.On)} "
                + $"have a cost: {InWords.Pounds(match.WeeklyMatched)} a week.");
            if (!match.OutsideRecords.IsEmpty)
            {
                output.WriteLine(
                    $"{InWords.Count(match.OutsideRecords.Length, "cost lies", "costs lie")} wholly before or after the returns, so nothing can be said of {(match.OutsideRecords.Length == 1 ? "it" : "them")}.");
            }
        }

        foreach (var finding in match is null ? sheet.Findings : PlacementCostFindings.Of(sheet, match))
        {
            output.WriteLine($"Finding: {finding.Meaning} {finding.Treatment}");
        }
    }
}
