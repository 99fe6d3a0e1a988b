using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Files.Care;

/// <summary>What can be found about a whole file. The table is "Files".</summary>
internal static class FileFindings
{
    public static readonly FindingKind NotCsv = new("skipped-file", FindingSeverity.Note, "Files", FindingEffect.Nothing,
        rows => $"{InWords.Count(rows.Length, "file in what you gave us is not a CSV file", "files in what you gave us are not CSV files")}.",
        "We did not read them.");

    public static readonly FindingKind UnknownTable = new("unknown-table", FindingSeverity.Query, "Files", FindingEffect.Nothing,
        rows => $"{InWords.Count(rows.Length, "CSV file has", "CSV files have")} columns that are no table of the return.",
        "We did not read them. If one is meant as a table of the return, give it exactly that table's columns and import again.");

    public static readonly FindingKind NearTable = new("unknown-table", FindingSeverity.Error, "Files", FindingEffect.Count,
        rows => $"{InWords.Count(rows.Length, "CSV file is nearly a table of the return, but its columns differ", "CSV files are nearly tables of the return, but their columns differ")}.",
        "We did not read them, so their records are missing from our figures. Give each exactly its table's columns and import again.");

    public static readonly FindingKind EmptyFile = new("empty-file", FindingSeverity.Query, "Files", FindingEffect.Nothing,
        rows => $"{InWords.Count(rows.Length, "file is", "files are")} empty.",
        "There was nothing to read in them. If they should have rows, export them again.");

    public static readonly FindingKind HeadingOnly = new("no-rows", FindingSeverity.Note, "Files", FindingEffect.Nothing,
        rows => $"{InWords.Count(rows.Length, "file has", "files have")} a heading and no rows.",
        "That is right when there was nothing to report in the year. If there was, export them again.");

    public static readonly FindingKind SameFile = new("same-file", FindingSeverity.Note, "Files", FindingEffect.Nothing,
        rows => $"{InWords.Count(rows.Length, "file was", "files were")} given twice, with the same content to the last letter.",
        "We read each content once. Nothing changes in our figures.");

    public static readonly FindingKind YearUnknown = new("year-not-known", FindingSeverity.Query, "Files", FindingEffect.Forecast,
        rows => $"We cannot tell which year's return {InWords.Count(rows.Length, "file belongs", "files belong")} to.",
        "We use the rows for every year. Put the files of a year in one folder, or the year in the file name, such as header 2023-24.csv.");

    public static readonly FindingKind AuthorityAssumed = new("authority-assumed", FindingSeverity.Note, "Files", FindingEffect.Nothing,
        rows => $"{InWords.Count(rows.Length, "file names", "files name")} no authority for some rows, while the others name one.",
        "We took these rows for the same authority.");

    public static readonly FindingKind AuthorityUnknown = new("authority-not-known", FindingSeverity.Error, "Files", FindingEffect.Count,
        rows => $"{InWords.Count(rows.Length, "file names", "files name")} no authority for some rows, while the others name several.",
        "We kept these rows apart from every named authority, so their children are not joined to the other files. Add an LA column to them.");
}
