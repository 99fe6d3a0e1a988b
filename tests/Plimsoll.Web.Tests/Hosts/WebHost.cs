using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Plimsoll.Store;

namespace Plimsoll.Web.Tests.Hosts;

/// <summary>The real host on a free port of this machine, over a workspace in a temporary folder.</summary>
public class WebHost : IAsyncLifetime
{
    /// <summary>The day on which the tests take place.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 12, 0, TimeSpan.Zero);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plimsoll-web-tests-");
    private WebApplication? app;

    public Workbench Bench { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public string Folder => folder.FullName;

    public virtual async ValueTask InitializeAsync()
    {
        Bench = new Workbench(await Workspace.OpenAsync(new WorkspaceLocation.Folder(Path.Combine(Folder, "workspace")), TestContext.Current.CancellationToken));
        await FillAsync();
        app = PlimsollWeb.Build(new WebOptions(0, new FixedClock(), Quiet: true), Bench);
        await app.StartAsync(TestContext.Current.CancellationToken);
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() })
        {
            BaseAddress = new Uri(app.Urls.First()),
        };
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        if (Bench is not null)
        {
            await Bench.DisposeAsync();
        }

        folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>A page that must be there.</summary>
    public async Task<Page> PageAsync(string address)
    {
        var answer = await Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address} answered {(int)answer.StatusCode}.");
        return new Page(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Sends a form with the token of a page that holds one.</summary>
    public async Task<HttpResponseMessage> SendAsync(string page, string address, HttpContent content)
    {
        var token = (await PageAsync(page)).Token;
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.Add("RequestVerificationToken", token);
        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Follows an answer to the page of its result, waiting for the work to end.</summary>
    public async Task<(string Address, Page Page)> FollowAsync(HttpResponseMessage answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var address = answer.Headers.Location?.ToString() ?? throw new InvalidOperationException($"No address to follow; answered {(int)answer.StatusCode}.");
        for (var step = 0; step < 600; step++)
        {
            var next = await Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            if (next.Headers.Location is { } location)
            {
                address = location.ToString();
                continue;
            }

            var page = new Page(await next.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            if (!page.Html.Contains("<progress", StringComparison.Ordinal))
            {
                return (address, page);
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException("The work did not end.");
    }

    protected virtual Task FillAsync() => Task.CompletedTask;

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}

/// <summary>A page as a test reads it: by what people see.</summary>
public sealed partial record Page(string Html)
{
    /// <summary>What people see, with spaces as one.</summary>
    public string Words { get; } = Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(Html, " ")), " ");

    /// <summary>The title of the browser's tab.</summary>
    public string Title => WebUtility.HtmlDecode(TitleElement().Match(Html).Groups[1].Value);

    /// <summary>The token of the first form that changes something.</summary>
    public string Token => TokenElement().Match(Html) is { Success: true } match
        ? match.Groups[1].Value
        : throw new InvalidOperationException("The page has no form that changes something.");

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("<title>([^<]*)</title>")]
    private static partial Regex TitleElement();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex TokenElement();
}
