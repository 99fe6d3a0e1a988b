using System.Text;
using Plimsoll.Files.Care;

namespace Plimsoll.Files.Tests.Care;

public sealed class ZipTests
{
    private static readonly string Good = Returns.Episodes(Returns.Open);

    [Fact]
    public void A_zip_file_with_year_folders_is_read_like_a_folder()
    {
        var zip = Returns.Zip(
            ("2022/ep.csv", Returns.Episodes("0001,01/05/2022,S,C2,N1,U6,PR1,,,,,,")),
            ("2022/hd.csv", Returns.Headers("0001,1,02/03/2012,WBRI,UN1,,")),
            ("2023/ep.csv", Good),
            ("__MACOSX/._ep.csv", "x"),
            ("2023/.DS_Store", "x"));
        var rows = Returns.Rows(Returns.ReadBytes(("returns.zip", zip)));
        Assert.Equal(["returns.zip/2022/ep.csv", "returns.zip/2022/hd.csv", "returns.zip/2023/ep.csv"], rows.Files.Select(file => file.Name));
        Assert.Equal(2023, Assert.Single(rows.Headers).CollectionYear);
        Assert.Empty(rows.Findings);
    }

    [Theory]
    [InlineData("../ep.csv")]
    [InlineData("a/../../ep.csv")]
    [InlineData("/etc/ep.csv")]
    [InlineData("C:\\ep.csv")]
    [InlineData("a\\..\\ep.csv")]
    public void An_entry_that_points_outside_is_refused(string entry) =>
        Assert.Contains("points outside", Returns.TheRefusal(Returns.ReadBytes(("x.zip", Returns.Zip((entry, Good))))).What, StringComparison.Ordinal);

    [Fact]
    public void A_zip_file_inside_a_zip_file_is_named_in_a_finding_and_not_opened()
    {
        var inner = Encoding.Latin1.GetString(Returns.Zip(("ep.csv", Good)));
        var rows = Returns.Rows(Returns.ReadBytes(("x.zip", Returns.Zip(("ep.csv", Good), ("inner.zip", inner)))));
        Assert.Equal("is a zip file inside a zip file", Assert.Single(Returns.TheFinding(rows, "skipped-file", "Files").Rows).Says);
    }

    [Fact]
    public void More_entries_than_the_limit_are_refused() =>
        Assert.Contains("3 entries; the limit is 2", Limited(new ImportLimits(1 << 20, 2), Returns.Zip(("a.csv", Good), ("b.csv", Good), ("c.csv", Good))), StringComparison.Ordinal);

    [Fact]
    public void A_zip_file_that_would_unpack_to_more_than_the_limit_is_refused() =>
        Assert.Contains("the limit is 1 MB", Limited(new ImportLimits(1 << 20, 10), Returns.Zip(("a.csv", new string('0', 2 << 20)))), StringComparison.Ordinal);

    [Fact]
    public void A_zip_entry_that_unpacks_to_more_than_it_says_is_refused()
    {
        var zip = Returns.Zip(("ep.csv", Returns.Episodes([.. Enumerable.Range(0, 5000).Select(number => $"{number},01/05/2023,S,C2,N1,U6,PR1,,,,,,")])));
        var truth = LittleEndian(Returns.Episodes([.. Enumerable.Range(0, 5000).Select(number => $"{number},01/05/2023,S,C2,N1,U6,PR1,,,,,,")]).Length);
        for (var at = 0; at + 4 <= zip.Length; at++)
        {
            if (zip.AsSpan(at, 4).SequenceEqual(truth))
            {
                LittleEndian(1000).CopyTo(zip.AsSpan(at, 4));
            }
        }

        Assert.IsType<ReadOutcome.Refused>(Returns.ReadBytes(("liar.zip", zip)));
    }

    [Fact]
    public void A_damaged_zip_file_is_refused()
    {
        var zip = Returns.Zip(("ep.csv", Good));
        Assert.Contains("damaged", Returns.TheRefusal(Returns.ReadBytes(("x.zip", zip[..(zip.Length / 2)]))).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_file_on_disk_is_read_and_nothing_is_written()
    {
        using var folder = new TestFolder();
        var path = folder.Write("returns.zip", Returns.Zip(("ep.csv", Good)));
        Assert.Single(Returns.Rows(TestFolder.Read(path)).Episodes);
        Assert.Equal([path], Directory.GetFileSystemEntries(folder.Path, "*", SearchOption.AllDirectories));
    }

    private static string Limited(ImportLimits limits, byte[] zip)
    {
        using var sources = new ImportSources(limits);
        sources.AddUpload(new ReturnUpload("x.zip", new MemoryStream(zip)));
        return Returns.TheRefusal(ReturnReader.Read(sources, "x.zip", Returns.Today, Returns.Codes, null, CancellationToken.None)).What;
    }

    private static byte[] LittleEndian(int number)
    {
        var bytes = new byte[4];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return bytes;
    }
}
