using System.Globalization;
using System.Text.Json;
using Plimsoll.Core.Forecast;

namespace Plimsoll.Benchmarks.Worlds;

/// <summary>Forecasts made-up councils whose truth is known, prints how near the engine and the baselines came, and judges the bars.</summary>
internal static class WorldsCommand
{
    private const string Signed = "+0.0;-0.0";
    private static readonly int[] Horizons = [1, 2, 5];
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Runs the command.</summary>
    public static int Run(string[] args)
    {
        if (WorldsRequest.Read(args) is not { } request)
        {
            Console.Error.WriteLine(WorldsRequest.Usage);
            return 2;
        }

        var run = WorldsRun.Of(request);
        if (request.Json)
        {
            PrintJson(run, request);
        }
        else
        {
            PrintTables(run, request);
        }

        return 0;
    }

    /// <summary>Runs the check of the worlds themselves.</summary>
    public static int Calibrate(string[] args)
    {
        var kinds = args is [var letters, ..] && !letters.StartsWith("--", StringComparison.Ordinal) ? letters : "ABCDEF";
        if (WorldsRequest.Read(["--kinds", kinds, "--worlds", "10", .. args.SkipWhile(arg => arg == kinds)]) is not { } request)
        {
            Console.Error.WriteLine(WorldsRequest.Usage);
            return 2;
        }

        foreach (var kind in request.Kinds)
        {
            Calibration.Print(request, kind);
        }

        return 0;
    }

    private static void PrintTables(WorldsRun run, WorldsRequest request)
    {
        Console.WriteLine(Text(
            $"{request.Worlds} worlds a kind of about {request.Children} children, {request.Replicates} futures each, seed {request.Seed}; figures at 1 / 2 / 5 years"));
        foreach (var variant in run.Marks.Keys
            .OrderBy(one => one.Kind)
            .ThenBy(one => one.Spread == SpreadMode.Evidence)
            .ThenBy(one => one.Entries))
        {
            Console.WriteLine();
            Console.WriteLine(Text($"{(char)variant.Kind} {variant.Kind}; starts {Lower(variant.Entries)}, range {Lower(variant.Spread)}"));
            Console.WriteLine(
                $"{"",-23} {"MAPE total %",16} {"bias total %",19} {"bias residential %",19} {"bias supported %",19} "
                + $"{"covered 80% %",13} {"half-width %",16} {"CRPS",18}");
            foreach (var method in run.Marks[variant].Select(mark => mark.Method).Distinct())
            {
                var by = Horizons.Select(years => run.Summary(variant, method, years)).ToList();
                Console.WriteLine(
                    $"{method,-23} {Row(by, one => one.Mape, "0.0"),16} {Row(by, one => one.Bias, Signed),19} "
                    + $"{Row(by, one => one.ResidentialBias, Signed),19} {Row(by, one => one.SupportedBias, Signed),19} "
                    + $"{Row(by, one => one.Covered, "0"),13} {Row(by, one => one.HalfWidth, "0.0"),16} {Row(by, one => one.Crps / 100, "0.0"),18}");
                if (method == Mark.Engine)
                {
                    Console.WriteLine(
                        $"{"",-23} errors: residential {Row(by, one => one.ResidentialError, "0.0")}%, "
                        + $"supported {Row(by, one => one.SupportedError, "0.0")}%, "
                        + $"cost {Row(by, one => one.CostError!.Value, "0.0")}%, bias of cost {Row(by, one => one.CostBias!.Value, Signed)}%");
                }
            }
        }

        Console.WriteLine();
        Console.WriteLine(Text(
            $"a forecast takes {run.Milliseconds[run.Milliseconds.Count / 2]:0} ms on one thread (median), at most {run.Milliseconds[^1]:0} ms"));
        if (!Bar.CanJudge(request))
        {
            Console.WriteLine($"The bars are for about {Bar.Children} children: none is judged.");
            return;
        }

        foreach (var bar in Bar.Judge(run))
        {
            Console.WriteLine($"{(bar.Met ? "met   " : "missed")}  {bar.Name}: {bar.Figures}");
        }
    }

    private static void PrintJson(WorldsRun run, WorldsRequest request) => Console.WriteLine(JsonSerializer.Serialize(
        new
        {
            Results =
                from pair in run.Marks
                orderby pair.Key.Kind
                from method in pair.Value.Select(mark => mark.Method).Distinct()
                from years in Enumerable.Range(1, WorldPlan.YearsAfter)
                select new
                {
                    Kind = $"{(char)pair.Key.Kind}",
                    Entries = Lower(pair.Key.Entries),
                    Spread = Lower(pair.Key.Spread),
                    Method = method,
                    Years = years,
                    Figures = run.Summary(pair.Key, method, years),
                },
            MedianMilliseconds = run.Milliseconds[run.Milliseconds.Count / 2],
            Bars = Bar.CanJudge(request) ? Bar.Judge(run) : [],
        },
        Indented));

    private static string Row(IEnumerable<Summary> by, Func<Summary, double> figure, string format) =>
        string.Join(" / ", by.Select(one => (Math.Round(100 * figure(one), 1) + 0.0).ToString(format, CultureInfo.InvariantCulture)));

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
