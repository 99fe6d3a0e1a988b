using System.Text.RegularExpressions;

namespace Plimsoll.Tests.Docs;

/// <summary>
/// Every command that a page shows runs and prints what the page says. With PLIMSOLL_UPDATE_GOLDEN=1 the shown output
/// is written anew, to be read and committed by a person; on a build server (CI=true) it never is.
/// </summary>
/// <param name="council">The made-up council.</param>
[Collection(nameof(MadeUpCouncil))]
public sealed partial class CommandsInDocs(MadeUpCouncil council)
{
    private static readonly HashSet<string> OptionsOfOthers = new(["--project"], StringComparer.Ordinal);

    public static TheoryData<string> Pages => [.. DocPage.ForReaders().Select(page => page.Name)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_command_runs_and_prints_what_the_page_shows(string name)
    {
        var page = DocPage.Read(name);
        var known = await KnownCommand.AllAsync();
        var renewed = page.Lines.ToList();
        var moved = 0;
        using var terminal = await ReadersTerminal.ForAsync(page, council);
        foreach (var shown in page.Fences().SelectMany(fence => ShownCommand.In(page, fence)))
        {
            var where = $"{name} line {shown.Line}: {shown.Text}";
            if (KnownCommand.Mistake(shown.Args, known) is { } mistake && shown.Code != 2)
            {
                Assert.Fail($"{where}\n{mistake}");
            }

            if (shown.Serves)
            {
                continue;
            }

            var (code, screen) = await terminal.RunAsync(shown.Args);
            Assert.True(code == shown.Code, $"{where}\nended with {code}:\n{string.Join('\n', screen)}");
            var isSimulated = shown.Args[0] is "forecast" or "drivers" or "compare" or "backtest" or "demo";
            if (shown.Output is not { } output
                || ShownOutput.Matches(output, screen, isSimulated && !IsUpdate ? ShownOutput.Closely : ShownOutput.Exactly))
            {
                continue;
            }

            if (!IsUpdate)
            {
                Assert.Fail($"{where}\nprints\n{string.Join('\n', screen)}\n\nbut the page shows\n{string.Join('\n', output)}\n\n"
                    + "If the program is right, run this test with PLIMSOLL_UPDATE_GOLDEN=1, read the page, and commit it.");
            }

            var fresh = ShownOutput.Renewed(output, screen);
            renewed.RemoveRange(shown.Line + moved, output.Count);
            renewed.InsertRange(shown.Line + moved, fresh);
            moved += fresh.Count - output.Count;
        }

        if (IsUpdate && !renewed.SequenceEqual(page.Lines))
        {
            await File.WriteAllLinesAsync(page.FullPath, renewed, TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task No_page_names_a_command_or_an_option_that_does_not_exist()
    {
        var known = await KnownCommand.AllAsync();
        var program = await KnownCommand.OfProgramAsync();
        var options = known.SelectMany(command => command.Options).Concat(program).Concat(OptionsOfOthers).ToHashSet(StringComparer.Ordinal);
        var names = known.SelectMany(command => new[] { command.Name, command.Name.Split(' ')[0] }).ToHashSet(StringComparer.Ordinal);
        var wrong =
            from page in DocPage.ForReaders()
            from line in page.Prose()
            from code in Code().Matches(line.Text).Select(match => match.Groups["code"].Value)
            from problem in Option().Matches(code).Select(match => match.Value).Where(option => !options.Contains(option))
                .Concat(Command().Matches(code).Select(match => match.Groups["name"].Value).Where(command => !names.Contains(command)))
            select $"{page.Name} line {line.Number}: {problem}";
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task The_reference_tells_of_every_command_and_option_and_of_no_other()
    {
        var known = await KnownCommand.AllAsync();
        var sections = DocPage.Read("docs/reference/commands.md").Sections();
        var shared = known.Select(command => command.Options).Aggregate((all, next) => all.Intersect(next).ToHashSet(StringComparer.Ordinal));
        Assert.Equal(
            known.Select(command => $"## `{command.Name}`").Order(StringComparer.Ordinal),
            sections.Keys.Where(heading => heading.StartsWith("## `", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.All(shared, option => Assert.Contains(option, sections["## Options of every command"], StringComparison.Ordinal));
        Assert.All(known, command => Assert.All(
            command.Options.Except(shared),
            option => Assert.Contains($"`{option}", sections[$"## `{command.Name}`"], StringComparison.Ordinal)));
    }

    private static bool IsUpdate =>
        Environment.GetEnvironmentVariable("PLIMSOLL_UPDATE_GOLDEN") == "1" && Environment.GetEnvironmentVariable("CI") != "true";

    [GeneratedRegex("`(?<code>[^`]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    [GeneratedRegex("(?<![\\w-])--[a-z][a-z0-9-]*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Option();

    [GeneratedRegex("^plimsoll (?<name>[a-z]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Command();
}
