using System.Globalization;
using Plimsoll.Core.Care;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Forecast.Diagnostics;

namespace Plimsoll.Web.Pages.Diagnostics;

/// <summary>Keeps the last examination of the fit, so that a page and its files do not fit anew.</summary>
public sealed class DiagnosticsDesk : IDisposable
{
    private readonly SemaphoreSlim working = new(1, 1);
    private (string Key, ForecastDiagnostics Made)? last;

    /// <summary>The examination of these records under these settings.</summary>
    /// <param name="data">The records.</param>
    /// <param name="settings">The settings of a forecast.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<ForecastDiagnostics> OfAsync(CareDataset data, ForecastSettings settings, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(settings);
        var key = Key(data, settings);
        await working.WaitAsync(cancel);
        try
        {
            if (last is { } known && known.Key == key)
            {
                return known.Made;
            }

            var made = await Task.Run(() => ForecastDiagnosis.Of(data, settings, cancel), cancel);
            last = (key, made);
            return made;
        }
        finally
        {
            working.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => working.Dispose();

    // All that decides what is learnt; prices, seed and length of the forecast do not.
    private static string Key(CareDataset data, ForecastSettings settings) => string.Create(
        CultureInfo.InvariantCulture,
        $"{data.Id} {settings.From} {settings.Entries} {settings.PopulationChange} {settings.ChildPopulation} {settings.Tuning.HalfLifeMonths} {settings.Tuning.PullWeight:R} {settings.Tuning.TrendPrior:R}");
}
