using System.Collections.Immutable;
using System.IO.Compression;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Files.Vocabulary;

namespace Plimsoll.Files.Care;

/// <summary>The second pass: reads the rows of every file, now that its table, years, dates and authorities are settled.</summary>
internal sealed class ReturnAssembly
{
    private readonly FileInspection inspection;
    private readonly CodeLists codes;
    private readonly DateOnly today;
    private readonly RowContext context;
    private readonly EpisodePools pools;
    private readonly EpisodeTable episodes;
    private readonly HeaderTable headers;
    private readonly List<UascRow> unaccompanied = [];
    private readonly List<ReturnFile> files = [];
    private readonly Dictionary<(string Hash, int Year), string> firstOfContent = [];

    public ReturnAssembly(FileInspection inspection, CodeLists codes, DateOnly today)
    {
        (this.inspection, this.codes, this.today) = (inspection, codes, today);
        context = new RowContext(today, inspection.Ledger);
        pools = new EpisodePools(codes, context.Children, context.Authorities, context.Files);
        episodes = new EpisodeTable(pools);
        headers = new HeaderTable(context);
    }

    /// <summary>Reads all files.</summary>
    public ReadOutcome Read()
    {
        var years = new YearPlan(inspection.Files);
        var authority = CommonAuthority();
        foreach (var file in inspection.Files)
        {
            var (labelled, only) = years.Of(file);
            if (file.Rows > 0 && IsRepeat(file, only))
            {
                continue;
            }

            var plan = new FilePlan(file, labelled, only, authority);
            if (!inspection.Open(file.Source, content => ReadFile(plan, content)))
            {
                return new ReadOutcome.Refused([.. inspection.Refusals]);
            }
        }

        NoteTwoAuthorities();
        return new ReadOutcome.Read(new ReturnRows([.. files], headers, episodes, unaccompanied, inspection.Ledger.Close()));
    }

    // The same bytes for another year are no repeat: a table may not change from one year to the next.
    private bool IsRepeat(FileProfile file, int onlyYear)
    {
        if (firstOfContent.TryAdd((file.Hash, onlyYear), file.Source.Name))
        {
            return false;
        }

        inspection.Ledger.Add(FileFindings.SameFile, file.Source.Name, $"is the same as {firstOfContent[(file.Hash, onlyYear)]}", "read the other one");
        return true;
    }

    // The one authority that any file names, for rows that name none.
    private string CommonAuthority()
    {
        var named = inspection.Files.SelectMany(file => file.Authorities).Distinct(StringComparer.Ordinal).ToArray();
        if (named.Length == 0)
        {
            return string.Empty;
        }

        foreach (var file in inspection.Files.Where(file => file.HasRowsWithoutAuthority))
        {
            if (named.Length == 1)
            {
                inspection.Ledger.Add(FileFindings.AuthorityAssumed, file.Source.Name, "names no authority for some rows", $"took them for {named[0]}");
            }
            else
            {
                inspection.Ledger.Add(FileFindings.AuthorityUnknown, file.Source.Name, "names no authority for some rows", "kept them apart");
            }
        }

        return named.Length == 1 ? named[0] : string.Empty;
    }

    private void ReadFile(FilePlan plan, MeteredStream content)
    {
        var file = plan.Profile;
        ImmutableArray<int> years = [.. plan.Years.Values.Append(plan.OnlyYear).Where(year => year > 0).Distinct().Order()];
        if (years.IsEmpty && file.Rows > 0)
        {
            inspection.Ledger.Add(FileFindings.YearUnknown, file.Source.Name, "names no year that we can place", "used it for every year");
        }

        var leftOut = 0;
        ImmutableArray<byte> kept = [];
        if (file.Table is ReturnTable.Episodes or ReturnTable.Header or ReturnTable.Uasc)
        {
            using var rows = new CsvRows(content);
            leftOut = file.Table switch
            {
                ReturnTable.Episodes => EpisodeFileReader.Read(context, plan, rows, pools, episodes),
                ReturnTable.Header => HeaderFileReader.Read(context, plan, rows, codes, headers),
                _ => UascFileReader.Read(context, plan, rows, codes, unaccompanied),
            };
        }
        else
        {
            kept = Compress(content);
        }

        // Read twice, the file must be the same both times.
        if (content.HashToEnd() != file.Hash)
        {
            throw new IOException("The file changed while it was read.");
        }

        files.Add(new ReturnFile(
            file.Source.Name, file.Hash, file.Table, years, [.. file.Authorities], file.Rows, leftOut, DataEnd(file, years), kept));
    }

    private DateOnly? DataEnd(FileProfile file, ImmutableArray<int> years)
    {
        if (file.Table != ReturnTable.Episodes || years.IsEmpty)
        {
            return null;
        }

        var last = new FinancialYear(years[^1] - 1).Last;
        return last <= today ? last : file.AllDays.LatestIn(years[^1]) ?? today;
    }

    private static ImmutableArray<byte> Compress(MeteredStream content)
    {
        using var kept = new MemoryStream();
        using (var gzip = new GZipStream(kept, CompressionLevel.Optimal, leaveOpen: true))
        {
            content.CopyTo(gzip);
        }

        return [.. kept.ToArray()];
    }

    private void NoteTwoAuthorities()
    {
        if (context.Authorities.Count <= 2)
        {
            return;
        }

        var several = episodes.UnderSeveralAuthorities()
            .OrderBy(child => context.Children[child.Child], StringComparer.Ordinal);
        foreach (var (child, authorities, first) in several)
        {
            var names = string.Join(" and ", authorities.Select(number => context.Authorities[number]).Order(StringComparer.Ordinal));
            inspection.Ledger.Add(
                EpisodeFindings.TwoAuthorities, first, "LA", context.Children[child], child, $"under {names}", "counted as different children");
        }
    }
}
