using System.IO.Compression;
using System.Text;
using Plimsoll.Core.Care;
using Plimsoll.Files.Care;
using Plimsoll.Files.Vocabulary;

namespace Plimsoll.Files.Tests.Care;

/// <summary>Small made-up returns, built in the test that reads them.</summary>
internal static class Returns
{
    public const string EpisodesHeading = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN";
    public const string HeaderHeading = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB";
    public const string UascHeading = "CHILD,SEX,DOB,DUC";

    public static readonly DateOnly Today = new(2026, 11, 23);

    public static readonly CodeLists Codes = CodeListFiles.Load();

    /// <summary>An open foster placement.</summary>
    public const string Open = "0001,01/05/2023,S,C2,N1,U6,PR1,,,,AN1 2BB,AN12 3CD,SC123456";

    public static string Episodes(params string[] rows) => Csv(EpisodesHeading, rows);

    public static string Headers(params string[] rows) => Csv(HeaderHeading, rows);

    public static string Uasc(params string[] rows) => Csv(UascHeading, rows);

    public static string Csv(string heading, params string[] rows) => heading + "\r\n" + string.Concat(rows.Select(row => row + "\r\n"));

    public static ReadOutcome Read(params (string Name, string Text)[] files) => Read(Today, files);

    public static ReadOutcome Read(DateOnly today, params (string Name, string Text)[] files) =>
        ReadBytes(today, [.. files.Select(file => (file.Name, Encoding.UTF8.GetBytes(file.Text)))]);

    public static ReadOutcome ReadBytes(params (string Name, byte[] Bytes)[] files) => ReadBytes(Today, files);

    public static ReadOutcome ReadBytes(DateOnly today, params (string Name, byte[] Bytes)[] files) =>
        ReturnReader.Read([.. files.Select(file => new ReturnUpload(file.Name, new MemoryStream(file.Bytes)))], today, Codes, null, CancellationToken.None);

    /// <summary>Reads one Episodes file.</summary>
    public static ReturnRows ReadEpisodes(params string[] rows) => Rows(Read(("episodes.csv", Episodes(rows))));

    public static ReturnRows Rows(ReadOutcome outcome) => outcome switch
    {
        ReadOutcome.Read read => read.Rows,
        ReadOutcome.Refused refused => throw new Xunit.Sdk.XunitException("Refused: " + string.Join("; ", refused.Refusals)),
        _ => throw new Xunit.Sdk.XunitException("A third outcome."),
    };

    public static Refusal TheRefusal(ReadOutcome outcome) => Assert.Single(Assert.IsType<ReadOutcome.Refused>(outcome).Refusals);

    public static Finding TheFinding(ReturnRows rows, string rule, string table = "Episodes") =>
        Assert.Single(rows.Findings, finding => finding.Rule == rule && finding.Table == table);

    public static byte[] Zip(params (string Entry, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (entry, text) in entries)
            {
                using var content = archive.CreateEntry(entry).Open();
                content.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }
}

/// <summary>A folder on disk for one test.</summary>
internal sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("plimsoll-files-").FullName;

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public ReadOutcome Read() => Read(Path);

    public static ReadOutcome Read(params string[] paths) => ReturnReader.Read(paths, Returns.Today, Returns.Codes, null, CancellationToken.None);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
