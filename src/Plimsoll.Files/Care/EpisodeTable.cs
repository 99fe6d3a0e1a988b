using System.Collections;
using System.Runtime.InteropServices;
using Plimsoll.Core.Care;
using Plimsoll.Files.Vocabulary;

namespace Plimsoll.Files.Care;

/// <summary>
/// Episode rows in about fifty bytes each, so that the returns of a large merged extract fit in memory: texts are numbers
/// of pools, dates are days. A row becomes a record each time it is asked for.
/// </summary>
internal sealed class EpisodeTable(EpisodePools pools) : IReadOnlyList<EpisodeRow>
{
    private const int ChunkBits = 14;
    private const int ChunkSize = 1 << ChunkBits;

    // Chunks, because doubling one array would need three times its memory while it grows.
    private readonly List<EpisodeCells[]> chunks = [];

    /// <inheritdoc />
    public int Count { get; private set; }

    /// <inheritdoc />
    public EpisodeRow this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return pools.Row(in Cells(index));
        }
    }

    /// <summary>Adds a row.</summary>
    public void Add(in EpisodeCells cells)
    {
        if (Count >> ChunkBits == chunks.Count)
        {
            chunks.Add(new EpisodeCells[ChunkSize]);
        }

        chunks[Count >> ChunkBits][Count & (ChunkSize - 1)] = cells;
        Count++;
    }

    /// <inheritdoc />
    public IEnumerator<EpisodeRow> GetEnumerator()
    {
        for (var index = 0; index < Count; index++)
        {
            yield return this[index];
        }
    }

    /// <summary>The identifiers that appear under more than one authority, with those authorities and the first row.</summary>
    public IEnumerable<(int Child, IReadOnlyCollection<int> Authorities, SourceRow First)> UnderSeveralAuthorities()
    {
        // The first row of each identifier, plus one; 0 is not seen yet.
        var first = new int[pools.Children];
        var several = new Dictionary<int, HashSet<int>>();
        for (var index = 0; index < Count; index++)
        {
            ref readonly var cells = ref Cells(index);
            if (first[cells.Child] == 0)
            {
                first[cells.Child] = index + 1;
                continue;
            }

            var known = pools.Authority(in Cells(first[cells.Child] - 1));
            if (pools.Authority(in cells) is var other && other != known)
            {
                (several.TryGetValue(cells.Child, out var all) ? all : several[cells.Child] = [known]).Add(other);
            }
        }

        return several.Select(pair => (pair.Key, (IReadOnlyCollection<int>)pair.Value, this[first[pair.Key] - 1].Source));
    }

    private ref readonly EpisodeCells Cells(int index) => ref chunks[index >> ChunkBits][index & (ChunkSize - 1)];

    /// <inheritdoc />
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>One episode as numbers. Days are counted from 1 January 1970; an open episode has no end day.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct EpisodeCells
{
    public int Child;
    public int Urn;
    public int Line;
    public ushort Commenced;
    public ushort Ceased;
    public ushort Origin;
    public ushort HomeDistrict;
    public ushort PlacementDistrict;
    public ushort ReasonNew;
    public ushort LegalStatus;
    public ushort Need;
    public ushort Place;
    public ushort Provider;
    public ushort ReasonCeased;
    public ushort ReasonChange;
}

/// <summary>The texts behind the numbers of <see cref="EpisodeCells"/>, shared by all files of an import.</summary>
internal sealed class EpisodePools(CodeLists lists, TextPool children, TextPool authorities, List<string> files)
{
    /// <summary>The end day of an open episode.</summary>
    public const ushort Open = ushort.MaxValue;

    private static readonly int FirstDay = new DateOnly(1970, 1, 1).DayNumber;

    private readonly TextPool districts = new();
    private readonly List<(int Authority, int File, int Year)> origins = [];
    private readonly Dictionary<(int Authority, int File, int Year), ushort> numbers = [];

    public CodeColumn ReasonNew { get; } = new("RNE", lists.ReasonNewEpisode);

    public CodeColumn LegalStatus { get; } = new("LS", lists.LegalStatus);

    public CodeColumn Need { get; } = new("CIN", lists.CategoryOfNeed);

    public CodeColumn Place { get; } = new("PLACE", lists.PlacementType);

    public CodeColumn Provider { get; } = new("PLACE_PROVIDER", lists.Provider);

    public CodeColumn ReasonCeased { get; } = new("REC", lists.ReasonEpisodeCeased);

    public CodeColumn ReasonChange { get; } = new("REASON_PLACE_CHANGE", lists.ReasonPlacementChange);

    public UrnPool Urns { get; } = new();

    /// <summary>The number of a day. Days before 1970 or after 2149 do not reach the table.</summary>
    public static ushort Number(DateOnly day) => checked((ushort)(day.DayNumber - FirstDay));

    /// <summary>The authority, file and collection year of a row as one number: they come in few combinations.</summary>
    /// <exception cref="NotCodesException">There are more authorities than any country has.</exception>
    public ushort Origin(int authority, int file, int collectionYear)
    {
        if (origins.Count > 0 && origins[^1] == (authority, file, collectionYear))
        {
            return (ushort)(origins.Count - 1);
        }

        if (!numbers.TryGetValue((authority, file, collectionYear), out var number))
        {
            number = (ushort)origins.Count;
            numbers.Add((authority, file, collectionYear), number);
            origins.Add((authority, file, collectionYear));
            if (origins.Count > ushort.MaxValue)
            {
                throw new NotCodesException("LA");
            }
        }

        return number;
    }

    /// <summary>How many different identifiers there are, the blank included.</summary>
    public int Children => children.Count;

    /// <summary>The authority of a row.</summary>
    public int Authority(in EpisodeCells cells) => origins[cells.Origin].Authority;

    /// <summary>The number of a district. There are under three thousand; past sixty thousand the column is not postcodes and is blank.</summary>
    public ushort District(ReadOnlySpan<byte> district)
    {
        var number = districts.Count < ushort.MaxValue ? districts.Number(district) : 0;
        return (ushort)number;
    }

    /// <summary>The record of a row.</summary>
    public EpisodeRow Row(in EpisodeCells cells) => new(
        new ChildKey(authorities[origins[cells.Origin].Authority], children[cells.Child]),
        Day(cells.Commenced),
        ReasonNew.Text(cells.ReasonNew),
        LegalStatus.Text(cells.LegalStatus),
        Need.Text(cells.Need),
        Place.Text(cells.Place),
        Provider.Text(cells.Provider),
        cells.Ceased == Open ? null : Day(cells.Ceased),
        ReasonCeased.Text(cells.ReasonCeased),
        ReasonChange.Text(cells.ReasonChange),
        districts[cells.HomeDistrict],
        districts[cells.PlacementDistrict],
        Urns.Text(cells.Urn),
        origins[cells.Origin].Year,
        new SourceRow(files[origins[cells.Origin].File], cells.Line));

    private static DateOnly Day(ushort number) => DateOnly.FromDayNumber(FirstDay + number);
}
