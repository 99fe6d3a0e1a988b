using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Forecast.Assumptions;
using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Store;

/// <summary>What a workspace knows about its council.</summary>
/// <param name="CouncilName">The name that pages and reports carry.</param>
/// <param name="IsMadeUp">True for the demonstration council: every page says so.</param>
/// <param name="Colour">The council's colour, as #rrggbb.</param>
/// <param name="Budgets">Budgets for gross placement cost by financial year. A year without an entry has no known budget.</param>
public sealed record WorkspaceSettings(
    string CouncilName,
    bool IsMadeUp,
    string Colour,
    ImmutableDictionary<FinancialYear, Money> Budgets)
{
    /// <summary>What a workspace says until a council has saved its own settings.</summary>
    public static WorkspaceSettings Default { get; } =
        new("Our council", IsMadeUp: false, "#1d70b8", ImmutableDictionary<FinancialYear, Money>.Empty);

    /// <summary>The assumptions of the forecast that the council has changed. Settings of an older version have none.</summary>
    [AllowNull]
    public AssumptionBook Assumptions { get; init => field = value ?? AssumptionBook.Empty; } = AssumptionBook.Empty;

    /// <summary>The recommended settings of a forecast: the defaults, the council's own assumptions, its budgets.</summary>
    public ForecastSettings Recommended => Assumptions.Apply(new ForecastSettings { Budgets = Budgets });
}
