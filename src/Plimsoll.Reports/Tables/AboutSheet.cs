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
        sheet.TitleRow(workbook.Title, styles.Of(XlsxStyles.General, XlsxRole.Title));
        sheet.WrappedRow([("Place", plain), (workbook.Place, plain)]);
        foreach (var note in workbook.Notes)
        {
            sheet.WrappedRow([("Note", plain), (note, plain)]);
        }

        sheet.WrappedRow([("Money", plain), ("Pounds, unrounded. Pages may show the same amounts in thousands or millions.", plain)]);
        sheet.WordsRow(plain, "");
        sheet.WrappedRow([("Table", heading), ("Source", heading)]);
        foreach (var (_, table) in workbook.Tables)
        {
            sheet.WrappedRow([(table.Title, plain), (table.SourceLine, plain)]);
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
                sheet.WrappedRow([(left, heading), (right, heading)]);
                first = false;
            }

            sheet.WrappedRow([(pair.Left, plain), (pair.Right, plain)]);
        }
    }
}
