namespace Plimsoll.Web;

/// <summary>What the host of the pages is started with.</summary>
/// <param name="Port">Port on this machine; 0 for any free one.</param>
/// <param name="Clock">Tells today's date; the only clock of the pages.</param>
/// <param name="Quiet">True to log warnings only.</param>
public sealed record WebOptions(int Port, TimeProvider Clock, bool Quiet = false);
