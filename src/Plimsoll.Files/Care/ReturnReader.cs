using Plimsoll.Core.Care;
using Plimsoll.Files.Vocabulary;

namespace Plimsoll.Files.Care;

/// <summary>
/// Reads SSDA903 returns from CSV files, folders and zip files, of one year or several, in any order. Pure but for
/// reading: nothing is written, and the same files on the same day give the same rows in the same order.
/// </summary>
public static class ReturnReader
{
    /// <summary>Reads what lies at the given paths.</summary>
    /// <param name="paths">CSV files, folders (read at any depth) and zip files.</param>
    /// <param name="today">Dates after it cannot have been recorded.</param>
    /// <param name="codes">The code lists, from <see cref="CodeListFiles"/>.</param>
    /// <param name="progress">Told how far it is, or null.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <returns>The rows with their findings, or why the files cannot be read.</returns>
    /// <exception cref="OperationCanceledException">The person cancelled.</exception>
    public static ReadOutcome Read(
        IReadOnlyList<string> paths, DateOnly today, CodeLists codes, IProgress<ReadProgress>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(codes);
        using var sources = new ImportSources(ImportLimits.Default);
        foreach (var path in paths.Distinct(StringComparer.Ordinal))
        {
            sources.AddPath(path);
        }

        return Read(sources, string.Join(", ", paths), today, codes, progress, cancel);
    }

    /// <summary>Reads uploads: CSV and zip files handed over as streams.</summary>
    /// <param name="uploads">The files; their streams stay open.</param>
    /// <param name="today">Dates after it cannot have been recorded.</param>
    /// <param name="codes">The code lists, from <see cref="CodeListFiles"/>.</param>
    /// <param name="progress">Told how far it is, or null.</param>
    /// <param name="cancel">Stops reading.</param>
    /// <returns>The rows with their findings, or why the files cannot be read.</returns>
    /// <exception cref="OperationCanceledException">The person cancelled.</exception>
    public static ReadOutcome Read(
        IReadOnlyList<ReturnUpload> uploads, DateOnly today, CodeLists codes, IProgress<ReadProgress>? progress, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(uploads);
        ArgumentNullException.ThrowIfNull(codes);
        using var sources = new ImportSources(ImportLimits.Default);
        foreach (var upload in uploads)
        {
            sources.AddUpload(upload);
        }

        return Read(sources, string.Join(", ", uploads.Select(upload => upload.Name)), today, codes, progress, cancel);
    }

    /// <summary>Reads sources that were found, under limits of the caller's choice.</summary>
    internal static ReadOutcome Read(
        ImportSources sources, string asked, DateOnly today, CodeLists codes, IProgress<ReadProgress>? progress, CancellationToken cancel)
    {
        var found = sources.Found();
        var gauge = new ReadGauge(found.Sum(source => source.Length) * 2, progress);
        var inspection = new FileInspection(today, gauge, cancel);
        inspection.Refusals.AddRange(sources.Refusals);
        foreach (var (name, says) in sources.Skipped)
        {
            inspection.Ledger.Add(FileFindings.NotCsv, name, says, "did not read it");
        }

        foreach (var source in found)
        {
            inspection.Inspect(source);
        }

        inspection.RefuseWithoutReturns(asked);
        inspection.Ledger.MostListed = DatasetLimits.Default.ListedOf(inspection.Files.Sum(file => (long)file.Rows));
        return inspection.Refusals.Count > 0
            ? new ReadOutcome.Refused([.. inspection.Refusals])
            : new ReturnAssembly(inspection, codes, today).Read();
    }
}
