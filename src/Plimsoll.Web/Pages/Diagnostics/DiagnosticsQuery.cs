namespace Plimsoll.Web.Pages.Diagnostics;

/// <summary>What the message chart compares, as the address says.</summary>
public enum ShownBy
{
    /// <summary>By financial year: the telling one, because the rates know no years.</summary>
    Year,

    /// <summary>By cause of leaving.</summary>
    Cause,

    /// <summary>By age.</summary>
    Age,

    /// <summary>By time in care.</summary>
    Time,
}

/// <summary>Reads the address.</summary>
public static class DiagnosticsQuery
{
    /// <summary>The choices with their words, in order.</summary>
    public static IReadOnlyList<(ShownBy By, string Words)> Choices { get; } =
        [(ShownBy.Year, "By year"), (ShownBy.Cause, "By cause"), (ShownBy.Age, "By age"), (ShownBy.Time, "By time in care")];

    /// <summary>The choice in an address; by year where it names none.</summary>
    public static ShownBy Read(string? by) =>
        Enum.TryParse<ShownBy>(by, ignoreCase: true, out var shown) && Enum.IsDefined(shown) ? shown : ShownBy.Year;

    /// <summary>The address of a choice.</summary>
    public static string Address(ShownBy by) => by == ShownBy.Year ? "/diagnostics" : "/diagnostics?by=" + by.ToString().ToLowerInvariant();
}
