using System.Collections.Immutable;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Store.Care;

/// <summary>A part of the dataset before, which an import replaced. Its rows are kept, so that the import can be undone.</summary>
/// <param name="File">The file it came from.</param>
/// <param name="Table">Its table.</param>
/// <param name="Authority">The LA label, empty when the file has none.</param>
/// <param name="CollectionYear">The year of the return; 0 when not known.</param>
/// <param name="Rows">How many rows it held.</param>
public sealed record ReplacedPart(string File, ReturnTable Table, string Authority, int CollectionYear, int Rows);

/// <summary>What an import of return files did to the workspace.</summary>
/// <param name="Dataset">The dataset that is current now.</param>
public abstract record ImportOutcome(DatasetId Dataset)
{
    /// <summary>A new dataset is current.</summary>
    /// <param name="Dataset">The new dataset.</param>
    /// <param name="Replaced">The parts of the dataset before that are not in it.</param>
    /// <param name="AlreadyThere">Names of the files that the dataset before held already, byte for byte.</param>
    public sealed record Imported(DatasetId Dataset, ImmutableArray<ReplacedPart> Replaced, ImmutableArray<string> AlreadyThere)
        : ImportOutcome(Dataset);

    /// <summary>Nothing changed: the current dataset holds all these files already, byte for byte.</summary>
    /// <param name="Dataset">The dataset, current before and after.</param>
    /// <param name="Files">Names of the files.</param>
    public sealed record Unchanged(DatasetId Dataset, ImmutableArray<string> Files) : ImportOutcome(Dataset);
}

/// <summary>What undoing the last import did.</summary>
public abstract record UndoOutcome
{
    private UndoOutcome()
    {
    }

    /// <summary>The dataset before the last import is current again.</summary>
    /// <param name="Undone">The dataset that was left.</param>
    /// <param name="Current">The dataset that is current now.</param>
    public sealed record WentBack(DatasetId Undone, DatasetId Current) : UndoOutcome;

    /// <summary>The first import was undone: the workspace has no records now.</summary>
    /// <param name="Undone">The dataset that was left.</param>
    public sealed record NowEmpty(DatasetId Undone) : UndoOutcome;

    /// <summary>There was no import to undo; nothing changed.</summary>
    public sealed record NothingToUndo : UndoOutcome;
}

/// <summary>The dataset that pages and forecasts use now.</summary>
/// <param name="Dataset">Its name.</param>
/// <param name="Rows">
/// Its files, rows and read-time findings. Of a file that was replaced for some of its years, only the other years
/// are here. Rows come by year, authority and file; within a file in the order in which they were read.
/// </param>
public sealed record StoredReturns(DatasetId Dataset, ReturnRows Rows);

/// <summary>A file as an import brought it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Hash">SHA-256 of its bytes.</param>
/// <param name="Table">Its table.</param>
/// <param name="Years">Collection years in it, ascending; empty when not known.</param>
/// <param name="Rows">Rows read.</param>
/// <param name="LeftOut">Rows that could not be used.</param>
public sealed record ImportedFile(string Name, string Hash, ReturnTable Table, ImmutableArray<int> Years, int Rows, int LeftOut)
{
    /// <summary>Rows that were used.</summary>
    public int Used => Rows - LeftOut;
}

/// <summary>Where an import stands now.</summary>
public enum ImportStanding
{
    /// <summary>Its dataset is the current one.</summary>
    Current,

    /// <summary>A later import changed the dataset further.</summary>
    Earlier,

    /// <summary>It was undone. Import its files again to redo it.</summary>
    Undone,
}

/// <summary>One import in the history of the workspace.</summary>
/// <param name="Dataset">The dataset that it made.</param>
/// <param name="Change">Who, when, why.</param>
/// <param name="Files">The files that were new; files that the dataset held already are not repeated.</param>
/// <param name="Findings">How many findings reading them gave.</param>
/// <param name="Standing">Where it stands now.</param>
public sealed record ImportRecord(
    DatasetId Dataset, Change Change, ImmutableArray<ImportedFile> Files, int Findings, ImportStanding Standing)
{
    /// <summary>Rows read.</summary>
    public int Rows => Files.Sum(file => file.Rows);

    /// <summary>Rows used.</summary>
    public int Used => Files.Sum(file => file.Used);

    /// <summary>Rows left out; each is in a finding.</summary>
    public int LeftOut => Files.Sum(file => file.LeftOut);
}
