using System.Collections.Immutable;
using System.Globalization;
using Plimsoll.Files.Care;

namespace Plimsoll.Web.Pages.Data;

/// <summary>
/// Uploaded files on disk for as long as their import takes: they hold children's records in full, so they lie in a
/// folder that only this account may read and are deleted with it.
/// </summary>
internal sealed class UploadedFiles : IDisposable
{
    private readonly DirectoryInfo folder;

    private UploadedFiles(DirectoryInfo folder, ImmutableArray<string> names)
    {
        this.folder = folder;
        Names = names;
    }

    /// <summary>The files' names as the user knows them; a name that came twice carries a number as its folder.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>Writes the uploads to disk.</summary>
    public static async Task<UploadedFiles> KeepAsync(IReadOnlyList<IFormFile> uploads, CancellationToken cancel)
    {
        var files = new UploadedFiles(Directory.CreateTempSubdirectory("plimsoll-upload-"), Unique([.. uploads.Select(upload => NameOf(upload.FileName))]));
        try
        {
            for (var i = 0; i < uploads.Count; i++)
            {
                await using var target = File.Create(files.PathOf(i));
                await uploads[i].CopyToAsync(target, cancel);
            }

            return files;
        }
        catch
        {
            files.Dispose();
            throw;
        }
    }

    /// <summary>Opens them for reading.</summary>
    public OpenUploads Open() =>
        new([.. Names.Select((name, i) => new ReturnUpload(name, new FileStream(PathOf(i), FileMode.Open, FileAccess.Read, FileShare.Read)))]);

    /// <summary>The name without any path that the browser sent along.</summary>
    public static string NameOf(string sent)
    {
        var name = sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..];
        return name.Length == 0 ? "file" : name;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (folder.Exists)
        {
            folder.Delete(recursive: true);
        }
    }

    private static ImmutableArray<string> Unique(ImmutableArray<string> names) =>
    [
        .. names.Select((name, i) => names.Take(i).Count(earlier => earlier == name) is var before && before > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{before + 1}/{name}")
            : name),
    ];

    /// <summary>Numbered, not named: a name from outside never becomes a path.</summary>
    private string PathOf(int index) => Path.Combine(folder.FullName, index.ToString("0000", CultureInfo.InvariantCulture));
}

/// <summary>Uploads that are open for reading.</summary>
internal sealed class OpenUploads(ImmutableArray<ReturnUpload> returns) : IDisposable
{
    public ImmutableArray<ReturnUpload> Returns { get; } = returns;

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var upload in Returns)
        {
            upload.Content.Dispose();
        }
    }
}
