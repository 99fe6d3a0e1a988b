using System.Collections.Immutable;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Core.Forecast.Assumptions;

/// <summary>What a council decided of one assumption.</summary>
/// <param name="Value">The value in its written form; null when it was set back to the default.</param>
/// <param name="Change">Who, when, why.</param>
public sealed record AssumptionChoice(string? Value, Change Change);

/// <summary>Where the value of an assumption comes from.</summary>
public enum AssumptionOrigin
{
    /// <summary>The default.</summary>
    Default,

    /// <summary>A test on the council's own past.</summary>
    Test,

    /// <summary>Somebody at the council decided.</summary>
    Council,
}

/// <summary>An assumption as it stands.</summary>
/// <param name="Assumption">Which.</param>
/// <param name="Value">Its value in its written form.</param>
/// <param name="Origin">Where that comes from.</param>
/// <param name="LastChange">The last change, a return to the default among them; null when it never was changed.</param>
public sealed record AssumptionInForce(Assumption Assumption, string Value, AssumptionOrigin Origin, Change? LastChange)
{
    /// <summary>The value as people read it.</summary>
    public string Words => Assumption.Say(Value);

    /// <summary>The default as people read it.</summary>
    public string DefaultWords => Assumption.Say(Assumption.Default);
}

/// <summary>
/// The assumptions that a council has changed, with who changed each. Together with the defaults they are the recommended
/// settings: the forecast that gives the council's figures uses them.
/// </summary>
/// <param name="Choices">The last decision on each, by name of the assumption.</param>
public sealed record AssumptionBook(ImmutableDictionary<string, AssumptionChoice> Choices)
{
    /// <summary>Nothing changed.</summary>
    public static AssumptionBook Empty { get; } = new(ImmutableDictionary<string, AssumptionChoice>.Empty);

    /// <summary>The book after one more decision. A return to the default is a decision too.</summary>
    /// <param name="assumption">Which.</param>
    /// <param name="value">The value in its written form; null for the default.</param>
    /// <param name="change">Who, when, why.</param>
    /// <exception cref="ArgumentException">The value is not one of the assumption.</exception>
    public AssumptionBook With(Assumption assumption, string? value, Change change)
    {
        ArgumentNullException.ThrowIfNull(assumption);
        ArgumentNullException.ThrowIfNull(change);
        return value is not null && assumption.Read(value) != value
            ? throw new ArgumentException(assumption.Refusal(value), nameof(value))
            : new AssumptionBook(Choices.SetItem(assumption.Name, new AssumptionChoice(value, change)));
    }

    /// <summary>Settings with the council's decisions in them; what nobody decided stays as it is.</summary>
    /// <param name="settings">The settings.</param>
    public ForecastSettings Apply(ForecastSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return AssumptionList.Everything.Aggregate(
            settings, (made, assumption) => Chosen(assumption) is { } value ? assumption.Ways.Set(made, value) : made);
    }

    /// <summary>The tuning that a test found, with the council's own decisions in place of the test's.</summary>
    /// <param name="tested">What the test found.</param>
    public ForecastTuning Tune(ForecastTuning tested) => Apply(new ForecastSettings { Tuning = tested }).Tuning;

    /// <summary>All assumptions as they stand.</summary>
    /// <param name="tested">What a test on the council's own past found; null while there is none.</param>
    public ImmutableArray<AssumptionInForce> InForce(ForecastTuning? tested)
    {
        var found = new ForecastSettings { Tuning = tested ?? ForecastTuning.Default };
        return
        [
            .. AssumptionList.Everything.Select(assumption => Chosen(assumption) is { } value
                ? new AssumptionInForce(assumption, value, AssumptionOrigin.Council, Choices[assumption.Name].Change)
                : new AssumptionInForce(
                    assumption,
                    assumption.Ways.Current(found),
                    assumption.MayBeTested && found.Tuning.IsTested ? AssumptionOrigin.Test : AssumptionOrigin.Default,
                    Choices.GetValueOrDefault(assumption.Name)?.Change)),
        ];
    }

    /// <summary>
    /// Whether a forecast was made with the recommended settings: the council's decisions where there are any, otherwise
    /// the defaults, or what a test found where the forecast took one up.
    /// </summary>
    /// <param name="settings">The settings of the forecast.</param>
    public bool Agrees(ForecastSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return AssumptionList.Everything.All(assumption => Chosen(assumption) is { } value
            ? assumption.Ways.Current(settings) == value
            : assumption.Ways.Current(settings) == assumption.Default || (assumption.MayBeTested && settings.Tuning.IsTested));
    }

    private string? Chosen(Assumption assumption) => Choices.GetValueOrDefault(assumption.Name)?.Value;
}
