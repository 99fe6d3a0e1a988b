using System.Collections.Immutable;
using Plimsoll.Core.Budget;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using static Plimsoll.Core.Care.PlacementState;

namespace Plimsoll.Core.Anyshire;

/// <summary>The made-up price list of Anyshire: weekly prices by placement and age for three financial years and on.</summary>
internal static class AnyshirePrices
{
    /// <summary>Where every price comes from, in words that cannot be mistaken.</summary>
    public const string Source = "Anyshire placement prices (made up)";

    /// <summary>Yearly rise used between the years of the list.</summary>
    private const decimal Rise = 1.035m;

    private static readonly (PlacementState State, int From, int To, decimal Weekly)[] Prices =
    [
        (KinshipFoster, 0, 5, 262m), (KinshipFoster, 5, 11, 288m), (KinshipFoster, 11, 16, 330m), (KinshipFoster, 16, 18, 372m),
        (FosterInHouse, 0, 11, 522m), (FosterInHouse, 11, 18, 596m),
        (FosterAgency, 0, 11, 985m), (FosterAgency, 11, 18, 1_064m),
        (HomeInHouse, 0, 18, 5_150m),
        (HomeExternal, 0, 13, 5_880m), (HomeExternal, 13, 18, 6_320m),
        (Secure, 0, 18, 8_500m),
        (ResidentialOther, 0, 5, 3_900m), (ResidentialOther, 5, 18, 4_350m),
        (Supported, 0, 18, 1_290m),
        (PlacedForAdoption, 0, 18, 0m),
        (WithParents, 0, 18, 0m),
        (Custody, 0, 18, 0m),
        (Other, 0, 13, 3_600m), (Other, 13, 18, 5_400m),
    ];

    /// <summary>The list; the prices above are those of the last collection year.</summary>
    /// <param name="lastDay">The last day of the returns.</param>
    public static PriceBook Book(DateOnly lastDay)
    {
        var year = FinancialYear.Of(lastDay);
        return new PriceBook(
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Anyshire placement prices {year} (made up)"),
            IsShippedDefault: false,
            [
                .. Rows(1m / Rise, new Period(new FinancialYear(year.StartYear - 1).First, year.First)),
                .. Rows(1m, new Period(year.First, year.Next.First)),
                .. Rows(Rise, new Period(year.Next.First, null)),
            ]);
    }

    /// <summary>The mean weekly price of a state in the year after the returns, over children of given ages.</summary>
    /// <param name="state">The state.</param>
    /// <param name="ages">Completed years; where none is given, the ages are taken alike.</param>
    public static decimal Mean(PlacementState state, IReadOnlyCollection<int> ages)
    {
        var own = Prices.Where(price => price.State == state).ToList();
        return Rise * (ages.Count == 0
            ? own.Average(price => price.Weekly)
            : ages.Average(age => own.First(price => price.From <= age && age < price.To).Weekly));
    }

    private static IEnumerable<PriceRow> Rows(decimal level, Period valid) => Prices.Select(price =>
        new PriceRow(price.State, price.From, price.To, new Money(Math.Round(price.Weekly * level, 0, MidpointRounding.AwayFromZero)), valid, Source));
}
