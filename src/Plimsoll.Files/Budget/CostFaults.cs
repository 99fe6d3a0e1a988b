using System.Collections.Immutable;
using Plimsoll.Core.Budget;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Files.Budget;

/// <summary>What may be wrong with a row of a placement cost sheet.</summary>
internal enum CostFault
{
    /// <summary>More or fewer cells than headings.</summary>
    Shape,

    /// <summary>No child.</summary>
    Child,

    /// <summary>No first day, or no date.</summary>
    Start,

    /// <summary>The end is no date, or not after the start.</summary>
    End,

    /// <summary>No amount, or no number, or one that cannot be.</summary>
    Amount,

    /// <summary>The same row again.</summary>
    Repeat,

    /// <summary>A word for framework or purchase that is not understood; the row is used.</summary>
    Word,

    /// <summary>Contributions that are no amount; the row is used.</summary>
    Contributions,
}

/// <summary>Gathers the faults of rows and makes findings of them.</summary>
internal sealed class CostFaults(string file)
{
    private const string LeftOut = "We left out what cannot be used, so its cost is in no figure.";

    private readonly SortedDictionary<CostFault, List<FindingRow>> found = [];

    /// <summary>Notes a fault.</summary>
    public void Add(CostFault fault, int line, string column, string child, string says)
    {
        if (!found.TryGetValue(fault, out var rows))
        {
            found[fault] = rows = [];
        }

        rows.Add(new FindingRow(file, line, column, child, says, fault is CostFault.Word or CostFault.Contributions ? "counted it as not known" : "left the row out"));
    }

    /// <summary>One finding for each kind of fault.</summary>
    public ImmutableArray<Finding> Findings() => [.. found.Select(pair => Finding(pair.Key, pair.Value))];

    private static Finding Finding(CostFault fault, List<FindingRow> rows)
    {
        var count = rows.Count;
        string Rows(string one, string many) => InWords.Count(count, "row " + one, "rows " + many) + ".";
        var (rule, meaning, treatment) = fault switch
        {
            CostFault.Shape => ("cost-shape", Rows("has not as many cells as the heading", "have not as many cells as the heading"), LeftOut),
            CostFault.Child => ("cost-no-child", Rows("names no child", "name no child"), LeftOut),
            CostFault.Start => ("cost-no-start", Rows("has no first day that can be read", "have no first day that can be read"), LeftOut),
            CostFault.End => ("cost-end", Rows("has an end that cannot be read or is not after its start", "have an end that cannot be read or is not after their start"), LeftOut),
            CostFault.Amount => ("cost-no-amount", Rows("has no weekly amount that can be used", "have no weekly amount that can be used"), LeftOut),
            CostFault.Repeat => ("cost-repeat", Rows("repeats another one exactly", "repeat another one exactly"), "We used the first of each, so that nothing is counted twice."),
            CostFault.Word => ("cost-word", Rows("says about framework or purchase what we do not understand", "say about framework or purchase what we do not understand"), "We used the rest of the row and counted that as not known."),
            _ => ("cost-contributions", Rows("has contributions that are no amount", "have contributions that are no amount"), "We used the rest of the row and counted the contributions as not known."),
        };
        return new Finding(
            rule,
            fault is CostFault.Word or CostFault.Contributions ? FindingSeverity.Note : FindingSeverity.Error,
            PlacementCostFindings.Table,
            fault is CostFault.Word or CostFault.Contributions ? FindingEffect.Nothing : FindingEffect.Cost,
            meaning,
            treatment,
            rows.Select(row => row.Child).Where(child => child.Length > 0).Distinct(StringComparer.Ordinal).Count(),
            [.. rows]);
    }
}
