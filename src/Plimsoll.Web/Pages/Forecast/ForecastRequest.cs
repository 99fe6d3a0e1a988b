using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Plimsoll.Core.Care;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Forecast.Assumptions;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Web.Vocabulary;
using Plimsoll.Web.TagHelpers;

namespace Plimsoll.Web.Pages.Forecast;

/// <summary>
/// The settings of a forecast as the form holds them: texts, so that what was typed comes back when it is wrong. A
/// field that is left empty arrives as null and is an empty text here.
/// </summary>
public sealed record ForecastRequest
{
    [AllowNull]
    public string From { get; init => field = value ?? ""; } = "";

    [AllowNull]
    public string Months { get; init => field = value ?? ""; } = "60";

    [AllowNull]
    public string Entries { get; init => field = value ?? ""; } = "evidence";

    [AllowNull]
    public string Spread { get; init => field = value ?? ""; } = "evidence";

    [AllowNull]
    public string Replicates { get; init => field = value ?? ""; } = "1000";

    [AllowNull]
    public string Seed { get; init => field = value ?? ""; } = "1";

    /// <summary>One yearly rise for all placements in percent; empty for the defaults by placement.</summary>
    [AllowNull]
    public string Rise { get; init => field = value ?? ""; } = "";

    /// <summary>Yearly change of the child population in percent; empty for the council's assumption.</summary>
    [AllowNull]
    public string PopulationChange { get; init => field = value ?? ""; } = "";

    /// <summary>Children aged 0 to 17 in the area; empty for the council's assumption.</summary>
    [AllowNull]
    public string ChildPopulation { get; init => field = value ?? ""; } = "";

    [AllowNull]
    public string BudgetThis { get; init => field = value ?? ""; } = "";

    [AllowNull]
    public string BudgetNext { get; init => field = value ?? ""; } = "";

    /// <summary>The form as it stands before anything is typed: the last forecast's settings, else the recommended ones.</summary>
    /// <param name="settings">These settings. Where one is as recommended, a field that may be empty is.</param>
    /// <param name="recommended">The recommended settings.</param>
    /// <param name="thisYear">The financial year of today.</param>
    /// <param name="budgets">The budgets.</param>
    public static ForecastRequest Of(
        ForecastSettings settings, ForecastSettings recommended, FinancialYear thisYear, ImmutableDictionary<FinancialYear, Money> budgets)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(recommended);
        ArgumentNullException.ThrowIfNull(budgets);
        var rises = settings.YearlyPriceRise.Values.Distinct().ToList();
        return new ForecastRequest
        {
            From = settings.From is { } from ? TypedDate.Write(from) : "",
            Months = settings.Months.ToString(CultureInfo.InvariantCulture),
            Entries = settings.Entries.ToString().ToLowerInvariant(),
            Spread = settings.Spread.ToString().ToLowerInvariant(),
            Replicates = settings.Replicates.ToString(CultureInfo.InvariantCulture),
            Seed = settings.Seed.ToString(CultureInfo.InvariantCulture),
            Rise = rises.Count == 1 ? Percent(rises[0]) : "",
            PopulationChange = settings.PopulationChange == recommended.PopulationChange ? "" : Percent(settings.PopulationChange),
            ChildPopulation = settings.ChildPopulation == recommended.ChildPopulation
                ? ""
                : settings.ChildPopulation?.ToString(CultureInfo.InvariantCulture) ?? "none",
            BudgetThis = Pounds(budgets, thisYear),
            BudgetNext = Pounds(budgets, thisYear.Next),
        };
    }

    /// <summary>Reads the settings, or says what is wrong with them.</summary>
    /// <param name="thisYear">The financial year of today.</param>
    /// <param name="firstDay">The earliest day on which a forecast can start.</param>
    /// <param name="dataEnd">The last day of the records.</param>
    /// <param name="recommended">The recommended settings: what is not asked otherwise is as they say.</param>
    public (ForecastSettings Settings, ImmutableArray<FieldError> Errors) Read(
        FinancialYear thisYear, DateOnly firstDay, DateOnly dataEnd, ForecastSettings recommended)
    {
        var errors = ImmutableArray.CreateBuilder<FieldError>();
        var settings = recommended with
        {
            From = ReadFrom(firstDay, dataEnd, errors),
            Months = ReadWhole("months", Months, 1, 180, "Months", errors),
            Replicates = ReadWhole("replicates", Replicates, 100, 100_000, "Simulated futures", errors),
            Seed = (ulong)ReadWhole("seed", Seed, 0, int.MaxValue, "Seed", errors),
            Entries = Enum.TryParse<EntriesMode>(Entries, ignoreCase: true, out var entries) && Enum.IsDefined(entries) ? entries : EntriesMode.Evidence,
            Spread = Enum.TryParse<SpreadMode>(Spread, ignoreCase: true, out var spread) && Enum.IsDefined(spread) ? spread : SpreadMode.Evidence,
        };
        if (Typed(Rise) is { Length: > 0 } rise)
        {
            if (decimal.TryParse(rise.TrimEnd('%'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var percent) && percent is >= -20 and <= 50)
            {
                settings = settings with { YearlyPriceRise = PlacementStates.All.ToImmutableDictionary(state => state, _ => percent / 100m) };
            }
            else
            {
                errors.Add(new FieldError("rise", "Price rise a year must be a number between -20 and 50, such as 3.1. Leave it empty for the defaults."));
            }
        }

        settings = ReadAssumption("population-change", "populationchange", PopulationChange, settings, errors);
        settings = ReadAssumption("child-population", "childpopulation", ChildPopulation, settings, errors);
        var budgets = ImmutableDictionary.CreateBuilder<FinancialYear, Money>();
        ReadBudget("budgetthis", BudgetThis, thisYear, budgets, errors);
        ReadBudget("budgetnext", BudgetNext, thisYear.Next, budgets, errors);
        return (settings with { Budgets = budgets.ToImmutable() }, errors.ToImmutable());
    }

    private static ForecastSettings ReadAssumption(
        string name, string field, string text, ForecastSettings settings, ImmutableArray<FieldError>.Builder errors)
    {
        var (typed, assumption) = (Typed(text), AssumptionList.Find(name)!);
        if (typed.Length == 0)
        {
            return settings;
        }

        // The form asks for a percentage.
        typed = assumption.Unit == AssumptionUnit.Share && !typed.EndsWith('%') ? typed + "%" : typed;
        if (assumption.Read(typed) is { } value)
        {
            return assumption.Applied(settings, value);
        }

        errors.Add(new FieldError(field, assumption.Refusal(text)));
        return settings;
    }

    private DateOnly? ReadFrom(DateOnly firstDay, DateOnly dataEnd, ImmutableArray<FieldError>.Builder errors)
    {
        var typed = From.Trim();
        if (typed.Length == 0)
        {
            return null;
        }

        if (TypedDate.Read(typed) is not { } from)
        {
            errors.Add(new FieldError("from", $"“{typed}” is not a date. Write it as day/month/year, such as {TypedDate.Write(dataEnd.AddDays(1))}. Leave it empty to start on the day after the records end."));
            return null;
        }

        if (from <= firstDay || from > dataEnd.AddDays(1))
        {
            errors.Add(new FieldError("from", $"From must be a day after {InWords.Date(firstDay)} and no later than {InWords.Date(dataEnd.AddDays(1))}, the day after the records end."));
            return null;
        }

        return from;
    }

    private static int ReadWhole(string field, string text, int least, int most, string name, ImmutableArray<FieldError>.Builder errors)
    {
        if (int.TryParse(Typed(text), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        errors.Add(new FieldError(field, $"{name} must be a whole number from {InWords.Whole(least)} to {InWords.Whole(most)}."));
        return least;
    }

    private static void ReadBudget(
        string field, string text, FinancialYear year, ImmutableDictionary<FinancialYear, Money>.Builder budgets, ImmutableArray<FieldError>.Builder errors)
    {
        var typed = Typed(text).TrimStart('£');
        if (typed.Length == 0)
        {
            budgets.Remove(year);
            return;
        }

        if (decimal.TryParse(typed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var pounds) && pounds > 0)
        {
            budgets[year] = new Money(pounds);
        }
        else
        {
            errors.Add(new FieldError(field, $"Budget {year} must be an amount in whole pounds, such as 29900000. Leave it empty when there is none."));
        }
    }

    private static string Percent(decimal share) => (share * 100m).ToString("0.##", CultureInfo.InvariantCulture);

    private static string Typed(string text) => text.Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Trim();

    private static string Pounds(ImmutableDictionary<FinancialYear, Money> budgets, FinancialYear year) =>
        budgets.TryGetValue(year, out var budget) ? budget.Pounds.ToString("0.##", CultureInfo.InvariantCulture) : "";
}
