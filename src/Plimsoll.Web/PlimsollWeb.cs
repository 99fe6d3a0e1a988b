using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging.Console;
using Plimsoll.Web.Frame;
using Plimsoll.Web.Pages.Diagnostics;
using Plimsoll.Web.Runs;
using Plimsoll.Web.Security;

namespace Plimsoll.Web;

/// <summary>Puts the pages together into a program that listens on this machine only.</summary>
public static class PlimsollWeb
{
    /// <summary>Builds the host; the caller runs it and disposes it.</summary>
    /// <param name="options">Port and clock.</param>
    /// <param name="bench">The workspace that the pages show and change.</param>
    public static WebApplication Build(WebOptions options, Workbench bench)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(bench);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(PlimsollWeb).Assembly.GetName().Name });
        builder.Logging.AddSimpleConsole();
        // Standard output belongs to the answers of commands.
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.SetMinimumLevel(options.Quiet ? LogLevel.Error : LogLevel.Warning);
        // A port that is taken is told in words by the command; the host's own trace adds nothing.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Uploads.SmallForm;
            Listen(kestrel, options.Port);
        });

        Register(builder.Services, options, bench);
        var app = builder.Build();
        app.UseSecurityHeaders();
        app.UseExceptionHandler("/errors/500");
        app.UseStatusCodePagesWithReExecute("/errors/{0}");
        app.Use(Uploads.RefuseTooLarge);
        app.UseRouting();
        app.UseAuthorization();
        app.UseAntiforgery();
        Stylesheet.Map(app);
        Mark.Map(app);
        app.MapRazorPages();
        return app;
    }

    private static void Register(IServiceCollection services, WebOptions options, Workbench bench)
    {
        services.AddSingleton(options.Clock);
        services.AddSingleton(bench);
        services.AddSingleton<RunBoard>();
        services.AddSingleton<DiagnosticsDesk>();
        // Forms live as long as the program: no keys on the disk that somebody would have to guard.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddRoutingCore().AddAuthorization(Policies.Configure).AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "plimsoll-form";
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.HttpOnly = true;
        });
        services.AddSingleton<IAuthorizationHandler, LocalMachineHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusalInWords>();
        services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = Uploads.Largest);
        services.AddRazorPages().AddApplicationPart(typeof(PlimsollWeb).Assembly)
            .AddMvcOptions(mvc => mvc.Filters.Add<FrameFilter>());
    }

    private static void Listen(KestrelServerOptions kestrel, int port)
    {
        if (port == 0)
        {
            kestrel.Listen(System.Net.IPAddress.Loopback, 0);
        }
        else
        {
            kestrel.ListenLocalhost(port);
        }
    }
}
