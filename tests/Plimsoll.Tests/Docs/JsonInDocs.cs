using System.Text.Json;
using System.Text.RegularExpressions;
using Plimsoll.Core.Care;

namespace Plimsoll.Tests.Docs;

/// <summary>The reference of commands explains every name in every JSON document.</summary>
/// <param name="council">The made-up council.</param>
[Collection(nameof(MadeUpCouncil))]
public sealed class JsonInDocs(MadeUpCouncil council)
{
    // Names that are keys of data, not of the document: kinds of placement and financial years.
    private static readonly HashSet<string> Keys = new([.. PlacementStates.All.Select(state => state.Code())], StringComparer.Ordinal);

    [Theory]
    [InlineData("import 903", "import 903 path/to/returns")]
    [InlineData("import prices", "import prices path/to/prices.csv")]
    [InlineData("import placement-costs", "import placement-costs path/to/placement-costs.csv")]
    [InlineData("check", "check")]
    [InlineData("stock", "stock --on 2026-03-31")]
    [InlineData("flow", "flow --from 2026-01-01 --to 2026-03-31")]
    [InlineData("forecast", "forecast --months 3 --replicates 100")]
    [InlineData("assumptions list", "assumptions list")]
    [InlineData("assumptions set", "assumptions set half-life 24 --why a-test")]
    [InlineData("assumptions reset", "assumptions reset half-life")]
    [InlineData("drivers", "drivers --rows 100")]
    [InlineData("compare", "compare --year 2025/26")]
    [InlineData("backtest", "backtest --replicates 100")]
    public async Task Every_name_is_explained(string command, string line)
    {
        using var terminal = await ReadersTerminal.ForAsync(new DocPage(command, ["<!-- starts with the demo -->"]), council);
        if (command == "compare")
        {
            foreach (var from in new[] { "2025-10-01", "2025-12-01" })
            {
                Assert.Equal(0, (await terminal.RunAsync(["forecast", "--from", from, "--months", "6", "--replicates", "100"])).Code);
            }
        }

        var (code, screen) = await terminal.RunAsync([.. line.Split(' '), "--json", "--quiet"]);
        Assert.Equal(0, code);
        using var document = JsonDocument.Parse(string.Join('\n', screen));
        var sections = DocPage.Read("docs/reference/commands.md").Sections();
        var explained = Regex.Matches(
                sections["## JSON"] + sections[$"## `{command}`"], "[A-Za-z][A-Za-z0-9]*", RegexOptions.None, TimeSpan.FromSeconds(1))
            .Select(match => match.Value)
            .ToHashSet(StringComparer.Ordinal);
        var names = Names(document.RootElement).Where(name => !Keys.Contains(name) && !name.Contains('/', StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(names);
        Assert.Subset(explained, names);
    }

    private static IEnumerable<string> Names(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Names(property.Value).Prepend(property.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Names),
        _ => [],
    };
}
