using System.Collections.Immutable;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Store.Care;
using Plimsoll.Web.Runs;

namespace Plimsoll.Web.Pages.Data;

/// <summary>What came of an import, in words.</summary>
public static class ImportWords
{
    /// <summary>How the run ended, and what to tell on the page of its result.</summary>
    public static RunState Outcome(ReturnImportResult result) => result switch
    {
        ReturnImportResult.Refused refused => new RunState.Refused(
            [.. refused.Refusals.Select(item => new RunProblem($"{item.File}: {item.What}", item.Why, item.Do))]),
        ReturnImportResult.Done done => new RunState.Finished(AddressOf(done.Outcome), Told(done)),
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };

    /// <summary>The page that tells what came of an import.</summary>
    public static string AddressOf(ImportOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return $"/data/imported/{outcome.Dataset.Text}" + (outcome is ImportOutcome.Unchanged ? "?changed=no" : "");
    }

    /// <summary>What the workspace did with the files.</summary>
    public static ImmutableArray<string> Told(ReturnImportResult.Done done)
    {
        ArgumentNullException.ThrowIfNull(done);
        return done.Outcome switch
        {
            ImportOutcome.Unchanged unchanged =>
                [$"Nothing has changed: {(unchanged.Files.Length == 1 ? "this file is" : $"these {InWords.Whole(unchanged.Files.Length)} files are")} loaded already, byte for byte."],
            ImportOutcome.Imported imported =>
            [
                .. imported.Replaced.IsEmpty
                    ? ["They were added to what was loaded; nothing was replaced."]
                    : imported.Replaced
                        .GroupBy(part => (part.Table, part.CollectionYear))
                        .Select(group => $"{LoadedTables.Words(group.Key.Table)}{Year(group.Key.CollectionYear)}: {InWords.Count(group.Sum(part => part.Rows), "row", "rows")} from {string.Join(", ", group.Select(part => part.File).Distinct())} were replaced."),
                .. imported.AlreadyThere.IsEmpty
                    ? ImmutableArray<string>.Empty
                    : [$"{InWords.Count(imported.AlreadyThere.Length, "file was", "files were")} loaded already and changed nothing."],
            ],
            _ => throw new ArgumentOutOfRangeException(nameof(done)),
        };
    }

    private static string Year(int collectionYear) => collectionYear == 0 ? "" : $" {new FinancialYear(collectionYear - 1)}";
}
