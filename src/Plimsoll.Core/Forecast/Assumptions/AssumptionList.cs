using System.Collections.Immutable;
using System.Globalization;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Forecast.Assumptions;

/// <summary>The assumptions that a council may change.</summary>
public static class AssumptionList
{
    private const string All = "all";
    private const string NotGiven = "none";

    /// <summary>All of them, in the order in which they are shown.</summary>
    public static ImmutableArray<Assumption> Everything { get; } =
    [
        Entries(),
        Number(
            "pull",
            "Pull of starts to balance",
            "How far the recent level of children starting care is drawn to the level that would keep today’s number steady: 0 not at all, 1 wholly.",
            "Published figures of 145 English authorities, 2010 to 2025, and tests on made-up councils whose truth is known",
            0,
            1,
            "Beyond 1 starts would swing from side to side.",
            settings => Share((decimal)settings.Tuning.PullWeight),
            (settings, value) => settings with { Tuning = settings.Tuning with { PullWeight = (double)value } },
            Percent),
        Number(
            "trend-prior",
            "Belief in a trend before looking",
            "How likely a lasting trend in starts is held to be before the records are looked at. The records may raise it.",
            "Published figures of 145 English authorities, 2010 to 2025: a council’s own trend rarely lasts",
            0,
            0.3m,
            "A belief above 30% would carry forward trends that councils’ history does not bear out.",
            settings => Share((decimal)settings.Tuning.TrendPrior),
            (settings, value) => settings with { Tuning = settings.Tuning with { TrendPrior = (double)value } },
            Percent),
        HalfLife(),
        Yearly(
            "population-change",
            "Change of the child population",
            "Yearly change of the number of children aged 0 to 17 in your area. Starts follow it.",
            "None is assumed until you give your own projection, such as the Office for National Statistics’ subnational one",
            -0.05m,
            0.05m,
            "No English authority’s child population changes by more than 5% a year for long.",
            settings => Share(settings.PopulationChange),
            (settings, value) => settings with { PopulationChange = value }),
        ChildPopulation(),
        Rise("rise-agency", "Price rise, agency foster care", [PlacementState.FosterAgency], "One point above the inflation target; our judgement"),
        Rise("rise-homes", "Price rise, external children’s homes", [PlacementState.HomeExternal], "Three points above the inflation target; our judgement"),
        Rise(
            "rise-others",
            "Price rise, all other placements",
            [.. PlacementStates.All.Where(state => state is not (PlacementState.FosterAgency or PlacementState.HomeExternal))],
            "The Bank of England’s inflation target"),
        Spread(),
    ];

    /// <summary>The assumption of a name, in any letter case; null when there is none.</summary>
    public static Assumption? Find(string name) =>
        Everything.FirstOrDefault(assumption => string.Equals(assumption.Name, name, StringComparison.OrdinalIgnoreCase));

    private static Assumption Entries() => Choice(
        "entries",
        "Children starting care",
        "How the number of children who start is carried forward.",
        "Published figures of 145 English authorities, 2010 to 2025",
        [("evidence", "pulled to balance, with a trend as far as the records support one"), ("recent", "the recent level as it is"), ("trend", "along the recent trend, fading")],
        settings => settings.Entries,
        (settings, value) => settings with { Entries = value });

    private static Assumption Spread() => Choice(
        "spread",
        "Width of the range",
        "How wide the range around the forecast is.",
        "Published figures of 145 English authorities, 2010 to 2025: simulated ranges alone were often too narrow",
        [("evidence", "never narrower than councils’ history has needed"), ("own", "the simulation’s own")],
        settings => settings.Spread,
        (settings, value) => settings with { Spread = value });

    private static Assumption HalfLife() => new()
    {
        Name = "half-life",
        Title = "How fast the past fades",
        Does = "Months after which a record counts half towards rates of leaving and moving.",
        Source = "Our judgement, until a test on your own past decides",
        Range = "6 to 240 months, or “all” for all records alike",
        WhyRange = "With less than 6 months chance would rule; beyond 240 nothing fades.",
        MayBeTested = true,
        Ways = new(
            text => string.Equals(text, All, StringComparison.OrdinalIgnoreCase) ? All : Whole(text, 6, 240),
            settings => settings.Tuning.HalfLifeMonths?.ToString(CultureInfo.InvariantCulture) ?? All,
            (settings, value) => settings with
            {
                Tuning = settings.Tuning with { HalfLifeMonths = value == All ? null : int.Parse(value, CultureInfo.InvariantCulture) },
            },
            value => value == All ? "all records count alike" : $"half for every {value} months"),
    };

    private static Assumption ChildPopulation() => new()
    {
        Name = "child-population",
        Title = "Children aged 0 to 17 in your area",
        Does = "Limits unaccompanied children in care to 0.1% of it, the level up to which the National Transfer Scheme places children.",
        Source = "Not given until you give it: the Office for National Statistics’ mid-year estimate of your area",
        Range = "a whole number of children from 100 to 2,000,000, or “none” for no limit",
        WhyRange = "No English authority has fewer or more children.",
        Ways = new(
            text => string.Equals(text, NotGiven, StringComparison.OrdinalIgnoreCase) ? NotGiven : Whole(text, 100, 2_000_000),
            settings => settings.ChildPopulation?.ToString(CultureInfo.InvariantCulture) ?? NotGiven,
            (settings, value) => settings with { ChildPopulation = value == NotGiven ? null : int.Parse(value, CultureInfo.InvariantCulture) },
            value => value == NotGiven ? "not given: no limit" : InWords.Whole(decimal.Parse(value, CultureInfo.InvariantCulture)) + " children"),
    };

    private static Assumption Rise(string name, string title, ImmutableArray<PlacementState> states, string source) => Yearly(
        name,
        title,
        "Yearly rise of the price from each 1 April.",
        source,
        -0.1m,
        0.25m,
        "A year beyond that is better entered as a new price list.",

        // Where a group was given several rises for one run there is no one value to compare.
        settings => states.Select(state => settings.YearlyPriceRise.GetValueOrDefault(state)).Distinct().ToList() is [var one] ? Share(one) : "several",
        (settings, value) => settings with { YearlyPriceRise = settings.YearlyPriceRise.SetItems(states.Select(state => KeyValuePair.Create(state, value))) });

    private static Assumption Yearly(
        string name,
        string title,
        string does,
        string source,
        decimal least,
        decimal most,
        string whyRange,
        Func<ForecastSettings, string> current,
        Func<ForecastSettings, decimal, ForecastSettings> set) => Number(name, title, does, source, least, most, whyRange, current, set, value => Percent(value) + " a year") with { MayBeTested = false };

    private static Assumption Number(
        string name,
        string title,
        string does,
        string source,
        decimal least,
        decimal most,
        string whyRange,
        Func<ForecastSettings, string> current,
        Func<ForecastSettings, decimal, ForecastSettings> set,
        Func<string, string> words) => new()
        {
            Name = name,
            Title = title,
            Does = does,
            Source = source,
            Range = $"a share from {Share(least)} to {Share(most)}, or a percentage from {Percentage(least)} to {Percentage(most)} with its sign",
            WhyRange = whyRange,
            Unit = AssumptionUnit.Share,
            MayBeTested = true,
            Ways = new(text => WrittenShare(text, least, most), current, (settings, value) => set(settings, Decimal(value)), words),
        };

    private static Assumption Choice<T>(
        string name,
        string title,
        string does,
        string source,
        ImmutableArray<(string Written, string Words)> choices,
        Func<ForecastSettings, T> current,
        Func<ForecastSettings, T, ForecastSettings> set)
        where T : struct, Enum => new()
        {
            Name = name,
            Title = title,
            Does = does,
            Source = source,
            Range = "one of " + string.Join(", ", choices.Select(choice => choice.Written)),
            WhyRange = "The forecast knows no other way.",
            Choices = [.. choices.Select(choice => choice.Written)],
            Ways = new(
            text => choices.Select(choice => choice.Written).FirstOrDefault(written => string.Equals(written, text, StringComparison.OrdinalIgnoreCase)),
            settings => current(settings).ToString().ToLowerInvariant(),
            (settings, value) => set(settings, Enum.Parse<T>(value, ignoreCase: true)),
            value => choices.First(choice => choice.Written == value).Words),
        };

    private static string? Whole(string text, int least, int most) =>
        int.TryParse(text.Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= least && number <= most
            ? number.ToString(CultureInfo.InvariantCulture)
            : null;

    private static string? WrittenShare(string text, decimal least, decimal most)
    {
        var isPercentage = text.EndsWith('%');
        var digits = text.TrimEnd('%').TrimEnd().Replace('\u2212', '-');
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && (isPercentage ? number / 100m : number) is var share && share >= least && share <= most
            ? Share(share)
            : null;
    }

    private static string Share(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    private static string Percent(string value) => InWords.Percent(Decimal(value)).Replace(".0%", "%", StringComparison.Ordinal);

    private static string Percentage(decimal value) => (value * 100m).ToString("0.####", CultureInfo.InvariantCulture) + "%";

    private static decimal Decimal(string value) => decimal.Parse(value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
