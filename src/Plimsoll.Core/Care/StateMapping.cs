namespace Plimsoll.Core.Care;

/// <summary>
/// Turns placement codes into states and reasons for ceasing into exits, by the mapping columns of the code lists:
/// "KIN", or "FIH if provider PR1; otherwise IFA".
/// </summary>
public static class StateMapping
{
    private const string OwnProvider = "PR1";
    private const string ByProvider = " if provider ";
    private const string Otherwise = "otherwise ";

    /// <summary>Whether a placement code is a temporary one (T0 to T4), which nests inside a normal placement.</summary>
    public static bool IsTemporary(string place) => place is ['T', >= '0' and <= '4'];

    /// <summary>Whether a legal status is an agreed series of short breaks, outside the count.</summary>
    public static bool IsShortBreak(string legalStatus) => legalStatus is "V3" or "V4";

    /// <summary>The state of a placement that is not temporary; codes outside the list are <see cref="PlacementState.Other"/>.</summary>
    /// <param name="place">PLACE.</param>
    /// <param name="provider">PLACE_PROVIDER; anything but PR1 counts as bought where the mapping asks for the provider.</param>
    /// <param name="placementType">The code list with its state column.</param>
    public static PlacementState State(string place, string provider, CodeList placementType)
    {
        ArgumentNullException.ThrowIfNull(placementType);
        if (placementType.Find(place)?.Maps is not { Length: > 0 } maps)
        {
            return PlacementState.Other;
        }

        var condition = maps.IndexOf(ByProvider, StringComparison.Ordinal);
        if (condition < 0)
        {
            return PlacementStates.FromCode(maps) ?? PlacementState.Other;
        }

        var otherwise = maps.IndexOf(Otherwise, StringComparison.Ordinal);
        var code = provider == OwnProvider ? maps[..condition] : maps[(otherwise + Otherwise.Length)..];
        return PlacementStates.FromCode(code.Trim()) ?? PlacementState.Other;
    }

    /// <summary>
    /// The exit of a reason for ceasing. Any exit on or after the eighteenth birthday, and E5 to E8 in the 31 days
    /// before it, is <see cref="CareExit.Age18"/>; codes outside the list are <see cref="CareExit.Other"/>.
    /// </summary>
    /// <param name="reason">REC; empty or X1 where nothing follows.</param>
    /// <param name="ceased">The day care ended.</param>
    /// <param name="turns18">The eighteenth birthday, or null when not known.</param>
    /// <param name="reasonCeased">The code list with its exit column.</param>
    public static CareExit Exit(string reason, DateOnly ceased, DateOnly? turns18, CodeList reasonCeased)
    {
        ArgumentNullException.ThrowIfNull(reasonCeased);
        if (turns18 is { } birthday
            && (ceased >= birthday || (reason is "E5" or "E6" or "E7" or "E8" && ceased >= birthday.AddDays(-31))))
        {
            return CareExit.Age18;
        }

        var maps = reasonCeased.Find(reason)?.Maps ?? "";
        var note = maps.IndexOf(';', StringComparison.Ordinal);
        return CareExits.FromCode((note < 0 ? maps : maps[..note]).Trim()) ?? CareExit.Other;
    }
}
