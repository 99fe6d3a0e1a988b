using FsCheck;
using FsCheck.Fluent;
using Plimsoll.Core.Care;

namespace Plimsoll.Files.Tests.Care;

public sealed class ShuffleTests
{
    private static readonly string[] Heading = [.. Returns.EpisodesHeading.Split(','), "LA", "YEAR"];

    private static readonly Gen<string[]> Row =
        from child in Gen.Elements("0001", "2", "A3", "")
        from start in Gen.Elements("2021-05-01", "2021-12-31", "2022-03-31", "2020-01-01", "2021-02-30", "01/02/2022", "")
        from end in Gen.Elements("", "", "2022-02-01", "2022-04-01", "2019-01-01", "x")
        from place in Gen.Elements("U6", "K2", "T1", "Q9", "")
        from provider in Gen.Elements("PR1", "PR4", "PR0", "")
        from reason in Gen.Elements("", "E4A", "X1", "E99")
        from authority in Gen.Elements("Anyshire", "Otherton")
        select new[] { child, start, "S", "C2", "N1", place, provider, end, reason, "", "AN1 2BB", "", "", authority, "2022" };

    [Fact]
    public void Shuffled_columns_and_rows_give_the_same_rows_and_findings()
    {
        var cases = from rows in Row.ArrayOf(30) from columns in Gen.Shuffle(Heading) from order in Gen.Shuffle(Enumerable.Range(0, 30)) select (rows, columns, order);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(60),
            Prop.ForAll(Arb.From(cases), shuffle =>
            {
                // A quarter of rows may repeat: the row kept of a repeated pair is the first, so lines are compared by content.
                var plain = Read(Heading, shuffle.rows);
                var mixed = Read(shuffle.columns, [.. shuffle.order.Select(at => shuffle.rows[at])]);
                Assert.Equal(Plain(plain), Plain(mixed));
                Assert.Equal(
                    plain.Findings.Select(finding => (finding.Rule, finding.Count, finding.Children, finding.Meaning)),
                    mixed.Findings.Select(finding => (finding.Rule, finding.Count, finding.Children, finding.Meaning)));
                Assert.Equal(plain.Files[0].LeftOut, mixed.Files[0].LeftOut);
            }));
    }

    [Fact]
    public void Rows_left_out_and_rows_used_sum_to_the_rows_of_the_file() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(60),
            Prop.ForAll(Arb.From(Row.ArrayOf(30)), rows =>
            {
                var read = Read(Heading, rows);
                Assert.Equal(30, read.Files[0].Rows);
                Assert.Equal(read.Files[0].Used, read.Episodes.Count);
                Assert.Equal(
                    read.Files[0].LeftOut, read.Findings.SelectMany(finding => finding.Rows).Where(row => row.Did == "left this row out").Select(row => row.Line).Distinct().Count());
            }));

    private static ReturnRows Read(string[] columns, string[][] rows)
    {
        var places = columns.Select(column => Array.IndexOf(Heading, column)).ToArray();
        var lines = rows.Select(row => string.Join(',', places.Select(place => row[place])));
        return Returns.Rows(Returns.Read(("e.csv", Returns.Csv(string.Join(',', columns), [.. lines]))));
    }

    private static IEnumerable<string> Plain(ReturnRows rows) =>
        rows.Episodes.Select(episode => (episode with { Source = default }).ToString()).Order(StringComparer.Ordinal);
}
