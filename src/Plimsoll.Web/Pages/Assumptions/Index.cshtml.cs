using System.Collections.Immutable;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Plimsoll.Core.Forecast.Assumptions;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Web.Frame;
using Plimsoll.Web.Security;
using Plimsoll.Web.TagHelpers;

namespace Plimsoll.Web.Pages.Assumptions;

/// <summary>Changes one assumption of the forecast, with a reason, or sets it back.</summary>
[Authorize(Policy = Policies.ChangeAssumptions)]
public sealed class AssumptionsModel(Workbench bench, TimeProvider clock) : JourneyPage
{
    private const int LongestReason = 300;

    /// <summary>The assumption as it stands.</summary>
    public AssumptionInForce InForce { get; private set; } = null!;

    /// <summary>The value as it stands in the form.</summary>
    public string Value { get; private set; } = "";

    /// <summary>The reason as it stands in the form.</summary>
    public string Why { get; private set; } = "";

    /// <summary>What is wrong.</summary>
    public ImmutableArray<FieldError> Errors { get; private set; } = [];

    /// <inheritdoc />
    public override string Title => "Change: " + InForce.Assumption.Title;

    /// <inheritdoc />
    public override Section Section => Sections.Forecast;

    /// <summary>What is wrong with a field, or null.</summary>
    public string? Error(string field) => Errors.FirstOrDefault(error => error.Field == field)?.Message;

    public async Task<IActionResult> OnGetAsync(string? name)
    {
        if (!await FindAsync(name))
        {
            return NotFound();
        }

        Value = InForce.Assumption.Typed(InForce.Value);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? name, [FromForm] string? value, [FromForm] string? why)
    {
        if (!await FindAsync(name))
        {
            return NotFound();
        }

        (Value, Why) = ((value ?? "").Trim(), (why ?? "").Trim());
        var read = InForce.Assumption.Read(Value);
        Errors =
        [
            .. read is null ? [new FieldError("value", InForce.Assumption.Refusal(Value))] : ImmutableArray<FieldError>.Empty,
            .. Why.Length == 0 ? [new FieldError("why", "Say why in a few words: whoever reads the forecast will ask.")] : ImmutableArray<FieldError>.Empty,
            .. Why.Length > LongestReason ? [new FieldError("why", $"Say why in no more than {LongestReason} letters.")] : ImmutableArray<FieldError>.Empty,
        ];
        return Errors.IsEmpty ? await ChangeAsync(read, Why, "changed") : Page();
    }

    public async Task<IActionResult> OnPostResetAsync(string? name) =>
        await FindAsync(name) ? await ChangeAsync(null, "back to the default", "reset") : NotFound();

    private async Task<IActionResult> ChangeAsync(string? value, string why, string done)
    {
        var change = new Change("user of this machine", clock.GetUtcNow(), why, "");
        await bench.Workspace.ChangeAssumptionAsync(InForce.Assumption, value, change, HttpContext.RequestAborted);
        return Redirect("/diagnostics?done=" + done);
    }

    private async Task<bool> FindAsync(string? name)
    {
        var tested = await bench.TestedAsync(Loaded?.Data.Id, HttpContext.RequestAborted);
        var found = Settings.Assumptions.InForce(tested).FirstOrDefault(item => string.Equals(item.Assumption.Name, name, StringComparison.OrdinalIgnoreCase));
        if (found is not null)
        {
            InForce = found;
        }

        return found is not null;
    }
}
