using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Store;
using Plimsoll.Web;

namespace Plimsoll.Benchmarks;

/// <summary>Measures import to finished forecast on a folder of returns; the last round is warm.</summary>
internal static class Pipeline
{
    public static async Task<int> RunAsync(string[] args)
    {
        var rounds = args is [_, "--rounds", var text] ? int.Parse(text, CultureInfo.InvariantCulture) : 3;
        for (var round = 1; round <= rounds; round++)
        {
            await RoundAsync(args[0], round).ConfigureAwait(false);
        }

        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak working set {process.PeakWorkingSet64 / 1048576.0:0} MB"));
        return 0;
    }

    private static async Task RoundAsync(string returns, int round)
    {
        var folder = Directory.CreateTempSubdirectory("plimsoll-benchmark-");
        try
        {
            var change = new Change("benchmark", TimeProvider.System.GetUtcNow(), "measure", "");
            var today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
            var whole = Stopwatch.StartNew();
            await using var bench = new Workbench(await Workspace.OpenAsync(new WorkspaceLocation.Folder(folder.FullName)).ConfigureAwait(false));
            var opened = whole.Elapsed.TotalMilliseconds;
            if (await bench.ImportReturnsAsync([returns], today, change, progress: null, CancellationToken.None).ConfigureAwait(false)
                is not ReturnImportResult.Done imported)
            {
                throw new InvalidOperationException("The returns cannot be read.");
            }

            var read = whole.Elapsed.TotalMilliseconds;
            if (await bench.ForecastAsync(new ForecastSettings(), change, progress: null, CancellationToken.None).ConfigureAwait(false)
                is not ForecastDone done)
            {
                throw new InvalidOperationException("The forecast was refused.");
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"round {round}: children {imported.Summary.Children}, in care {imported.Summary.InCare}, open {opened:0} ms, import {read - opened:0} ms, forecast {whole.Elapsed.TotalMilliseconds - read:0} ms (fit {done.Result.Timing.FitMs:0}, simulate {done.Result.Timing.SimulateMs:0}), whole {whole.Elapsed.TotalMilliseconds:0} ms"));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }
}
