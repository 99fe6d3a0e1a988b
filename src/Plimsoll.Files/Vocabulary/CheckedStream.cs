namespace Plimsoll.Files.Vocabulary;

/// <summary>
/// Reads the content of a zip entry and checks it against the length and checksum that the zip file states. The
/// framework stops at the stated length without a word, so that a damaged or dishonest entry would lose its last rows.
/// </summary>
internal sealed class CheckedStream(Stream content, long length, uint checksum) : Stream
{
    private static readonly uint[] Table = MakeTable();

    private uint running = uint.MaxValue;
    private long read;

    /// <inheritdoc />
    public override bool CanRead => true;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => false;

    /// <inheritdoc />
    public override long Length => length;

    /// <inheritdoc />
    public override long Position { get => read; set => throw new NotSupportedException(); }

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc />
    /// <exception cref="InvalidDataException">The content has ended and is not what the zip file states.</exception>
    public override int Read(Span<byte> buffer)
    {
        var count = content.Read(buffer);
        foreach (var letter in buffer[..count])
        {
            running = Table[(byte)(running ^ letter)] ^ (running >> 8);
        }

        read += count;
        if (count == 0 && !buffer.IsEmpty && (read != length || ~running != checksum))
        {
            throw new InvalidDataException("The entry is not what the zip file states.");
        }

        return count;
    }

    /// <inheritdoc />
    public override void Flush()
    {
        // Nothing is written.
    }

    /// <inheritdoc />
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc />
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            content.Dispose();
        }

        base.Dispose(disposing);
    }

    // CRC-32 with the reflected polynomial of the zip format.
    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (var start = 0u; start < 256; start++)
        {
            var value = start;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (value & 1) == 1 ? 0xEDB88320u ^ (value >> 1) : value >> 1;
            }

            table[start] = value;
        }

        return table;
    }
}
