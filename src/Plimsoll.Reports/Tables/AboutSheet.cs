using DocumentFormat.OpenXml.Packaging;

namespace Plimsoll.Reports.Tables;

/// <summary>The sheet that says what the workbook rests on: notes, sources, trace and terms.</summary>
internal static class AboutSheet
{
    public static void Write(ReportWorkbook workbook, WorksheetPart part, XlsxStyles styles)
    {
        var plain = styles.Of(XlsxStyles.General, XlsxRole.Wrapped);
        var heading = styles.Of(XlsxStyles.General, XlsxRole.Header);
        using var sheet = new XlsxSheet(part, [36, 100], frozenRows: 0);
        sheet.WordsRow(styles.Of(XlsxStyles.General, XlsxRole.Title), workbook.Title);
        sheet.WordsRow(plain, "Place", workbook.Place);
        foreach (var note in workbook.Notes)
        {
            sheet.WordsRow(plain, "Note", note);
        }

        sheet.WordsRow(plain, "Money", "Pounds, unrounded. Pages may show the same amounts in thousands or millions.");
        sheet.WordsRow(plain, "");
        sheet.WordsRow(heading, "Table", "Source");
        foreach (var (_, table) in workbook.Tables)
        {
            sheet.WordsRow(plain, table.Title, table.SourceLine);
        }

        Pairs(sheet, "What the numbers rest on", "Value", workbook.Trace.Select(input => (input.Name, input.Value)), heading, plain);
        Pairs(sheet, "Term", "Meaning", workbook.Definitions.Select(definition => (definition.Term, definition.Meaning)), heading, plain);
    }

    private static void Pairs(XlsxSheet sheet, string left, string right, IEnumerable<(string Left, string Right)> pairs, uint heading, uint plain)
    {
        var first = true;
        foreach (var pair in pairs)
        {
            if (first)
            {
                sheet.WordsRow(plain, "");
                sheet.WordsRow(heading, left, right);
                first = false;
            }

            sheet.WordsRow(plain, pair.Left, pair.Right);
        }
    }
}
