using System.Collections.Immutable;

namespace Plimsoll.Store.Databases;

/// <summary>What a column of a large table holds.</summary>
internal enum ColumnKind
{
    /// <summary>Text, never null.</summary>
    Text,

    /// <summary>A whole number, never null.</summary>
    Number,

    /// <summary>A day, or null when not known.</summary>
    Date,
}

internal sealed record Column(string Name, ColumnKind Kind);

/// <summary>A table with many rows: its key (what the rows belong to), their position under that key, and the rest.</summary>
internal sealed record RowTable(string Name, string Key, ImmutableArray<Column> Columns)
{
    public string ColumnList { get; } = string.Join(", ", Columns.Select(column => column.Name));
}

/// <summary>Adds rows to a table: <see cref="Begin"/>, the columns in order, <see cref="End"/>; at last <see cref="CompleteAsync"/>.</summary>
internal abstract class RowWriter : IAsyncDisposable
{
    public abstract void Begin(long key, long position);

    public abstract void Text(string value);

    public abstract void Number(long value);

    public abstract void Date(DateOnly? value);

    public abstract void End();

    public abstract Task CompleteAsync(CancellationToken cancel);

    public abstract ValueTask DisposeAsync();
}

/// <summary>The row being read; columns are counted from 0 without the key and the position.</summary>
internal abstract class RowReader
{
    public abstract string Text(int column);

    public abstract int Number(int column);

    public abstract DateOnly? Date(int column);
}

/// <summary>Keeps one copy of each text: a million codes are a few hundred texts.</summary>
internal sealed class StringPool
{
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup;

    private readonly int most;

    /// <param name="most">How many different texts are kept; then it starts again, for columns that hardly repeat.</param>
    public StringPool(int most = int.MaxValue)
    {
        this.most = most;
        lookup = known.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public string Get(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return "";
        }

        if (lookup.TryGetValue(text, out var found))
        {
            return found;
        }

        return Add(text.ToString());
    }

    public string Get(string text)
    {
        if (known.TryGetValue(text, out var found))
        {
            return found;
        }

        return Add(text);
    }

    private string Add(string text)
    {
        if (known.Count >= most)
        {
            known.Clear();
        }

        known.Add(text);
        return text;
    }
}
