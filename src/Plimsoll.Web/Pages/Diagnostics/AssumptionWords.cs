using Plimsoll.Core.Care;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Forecast.Assumptions;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Store;
using Plimsoll.Web.Frame;

namespace Plimsoll.Web.Pages.Diagnostics;

/// <summary>Assumptions in words.</summary>
public static class AssumptionWords
{
    /// <summary>Who set the value, when and why.</summary>
    public static string SetBy(AssumptionInForce item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var last = item.LastChange is { } change ? $"{change.By}, {Clocks.Moment(change.At)}: {change.Why}" : "";
        return item.Origin switch
        {
            AssumptionOrigin.Council => last,
            AssumptionOrigin.Test => last.Length == 0 ? "a test on your own past" : $"a test on your own past; set back by {last}",
            _ => last.Length == 0 ? "nobody: the default" : $"set back by {last}",
        };
    }

    /// <summary>What an empty field of the forecast's form stands for.</summary>
    public static string Empty(WorkspaceSettings settings, string name)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return "Empty: " + settings.Assumptions.InForce(null).First(item => item.Assumption.Name == name).Words;
    }

    /// <summary>What an empty field of price rises stands for: "Empty: 2% (agency foster care 3%, external homes 5%)".</summary>
    public static string EmptyRise(ForecastSettings recommended)
    {
        ArgumentNullException.ThrowIfNull(recommended);
        string Of(PlacementState state) => InWords.Percent(recommended.YearlyPriceRise[state]).Replace(".0%", "%", StringComparison.Ordinal);
        return $"Empty: {Of(PlacementState.FosterInHouse)} (agency foster care {Of(PlacementState.FosterAgency)}, external homes {Of(PlacementState.HomeExternal)})";
    }
}
