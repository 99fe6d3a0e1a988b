using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plimsoll.Web.Security;
using Plimsoll.Web.Tests.Hosts;

namespace Plimsoll.Web.Tests.House;

/// <summary>What holds for every page.</summary>
public sealed partial class PageRules(AnyshireHost host) : IClassFixture<AnyshireHost>
{
    public static TheoryData<Type> PageModels =>
        [.. typeof(PlimsollWeb).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PageModel)) && !type.IsAbstract)];

    public static TheoryData<string> Addresses =>
    [
        "/", "/children", "/children?placement=IFA&age=10-15", "/children?placement=SEC", "/children?age=18%2B", "/forecast", "/forecast?show=cost", "/forecast/compare", "/diagnostics", "/diagnostics?by=time", "/assumptions/half-life", "/assumptions/entries", "/backtest", "/data", "/data/import", "/data/undo", "/data/journal",
    ];

    [Theory]
    [MemberData(nameof(PageModels))]
    public void Every_page_names_its_policy(Type page)
    {
        var policy = page.GetCustomAttribute<AuthorizeAttribute>()?.Policy;
        Assert.Contains(policy, Policies.All);
        Assert.Null(page.GetCustomAttribute<AllowAnonymousAttribute>());
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Every_page_has_a_title_of_its_own_one_main_heading_and_a_place_in_the_navigation(string address)
    {
        var page = await host.PageAsync(address);
        Assert.Matches(".{3,} - Plimsoll$", page.Title);
        Assert.Single(Regex.Matches(page.Html, "<h1[ >]"));
        Assert.Single(Regex.Matches(page.Html, "govuk-service-navigation__item--active"));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Every_link_of_a_page_leads_somewhere_and_every_file_can_be_downloaded(string address)
    {
        var links = Regex.Matches((await host.PageAsync(address)).Html, "<a [^>]*href=\"([^\"#]+)")
            .Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))
            .Where(link => link.StartsWith('/'))
            .Distinct();
        foreach (var link in links)
        {
            using var answer = await host.Client.GetAsync(new Uri(link, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccessStatusCode, $"{link} answered {(int)answer.StatusCode}.");
        }
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task No_page_holds_script_inline_style_or_anything_from_elsewhere(string address)
    {
        var html = (await host.PageAsync(address)).Html;
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<style", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("<[^>]+\\sstyle=", html);
        Assert.DoesNotMatch("<[^>]+\\son[a-z]+=\"", html);
        Assert.DoesNotMatch("(src|href|action)=\"(https?:)?//", html);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task No_identifier_stands_twice_on_a_page(string address)
    {
        var html = (await host.PageAsync(address)).Html;
        var twice = Identifiers().Matches(html).Select(match => match.Groups[1].Value).GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key);
        Assert.Empty(twice);
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Every_form_that_changes_something_carries_a_token(string address)
    {
        var html = (await host.PageAsync(address)).Html;
        var forms = Forms().Matches(html).Select(match => match.Value).Where(form => form.Contains("method=\"post\"", StringComparison.Ordinal));
        Assert.All(forms, form => Assert.Contains("__RequestVerificationToken", form, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task The_interface_says_limit_and_never_the_other_word(string address) =>
        Assert.DoesNotContain("threshold", (await host.PageAsync(address)).Words, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void Markup_goes_out_unencoded_only_for_drawings()
    {
        var sources = Directory.GetFiles(SourceFolder(), "*.*", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("\\obj\\", StringComparison.Ordinal) && !path.Contains("node_modules", StringComparison.Ordinal))
            .ToList();
        var raw = sources.Where(path => path.EndsWith(".cshtml", StringComparison.Ordinal) && File.ReadAllText(path).Contains("Html.Raw", StringComparison.Ordinal));
        Assert.Empty(raw);
        var drawings = sources
            .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) && UnencodedValue().IsMatch(File.ReadAllText(path)))
            .Select(Path.GetFileName);
        Assert.Equal(["ChartTagHelper.cs", "DrawingTagHelper.cs"], drawings.Order());
    }

    private static string SourceFolder([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "Plimsoll.Web"));

    [GeneratedRegex(" id=\"([^\"]+)\"")]
    private static partial Regex Identifiers();

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    // A text from data handed on as markup: SetHtmlContent or AppendHtml of a member, not of an element or a constant.
    [GeneratedRegex(@"(SetHtmlContent|AppendHtml)\(\w+\.\w+\)")]
    private static partial Regex UnencodedValue();
}
