using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Plimsoll.Core.Care;

namespace Plimsoll.Store.Care;

/// <summary>A part as the plan sees it: its key, and the name of its file.</summary>
internal sealed record Part(PartKey Key, string FileName);

/// <summary>
/// What an import does to the parts of the dataset, worked out before anything is stored. A new part replaces the
/// parts with the same table, authority and year; parts of unknown year are replaced only by a file of the same name.
/// </summary>
internal sealed record PartPlan(
    ImmutableArray<Part> New,
    ImmutableArray<Part> Kept,
    ImmutableArray<Part> Replaced,
    ImmutableArray<string> AlreadyThere)
{
    /// <summary>The parts of the dataset after the import.</summary>
    public ImmutableHashSet<PartKey> Result => [.. Kept.Select(part => part.Key), .. New.Select(part => part.Key)];

    public static PartPlan Of(ImmutableArray<Part> current, ImmutableArray<Part> incoming)
    {
        var there = current.Select(part => part.Key).ToHashSet();
        var arriving = incoming.Select(part => part.Key).ToHashSet();
        var fresh = incoming.Where(part => !there.Contains(part.Key)).DistinctBy(part => part.Key).ToImmutableArray();
        var places = fresh.Where(part => part.Key.Year != 0).Select(Place).ToHashSet();
        var names = fresh.Select(part => (part.Key.Table, part.FileName)).ToHashSet();

        bool IsReplaced(Part part) => !arriving.Contains(part.Key)
            && (part.Key.Year == 0 ? names.Contains((part.Key.Table, part.FileName)) : places.Contains(Place(part)));

        return new PartPlan(
            fresh,
            [.. current.Where(part => !IsReplaced(part))],
            [.. current.Where(IsReplaced)],
            [.. incoming.GroupBy(part => part.FileName).Where(file => file.All(part => there.Contains(part.Key))).Select(file => file.Key)]);
    }

    /// <summary>
    /// The parts of an import. A file with rows has one for each authority and year in its rows; a file without rows
    /// (a table kept as it is, or an empty one) has one for each authority and year that it speaks for.
    /// </summary>
    /// <exception cref="ArgumentException">Two files have one name, or a row names a file that is not among the files.</exception>
    public static ImmutableArray<Part> PartsOf(ReturnRows rows)
    {
        var files = new Dictionary<string, ReturnFile>(StringComparer.Ordinal);
        foreach (var file in rows.Files)
        {
            if (!files.TryAdd(file.Name, file))
            {
                throw new ArgumentException($"Two files of one import are called {file.Name}.", nameof(rows));
            }
        }

        var counts = new Dictionary<(string File, string Authority, int Year), int>();
        void Count(SourceRow source, ChildKey child, int year) =>
            CollectionsMarshal.GetValueRefOrAddDefault(counts, (source.File, child.Authority, year), out _)++;
        foreach (var row in rows.Headers) Count(row.Source, row.Child, row.CollectionYear);
        foreach (var row in rows.Episodes) Count(row.Source, row.Child, row.CollectionYear);
        foreach (var row in rows.Unaccompanied) Count(row.Source, row.Child, row.CollectionYear);

        var unknown = counts.Keys.FirstOrDefault(part => !files.ContainsKey(part.File)).File;
        if (unknown is not null)
        {
            throw new ArgumentException($"Rows name the file {unknown}, which is not among the files of the import.", nameof(rows));
        }

        var withRows = counts.ToLookup(part => part.Key.File, StringComparer.Ordinal);
        return [.. rows.Files.SelectMany(file => withRows.Contains(file.Name)
            ? withRows[file.Name].Select(part => PartOf(file, part.Key.Authority, part.Key.Year, part.Value))
            : from authority in file.Authorities.DefaultIfEmpty("")
              from year in file.Years.DefaultIfEmpty(0)
              select PartOf(file, authority, year, 0))];
    }

    private static Part PartOf(ReturnFile file, string authority, int year, int used) =>
        new(new PartKey(file.Hash, file.Table.ToString(), authority, year, used), file.Name);

    private static (string Table, string Authority, int Year) Place(Part part) => (part.Key.Table, part.Key.Authority, part.Key.Year);
}
