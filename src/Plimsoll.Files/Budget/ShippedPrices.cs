using System.Reflection;
using Plimsoll.Core.Budget;

namespace Plimsoll.Files.Budget;

/// <summary>
/// The weekly prices that come with the product, each with its published source: used, and marked as such on every
/// figure, until a council loads its own.
/// </summary>
public static class ShippedPrices
{
    /// <summary>The shipped list.</summary>
    public static PriceBook Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Budget/default-prices.csv")
            ?? throw new InvalidOperationException("The program was built without its default prices.");
        return PriceReader.Read(stream, "default-prices.csv") is PriceOutcome.Read read
            ? read.Prices with { Name = "Default prices from published sources", IsShippedDefault = true }
            : throw new InvalidOperationException("The default prices that the program was built with cannot be read.");
    }
}
