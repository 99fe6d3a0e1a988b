using System.Collections.Immutable;
using Plimsoll.Core.Anyshire;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Files.Anyshire;
using Plimsoll.Store;

namespace Plimsoll.Web.Tests.Hosts;

/// <summary>The host over the made-up council, with its everyday mistakes and a forecast that a test can reckon.</summary>
public sealed class AnyshireHost : WebHost
{
    public static Change Change { get; } = new("tests", Now, "set up a test", "");

    public CareDataset Data { get; private set; } = null!;

    public AnyshireFiles Files { get; private set; } = null!;

    protected override async Task FillAsync()
    {
        var world = AnyshireWorld.Make(1, new DateOnly(2026, 11, 23), Untidiness.Everyday);
        Files = AnyshireFolder.Write(world, Path.Combine(Folder, "anyshire"));
        await Bench.Workspace.SaveSettingsAsync(
            new WorkspaceSettings("Anyshire", IsMadeUp: true, "#12263f", ImmutableDictionary<FinancialYear, Money>.Empty), Change, default);
        Assert.IsType<ReturnImportResult.Done>(await Bench.ImportReturnsAsync(Files.Returns, new DateOnly(2026, 11, 23), Change, null, default));
        Data = (await Bench.CareAsync(default))!;
        await Bench.Workspace.SaveForecastAsync(PlainForecast.Of(Data), Change, default);
    }
}
