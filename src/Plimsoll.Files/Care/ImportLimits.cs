namespace Plimsoll.Files.Care;

/// <summary>How much one import may bring: far above any authority's returns, and below what would fill a machine.</summary>
/// <param name="LargestFile">Bytes of one file, and of everything in one zip file when unpacked.</param>
/// <param name="MostEntries">Entries of one zip file.</param>
internal sealed record ImportLimits(long LargestFile, int MostEntries)
{
    /// <summary>One gigabyte and ten thousand entries.</summary>
    public static ImportLimits Default { get; } = new(1L << 30, 10_000);

    /// <summary>A number of bytes in words: "1.4 GB", "312 MB".</summary>
    public static string InWords(long bytes) => bytes switch
    {
        >= 1L << 30 => Core.Vocabulary.InWords.OneDecimal((decimal)bytes / (1L << 30)) + " GB",
        >= 1L << 20 => Core.Vocabulary.InWords.Whole((decimal)bytes / (1L << 20)) + " MB",
        >= 1L << 10 => Core.Vocabulary.InWords.Whole((decimal)bytes / (1L << 10)) + " KB",
        _ => Core.Vocabulary.InWords.Count((int)bytes, "byte", "bytes"),
    };
}
