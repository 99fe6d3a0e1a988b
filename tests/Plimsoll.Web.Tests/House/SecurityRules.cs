using System.Net;
using System.Net.Http.Headers;
using Plimsoll.Web.Frame;
using Plimsoll.Web.Security;
using Plimsoll.Web.Tests.Hosts;

namespace Plimsoll.Web.Tests.House;

/// <summary>What holds for every answer.</summary>
public sealed class SecurityRules(AnyshireHost host) : IClassFixture<AnyshireHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/data")]
    [InlineData("/no-such-page")]
    [InlineData("/children?handler=Table&name=trend&format=csv")]
    public async Task Every_answer_carries_the_security_headers_and_is_not_kept(string address)
    {
        var answer = await host.Client.GetAsync(new Uri(address, UriKind.Relative), Cancel);
        Assert.Equal(SecurityHeaders.ContentSecurityPolicy, Header(answer, "Content-Security-Policy"));
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header(answer, "Referrer-Policy"));
        Assert.Equal("DENY", Header(answer, "X-Frame-Options"));
        Assert.Contains("no-store", Header(answer, "Cache-Control"), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public void The_policy_allows_no_script_no_inline_style_and_no_frame()
    {
        Assert.Contains("default-src 'none'", SecurityHeaders.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", SecurityHeaders.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", SecurityHeaders.ContentSecurityPolicy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", SecurityHeaders.ContentSecurityPolicy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/data")]
    [InlineData("/no-such-page")]
    public async Task A_request_under_another_name_is_refused_whatever_it_asks(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Host = "rebound.example";
        var answer = await host.Client.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.DoesNotContain("Anyshire", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("[::1]", true)]
    [InlineData("LOCALHOST", true)]
    [InlineData("localhost.rebound.example", false)]
    [InlineData("192.168.1.4", false)]
    [InlineData("", false)]
    public void Only_loopback_names_name_this_machine(string name, bool names) =>
        Assert.Equal(names, LocalMachineHandler.NamesThisMachine(new Microsoft.AspNetCore.Http.HostString(name)));

    [Fact]
    public void Only_loopback_addresses_are_local()
    {
        Assert.True(LocalMachineHandler.IsLocal(IPAddress.Loopback));
        Assert.True(LocalMachineHandler.IsLocal(IPAddress.IPv6Loopback));
        Assert.False(LocalMachineHandler.IsLocal(IPAddress.Parse("10.0.0.7")));
        Assert.False(LocalMachineHandler.IsLocal(null));
    }

    [Theory]
    [InlineData("/data/undo")]
    [InlineData("/assumptions/half-life")]
    [InlineData("/assumptions/half-life?handler=Reset")]
    [InlineData("/data/import?handler=Returns")]
    [InlineData("/data/import?handler=Prices")]
    public async Task A_change_without_the_token_of_the_form_is_refused_and_changes_nothing(string address)
    {
        var before = (await host.Bench.Workspace.JournalAsync(Cancel)).Length;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["dataset"] = host.Data.Id });
        var answer = await host.Client.PostAsync(new Uri(address, UriKind.Relative), form, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Nothing was changed", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(before, (await host.Bench.Workspace.JournalAsync(Cancel)).Length);
    }

    [Fact]
    public async Task The_stylesheet_is_whole_kept_for_ever_and_free_of_what_is_for_government_only()
    {
        var answer = await host.Client.GetAsync(new Uri(Stylesheet.Address, UriKind.Relative), Cancel);
        var css = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Equal("text/css", answer.Content.Headers.ContentType?.MediaType);
        Assert.True(css.Length > 50_000, $"The stylesheet holds {css.Length} characters.");
        Assert.Contains("immutable", Header(answer, "Cache-Control"), StringComparison.Ordinal);
        Assert.DoesNotContain("GDS Transport", css, StringComparison.Ordinal);
        Assert.DoesNotContain("crest", css, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("@font-face", css, StringComparison.Ordinal);
        Assert.Contains("forced-colors", css, StringComparison.Ordinal);
        Assert.Contains("@media print", css, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_too_large_is_refused_in_words()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/forecast") { Content = new ByteArrayContent(new byte[Uploads.SmallForm + 1]) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        request.Headers.ExpectContinue = true;
        var answer = await host.Client.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("The files are too large", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/no-such-page")]
    [InlineData("/forecast/nosuchforecast")]
    [InlineData("/runs/9999")]
    [InlineData("/data?handler=Finding&key=none&format=csv")]
    [InlineData("/children?handler=Table&name=none&format=csv")]
    [InlineData("/children?handler=Table&name=trend&format=exe")]
    public async Task What_is_not_there_is_said_in_plain_words(string address)
    {
        var answer = await host.Client.GetAsync(new Uri(address, UriKind.Relative), Cancel);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("There is no such page", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    private static string Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "";
}
