using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Files.Vocabulary;

namespace Plimsoll.Files.Care;

/// <summary>What is settled about a file before its rows are read.</summary>
/// <param name="Profile">What going through it showed.</param>
/// <param name="Years">The collection year of each YEAR label.</param>
/// <param name="OnlyYear">The collection year of rows without a label; 0 when not known.</param>
/// <param name="DefaultAuthority">The authority of rows that name none; blank when there is none to take.</param>
internal sealed record FilePlan(FileProfile Profile, IReadOnlyDictionary<string, int> Years, int OnlyYear, string DefaultAuthority);

/// <summary>What all row readers share over one import: today, the texts that repeat, and the findings.</summary>
internal sealed class RowContext(DateOnly today, FindingLedger ledger)
{
    public DateOnly Today => today;

    public FindingLedger Ledger => ledger;

    public TextPool Children { get; } = new(Postcodes.Guard);

    public TextPool Authorities { get; } = new(Postcodes.Guard);

    public List<string> Files { get; } = [];
}

/// <summary>The parts of a row that every table has: the child, the authority, the year, and dates in the form of their column.</summary>
internal sealed class RowCursor
{
    private readonly RowContext context;
    private readonly FilePlan plan;
    private readonly CsvRows rows;
    private readonly SeenRows seen = new();
    private readonly TextPool labels = new();
    private readonly List<int> labelYears = [0];
    private readonly int child;
    private readonly int year;
    private readonly int authority;
    private readonly int defaultAuthority;

    public RowCursor(RowContext context, FilePlan plan, CsvRows rows)
    {
        this.context = context;
        this.plan = plan;
        this.rows = rows;
        var columns = new Columns(rows.Heading);
        (child, year, authority) = (columns["CHILD"], columns["YEAR"], columns["LA"]);
        labelYears[0] = plan.OnlyYear;
        defaultAuthority = context.Authorities.Number(System.Text.Encoding.UTF8.GetBytes(plan.DefaultAuthority));
    }

    /// <summary>Rows left out so far.</summary>
    public int LeftOut { get; private set; }

    /// <summary>The number of the child's identifier.</summary>
    public int Child { get; private set; }

    /// <summary>The number of the authority.</summary>
    public int Authority { get; private set; }

    /// <summary>The collection year of the row.</summary>
    public int CollectionYear { get; private set; }

    /// <summary>The child.</summary>
    public ChildKey Key => new(context.Authorities[Authority], context.Children[Child]);

    /// <summary>Where the row stands.</summary>
    public SourceRow Source => new(plan.Profile.Source.Name, rows.Line);

    /// <summary>The last day on which an episode of this return can have begun: 31 March, or today while the return is in progress.</summary>
    public DateOnly LastStart => CollectionYear == 0 ? context.Today : Earlier(new FinancialYear(CollectionYear - 1).Last, context.Today);

    /// <summary>The last day on which one can have ended: 1 April, which closes the night of 31 March, or today.</summary>
    public DateOnly LastEnd => CollectionYear == 0 ? context.Today : Earlier(new FinancialYear(CollectionYear).First, context.Today);

    /// <summary>Moves to the next row that can be used; rows that cannot are left out with a finding.</summary>
    public bool Next(FindingKind ragged, FindingKind noChild, FindingKind duplicate)
    {
        while (rows.Next())
        {
            if (rows.IsBlank())
            {
                continue;
            }

            if (!rows.FitsHeading())
            {
                (Child, Authority) = (0, 0);
                LeaveOut(ragged, string.Empty, $"{InWords.Count(rows.Cells, "cell", "cells")}, the heading has {InWords.Whole(rows.Heading.Length)}");
                continue;
            }

            ReadKey();
            if (Child == 0)
            {
                LeaveOut(noChild, "CHILD", "CHILD is blank");
            }
            else if (!seen.Add(rows.Raw))
            {
                LeaveOut(duplicate, string.Empty, "repeats an earlier row");
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Leaves the row out, with a finding.</summary>
    public void LeaveOut(FindingKind kind, string column, string says)
    {
        LeftOut++;
        Note(kind, column, says, "left this row out");
    }

    /// <summary>Notes a finding on this row.</summary>
    public void Note(FindingKind kind, string column, string says, string did) =>
        context.Ledger.Add(kind, Source, column, context.Children[Child], Child == 0 ? 0 : ((long)Authority << 32) | (uint)Child, says, did);

    /// <summary>Reads a date cell in the form of its column: the date, or what is wrong with it.</summary>
    public DateReading Date(int column, DateColumn form)
    {
        var cell = rows.Cell(column);
        if (cell.IsEmpty)
        {
            return new DateReading(null, DateProblem.Blank);
        }

        var date = DateCells.Read(cell);
        return date.Form != DateForm.None && date.Form != form.Form ? new DateReading(null, DateProblem.OtherForm)
            : date.Day is { } day ? new DateReading(day, DateProblem.None)
            : new DateReading(null, DateProblem.NoDate);
    }

    /// <summary>What is wrong with the date cell, for people.</summary>
    public string Explain(int column, DateColumn form, DateProblem problem) => problem switch
    {
        DateProblem.Blank => $"{form.Name} is blank",
        DateProblem.OtherForm =>
            $"{form.Name} is {CellText.Quote(rows.Cell(column))}, the rest of the column is written {(form.Form == DateForm.DayFirst ? "dd/mm/yyyy" : "yyyy-mm-dd")}",
        _ => $"{form.Name} is {CellText.Quote(rows.Cell(column))}, which is not a date",
    };

    /// <summary>Reads a date that may be blank: a cell that cannot be read is missing, with a finding.</summary>
    public DateOnly? DateOrMissing(int column, DateColumn form, FindingKind mixed, FindingKind unreadable, string did)
    {
        var (day, problem) = Date(column, form);
        if (problem is DateProblem.OtherForm or DateProblem.NoDate)
        {
            Note(problem == DateProblem.OtherForm ? mixed : unreadable, form.Name, Explain(column, form, problem), did);
        }

        return day;
    }

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    private void ReadKey()
    {
        var identifier = rows.Cell(child);
        Child = context.Children.NumberUpper(plan.Profile.IdentifiersAreDecimals ? CellText.WithoutDecimal(identifier) : identifier);
        var named = context.Authorities.Number(rows.Cell(authority));
        Authority = named == 0 ? defaultAuthority : named;
        var label = labels.Number(rows.Cell(year));
        if (label == labelYears.Count)
        {
            labelYears.Add(plan.Years.GetValueOrDefault(labels[label], plan.OnlyYear));
        }

        CollectionYear = labelYears[label];
    }
}

/// <summary>What is wrong with a date cell.</summary>
internal enum DateProblem
{
    None,
    Blank,

    /// <summary>Written in another form than the rest of its column.</summary>
    OtherForm,

    /// <summary>No date, or a day that does not exist.</summary>
    NoDate,
}

/// <summary>A date cell as it was read.</summary>
internal readonly record struct DateReading(DateOnly? Day, DateProblem Problem);
