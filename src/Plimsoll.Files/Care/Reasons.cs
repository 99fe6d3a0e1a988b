using Plimsoll.Files.Vocabulary;

namespace Plimsoll.Files.Care;

/// <summary>The words of the refusals that more than one place gives: what is wrong, why it matters, what to do.</summary>
internal static class Reasons
{
    private const string SaveAsCsv = "In Excel, choose Save As and then \"CSV UTF-8 (Comma delimited)\", and import that file.";

    public static Refusal TooLarge(string file, long bytes, long limit) => new(
        file,
        $"The file is {Size(bytes, limit)}; the limit is {ImportLimits.InWords(limit)}.",
        "No authority's return comes near that size, so this is probably not a return.",
        "Check that it is the right file. Returns of several years can be given as one file a year.");

    public static Refusal TooLargeUnpacked(string file, long bytes, long limit) => new(
        file,
        $"Unpacked, the zip file would be {ImportLimits.InWords(bytes)} or more; the limit is {ImportLimits.InWords(limit)}.",
        "No authority's returns come near that size, and zip files like that are made to fill a machine.",
        "Check that it is the right file, or import the CSV files themselves.");

    public static Refusal BrokenZip(string file) => new(
        file,
        "The zip file is damaged, unfinished or locked with a password.",
        "Its files cannot be read.",
        "Open it yourself to check, then make it again without a password, or import the CSV files themselves.");

    public static Refusal CannotOpen(string file) => new(
        file,
        "The file or folder could not be opened.",
        "Another program may have it open, or you may not have the right to read it.",
        "Close it in other programs, check your rights, and import again.");

    public static Refusal UnclosedQuote(string file) => new(
        file,
        "A quotation mark (\") opens a cell and never closes.",
        "Everything after it would be taken for one cell, so rows would be lost.",
        "Find the cell with a single quotation mark, remove it or close it, and import again.");

    public static Refusal Utf16(string file) => new(
        file,
        "The file is saved as Unicode (UTF-16), not as UTF-8.",
        "Its text cannot be told apart safely.",
        SaveAsCsv);

    public static Refusal Binary(string file) => new(
        file,
        "This is a workbook or another kind of document, not a CSV file.",
        "Only plain CSV files are read, so that nothing hidden in a document is taken for data.",
        SaveAsCsv);

    public static Refusal Xml(string file) => new(
        file,
        "This is an XML file, and this version reads returns as CSV files.",
        "Nothing was read from it.",
        "Export the return from your case system as CSV files, one a table, and import those.");

    public static Refusal OtherDelimiter(string file, string delimiter) => new(
        file,
        $"The columns are separated by {delimiter}, not by commas.",
        "The return's CSV files use commas; guessing would risk putting values into the wrong column.",
        $"Save the file again with commas. {SaveAsCsv}");

    public static Refusal Empty(string file) => new(
        file,
        "The file is empty: it has no heading and no rows.",
        "There is nothing to read.",
        "Export the table again and check that the file has a heading.");

    /// <summary>What a file in a folder is, when it is not CSV: for the note that it was skipped.</summary>
    public static string NotCsv(string name) => Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".XLSX" or ".XLSM" or ".XLS" or ".ODS" => "is a workbook, not a CSV file",
        ".XML" => "is an XML file; this version reads returns as CSV files",
        ".ZIP" => "is a zip file inside a zip file",
        _ => "is not a CSV file",
    };

    // Rounded, a size just above the limit would read as the limit itself.
    private static string Size(long bytes, long limit) =>
        ImportLimits.InWords(bytes) == ImportLimits.InWords(limit) ? "a little above " + ImportLimits.InWords(limit) : ImportLimits.InWords(bytes);
}
