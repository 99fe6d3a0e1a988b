using System.Globalization;

namespace Plimsoll.Benchmarks;

/// <summary>Writes many copies of a folder of returns as one larger council: the same records under new identifiers.</summary>
internal static class Copies
{
    public static int Run(string[] args)
    {
        var times = args is [_, _, "--times", var text] ? int.Parse(text, CultureInfo.InvariantCulture) : 100;
        foreach (var source in Directory.EnumerateFiles(args[0], "*.csv", SearchOption.AllDirectories))
        {
            var target = Path.Combine(args[1], Path.GetRelativePath(args[0], source));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            var lines = File.ReadAllLines(source);
            using var writer = new StreamWriter(target);
            writer.WriteLine(lines[0]);
            for (var copy = 0; copy < times; copy++)
            {
                // CHILD is the first column of every table of the return.
                var prefix = copy.ToString("000", CultureInfo.InvariantCulture);
                foreach (var line in lines.Skip(1).Where(line => line.Length > 0))
                {
                    writer.Write(prefix);
                    writer.WriteLine(line);
                }
            }
        }

        return 0;
    }
}
