using System.Globalization;

namespace Plimsoll.Core.Vocabulary;

/// <summary>
/// An amount of pounds sterling. Posted amounts are exact to the penny; derived ones are kept unrounded and
/// rounded only where they are shown. Expenditure is positive, income negative.
/// </summary>
/// <param name="Pounds">The amount in pounds; fractions of a penny are allowed in derived amounts.</param>
public readonly record struct Money(decimal Pounds) : IComparable<Money>
{
    /// <summary>No pounds. Not the same as an amount that is not known, which is a null.</summary>
    public static Money Zero => default;

    /// <summary>Takes a simulated amount (floating point inside the engine) over the boundary into money, to the penny.</summary>
    /// <param name="pounds">Finite number of pounds.</param>
    /// <exception cref="OverflowException">The number is not finite or does not fit a decimal.</exception>
    public static Money FromSimulated(double pounds) => new(Math.Round((decimal)pounds, 2, MidpointRounding.AwayFromZero));

    /// <summary>Adds two amounts exactly.</summary>
    public static Money operator +(Money a, Money b) => new(a.Pounds + b.Pounds);

    /// <summary>Subtracts exactly.</summary>
    public static Money operator -(Money a, Money b) => new(a.Pounds - b.Pounds);

    /// <summary>Multiplies exactly by a quantity.</summary>
    public static Money operator *(Money a, decimal quantity) => new(a.Pounds * quantity);

    /// <summary>Divides by a quantity.</summary>
    public static Money operator /(Money a, decimal quantity) => new(a.Pounds / quantity);

    /// <summary>The amount to the penny, halves away from zero.</summary>
    public Money ToPenny() => new(Math.Round(Pounds, 2, MidpointRounding.AwayFromZero));

    /// <inheritdoc />
    public int CompareTo(Money other) => Pounds.CompareTo(other.Pounds);

    /// <summary>True when the first is the smaller amount.</summary>
    public static bool operator <(Money a, Money b) => a.Pounds < b.Pounds;

    /// <summary>True when the first is the larger amount.</summary>
    public static bool operator >(Money a, Money b) => a.Pounds > b.Pounds;

    /// <summary>True when the first is not the larger amount.</summary>
    public static bool operator <=(Money a, Money b) => a.Pounds <= b.Pounds;

    /// <summary>True when the first is not the smaller amount.</summary>
    public static bool operator >=(Money a, Money b) => a.Pounds >= b.Pounds;

    /// <summary>The plain number of pounds with two decimals, for files. People read <see cref="InWords"/>.</summary>
    public override string ToString() => ToPenny().Pounds.ToString("0.00", CultureInfo.InvariantCulture);
}
