using System.Collections.Immutable;
using System.Globalization;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Web.Vocabulary;
using Plimsoll.Web.Frame;
using Plimsoll.Web.TagHelpers;

namespace Plimsoll.Web.Pages.Children;

/// <summary>What the page shows: a day and the filters. All of it stands in the address, so a link shows the same.</summary>
/// <param name="On">The day.</param>
/// <param name="Placement">Placement state, or null for all.</param>
/// <param name="Age">Age band, or null for all.</param>
/// <param name="Legal">Legal status as submitted, or null for all.</param>
/// <param name="Need">Category of need as submitted, or null for all.</param>
/// <param name="Errors">What could not be read; the defaults stand in its place.</param>
public sealed record ChildrenQuery(
    DateOnly On,
    PlacementState? Placement,
    AgeBand? Age,
    string? Legal,
    string? Need,
    ImmutableArray<FieldError> Errors)
{
    /// <summary>Whether any filter is set.</summary>
    public bool IsFiltered => Placement is not null || Age is not null || Legal is not null || Need is not null;

    /// <summary>Reads the parts of the address.</summary>
    public static ChildrenQuery Read(Loaded loaded, string? on, string? placement, string? age, string? legal, string? need)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        var errors = ImmutableArray.CreateBuilder<FieldError>();
        var day = loaded.Data.DataEnd;
        if (!string.IsNullOrWhiteSpace(on))
        {
            if (TypedDate.Read(on) is not { } asked)
            {
                errors.Add(new FieldError("on", $"“{on}” is not a date. Write it as day/month/year, such as {TypedDate.Write(loaded.Data.DataEnd)}."));
            }
            else if (asked < loaded.FirstDay || asked > loaded.Data.DataEnd)
            {
                errors.Add(new FieldError(
                    "on",
                    $"The records run from {InWords.Date(loaded.FirstDay)} to {InWords.Date(loaded.Data.DataEnd)}. Choose a day between them."));
            }
            else
            {
                day = asked;
            }
        }

        return new ChildrenQuery(
            day,
            string.IsNullOrEmpty(placement) ? null : PlacementStates.FromCode(placement),
            string.IsNullOrEmpty(age) ? null : AgeBands.All.FirstOrDefault(band => band.Key == age),
            string.IsNullOrEmpty(legal) ? null : legal,
            string.IsNullOrEmpty(need) ? null : need,
            errors.ToImmutable());
    }

    /// <summary>Whether a child in care on a day is shown.</summary>
    public bool Shows(InCareOn item, DateOnly day) =>
        (Placement is null || item.Episode.State == Placement)
        && (Age is null || AgeBands.Of(item.Child.Born, day) == Age)
        && (Legal is null || item.Episode.LegalStatus == Legal)
        && (Need is null || item.Episode.Need == Need);

    /// <summary>The address of the page with this query.</summary>
    public string Address => "/children" + QueryString.Create(
    [
        new("on", On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        .. Part("placement", Placement?.Code()),
        .. Part("age", Age?.Key),
        .. Part("legal", Legal),
        .. Part("need", Need),
    ]).ToUriComponent();

    private static IEnumerable<KeyValuePair<string, string?>> Part(string name, string? value) => value is null ? [] : [new(name, value)];
}
