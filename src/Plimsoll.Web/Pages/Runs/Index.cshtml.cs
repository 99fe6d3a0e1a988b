using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Plimsoll.Web.Frame;
using Plimsoll.Web.Runs;
using Plimsoll.Web.Security;

namespace Plimsoll.Web.Pages;

/// <summary>Where long work stands. It asks again by itself every two seconds, unless told not to.</summary>
[Authorize(Policy = Policies.RunForecasts)]
public sealed class RunModel(RunBoard board) : JourneyPage
{
    private Run? run;

    /// <summary>The run that is shown.</summary>
    public Run Run => run ?? throw new InvalidOperationException("No run was found before the page was drawn.");

    /// <summary>Where it stands.</summary>
    public RunState State { get; private set; } = new RunState.Failed();

    /// <summary>Whether the page asks again by itself.</summary>
    public bool Refreshes { get; private set; }

    /// <inheritdoc />
    public override string Title => State is RunState.Working ? Run.Kind.Doing : Run.Kind.Stopped;

    /// <inheritdoc />
    public override Section Section => Run.Kind == RunKind.Import ? Sections.Data : Sections.Forecast;

    /// <inheritdoc />
    public override int? RefreshSeconds => Refreshes && State is RunState.Working ? 2 : null;

    public IActionResult OnGet(int number, string? refresh)
    {
        run = board.Find(number);
        if (run is null)
        {
            return NotFound();
        }

        State = run.State;
        Refreshes = refresh != "off";
        return State is RunState.Finished finished ? Redirect(finished.Address) : Page();
    }

    public async Task<IActionResult> OnPostCancelAsync(int number)
    {
        run = board.Find(number);
        if (run is null)
        {
            return NotFound();
        }

        run.Cancel();
        await run.Completion;
        return Redirect(run.Address);
    }
}
