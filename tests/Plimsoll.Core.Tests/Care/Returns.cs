using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Plimsoll.Core.Care;

namespace Plimsoll.Core.Tests.Care;

/// <summary>Short ways to write returns in tests.</summary>
internal static class Returns
{
    public static CodeLists Codes { get; } = new(
        List(
            "placement type",
            ("U1", "KIN"), ("U3", "KIN"), ("U4", "FIH if provider PR1; otherwise IFA"), ("U6", "FIH if provider PR1; otherwise IFA"),
            ("K2", "RIH if provider PR1; otherwise REX"), ("P1", "PWP"), ("K3", "SUP"), ("H5", "SUP"), ("A5", "ADO"),
            ("T0", "state of the episode before"), ("T3", "state of the episode before")),
        List("provider", ("PR1", ""), ("PR4", "")),
        List("legal status", ("C2", ""), ("V2", ""), ("V3", ""), ("V4", "")),
        List("reason new", ("S", ""), ("P", ""), ("L", "")),
        List(
            "reason ceased",
            ("X1", ""), ("E4A", "HOME"), ("E11", "ADOPTED"), ("E45", "SGO"), ("E5", "INDEPENDENT"), ("E17", "AGE18"), ("E2", "OTHER_EXIT"),
            ("E8", "OTHER_EXIT; AGE18 where the age rule says so")),
        List("need", ("N1", "")),
        List("sex", ("M", "")),
        List("ethnicity", ("WBRI", "")),
        List("reason change", ("OTHER", "")));

    public static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>"C1 2020-05-01 S C2 U4/PR4 2020-06-01 X1 @2021": child, DECOM, RNE, LS, PLACE/provider[/URN], DEC or -, REC or -, year.</summary>
    public static EpisodeRow Episode(string text, int line = 2)
    {
        var part = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var place = part[4].Split('/');
        var child = part[0].Split(':');
        return new EpisodeRow(
            child.Length == 2 ? new ChildKey(child[0], child[1]) : new ChildKey("", child[0]),
            Day(part[1]),
            part[2],
            part[3],
            "N1",
            place[0],
            place.Length > 1 ? place[1] : "",
            part[5] == "-" ? null : Day(part[5]),
            part[6] == "-" ? "" : part[6],
            "",
            "",
            "",
            place.Length > 2 ? place[2] : "",
            int.Parse(part[7].AsSpan(1), CultureInfo.InvariantCulture),
            new SourceRow("episodes.csv", line));
    }

    public static CareDataset Dataset(string[] episodes, params (string Child, string Born)[] headers) =>
        CareDatasetBuilder.Build("test", Rows(episodes, headers), Codes);

    public static ReturnRows Rows(string[] episodes, params (string Child, string Born)[] headers) => new(
        [],
        [.. headers.Select((header, index) => new HeaderRow(Key(header.Child), "M", Day(header.Born), "WBRI", "", "", null, 2021, new SourceRow("header.csv", index + 2)))],
        [.. episodes.Select((episode, index) => Episode(episode, index + 2))],
        [],
        []);

    public static ImmutableArray<string> Rules(CareDataset data) => [.. data.Findings.Select(finding => finding.Rule).Order(StringComparer.Ordinal)];

    private static ChildKey Key(string text) => text.Split(':') is [var authority, var id] ? new ChildKey(authority, id) : new ChildKey("", text);

    private static CodeList List(string name, params (string Code, string Maps)[] entries) =>
        new(name, entries.ToFrozenDictionary(entry => entry.Code, entry => new CodeEntry(entry.Code, entry.Code, null, null, entry.Maps)));
}
