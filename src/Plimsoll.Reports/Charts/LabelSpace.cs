namespace Plimsoll.Reports.Charts;

/// <summary>
/// Keeps words apart. Words never lie on other words or leave the picture; among the places that are offered, the
/// one that crosses the fewest lines wins, the earlier one where two are equal.
/// </summary>
internal sealed class LabelSpace(Box picture)
{
    private readonly List<Box> taken = [];
    private readonly List<IReadOnlyList<Point>> lines = [];

    public void Avoid(IReadOnlyList<Point> line) => lines.Add(line);

    public void Take(Box box) => taken.Add(box);

    public void Take(IEnumerable<Label> labels) => taken.AddRange(labels.Select(label => label.Box));

    public bool IsFree(Box box) => box.IsWithin(picture) && !taken.Exists(box.Meets);

    /// <summary>Chooses among blocks of words; null when none has a free place, and then the words are left out.</summary>
    public IReadOnlyList<Label>? Choose(IEnumerable<IReadOnlyList<Label>> offers)
    {
        var best = offers
            .Select(block => (Block: block, Box: Around(block)))
            .Where(offer => IsFree(offer.Box))
            .Select(offer => (offer.Block, offer.Box, Crossings: Crossings(offer.Box.Grown(4))))
            .OrderBy(offer => offer.Crossings)
            .FirstOrDefault();
        if (best.Block is null)
        {
            return null;
        }

        taken.Add(best.Box);
        return best.Block;
    }

    private int Crossings(Box box) =>
        lines.Sum(line => Enumerable.Range(1, Math.Max(0, line.Count - 1)).Count(i => box.IsCrossedBy(line[i - 1], line[i])));

    /// <summary>The room of a block with a little air on every side.</summary>
    private static Box Around(IReadOnlyList<Label> block)
    {
        var box = block.Select(label => label.Box).Aggregate((a, b) => a.With(b));
        return new Box(box.Left - 2, box.Top - 1, box.Right + 2, box.Bottom + 1);
    }
}
