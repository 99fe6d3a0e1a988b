using Microsoft.AspNetCore.Authorization;

namespace Plimsoll.Web.Security;

/// <summary>
/// Who may do what. Today all of them ask the same thing, that the request comes from this machine; the names are
/// what roles will hang on once there is a sign-in.
/// </summary>
public static class Policies
{
    /// <summary>See counts, costs, forecasts and their tables.</summary>
    public const string SeeFigures = "see-figures";

    /// <summary>See findings down to the row and the child's local identifier.</summary>
    public const string SeeRows = "see-rows";

    /// <summary>Run and cancel forecasts.</summary>
    public const string RunForecasts = "run-forecasts";

    /// <summary>Import returns and prices, undo an import.</summary>
    public const string ChangeData = "change-data";

    /// <summary>Change what every forecast takes as given.</summary>
    public const string ChangeAssumptions = "change-assumptions";

    /// <summary>Every policy by name.</summary>
    public static IReadOnlyList<string> All { get; } = [SeeFigures, SeeRows, RunForecasts, ChangeData, ChangeAssumptions];

    /// <summary>Sets up the policies; a page without one falls back to the same requirement, never to "everybody".</summary>
    public static void Configure(AuthorizationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var local = new AuthorizationPolicyBuilder().AddRequirements(new LocalMachineRequirement()).Build();
        options.FallbackPolicy = local;
        options.DefaultPolicy = local;
        foreach (var name in All)
        {
            options.AddPolicy(name, local);
        }
    }
}
