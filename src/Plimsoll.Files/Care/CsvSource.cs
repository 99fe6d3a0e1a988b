namespace Plimsoll.Files.Care;

/// <summary>One CSV file of an import, wherever it lies: on disk, in a zip file or in an upload.</summary>
/// <param name="Name">How people are told of it, with its folder inside the import where there is one.</param>
/// <param name="Folder">What it lies in: files of one folder belong to the same returns.</param>
/// <param name="IsNamed">True when the person named this very file; false when it was found in a folder or zip file.</param>
/// <param name="Length">Its size in bytes, as far as is known before reading.</param>
/// <param name="Limit">Bytes past which reading stops: the size limit, or what a zip file says of its entry.</param>
/// <param name="Open">Opens it from the start.</param>
/// <param name="LeavesOpen">True when the stream belongs to somebody else.</param>
internal sealed record CsvSource(string Name, string Folder, bool IsNamed, long Length, long Limit, Func<Stream> Open, bool LeavesOpen);
