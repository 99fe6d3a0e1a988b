using System.Collections.Immutable;

namespace Plimsoll.Core.Care.Submitted;

/// <summary>
/// One year's SSDA903 return exactly as it is sent: codes as text, dates as dates, nothing normalised and nothing
/// mended. A table that was not collected in the year is empty.
/// </summary>
/// <param name="CollectionYear">2025 for 1 April 2024 to 31 March 2025.</param>
/// <param name="Headers">Header, one row a child.</param>
/// <param name="Episodes">Episodes that overlap the year.</param>
/// <param name="Reviews">Statutory reviews held in the year.</param>
/// <param name="Unaccompanied">Children who are or were unaccompanied asylum-seeking children in the year.</param>
/// <param name="Outcomes">OC2: children looked after on every day of the year.</param>
/// <param name="Leavers">OC3: care leavers with a seventeenth to twenty-first birthday in the year.</param>
/// <param name="Adoptions">AD1: children adopted in the year.</param>
/// <param name="AdoptionDecisions">PlacedAdoption: decisions that a child should be placed for adoption.</param>
/// <param name="EarlierPermanence">PrevPerm: permanence before this period of care.</param>
/// <param name="Missing">Missing and away episodes.</param>
/// <param name="SocialWorkers">SWEpisodes, from collection 2024.</param>
/// <param name="Deprivations">DoLo: deprivation of liberty orders, from collection 2027.</param>
public sealed record SubmittedReturn(
    int CollectionYear,
    ImmutableArray<SubmittedHeader> Headers,
    ImmutableArray<SubmittedEpisode> Episodes,
    ImmutableArray<SubmittedReview> Reviews,
    ImmutableArray<SubmittedUnaccompanied> Unaccompanied,
    ImmutableArray<SubmittedOutcome> Outcomes,
    ImmutableArray<SubmittedLeaver> Leavers,
    ImmutableArray<SubmittedAdoption> Adoptions,
    ImmutableArray<SubmittedAdoptionDecision> AdoptionDecisions,
    ImmutableArray<SubmittedEarlierPermanence> EarlierPermanence,
    ImmutableArray<SubmittedMissing> Missing,
    ImmutableArray<SubmittedSocialWorker> SocialWorkers,
    ImmutableArray<SubmittedDeprivation> Deprivations)
{
    /// <summary>The first day of the collection year, 1 April.</summary>
    public DateOnly First => new(CollectionYear - 1, 4, 1);

    /// <summary>The last day of the collection year, 31 March.</summary>
    public DateOnly Last => new(CollectionYear, 3, 31);

    /// <summary>The first collection year of a table that has not always been collected; null for the others.</summary>
    public static int? FirstCollected(ReturnTable table) => table switch
    {
        ReturnTable.PrevPerm => 2017,
        ReturnTable.SwEpisodes => 2024,
        ReturnTable.DoLo => 2027,
        _ => null,
    };
}
