using System.Globalization;
using Plimsoll.Core.Forecast;

namespace Plimsoll.Benchmarks.Worlds;

/// <summary>What the command was asked.</summary>
internal sealed record WorldsRequest
{
    /// <summary>How to ask.</summary>
    public const string Usage =
        """
          dotnet run -c Release --project benchmarks -- worlds [--kinds ABCDEF] [--worlds 40] [--replicates 200]
              [--entries evidence|recent|trend] [--spread own|evidence] [--children 500] [--seed 1] [--threads N] [--json]
            forecasts made-up councils whose truth is known, against three simple methods, and judges the
            bars; a growing world (B) is forecast as asked, with the trend, and with the default settings
          dotnet run -c Release --project benchmarks -- calibration [ABCDEF] [--worlds 10] [--children 500] [--seed 1]
            how like real councils the made-up ones are
        """;

    /// <summary>Kinds of worlds.</summary>
    public IReadOnlyList<WorldKind> Kinds { get; init; } = Enum.GetValues<WorldKind>();

    /// <summary>Worlds of each kind.</summary>
    public int Worlds { get; init; } = 40;

    /// <summary>Simulated futures of each forecast.</summary>
    public int Replicates { get; init; } = 200;

    /// <summary>How starts are carried forward.</summary>
    public EntriesMode Entries { get; init; } = EntriesMode.Evidence;

    /// <summary>How wide the range is. The engine itself is judged by its own range.</summary>
    public SpreadMode Spread { get; init; } = SpreadMode.Own;

    /// <summary>About how many children are in care.</summary>
    public int Children { get; init; } = 500;

    /// <summary>Seed.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Forecasts at the same time, each on one thread.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether to print JSON.</summary>
    public bool Json { get; init; }

    /// <summary>The plan of a world.</summary>
    public WorldPlan Plan(WorldKind kind, int number) => new(kind, (Seed * 100_000) + (ulong)number, Children);

    /// <summary>Reads arguments; null when they cannot be read.</summary>
    public static WorldsRequest? Read(IReadOnlyList<string> args)
    {
        var request = new WorldsRequest();
        for (var at = 0; at < args.Count; at++)
        {
            if (args[at] == "--json")
            {
                request = request with { Json = true };
                continue;
            }

            if (at + 1 >= args.Count)
            {
                return null;
            }

            var value = args[++at];
            var number = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) && parsed > 0 ? parsed : (int?)null;
            var read = (args[at - 1], number) switch
            {
                ("--kinds", _) when value.All(letter => Enum.IsDefined((WorldKind)letter)) =>
                    request with { Kinds = [.. value.Distinct().Select(letter => (WorldKind)letter)] },
                ("--worlds", { } worlds) => request with { Worlds = worlds },
                ("--replicates", { } replicates) => request with { Replicates = replicates },
                ("--children", { } children) => request with { Children = children },
                ("--seed", { } seed) => request with { Seed = (ulong)seed },
                ("--threads", { } threads) => request with { Threads = threads },
                ("--entries", _) when Enum.TryParse<EntriesMode>(value, true, out var entries) => request with { Entries = entries },
                ("--spread", _) when Enum.TryParse<SpreadMode>(value, true, out var spread) => request with { Spread = spread },
                _ => null,
            };
            if (read is null)
            {
                return null;
            }

            request = read;
        }

        return request;
    }
}
