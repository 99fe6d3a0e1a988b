using System.CommandLine;
using System.Globalization;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Shell;
using Plimsoll.Store.Care;
using Plimsoll.Web;

namespace Plimsoll.Care;

/// <summary>import 903 PATH...: SSDA903 returns into the workspace, all or nothing.</summary>
internal static class ImportReturnsCommand
{
    private const int Examples = 5;

    public static Command Make(SharedOptions shared)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "CSV files, folders or zip files; several years at once, in any order.",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("903", "Import SSDA903 returns (children looked after).") { paths };
        command.SetAction(async (parsed, cancel) =>
        {
            var run = shared.Run(parsed);
            await using var bench = await run.OpenAsync(cancel).ConfigureAwait(false);
            if ((await bench.Workspace.SettingsAsync(cancel).ConfigureAwait(false)).IsMadeUp)
            {
                run.Words.Remark(
                    "This workspace holds the made-up council of the demo: what is imported here stands beside made-up children. "
                    + "For a council's own returns, give another folder with --workspace.");
            }

            return await ImportAsync(run, bench, parsed.GetValue(paths)!, cancel).ConfigureAwait(false);
        });
        return command;
    }

    /// <summary>Imports and prints what was used, repaired and left out.</summary>
    public static async Task<int> ImportAsync(CommandRun run, Workbench bench, string[] paths, CancellationToken cancel)
    {
        var result = await run.Words.WithProgressAsync(
            "Reading returns",
            progress => bench.ImportReturnsAsync(paths, run.Today, run.Change("import 903"), progress, cancel)).ConfigureAwait(false);
        if (result is ReturnImportResult.Refused refused)
        {
            foreach (var refusal in refused.Refusals)
            {
                run.Words.Say(refusal.ToString());
            }

            run.Words.Say("Nothing was imported; the workspace is as it was before.");
            return ExitCode.Refused;
        }

        var done = (ReturnImportResult.Done)result;
        if (run.Json)
        {
            WriteJson(run.Output, done);
        }
        else
        {
            WriteWords(run.Output, done);
        }

        return ExitCode.Done;
    }

    private static void WriteJson(TextWriter output, ReturnImportResult.Done done) => JsonDocumentWriter.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("dataset", done.Summary.Id);
        json.WriteBoolean("changed", done.Outcome is ImportOutcome.Imported);
        json.List("files", done.Files, file =>
        {
            json.WriteString("name", file.Name);
            json.WriteString("table", Table(file.Table));
            json.WriteString("collection", Collection(file));
            json.WriteNumber("rows", file.Rows);
            json.WriteNumber("used", file.Used);
            json.WriteNumber("leftOut", file.LeftOut);
        });
        json.WriteNumber("children", done.Summary.Children);
        json.WriteNumber("episodes", done.Summary.EpisodesUsed);
        json.WriteNumber("periodsOfCare", done.Summary.PeriodsOfCare);
        json.Date("from", done.Summary.WindowStart);
        json.Date("to", done.Summary.DataEnd);
        FindingsJson.Write(json, done.Summary.Findings, Examples);
        json.WriteEndObject();
    });

    private static void WriteWords(TextWriter output, ReturnImportResult.Done done)
    {
        var data = done.Summary;
        output.WriteLine(done.Outcome is ImportOutcome.Unchanged
            ? "These files are in the workspace already, byte for byte. Nothing has changed."
            : $"Imported {InWords.Count(done.Files.Length, "file", "files")}.");
        if (done.Outcome is ImportOutcome.Imported { Replaced: { IsEmpty: false } replaced })
        {
            output.WriteLine($"They replace {InWords.Count(replaced.Length, "part", "parts")} of earlier imports for the same tables and years; the earlier rows are kept for undo.");
        }

        output.WriteLine();
        var table = new TextTable("File", "Table", "Return to 31 March", "Rows#", "Used#", "Left out#");
        foreach (var file in done.Files)
        {
            table.Add(
                file.Name, Table(file.Table), Collection(file) ?? "not known", InWords.Whole(file.Rows), InWords.Whole(file.Used), InWords.Whole(file.LeftOut));
        }

        table.Write(output);
        output.WriteLine();
        output.WriteLine(
            $"{InWords.Children(data.Children)}, {InWords.Count(data.EpisodesUsed, "episode", "episodes")}, "
            + $"{InWords.Count(data.PeriodsOfCare, "period of care", "periods of care")}, {InWords.Date(data.WindowStart)} to {InWords.Date(data.DataEnd)}.");
        output.WriteLine($"{InWords.Children(data.InCare)} in care on {InWords.Date(data.DataEnd)}.");
        output.WriteLine();
        CheckCommand.WriteWords(output, data.Findings, 1);
        output.WriteLine("Findings never stop an import. See them all with 'plimsoll check --all' or on the Data page.");
    }

    private static string Table(ReturnTable table) => table switch
    {
        ReturnTable.Uasc => "UASC",
        ReturnTable.Oc2 => "OC2",
        ReturnTable.Oc3 => "OC3",
        ReturnTable.Ad1 => "AD1",
        ReturnTable.SwEpisodes => "SWEpisodes",
        _ => table.ToString(),
    };

    private static string? Collection(ReturnFile file) => file.Years.Length switch
    {
        0 => null,
        1 => file.Years[0].ToString(CultureInfo.InvariantCulture),
        _ => string.Create(CultureInfo.InvariantCulture, $"{file.Years[0]}-{file.Years[^1]}"),
    };
}
