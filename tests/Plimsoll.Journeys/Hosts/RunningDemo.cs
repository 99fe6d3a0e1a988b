using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Plimsoll.Journeys.Hosts;

/// <summary>The real program, started as a process that serves the made-up council, and a real browser to walk through it.</summary>
public sealed partial class RunningDemo : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("plimsoll-journeys-");
    private readonly StringBuilder said = new();
    private Process? program;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Where the pages are.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The returns that the demonstration wrote and imported, one folder a year.</summary>
    public string Returns => Path.Combine(folder.FullName, "workspace", "anyshire", "returns");

    /// <summary>A folder for files that a test makes.</summary>
    public string Folder => folder.FullName;

    private static string Chromium => Environment.GetEnvironmentVariable("PLIMSOLL_CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium";

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium))
        {
            return;
        }

        await StartAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = Flags });
    }

    /// <summary>A fresh browser window on a page. Where there is no browser the test is skipped; on a build machine that is a failure.</summary>
    /// <param name="address">The page.</param>
    /// <param name="width">Width of the window in pixels.</param>
    public async Task<IPage> OpenAsync(string address, int width = 1280)
    {
        if (browser is null)
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", $"There is no browser at {Chromium}. Run eng/chromium.sh.");
            Assert.Skip($"There is no browser at {Chromium}. Run eng/chromium.sh, or name one in PLIMSOLL_CHROMIUM.");
        }

        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address,
            Locale = "en-GB",
            TimezoneId = "Europe/London",
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            AcceptDownloads = true,
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync(address);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (program is { HasExited: false })
        {
            program.Kill(entireProcessTree: true);
            await program.WaitForExitAsync();
        }

        program?.Dispose();
        folder.Delete(recursive: true);
    }

    private async Task StartAsync()
    {
        var ready = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        program = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet")
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                ArgumentList = { Path.Combine(AppContext.BaseDirectory, "plimsoll.dll"), "demo", "--workspace", Path.Combine(folder.FullName, "workspace"), "--port", "0" },
            },
            EnableRaisingEvents = true,
        };
        void Hear(object sender, DataReceivedEventArgs line)
        {
            lock (said)
            {
                said.AppendLine(line.Data);
            }

            if (line.Data is { } words && AddressInWords().Match(words) is { Success: true } match)
            {
                ready.TrySetResult(match.Value.TrimEnd('/'));
            }
        }

        program.OutputDataReceived += Hear;
        program.ErrorDataReceived += Hear;
        program.Exited += (_, _) => ready.TrySetException(new InvalidOperationException("The program ended before it served: " + Said()));
        program.Start();
        program.BeginOutputReadLine();
        program.BeginErrorReadLine();
        if (await Task.WhenAny(ready.Task, Task.Delay(TimeSpan.FromMinutes(3))) != ready.Task)
        {
            throw new TimeoutException("The program did not serve within three minutes: " + Said());
        }

        Address = await ready.Task;
    }

    private string Said()
    {
        lock (said)
        {
            return said.ToString();
        }
    }

    [GeneratedRegex(@"http://[^\s/]+/?")]
    private static partial Regex AddressInWords();
}

/// <summary>All journeys walk through one running program, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class OneDemo : ICollectionFixture<RunningDemo>
{
    public const string Name = "one running demonstration";
}
