using Plimsoll.Core.Care;
using Plimsoll.Files.Vocabulary;

namespace Plimsoll.Files.Care;

/// <summary>
/// What a file is, found by going through it once before any row is used: its table, its hash, the form of its dates, the
/// shape of its identifiers, its authorities and what its dates say about its YEAR labels.
/// </summary>
internal sealed class FileProfile
{
    private readonly TextPool labels = new();
    private readonly TextPool authorities = new(Postcodes.Guard);
    private readonly List<RecordedDays> days = [new()];
    private readonly Dictionary<string, DateColumn> dates = new(StringComparer.Ordinal);

    private FileProfile(CsvSource source, ReturnTable table)
    {
        Source = source;
        Table = table;
    }

    /// <summary>Where the file is.</summary>
    public CsvSource Source { get; }

    /// <summary>The table.</summary>
    public ReturnTable Table { get; }

    /// <summary>SHA-256 of its bytes.</summary>
    public string Hash { get; private set; } = string.Empty;

    /// <summary>Rows that are not blank.</summary>
    public int Rows { get; private set; }

    /// <summary>Whether it has a YEAR column.</summary>
    public bool HasYearColumn { get; private set; }

    /// <summary>True when every identifier of the CHILD column ends in ".0": a spreadsheet took identifiers for numbers.</summary>
    public bool IdentifiersAreDecimals { get; private set; } = true;

    /// <summary>True when a quotation mark opens and never closes.</summary>
    public bool HasUnclosedQuote { get; private set; }

    /// <summary>The LA labels, in order of first sight, blanks left out.</summary>
    public IReadOnlyList<string> Authorities => [.. Enumerable.Range(1, authorities.Count - 1).Select(number => authorities[number])];

    /// <summary>True when some row names no authority: there is no LA column, or the cell is blank.</summary>
    public bool HasRowsWithoutAuthority { get; private set; }

    /// <summary>The YEAR labels with their dates, blank labels left out.</summary>
    public IEnumerable<KeyValuePair<string, RecordedDays>> Labels =>
        Enumerable.Range(1, labels.Count - 1).Select(number => KeyValuePair.Create(labels[number], days[number]));

    /// <summary>All dates of the file.</summary>
    public RecordedDays AllDays
    {
        get
        {
            var all = new RecordedDays();
            days.ForEach(all.Add);
            return all;
        }
    }

    /// <summary>The date columns.</summary>
    public IReadOnlyDictionary<string, DateColumn> Dates => dates;

    /// <summary>Goes through a file whose table is known.</summary>
    /// <param name="source">The file.</param>
    /// <param name="table">Its table.</param>
    /// <param name="content">Its bytes from the start.</param>
    /// <param name="today">Dates after today, and those before the Children Act, say nothing about the year of a return.</param>
    public static FileProfile Take(CsvSource source, ReturnTable table, MeteredStream content, DateOnly today)
    {
        var profile = new FileProfile(source, table);
        using (var rows = new CsvRows(content))
        {
            profile.GoThrough(rows, today);
            profile.HasUnclosedQuote = rows.HasUnclosedQuote;
        }

        profile.Hash = content.HashToEnd();
        return profile;
    }

    private void GoThrough(CsvRows rows, DateOnly today)
    {
        var columns = new Columns(rows.Heading);
        var (child, year, authority) = (columns["CHILD"], columns["YEAR"], columns["LA"]);
        HasYearColumn = year >= 0;
        var columnsOfDates = DateColumnsOf(Table).Select(name =>
        {
            var column = new DateColumn(name);
            dates.Add(name, column);
            return (At: columns[name], Column: column, Use: UseOf(Table, name));
        }).ToArray();
        while (rows.Next())
        {
            if (rows.IsBlank())
            {
                continue;
            }

            Rows++;
            if (!rows.FitsHeading())
            {
                // Its cells may stand in the wrong columns, so they say nothing about the file.
                continue;
            }

            IdentifiersAreDecimals &= rows.Cell(child) is [.., (byte)'.', (byte)'0'] or [];
            var label = labels.Number(rows.Cell(year));
            if (label == days.Count)
            {
                days.Add(new RecordedDays());
            }

            HasRowsWithoutAuthority |= authorities.Number(rows.Cell(authority)) == 0;
            foreach (var (at, column, use) in columnsOfDates)
            {
                var cell = rows.Cell(at);
                if (cell.IsEmpty)
                {
                    continue;
                }

                var date = DateCells.Read(cell);
                column.Count(date);
                if (date.Day is { } day && day <= today && day >= EpisodeFileReader.Earliest)
                {
                    Note(days[label], day, use);
                }
            }
        }
    }

    private static void Note(RecordedDays recorded, DateOnly day, DateUse use)
    {
        if (use == DateUse.Within)
        {
            recorded.Add(day);
        }
        else if (use == DateUse.End)
        {
            recorded.AddEnd(day);
        }
    }

    private enum DateUse
    {
        Nothing,
        Within,
        End,
    }

    private static DateUse UseOf(ReturnTable table, string column) => (table, column) switch
    {
        (ReturnTable.Episodes, "DECOM") => DateUse.Within,
        (ReturnTable.Episodes, "DEC") => DateUse.End,
        _ => DateUse.Nothing,
    };

    private static string[] DateColumnsOf(ReturnTable table) => table switch
    {
        ReturnTable.Episodes => ["DECOM", "DEC"],
        ReturnTable.Header => ["DOB", "MC_DOB"],
        ReturnTable.Uasc => ["DOB", "DUC"],
        _ => [],
    };
}

/// <summary>Where each column stands in a file, by name in any case.</summary>
internal sealed class Columns(string[] heading)
{
    /// <summary>The position of a column, or -1.</summary>
    public int this[string name] => Array.FindIndex(heading, own => own.Equals(name, StringComparison.OrdinalIgnoreCase));
}
