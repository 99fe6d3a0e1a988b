using System.Text.RegularExpressions;

namespace Plimsoll.Tests.Docs;

/// <summary>Every relative link in a page leads to a file, folder or heading that exists.</summary>
public sealed partial class LinksInDocs
{
    public static TheoryData<string> Pages => [.. DocPage.All().Select(page => page.Name)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_leads_somewhere(string name)
    {
        var page = DocPage.Read(name);
        var dead =
            from line in page.Prose()
            from target in Link().Matches(line.Text).Select(match => match.Groups["target"].Value)
            where !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal)
            where !Leads(page, target)
            select $"line {line.Number}: {target}";
        Assert.Empty(dead);
    }

    [Fact]
    public void Every_page_for_readers_is_in_the_index()
    {
        var index = string.Join('\n', DocPage.Read("docs/README.md").Lines);
        var missing = DocPage.ForReaders()
            .Select(page => page.Name)
            .Where(name => name.StartsWith("docs/", StringComparison.Ordinal) && name != "docs/README.md" && !name.StartsWith("docs/adr/", StringComparison.Ordinal))
            .Where(name => !index.Contains($"({name["docs/".Length..]})", StringComparison.Ordinal));
        Assert.Empty(missing);
    }

    private static bool Leads(DocPage page, string target)
    {
        var parts = target.Split('#');
        var path = parts[0].Length == 0 ? page.FullPath : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page.FullPath)!, parts[0]));
        return Path.Exists(path) && (parts.Length == 1 || Anchors(path).Contains(parts[1]));
    }

    // A heading's anchor: lower case, hyphens for spaces, no other signs.
    private static HashSet<string> Anchors(string path) =>
        File.ReadLines(path)
            .Where(line => line.StartsWith('#'))
            .Select(line => Sign().Replace(line.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-'))
            .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"(?<!!)\[[^\]]*\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\w\- ]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sign();
}
