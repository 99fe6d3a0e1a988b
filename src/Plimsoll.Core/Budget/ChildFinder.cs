using Plimsoll.Core.Care;

namespace Plimsoll.Core.Budget;

/// <summary>Finds the child whom a row of money names. Finance files seldom carry the authority's label of the returns.</summary>
internal sealed class ChildFinder
{
    private readonly Dictionary<ChildKey, ChildHistory> exact = [];
    private readonly Dictionary<string, List<ChildHistory>> byLocalId = new(StringComparer.Ordinal);

    /// <summary>Prepares to find the children of a dataset.</summary>
    public ChildFinder(CareDataset data)
    {
        foreach (var child in data.Children)
        {
            exact[child.Key] = child;
            if (!byLocalId.TryGetValue(child.Key.LocalId, out var same))
            {
                byLocalId[child.Key.LocalId] = same = [];
            }

            same.Add(child);
        }
    }

    /// <summary>The child, or null with the reason. Without an authority the identifier alone must name one child.</summary>
    public ChildHistory? Find(ChildKey key, out NoPlacement reason)
    {
        reason = NoPlacement.ChildNotKnown;
        if (exact.TryGetValue(key, out var child))
        {
            return child;
        }

        if (!byLocalId.TryGetValue(key.LocalId, out var same))
        {
            return null;
        }

        // The returns may name no authority where the sheet does.
        var possible = key.Authority.Length == 0 ? same : same.FindAll(other => other.Key.Authority.Length == 0);
        if (possible.Count > 1)
        {
            reason = NoPlacement.ChildAmbiguous;
        }

        return possible.Count == 1 ? possible[0] : null;
    }
}
