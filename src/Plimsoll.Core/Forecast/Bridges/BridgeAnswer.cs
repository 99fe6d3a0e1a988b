using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Forecast.Bridges;

/// <summary>A bridge in words. No change stands without its word.</summary>
public static class BridgeAnswer
{
    /// <summary>One or two sentences: how far the cost moved, and what moved it most.</summary>
    public static string Answer(this ForecastBridge bridge)
    {
        ArgumentNullException.ThrowIfNull(bridge);
        var change = bridge.Change;
        if (bridge.Steps.All(step => step.Amount == Money.Zero))
        {
            return $"The average cost of {bridge.Year} is {InWords.Millions(bridge.ToCost)} in both forecasts, and nothing in it moved.";
        }

        // Nobody should explain to a committee what chance alone may have done.
        if (Math.Abs(change.Pounds) < bridge.ByChance.Pounds && bridge.Steps.All(step => Math.Abs(step.Amount.Pounds) < bridge.ByChance.Pounds))
        {
            return $"The average cost of {bridge.Year} has not really moved: {InWords.Millions(bridge.FromCost)} before and {InWords.Millions(bridge.ToCost)} after, and every step is smaller than what chance does between two runs.";
        }

        var moved = change == Money.Zero
            ? $"The average cost of {bridge.Year} stays at {InWords.Millions(bridge.ToCost)}, though its parts moved."
            : $"The average cost of {bridge.Year} moves from {InWords.Millions(bridge.FromCost)} to {InWords.Millions(bridge.ToCost)}: {Size(change)} {(change > Money.Zero ? "more" : "less")}.";
        var largest = bridge.Steps.Where(step => step.Amount != Money.Zero).OrderByDescending(step => Math.Abs(step.Amount.Pounds)).Take(3)
            .Select(step => $"{Lower(step.Part.Label())} {Effect(step.Amount)}").ToList();
        return moved + " " + Capital(largest.Count == 1 ? largest[0] : string.Join(", ", largest[..^1]) + " and " + largest[^1]) + ".";
    }

    /// <summary>How far the figures may be off by chance, in a sentence.</summary>
    public static string Caution(this ForecastBridge bridge)
    {
        ArgumentNullException.ThrowIfNull(bridge);
        return $"Do not explain small steps: by chance alone two runs of so many futures commonly differ by about {Size(bridge.ByChance)} (standard error), less where both start on the same date with the same seed.";
    }

    /// <summary>"adds £0.3m", "takes off £120k", "no change".</summary>
    public static string Effect(Money amount) =>
        amount > Money.Zero ? "adds " + Size(amount) : amount < Money.Zero ? "takes off " + Size(amount) : "no change";

    /// <summary>"adds 3.2", "takes off 0.4", "no change": children.</summary>
    public static string Effect(decimal children) =>
        children > 0 ? "adds " + InWords.OneDecimal(children) : children < 0 ? "takes off " + InWords.OneDecimal(-children) : "no change";

    /// <summary>The size without its sign: £m from a million up, £k from ten thousand, whole pounds below, pence below a pound.</summary>
    private static string Size(Money amount)
    {
        var size = new Money(Math.Abs(amount.Pounds));
        return size.Pounds >= 10_000 ? InWords.Prose(size) : size.Pounds >= 1 ? InWords.Pounds(size) : "£" + size;
    }

    private static string Lower(string label) => char.ToLowerInvariant(label[0]) + label[1..];

    private static string Capital(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
