using System.Security.Cryptography;

namespace Plimsoll.Files.Vocabulary;

/// <summary>
/// Reads another stream forward once, and meanwhile takes its SHA-256, counts its bytes, stops when the person cancels,
/// and refuses to go past a limit: a zip entry may say that it is small and not be.
/// </summary>
internal sealed class MeteredStream(Stream source, bool leavesOpen, long limit, Action<long> advanced, CancellationToken cancel) : Stream
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Bytes read so far.</summary>
    public long BytesRead { get; private set; }

    /// <inheritdoc />
    public override bool CanRead => true;

    /// <inheritdoc />
    public override bool CanSeek => false;

    /// <inheritdoc />
    public override bool CanWrite => false;

    /// <inheritdoc />
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc />
    public override long Position { get => BytesRead; set => throw new NotSupportedException(); }

    /// <summary>Reads what is left and gives the SHA-256 of everything, in lower-case hexadecimal.</summary>
    public string HashToEnd()
    {
        var rest = new byte[81920];
        while (Read(rest, 0, rest.Length) > 0)
        {
            // Reading is what feeds the hash.
        }

        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    /// <inheritdoc />
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc />
    public override int Read(Span<byte> buffer)
    {
        cancel.ThrowIfCancellationRequested();
        var read = source.Read(buffer);
        BytesRead += read;
        if (BytesRead > limit)
        {
            throw new TooLargeException();
        }

        hash.AppendData(buffer[..read]);
        advanced(read);
        return read;
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
            hash.Dispose();
            if (!leavesOpen)
            {
                source.Dispose();
            }
        }

        base.Dispose(disposing);
    }
}

/// <summary>More bytes came than the limit allows. Caught where files are opened and turned into a <see cref="Refusal"/>.</summary>
internal sealed class TooLargeException : IOException
{
    /// <summary>Made by <see cref="MeteredStream"/> only.</summary>
    public TooLargeException() : base("The content is larger than the limit.")
    {
    }
}
