namespace Plimsoll.Files.Care.Writing;

/// <summary>One cell of a CSV file.</summary>
internal static class CsvCell
{
    /// <summary>The text in quotes where RFC 4180 asks for them, otherwise as it is.</summary>
    public static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
