using System.Globalization;
using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Benchmarks;

/// <summary>Writes a pair of files for the kernel benchmark: made-up hazards of a plausible size, and five hundred children.</summary>
internal static class KernelSample
{
    private const int Children = 500;

    public static int Run(string[] args)
    {
        var (folder, seed) = args switch
        {
            ["--out", var only] => (only, 1UL),
            ["--out", var given, "--seed", var text] => (given, ulong.Parse(text, CultureInfo.InvariantCulture)),
            _ => throw new FormatException("kernel-sample --out DIR [--seed 1]"),
        };
        Directory.CreateDirectory(folder);
        var stream = new Xoshiro256(seed);
        using (var hazards = new StreamWriter(Path.Combine(folder, "hazards.csv")))
        {
            hazards.Write("age,state,dur,dest,h\n");
            for (var age = 0; age < KernelModel.Ages.Count; age++)
            {
                for (var state = 0; state < KernelModel.States; state++)
                {
                    WriteState(hazards, stream, age, state);
                }
            }
        }

        using var stock = new StreamWriter(Path.Combine(folder, "stock.csv"));
        stock.Write("age,dur,state\n");
        for (var child = 0; child < Children; child++)
        {
            // Older more than younger, and no child longer in a placement than alive.
            var age = KernelModel.AgeLimitYears * Math.Pow(stream.NextDouble(), 0.7) * 0.999;
            var duration = Math.Min(age, stream.NextExponential() * 1.5);
            stock.Write(string.Create(CultureInfo.InvariantCulture, $"{age:0.0000},{duration:0.0000},{stream.NextBelow(KernelModel.States)}\n"));
        }

        return 0;
    }

    // Some three placements in two years at first, fewer later; four in ten leave in a year at first, one in five later.
    private static void WriteState(StreamWriter hazards, Xoshiro256 stream, int age, int state)
    {
        for (var duration = 0; duration < KernelModel.Durations.Count; duration++)
        {
            for (var place = 0; place < KernelModel.States + KernelModel.Exits; place++)
            {
                if (place != state)
                {
                    var usual = place < KernelModel.States ? 0.16 / (1 + (0.7 * duration)) : 0.16 / (1 + (0.4 * duration));
                    var rate = usual * (0.4 + (1.2 * stream.NextDouble()));
                    hazards.Write(string.Create(CultureInfo.InvariantCulture, $"{age},{state},{duration},{place},{rate:0.000000}\n"));
                }
            }
        }
    }
}
