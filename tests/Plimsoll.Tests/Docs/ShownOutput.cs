namespace Plimsoll.Tests.Docs;

/// <summary>Compares what a page shows with what a command prints. A line "..." stands for any number of lines left out.</summary>
internal static class ShownOutput
{
    private const string LeftOut = "...";

    /// <summary>Whether the page shows what was printed.</summary>
    public static bool Matches(IReadOnlyList<string> shown, IReadOnlyList<string> printed)
    {
        var parts = Parts(shown);
        if (parts.Count == 1)
        {
            return parts[0].SequenceEqual(printed);
        }

        if (!printed.Take(parts[0].Length).SequenceEqual(parts[0]))
        {
            return false;
        }

        var at = parts[0].Length;
        foreach (var part in parts.Skip(1).SkipLast(1))
        {
            while (at <= printed.Count && !printed.Skip(at).Take(part.Length).SequenceEqual(part))
            {
                at++;
            }

            at += part.Length;
        }

        return at <= printed.Count - parts[^1].Length && printed.TakeLast(parts[^1].Length).SequenceEqual(parts[^1]);
    }

    /// <summary>What the page should show: as many lines of the beginning and of the end as it shows now.</summary>
    public static IReadOnlyList<string> Renewed(IReadOnlyList<string> shown, IReadOnlyList<string> printed)
    {
        var parts = Parts(shown);
        return parts.Count == 1 || parts[0].Length + parts[^1].Length >= printed.Count
            ? printed
            : [.. printed.Take(parts[0].Length), LeftOut, .. printed.TakeLast(parts[^1].Length)];
    }

    private static List<string[]> Parts(IReadOnlyList<string> shown)
    {
        var parts = new List<string[]>();
        var from = 0;
        for (var at = 0; at <= shown.Count; at++)
        {
            if (at == shown.Count || shown[at] == LeftOut)
            {
                parts.Add([.. shown.Skip(from).Take(at - from)]);
                from = at + 1;
            }
        }

        return parts;
    }
}
