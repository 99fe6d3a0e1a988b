using System.Collections.Immutable;
using System.Globalization;

namespace Plimsoll.Core.Forecast.Assumptions;

/// <summary>
/// An assumption of the forecast that a council may change: what it is, why it is what it is, and within which limits.
/// Values are texts in one written form each, so that a change can be kept, compared and shown as it was made.
/// </summary>
public sealed record Assumption
{
    /// <summary>Its short name, part of the public face: "half-life".</summary>
    public required string Name { get; init; }

    /// <summary>Its title: "How fast the past fades".</summary>
    public required string Title { get; init; }

    /// <summary>What it does, in a sentence.</summary>
    public required string Does { get; init; }

    /// <summary>Where its default comes from.</summary>
    public required string Source { get; init; }

    /// <summary>What may be written: "6 to 240 months, or all".</summary>
    public required string Range { get; init; }

    /// <summary>Why nothing else may.</summary>
    public required string WhyRange { get; init; }

    /// <summary>The words to choose from; empty where a number is written.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>What its number is.</summary>
    public AssumptionUnit Unit { get; init; }

    /// <summary>Whether a test on the council's own past may decide it while nobody has.</summary>
    public bool MayBeTested { get; init; }

    internal AssumptionWays Ways { get; init; } = AssumptionWays.None;

    /// <summary>The default in its written form.</summary>
    public string Default => Ways.Current(new ForecastSettings());

    /// <summary>Reads what a person wrote.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The value in its written form, or null where it is none: then <see cref="Refusal"/> says why.</returns>
    public string? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Ways.Written(text.Trim());
    }

    /// <summary>Settings with a value in them.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="value">The value in its written form.</param>
    public ForecastSettings Applied(ForecastSettings settings, string value)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(value);
        return Ways.Set(settings, value);
    }

    /// <summary>Why a text is not a value.</summary>
    /// <param name="text">The text.</param>
    public string Refusal(string text) => $"“{text}” cannot be used for “{Title}”. Write {Range}. {WhyRange}";

    /// <summary>A value as a person would write it into a form: a share as a percentage, "7%".</summary>
    /// <param name="value">The value in its written form.</param>
    public string Typed(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Unit == AssumptionUnit.Share
            ? (decimal.Parse(value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) * 100m)
                .ToString("0.####", CultureInfo.InvariantCulture) + "%"
            : value;
    }

    /// <summary>A value as people read it: "36 months".</summary>
    /// <param name="value">The value in its written form.</param>
    public string Say(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Ways.Words(value);
    }
}

/// <summary>What the number of an assumption is.</summary>
public enum AssumptionUnit
{
    /// <summary>A word or a plain number.</summary>
    Plain,

    /// <summary>A share: 0.02 is 2%.</summary>
    Share,
}

/// <summary>How an assumption's values are read, found in settings, put into them, and said.</summary>
/// <param name="Written">The written form of a text, or null where it is no value.</param>
/// <param name="Current">The value in settings, in its written form.</param>
/// <param name="Set">Settings with a value in them.</param>
/// <param name="Words">A value as people read it.</param>
internal sealed record AssumptionWays(
    Func<string, string?> Written,
    Func<ForecastSettings, string> Current,
    Func<ForecastSettings, string, ForecastSettings> Set,
    Func<string, string> Words)
{
    /// <summary>No value at all.</summary>
    public static AssumptionWays None { get; } = new(_ => null, _ => "", (settings, _) => settings, value => value);
}
