using System.Globalization;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Web.Vocabulary;

/// <summary>
/// Dates as people type them into a form. A plain text box, because a browser's own date box writes dates in the
/// browser's language, and an American date in a British office is a wrong one.
/// </summary>
public static class TypedDate
{
    private static readonly string[] Forms = ["d/M/yyyy", "dd/MM/yyyy", "yyyy-MM-dd", "d MMMM yyyy", "d MMM yyyy"];

    /// <summary>Reads 31/03/2026, 31 March 2026 or 2026-03-31; null for anything else.</summary>
    public static DateOnly? Read(string typed) =>
        DateOnly.TryParseExact(typed.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The form in which a text box shows a date: 31/03/2026.</summary>
    public static string Write(DateOnly day) => InWords.FileDate(day);
}
