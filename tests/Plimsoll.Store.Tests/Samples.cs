using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Store.Tests;

/// <summary>Made-up returns. The same arguments always give the same files.</summary>
internal static class Samples
{
    public static Change Change { get; } = At(9);

    public static Change At(int hour, int minute = 0) => new(
        "analyst", new DateTimeOffset(2026, 11, 2, hour, minute, 0, TimeSpan.Zero).AddTicks(1234567), "import 903", "files from the case system");

    /// <summary>The SHA-256 that a file with this content would have.</summary>
    public static string Hash(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    public static ReturnRows None { get; } = new([], [], [], [], []);

    /// <summary>An episodes file of one year.</summary>
    public static ReturnRows Episodes(string name, int year, int rows, string content = "", string authority = "") => None with
    {
        Files = [File(name, ReturnTable.Episodes, [year], rows, content, authority)],
        Episodes = [.. Enumerable.Range(0, rows).Select(i => Episode(name, year, i, content, authority))],
    };

    /// <summary>A header file of one year.</summary>
    public static ReturnRows Headers(string name, int year, int rows, string content = "", string authority = "") => None with
    {
        Files = [File(name, ReturnTable.Header, year == 0 ? [] : [year], rows, content, authority)],
        Headers =
        [
            .. Enumerable.Range(0, rows).Select(i => new HeaderRow(
                new ChildKey(authority, Child(i)), i % 2 == 0 ? "M" : "F", i % 7 == 0 ? null : new DateOnly(2012, 2, 29).AddDays(i), "WBRI", "A123",
                "0", i % 5 == 0 ? new DateOnly(2025, 5, 1) : null, year, new SourceRow(name, i + 2))),
        ],
    };

    /// <summary>A UASC file of one year.</summary>
    public static ReturnRows Unaccompanied(string name, int year, int rows) => None with
    {
        Files = [File(name, ReturnTable.Uasc, [year], rows, "", "")],
        Unaccompanied =
        [
            .. Enumerable.Range(0, rows).Select(i => new UascRow(
                new ChildKey("", Child(i)), "M", new DateOnly(2009, 1, 1), i % 2 == 0 ? null : new DateOnly(year, 1, 31), year, new SourceRow(name, i + 2))),
        ],
    };

    /// <summary>A table that is kept as bytes.</summary>
    public static ReturnRows Kept(string name, ReturnTable table, ImmutableArray<int> years, byte[] bytes) => None with
    {
        Files = [new ReturnFile(name, Hash(name), table, years, [], 3, 0, null, [.. bytes])],
    };

    public static ReturnRows Together(params ReturnRows[] returns) => new(
        [.. returns.SelectMany(rows => rows.Files)],
        [.. returns.SelectMany(rows => rows.Headers)],
        [.. returns.SelectMany(rows => rows.Episodes)],
        [.. returns.SelectMany(rows => rows.Unaccompanied)],
        [.. returns.SelectMany(rows => rows.Findings)]);

    public static Finding Finding(string rule, params (string File, int Line, string Child)[] rows) => new(
        rule, FindingSeverity.Error, "Episodes", FindingEffect.Count, $"{rows.Length} placements ended before they began.", "We left these rows out of the count.",
        rows.Select(row => row.Child).Distinct().Count(),
        [.. rows.Select(row => new FindingRow(row.File, row.Line, "DEC", row.Child, "ended 12/03/2024, began 15/03/2024", "left this row out"))]);

    public static ReturnFile File(string name, ReturnTable table, ImmutableArray<int> years, int rows, string content, string authority) => new(
        name, Hash(name + content), table, years, authority.Length == 0 ? [] : [authority], rows, 0, years.IsEmpty ? null : new DateOnly(years[^1], 3, 31), []);

    public static EpisodeRow Episode(string name, int year, int i, string content = "", string authority = "") => new(
        new ChildKey(authority, Child(i)),
        new DateOnly(Math.Max(year, 2000) - 1, 4, 1).AddDays(i % 365),
        "S", "C2", "N1", "U4", i % 11 == 0 ? "" : "PR1",
        i % 3 == 0 ? null : new DateOnly(Math.Max(year, 2000), 3, 30),
        "E4A", "", "AN1", "AN12", "SC" + content, year, new SourceRow(name, i + 2));

    private static string Child(int i) => i.ToString("000000", CultureInfo.InvariantCulture);
}
