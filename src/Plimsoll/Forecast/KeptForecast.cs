using Plimsoll.Core.Forecast;
using Plimsoll.Web;

namespace Plimsoll.Forecast;

/// <summary>Finds a kept forecast that a person named, or the latest.</summary>
internal static class KeptForecast
{
    /// <summary>The forecast, or null.</summary>
    public static Task<ForecastResult?> FindAsync(Workbench bench, string? id, CancellationToken cancel) =>
        id is null ? bench.Workspace.LatestForecastAsync(cancel) : bench.Workspace.ForecastAsync(id, cancel);

    /// <summary>What to say where it is not there.</summary>
    public static string Missing(string? id) => id is null
        ? "No forecast is kept in this workspace yet. Make one with 'plimsoll forecast'."
        : $"There is no forecast '{id}' in this workspace. Its identity stands at the end of what 'plimsoll forecast' prints, and on the Forecast page.";
}
