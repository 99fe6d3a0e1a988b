namespace Plimsoll.Core.Care;

/// <summary>Everything that the returns say about one child, all years together, in any order.</summary>
/// <param name="child">The child.</param>
public sealed class ChildRecords(ChildKey child)
{
    /// <summary>The child.</summary>
    public ChildKey Child => child;

    /// <summary>The child's Header rows.</summary>
    public List<HeaderRow> Headers { get; } = [];

    /// <summary>The child's Episodes rows.</summary>
    public List<EpisodeRow> Episodes { get; } = [];

    /// <summary>The child's UASC rows.</summary>
    public List<UascRow> Unaccompanied { get; } = [];

    /// <summary>Puts the rows of all children together, in order of key.</summary>
    public static IReadOnlyList<ChildRecords> Of(ReturnRows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var children = new Dictionary<ChildKey, ChildRecords>();
        ChildRecords At(ChildKey key)
        {
            if (!children.TryGetValue(key, out var own))
            {
                own = new ChildRecords(key);
                children.Add(key, own);
            }

            return own;
        }

        foreach (var row in rows.Headers) At(row.Child).Headers.Add(row);
        foreach (var row in rows.Episodes) At(row.Child).Episodes.Add(row);
        foreach (var row in rows.Unaccompanied) At(row.Child).Unaccompanied.Add(row);
        return [.. children.Values.OrderBy(own => own.Child)];
    }
}
