using System.CommandLine;
using Plimsoll.Core.Forecast.Assumptions;
using Plimsoll.Shell;
using Plimsoll.Web;

namespace Plimsoll.Forecast;

/// <summary>assumptions: what the forecast takes as given and a council may change; list, set, reset.</summary>
internal static class AssumptionsCommand
{
    public static Command Make(SharedOptions shared) =>
        new("assumptions", "What the forecast takes as given and a council may change.") { List(shared), Set(shared), Reset(shared) };

    private static Command List(SharedOptions shared)
    {
        var command = new Command("list", "All assumptions with their values, defaults and sources, and who changed them.");
        command.SetAction(async (parsed, cancel) =>
        {
            var run = shared.Run(parsed);
            await using var bench = await run.OpenAsync(cancel).ConfigureAwait(false);
            return await PrintAsync(run, bench, null, cancel).ConfigureAwait(false);
        });
        return command;
    }

    private static Command Set(SharedOptions shared)
    {
        var name = Name();
        var value = new Argument<string>("VALUE") { Description = "The new value, as the list shows what may be written." };
        var why = new Option<string>("--why") { Description = "The reason, for the journal.", HelpName = "TEXT", Required = true };
        var command = new Command("set", "Changes one assumption for every later forecast.") { name, value, why };
        command.SetAction(async (parsed, cancel) =>
        {
            var run = shared.Run(parsed);
            if (AssumptionList.Find(parsed.GetValue(name)!) is not { } assumption)
            {
                return run.Refuse(Unknown(parsed.GetValue(name)!));
            }

            var text = parsed.GetValue(value)!;
            if (assumption.Read(text) is not { } written)
            {
                return run.Refuse(assumption.Refusal(text));
            }

            if (parsed.GetValue(why) is not { } reason || string.IsNullOrWhiteSpace(reason))
            {
                return run.Refuse("Say why with --why TEXT: whoever reads the forecast will ask.");
            }

            await using var bench = await run.OpenAsync(cancel).ConfigureAwait(false);
            await bench.Workspace.ChangeAssumptionAsync(assumption, written, run.Change(reason.Trim()), cancel).ConfigureAwait(false);
            return await PrintAsync(run, bench, assumption, cancel).ConfigureAwait(false);
        });
        return command;
    }

    private static Command Reset(SharedOptions shared)
    {
        var name = Name();
        var why = new Option<string?>("--why") { Description = "The reason, for the journal.", HelpName = "TEXT" };
        var command = new Command("reset", "Sets one assumption back to its default.") { name, why };
        command.SetAction(async (parsed, cancel) =>
        {
            var run = shared.Run(parsed);
            if (AssumptionList.Find(parsed.GetValue(name)!) is not { } assumption)
            {
                return run.Refuse(Unknown(parsed.GetValue(name)!));
            }

            var reason = parsed.GetValue(why) is { } given && !string.IsNullOrWhiteSpace(given) ? given.Trim() : "back to the default";
            await using var bench = await run.OpenAsync(cancel).ConfigureAwait(false);
            await bench.Workspace.ChangeAssumptionAsync(assumption, null, run.Change(reason), cancel).ConfigureAwait(false);
            return await PrintAsync(run, bench, assumption, cancel).ConfigureAwait(false);
        });
        return command;
    }

    private static Argument<string> Name() => new("NAME") { Description = "Name of the assumption, as the list shows it." };

    private static string Unknown(string name) =>
        $"There is no assumption “{name}”. There are {string.Join(", ", AssumptionList.Everything.Select(assumption => assumption.Name))}.";

    private static async Task<int> PrintAsync(CommandRun run, Workbench bench, Assumption? only, CancellationToken cancel)
    {
        var settings = await bench.Workspace.SettingsAsync(cancel).ConfigureAwait(false);
        var dataset = await bench.Workspace.CurrentDatasetAsync(cancel).ConfigureAwait(false);
        var tested = await bench.TestedAsync(dataset?.Text, cancel).ConfigureAwait(false);
        var shown = settings.Assumptions.InForce(tested).Where(item => only is null || item.Assumption == only).ToList();
        if (run.Json)
        {
            AssumptionsJson.Write(run.Output, shown);
            return ExitCode.Done;
        }

        var table = new TextTable("Name", "Value", "Default", "What it is", "Changed");
        foreach (var item in shown)
        {
            table.Add(
                item.Assumption.Name,
                item.Value,
                item.Assumption.Default,
                item.Assumption.Title,
                item.LastChange is { } change ? $"{change.At:yyyy-MM-dd} by {change.By}: {change.Why}" : "never");
        }

        table.Write(run.Output);
        return ExitCode.Done;
    }
}
