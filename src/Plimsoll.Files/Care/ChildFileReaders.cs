using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Files.Vocabulary;

namespace Plimsoll.Files.Care;

/// <summary>Reads the rows of one Header file.</summary>
internal static class HeaderFileReader
{
    /// <summary>Reads a file into the list.</summary>
    /// <returns>How many rows were left out.</returns>
    public static int Read(RowContext context, FilePlan plan, CsvRows rows, CodeLists lists, HeaderTable headers)
    {
        var cursor = new RowCursor(context, plan, rows);
        var columns = new Columns(rows.Heading);
        var (sex, dob, ethnic, upn) = (columns["SEX"], columns["DOB"], columns["ETHNIC"], columns["UPN"]);
        var (mother, firstChild) = (columns["MOTHER"], columns["MC_DOB"]);
        var birthdays = new Birthdays(context.Today, cursor, plan.Profile.Dates["DOB"]);
        var sexes = new CodeColumn("SEX", lists.Sex);
        var ethnicities = new CodeColumn("ETHNIC", lists.Ethnicity);
        var mothers = new TextPool(Postcodes.Guard);
        while (cursor.Next(ChildFindings.RaggedHeader, ChildFindings.NoHeaderChild, ChildFindings.DuplicateHeader))
        {
            var born = birthdays.Read(dob, ChildFindings.MixedHeaderDates, ChildFindings.Born, ChildFindings.BornInFuture);
            var firstChildBorn = cursor.DateOrMissing(
                firstChild, plan.Profile.Dates["MC_DOB"], ChildFindings.MixedHeaderDates, ChildFindings.FirstChild, "treated as missing");
            var ethnicity = ethnicities.Number(rows.Cell(ethnic));
            if (!ethnicities.Allows(ethnicity, cursor.CollectionYear))
            {
                cursor.Note(ChildFindings.Ethnicity, "ETHNIC", ethnicities.Says(ethnicity, cursor.CollectionYear), "kept as submitted");
            }

            headers.Add(new HeaderCells
            {
                Child = cursor.Child,
                Authority = cursor.Authority,
                Sex = Sexes.Read(sexes, rows.Cell(sex), cursor, ChildFindings.Sex),
                Born = HeaderTable.Number(born),
                Ethnicity = ethnicities.Text(ethnicity),
                Upn = headers.PupilNumber(rows.Cell(upn)),
                Mother = mothers[mothers.NumberUpper(CellText.WithoutDecimal(rows.Cell(mother)))],
                FirstChildBorn = HeaderTable.Number(firstChildBorn),
                CollectionYear = cursor.CollectionYear,
                File = cursor.Source.File,
                Line = cursor.Source.Line,
            });
        }

        return cursor.LeftOut;
    }
}

/// <summary>Reads the rows of one UASC file.</summary>
internal static class UascFileReader
{
    /// <summary>Reads a file into the list.</summary>
    /// <returns>How many rows were left out.</returns>
    public static int Read(RowContext context, FilePlan plan, CsvRows rows, CodeLists lists, List<UascRow> unaccompanied)
    {
        var cursor = new RowCursor(context, plan, rows);
        var columns = new Columns(rows.Heading);
        var (sex, dob, duc) = (columns["SEX"], columns["DOB"], columns["DUC"]);
        var birthdays = new Birthdays(context.Today, cursor, plan.Profile.Dates["DOB"]);
        var sexes = new CodeColumn("SEX", lists.Sex);
        while (cursor.Next(ChildFindings.RaggedUasc, ChildFindings.NoUascChild, ChildFindings.DuplicateUasc))
        {
            var born = birthdays.Read(dob, ChildFindings.MixedUascDates, ChildFindings.UascBorn, ChildFindings.UascBorn);
            var ceased = cursor.DateOrMissing(
                duc, plan.Profile.Dates["DUC"], ChildFindings.MixedUascDates, ChildFindings.StatusCeased, "treated as not ended");
            unaccompanied.Add(new UascRow(
                cursor.Key, Sexes.Read(sexes, rows.Cell(sex), cursor, ChildFindings.UascSex), born, ceased, cursor.CollectionYear, cursor.Source));
        }

        return cursor.LeftOut;
    }
}

/// <summary>SEX in its two codings: 1 and 2 to collection 2024, M, F and U from 2025.</summary>
internal static class Sexes
{
    /// <summary>M, F or U; blank when missing; the text as submitted when the list does not hold it.</summary>
    public static string Read(CodeColumn codes, ReadOnlySpan<byte> cell, RowCursor cursor, FindingKind kind)
    {
        var code = codes.Number(cell);
        if (!codes.Allows(code, cursor.CollectionYear))
        {
            cursor.Note(kind, "SEX", codes.Says(code, cursor.CollectionYear), code == 0 ? "treated as not known" : "kept the sex it stands for");
        }

        return codes.Text(code) switch
        {
            "1" => "M",
            "2" => "F",
            var text => text,
        };
    }
}

/// <summary>Dates of birth, of which some cannot be right.</summary>
internal sealed class Birthdays(DateOnly today, RowCursor cursor, DateColumn form)
{
    private static readonly DateOnly Earliest = new(1900, 1, 1);

    /// <summary>The date of birth of the current row, or null with a finding.</summary>
    public DateOnly? Read(int column, FindingKind mixed, FindingKind wrong, FindingKind future)
    {
        const string Did = "counted with age not known";
        var (day, problem) = cursor.Date(column, form);
        if (day is not { } born)
        {
            cursor.Note(problem == DateProblem.OtherForm ? mixed : wrong, "DOB", cursor.Explain(column, form, problem), Did);
            return null;
        }

        if (born > today)
        {
            cursor.Note(future, "DOB", $"born {InWords.FileDate(born)}, after today", Did);
            return null;
        }

        if (born < Earliest)
        {
            cursor.Note(wrong, "DOB", $"born {InWords.FileDate(born)}, before 1900", Did);
            return null;
        }

        if (born > cursor.LastStart)
        {
            cursor.Note(future, "DOB", $"born {InWords.FileDate(born)}, after {InWords.FileDate(cursor.LastStart)}", "kept the date");
        }

        return born;
    }
}
