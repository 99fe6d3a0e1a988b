using System.Collections;
using System.Runtime.InteropServices;
using Plimsoll.Core.Care;
using Plimsoll.Files.Vocabulary;

namespace Plimsoll.Files.Care;

/// <summary>
/// Header rows in about sixty bytes each, half of what their records would take, with one copy of each pupil number for
/// all years. A row becomes a record each time it is asked for.
/// </summary>
internal sealed class HeaderTable(RowContext context) : IReadOnlyList<HeaderRow>
{
    private const int ChunkBits = 12;
    private const int ChunkSize = 1 << ChunkBits;

    // Chunks, because doubling one array would need three times its memory while it grows.
    private readonly List<HeaderCells[]> chunks = [];
    private readonly TextPool pupilNumbers = new(Postcodes.Guard);

    /// <inheritdoc />
    public int Count { get; private set; }

    /// <inheritdoc />
    public HeaderRow this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            ref readonly var cells = ref chunks[index >> ChunkBits][index & (ChunkSize - 1)];
            return new HeaderRow(
                new ChildKey(context.Authorities[cells.Authority], context.Children[cells.Child]),
                cells.Sex,
                Day(cells.Born),
                cells.Ethnicity,
                pupilNumbers[cells.Upn],
                cells.Mother,
                Day(cells.FirstChildBorn),
                cells.CollectionYear,
                new SourceRow(cells.File, cells.Line));
        }
    }

    /// <summary>The number of a day as the cells hold it; 0 for a day that is not known.</summary>
    public static int Number(DateOnly? day) => day is { } known ? known.DayNumber + 1 : 0;

    /// <summary>The number of a pupil number, which is kept in upper case.</summary>
    public int PupilNumber(ReadOnlySpan<byte> cell) => pupilNumbers.NumberUpper(cell);

    /// <summary>Adds a row.</summary>
    public void Add(in HeaderCells cells)
    {
        if (Count >> ChunkBits == chunks.Count)
        {
            chunks.Add(new HeaderCells[ChunkSize]);
        }

        chunks[Count >> ChunkBits][Count & (ChunkSize - 1)] = cells;
        Count++;
    }

    /// <inheritdoc />
    public IEnumerator<HeaderRow> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
        {
            yield return this[index];
        }
    }

    /// <inheritdoc />
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static DateOnly? Day(int number) => number == 0 ? null : DateOnly.FromDayNumber(number - 1);
}

/// <summary>One Header row: texts that hardly vary as they are, the others as numbers of pools; days as <see cref="HeaderTable.Number"/> has them.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct HeaderCells
{
    public string Sex;
    public string Ethnicity;
    public string Mother;
    public string File;
    public int Child;
    public int Authority;
    public int Upn;
    public int Born;
    public int FirstChildBorn;
    public int CollectionYear;
    public int Line;
}
