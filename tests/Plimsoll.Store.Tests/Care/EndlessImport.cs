using System.Globalization;
using Plimsoll.Core.Care;
using Plimsoll.Store.Care;
using static Plimsoll.Store.Tests.Samples;

namespace Plimsoll.Store.Tests.Care;

/// <summary>The process that is killed: it imports one version of a return after the other and says what it is at.</summary>
internal static class EndlessImport
{
    public const string Command = "import-until-killed";
    public const int Versions = 400;

    /// <summary>Version n has its own number of rows and its own content, and replaces every version before.</summary>
    public static ReturnRows Version(int number) => Together(
        Episodes("episodes.csv", 2025, 15_000 + number, number.ToString(CultureInfo.InvariantCulture)),
        Headers("header.csv", 2025, 4_000 + number, number.ToString(CultureInfo.InvariantCulture)));

    public static DatasetId Identity(int number) => DatasetId.Of([.. PartPlan.PartsOf(Version(number)).Select(part => part.Key)]);

    public static async Task<int> RunAsync(string kind, string where)
    {
        WorkspaceLocation location = kind == "folder" ? new WorkspaceLocation.Folder(where) : new WorkspaceLocation.PostgreSql(where);
        await using var workspace = await Workspace.OpenAsync(location);
        var first = (await workspace.ImportsAsync()).Length;
        for (var number = first; number < Versions; number++)
        {
            var rows = Version(number);
            Console.WriteLine("begins");
            await workspace.ImportReturnsAsync(rows, Change);
            Console.WriteLine("ended");
        }

        return 0;
    }
}
