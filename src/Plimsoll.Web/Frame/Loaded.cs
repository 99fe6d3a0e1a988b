using Plimsoll.Core.Care;
using Plimsoll.Core.Forecast;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Store;

namespace Plimsoll.Web.Frame;

/// <summary>Everything that pages show, as it stood when the request came. Views are pure functions of it.</summary>
/// <param name="Data">The care records.</param>
/// <param name="Codes">Words for codes.</param>
/// <param name="Settings">What the workspace knows about its council.</param>
/// <param name="Forecast">
/// The forecast that gives the council's figures (<see cref="HeadlineForecast"/>); where there is none, the latest
/// what-if, which pages say; null when none was made.
/// </param>
/// <param name="Today">Today's date.</param>
public sealed record Loaded(CareDataset Data, CodeLists Codes, WorkspaceSettings Settings, ForecastResult? Forecast, DateOnly Today)
{
    /// <summary>The council's name, for the subtitles of charts and tables; where several authorities are counted together, their names.</summary>
    public string Place => Data.Authorities.Length switch
    {
        > 1 => $"{string.Join(", ", Data.Authorities[..^1])} and {Data.Authorities[^1]} together",
        1 when Settings.CouncilName == WorkspaceSettings.Default.CouncilName => Data.Authorities[0],
        _ => Settings.CouncilName,
    };

    /// <summary>"SSDA903 returns 2021/22 to 2025/26".</summary>
    public string ReturnsSource => Data.Years.Length switch
    {
        0 => "SSDA903 returns",
        1 => $"SSDA903 return {new FinancialYear(Data.Years[0] - 1)}",
        _ => $"SSDA903 returns {new FinancialYear(Data.Years[0] - 1)} to {new FinancialYear(Data.Years[^1] - 1)}",
    };

    /// <summary>The first day on which children can be counted: the day before the first return begins.</summary>
    public DateOnly FirstDay => Data.WindowStart.AddDays(-1);

    /// <summary>Whether the forecast is only a what-if, or rests on other records than the current ones.</summary>
    public bool ForecastIsWhatIf => Forecast is { } forecast && !HeadlineForecast.IsUsual(forecast, Data, Settings, Today);

    /// <summary>Findings that somebody should look at: notes say only what is normal.</summary>
    public int OpenFindings => Data.Findings.Count(finding => finding.Severity != FindingSeverity.Note);
}
