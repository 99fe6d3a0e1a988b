namespace Plimsoll.Files.Care;

/// <summary>Adds up the bytes read and tells the listener every few megabytes.</summary>
internal sealed class ReadGauge(long total, IProgress<ReadProgress>? listener)
{
    private const long Step = 4L << 20;

    private string file = string.Empty;
    private long done;
    private long told;

    /// <summary>Another file begins.</summary>
    public void Begin(string name)
    {
        file = name;
        Tell();
    }

    /// <summary>More bytes were read.</summary>
    public void Advance(long bytes)
    {
        done += bytes;
        if (done - told >= Step)
        {
            Tell();
        }
    }

    private void Tell()
    {
        told = done;
        listener?.Report(new ReadProgress(file, Math.Min(done, total), total));
    }
}
