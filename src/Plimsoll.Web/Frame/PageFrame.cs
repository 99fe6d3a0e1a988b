namespace Plimsoll.Web.Frame;

/// <summary>What surrounds a page: whose data it shows, and the facts in its footer.</summary>
/// <param name="Council">The council's name.</param>
/// <param name="IsMadeUp">Whether the data are made up: every page says so.</param>
/// <param name="Facts">Data as at, dataset, open findings, forecast, version.</param>
public sealed record PageFrame(string Council, bool IsMadeUp, IReadOnlyList<FrameFact> Facts);

/// <summary>One fact of the footer.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">Its value in words.</param>
/// <param name="Address">Where more about it stands, or null.</param>
public sealed record FrameFact(string Name, string Value, string? Address = null);
