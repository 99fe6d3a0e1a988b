using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Plimsoll.Statistics.Randomness;
using Plimsoll.Statistics.Simulation;
using Plimsoll.Statistics.Summaries;

namespace Plimsoll.Benchmarks;

/// <summary>Measures the simulation kernel of the forecast on a plain model read from two files.</summary>
internal static class KernelBenchmark
{
    private const int WarmUp = 20;

    // Purposes of streams.
    private const ulong InStock = 1;
    private const ulong Number = 2;
    private const ulong Entrants = 3;

    public static int Run(string[] args)
    {
        try
        {
            var options = Options.Read(args);
            var run = new Simulation(options);
            run.Replicates(WarmUp);
            var began = Stopwatch.GetTimestamp();
            var (output, trajectories) = run.Replicates(options.Replicates);
            var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            Console.WriteLine(options.IsJson
                ? Json(output, seconds, trajectories)
                : string.Create(CultureInfo.InvariantCulture, $"{trajectories} trajectories in {seconds:0.000} s: {trajectories / seconds / 1e6:0.00} million a second"));
            return 0;
        }
        catch (Exception refused) when (refused is InvalidDataException or IOException or FormatException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(refused.Message);
            return 1;
        }
    }

    private static string Json(SimulationOutput output, double seconds, long trajectories)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("wallSeconds", seconds);
            json.WriteNumber("trajectoriesPerSecond", trajectories / seconds);
            json.WriteStartArray("months");
            var totals = new double[output.Replicates];
            for (var month = 0; month < output.Months; month++)
            {
                WriteMonth(json, output, month, totals);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void WriteMonth(Utf8JsonWriter json, SimulationOutput output, int month, double[] totals)
    {
        for (var replicate = 0; replicate < totals.Length; replicate++)
        {
            totals[replicate] = output.Total(replicate, month);
        }

        var mean = totals.Average();
        var deviation = totals.Length > 1 ? Math.Sqrt(totals.Sum(total => (total - mean) * (total - mean)) / (totals.Length - 1)) : 0;
        var spread = Spread.Of(totals);
        json.WriteStartObject();
        json.WriteNumber("month", month + 1);
        json.WriteStartObject("total");
        json.WriteNumber("mean", spread.Mean);
        json.WriteNumber("sd", deviation);
        json.WriteNumber("p5", spread.P5);
        json.WriteNumber("p10", spread.P10);
        json.WriteNumber("p50", spread.P50);
        json.WriteNumber("p90", spread.P90);
        json.WriteNumber("p95", spread.P95);
        json.WriteEndObject();
        json.WriteStartArray("states");
        for (var state = 0; state < output.States; state++)
        {
            var sum = 0.0;
            for (var replicate = 0; replicate < totals.Length; replicate++)
            {
                sum += output.Stock[(((replicate * output.Months) + month) * output.States) + state];
            }

            json.WriteNumberValue(sum / totals.Length);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>What is asked.</summary>
    private sealed record Options(string Hazards, string Stock, double EntriesPerYear, int Months, int Replicates, ulong Seed, int Threads, bool IsJson)
    {
        public static Options Read(string[] args)
        {
            var given = new Dictionary<string, string>(StringComparer.Ordinal);
            var isJson = false;
            for (var at = 0; at < args.Length; at++)
            {
                if (args[at] == "--json")
                {
                    isJson = true;
                }
                else if (args[at].StartsWith("--", StringComparison.Ordinal) && at + 1 < args.Length)
                {
                    given[args[at]] = args[++at];
                }
                else
                {
                    throw new FormatException($"'{args[at]}' is no option with a value.");
                }
            }

            string Take(string name, string? usual) =>
                given.Remove(name, out var value) ? value : usual ?? throw new FormatException($"{name} is missing.");
            int Whole(string name, string usual, int least) =>
                int.TryParse(Take(name, usual), NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least
                    ? value
                    : throw new FormatException($"{name} takes a whole number from {least}.");

            var entries = Take("--entries-per-year", "240");
            var options = new Options(
                Take("--hazards", null),
                Take("--stock", null),
                double.TryParse(entries, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= 0 && double.IsFinite(number)
                    ? number
                    : throw new FormatException("--entries-per-year takes a number of zero or more."),
                Whole("--months", "60", 1),
                Whole("--replicates", "1000", 1),
                (ulong)Whole("--seed", "1", 0),
                Whole("--threads", "0", 0),
                isJson);
            return given.Count == 0 ? options : throw new FormatException($"There is no option {given.Keys.First()}.");
        }
    }

    private sealed class Simulation
    {
        private readonly Options options;
        private readonly KernelShape shape = KernelModel.Shape();
        private readonly MonthGrid grid;
        private readonly HazardTable table;
        private readonly SubjectStart[] stock;
        private readonly double[] values;

        public Simulation(Options options)
        {
            this.options = options;
            grid = MonthGrid.Equal(options.Months);
            table = KernelModel.Table(shape, KernelInput.Hazards(options.Hazards), options.Months);
            stock = KernelInput.Stock(options.Stock);
            values = new double[shape.States * shape.Tariffs * options.Months];
        }

        public (SimulationOutput Output, long Trajectories) Replicates(int replicates)
        {
            var output = new SimulationOutput(replicates, options.Months, shape.States, shape.Exits + 1);
            var trajectories = 0L;
            ReplicateRun.All(
                replicates,
                options.Threads,
                () => (Tally: new MonthlyTally(shape, grid), Stream: new Xoshiro256(0)),
                (worker, replicate) =>
                {
                    Interlocked.Add(ref trajectories, Replicate(worker.Tally, worker.Stream, (ulong)replicate));
                    worker.Tally.WriteTo(output, replicate, values);
                },
                progress: null,
                CancellationToken.None);
            return (output, trajectories);
        }

        // Compiled at once as it stays: the warm-up is too short for the runtime to find out that it is worth it.
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private int Replicate(MonthlyTally tally, Xoshiro256 stream, ulong replicate)
        {
            tally.Clear();
            var recorder = new TallyRecorder(tally);
            var key = Xoshiro256.KeyOf(options.Seed, InStock, replicate);
            for (var subject = 0; subject < stock.Length; subject++)
            {
                stream.Restart(key ^ Xoshiro256.Scatter((ulong)subject));
                TrajectoryKernel.Walk(table, grid, grid.Horizon, stream, stock[subject], ref recorder);
            }

            // A Poisson number of entries, each at its own uniform time, age and state.
            stream.Restart(Xoshiro256.KeyOf(options.Seed, Number, replicate));
            var entries = stream.NextPoisson(options.EntriesPerYear * options.Months / KernelModel.MonthsAYear);
            key = Xoshiro256.KeyOf(options.Seed, Entrants, replicate);
            for (var entrant = 0; entrant < entries; entrant++)
            {
                stream.Restart(key ^ Xoshiro256.Scatter((ulong)entrant));
                var time = stream.NextDouble() * grid.Horizon;
                var left = (1 - stream.NextDouble()) * shape.AgeLimit;
                var start = new SubjectStart(time, time + left, time, time, stream.NextBelow(shape.States), 0);
                tally.Start(time);
                TrajectoryKernel.Walk(table, grid, grid.Horizon, stream, start, ref recorder);
            }

            return stock.Length + entries;
        }
    }
}
