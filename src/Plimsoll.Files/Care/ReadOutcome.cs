using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Files.Vocabulary;

namespace Plimsoll.Files.Care;

/// <summary>What came of reading the files of an import: rows with their findings, or the reasons why not.</summary>
public abstract record ReadOutcome
{
    private ReadOutcome()
    {
    }

    /// <summary>The files were read. What was repaired or left out stands in the findings.</summary>
    /// <param name="Rows">The rows; the episodes are kept compact and are made into records as they are asked for.</param>
    public sealed record Read(ReturnRows Rows) : ReadOutcome;

    /// <summary>Something cannot be read as what it claims to be. Nothing was read.</summary>
    /// <param name="Refusals">Every reason found, at least one.</param>
    public sealed record Refused(ImmutableArray<Refusal> Refusals) : ReadOutcome;
}

/// <summary>How far reading has come. Every file is gone through twice: once to see what it is, once for its rows.</summary>
/// <param name="File">The file being read.</param>
/// <param name="Done">Bytes done.</param>
/// <param name="Total">Bytes to do in all, both passes.</param>
public sealed record ReadProgress(string File, long Done, long Total);

/// <summary>A file handed over as a stream, as an upload page does.</summary>
/// <param name="Name">The file's name, with its folder when a whole folder was chosen.</param>
/// <param name="Content">Its bytes; left open. One that cannot seek is read into memory first.</param>
public sealed record ReturnUpload(string Name, Stream Content);
