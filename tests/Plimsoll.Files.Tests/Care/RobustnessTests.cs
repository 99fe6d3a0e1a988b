using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Plimsoll.Files.Care;
using Plimsoll.Files.Vocabulary;

namespace Plimsoll.Files.Tests.Care;

public sealed class RobustnessTests
{
    [Fact]
    public void Whatever_the_bytes_the_answer_is_rows_or_a_refusal_never_a_fault()
    {
        var bytes = Gen.Choose(0, 255).Select(number => (byte)number).ArrayOf(300);
        var letters = Gen.Elements("CHILD", "DECOM", ",", ",", "\n", "\r\n", "\"", ";", "1", "01/05/2023", "\0", "é", "<", "PK\u0003\u0004", Returns.EpisodesHeading + "\n")
            .ArrayOf(60).Select(parts => Encoding.UTF8.GetBytes(string.Concat(parts)));
        var damaged = from at in Gen.Choose(0, 400) from letter in Gen.Choose(0, 255) select Damage(Encoding.UTF8.GetBytes(Returns.Episodes([.. Enumerable.Repeat(Returns.Open, 6)])), at, (byte)letter);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300),
            Prop.ForAll(Arb.From(Gen.OneOf(bytes, letters, damaged)), content =>
            {
                Assert.NotNull(Returns.ReadBytes(("x.csv", content)));
            }));
    }

    [Fact]
    public void A_stream_that_cannot_seek_is_read_too()
    {
        using var bytes = new MeteredStream(new MemoryStream(Encoding.UTF8.GetBytes(Returns.Episodes(Returns.Open))), leavesOpen: false, long.MaxValue, _ => { }, CancellationToken.None);
        Assert.Single(Returns.Rows(ReturnReader.Read([new ReturnUpload("e.csv", bytes)], Returns.Today, Returns.Codes, null, CancellationToken.None)).Episodes);
    }

    [Fact]
    public void The_hash_is_the_sha_256_of_the_bytes()
    {
        var bytes = Encoding.UTF8.GetBytes(Returns.Episodes(Returns.Open));
        var expected = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        Assert.Equal(expected, Returns.Rows(Returns.ReadBytes(("e.csv", bytes))).Files[0].Hash);
    }

    [Fact]
    public void Tens_of_thousands_of_rows_are_kept_and_given_back_in_order()
    {
        var rows = Returns.ReadEpisodes([.. Enumerable.Range(0, 40_000).Select(number => $"{number:00000},{1 + (number % 28):00}/05/2023,S,C2,N1,U6,PR1,,,,,,{number:0000000}")]);
        Assert.Equal(40_000, rows.Episodes.Count);
        Assert.Equal(("16384", "0016384", 16_386), (rows.Episodes[16_384].Child.LocalId, rows.Episodes[16_384].Urn, rows.Episodes[16_384].Source.Line));
        Assert.Equal(Enumerable.Range(0, 40_000).Select(number => $"{number:00000}"), rows.Episodes.Select(episode => episode.Child.LocalId));
        Assert.Throws<ArgumentOutOfRangeException>(() => rows.Episodes[40_000]);
    }

    [Theory]
    [InlineData("1234567", "1234567")]
    [InlineData("0000001", "0000001")]
    [InlineData("SC000001", "SC000001")]
    [InlineData("sc123456", "SC123456")]
    [InlineData("XXXXXXX", "XXXXXXX")]
    [InlineData("1234567.0", "1234567")]
    [InlineData("123", "123")]
    [InlineData("", "")]
    public void Ofsted_numbers_come_back_as_they_were(string submitted, string read) =>
        Assert.Equal(read, Assert.Single(Returns.ReadEpisodes($"1,01/05/2023,S,C2,N1,U6,PR1,,,,,,{submitted}").Episodes).Urn);

    [Theory]
    [InlineData("AN12 3CD", "AN12")]
    [InlineData("an1 2bb", "AN1")]
    [InlineData("W1A1AA", "W1A")]
    [InlineData("SW1A 1AA", "SW1A")]
    [InlineData("V28 5OY", "V28")]
    [InlineData("AN12", "AN12")]
    [InlineData("1 High Street", "")]
    [InlineData("ABCDEFGHIJKL", "")]
    [InlineData("", "")]
    public void Postcodes_are_cut_to_the_district_and_anything_else_is_dropped(string submitted, string district) =>
        Assert.Equal(district, Assert.Single(Returns.ReadEpisodes($"1,01/05/2023,S,C2,N1,U6,PR1,,,,,{submitted},").Episodes).PlacementDistrict);

    private static byte[] Damage(byte[] bytes, int at, byte letter)
    {
        bytes[at % bytes.Length] = letter;
        return bytes;
    }
}
