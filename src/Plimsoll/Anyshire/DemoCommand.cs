using System.Collections.Immutable;
using System.CommandLine;
using Plimsoll.Core.Anyshire;
using Plimsoll.Core.Care;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Files.Anyshire;
using Plimsoll.Files.Budget;
using Plimsoll.Forecast;
using Plimsoll.Serve;
using Plimsoll.Shell;
using Plimsoll.Store;
using Plimsoll.Web;

namespace Plimsoll.Anyshire;

/// <summary>
/// demo [--port 5080] [--no-serve]: makes the returns of the made-up council Anyshire, imports them through the same
/// door as a council's own, forecasts, prints the summary, serves the pages.
/// </summary>
internal static class DemoCommand
{
    private const string Council = "Anyshire Council";
    private const string FilesFolder = "anyshire";

    public static Command Make(SharedOptions shared)
    {
        var port = ServeCommand.PortOption();
        var noServe = new Option<bool>("--no-serve") { Description = "Stop after the summary, without serving the pages." };
        var command = new Command("demo", "See Plimsoll with the made-up council Anyshire.") { port, noServe };
        command.SetAction(async (parsed, cancel) =>
        {
            var run = shared.Run(parsed);
            var folder = shared.Folder(parsed);
            if (await MakeWayAsync(run, folder, cancel).ConfigureAwait(false) is { } refused)
            {
                return run.Refuse(refused);
            }

            await using var bench = await run.OpenAsync(cancel).ConfigureAwait(false);
            var code = await MakeAsync(run, bench, Path.Combine(folder ?? ".", FilesFolder), cancel).ConfigureAwait(false);
            return code == ExitCode.Done && !parsed.GetValue(noServe)
                ? await ServeCommand.ServeAsync(run, bench, parsed.GetValue(port), cancel).ConfigureAwait(false)
                : code;
        });
        return command;
    }

    // A council's own records are never touched; an earlier demo in a folder is made afresh.
    private static async Task<string?> MakeWayAsync(CommandRun run, string? folder, CancellationToken cancel)
    {
        await using (var bench = await run.OpenAsync(cancel).ConfigureAwait(false))
        {
            var settings = await bench.Workspace.SettingsAsync(cancel).ConfigureAwait(false);
            var changes = await bench.Workspace.JournalAsync(cancel).ConfigureAwait(false);
            if (changes.IsEmpty)
            {
                return null;
            }

            if (!settings.IsMadeUp)
            {
                // Prices and settings count too: the demo would put its own in their place.
                return "This workspace holds a council's own records, so the demo was not made in it. "
                    + "Give another folder, as 'plimsoll demo --workspace demo-data'.";
            }

            if (folder is null)
            {
                return "This database holds an earlier demo. Give an empty database, or a folder with --workspace.";
            }
        }

        foreach (var file in Directory.EnumerateFiles(folder, WorkspaceLocation.Folder.FileName + "*"))
        {
            File.Delete(file);
        }

        return null;
    }

    private static async Task<int> MakeAsync(CommandRun run, Workbench bench, string folder, CancellationToken cancel)
    {
        run.Words.Remark("Making five years of returns for Anyshire, a council that does not exist.");
        var anyshire = AnyshireWorld.Make(AnyshireWorld.DemonstrationSeed, run.Today, Untidiness.Everyday);
        if (Write(anyshire, folder) is not { } files)
        {
            return run.Refuse(
                $"The made-up files could not be written to {folder}: the disk is full, or this account may not write there. "
                + "The demo was not made. Free some space (10 MB is enough), or give another folder with --workspace.");
        }

        var budgets = anyshire.Budgets.ToImmutableDictionary(budget => budget.Year, budget => budget.Amount);
        var settings = new WorkspaceSettings(Council, IsMadeUp: true, WorkspaceSettings.Default.Colour, budgets);
        await bench.Workspace.SaveSettingsAsync(settings, run.Change("demo"), cancel).ConfigureAwait(false);
        var imported = await run.Words.WithProgressAsync(
            "Importing the returns",
            progress => bench.ImportReturnsAsync([files.ReturnsFolder], run.Today, run.Change("demo"), progress, cancel)).ConfigureAwait(false);
        if (imported is not ReturnImportResult.Done)
        {
            throw new InvalidOperationException(
                "The made-up returns cannot be read: " + string.Join(' ', ((ReturnImportResult.Refused)imported).Refusals));
        }

        if (PriceReader.Read(files.Prices) is not PriceOutcome.Read(var prices))
        {
            throw new InvalidOperationException("The made-up price list cannot be read.");
        }

        await bench.Workspace.SavePricesAsync(prices with { Name = anyshire.Prices.Name }, run.Change("demo"), cancel).ConfigureAwait(false);
        if (PlacementCostReader.Read(files.PlacementCosts) is not PlacementCostOutcome.Read(var costs))
        {
            throw new InvalidOperationException("The made-up placement cost sheet cannot be read.");
        }

        await bench.Workspace.SavePlacementCostsAsync(
            costs with { Name = anyshire.PlacementCosts.Name }, run.Change("demo"), cancel).ConfigureAwait(false);
        if (!run.Json && await bench.CareAsync(cancel).ConfigureAwait(false) is { } data)
        {
            Summarise(run.Output, data, folder);
        }

        return await ForecastCommand.ForecastAsync(run, bench, new ForecastSettings { Budgets = budgets }, cancel).ConfigureAwait(false);
    }

    /// <summary>Writes the files of the council; where that cannot be done, leaves no part of a folder behind that was not there before.</summary>
    private static AnyshireFiles? Write(AnyshireReturns anyshire, string folder)
    {
        var isNew = !Directory.Exists(folder);
        try
        {
            return AnyshireFolder.Write(anyshire, folder);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            if (isNew && Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            return null;
        }
    }

    private static void Summarise(TextWriter output, CareDataset data, string folder)
    {
        var now = Stock.Number(data, data.DataEnd);
        var before = Stock.Number(data, data.DataEnd.AddYears(-1));
        output.WriteLine("Anyshire is not a real council and these are not real children.");
        output.WriteLine();
        output.WriteLine(
            $"Files written to {folder}. Imported: {InWords.Count(data.Files.Length, "file", "files")}, {InWords.Children(data.Children.Length)}, "
            + $"{InWords.Date(data.WindowStart)} to {InWords.Date(data.DataEnd)}.");
        output.WriteLine($"{InWords.Children(now)} in care on {InWords.Date(data.DataEnd)}, {InWords.Change(now - before)} than a year before.");
        output.WriteLine(
            $"{InWords.Count(data.Findings.Length, "kind of finding", "kinds of finding")} in the records: see 'plimsoll check' or the Data page.");
        output.WriteLine();
    }
}
