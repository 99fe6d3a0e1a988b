using System.Collections.Immutable;
using Plimsoll.Core.Care;

namespace Plimsoll.Core.Anyshire;

/// <summary>
/// The true rates of the made-up council: what really drives its children's lives, and what a forecast made from its
/// returns tries to find. All rates are per year at risk unless said. They were chosen so that the returns come near
/// the shares published for England (Department for Education, Children looked after in England, 2024, OGL v3); they
/// describe no real council and no real child.
/// </summary>
public static partial class AnyshireRates
{
    /// <summary>Lower edges of the age bands in years; the last band ends at the eighteenth birthday.</summary>
    public static ImmutableArray<int> AgeEdges { get; } = [0, 1, 5, 10, 13, 16, 17];

    /// <summary>Lower edges, in days, of the bands of time in care.</summary>
    public static ImmutableArray<int> CareEdges { get; } = [0, 14, 56, 182, 365, 730];

    /// <summary>Lower edges, in days, of the bands of time in the placement.</summary>
    public static ImmutableArray<int> PlacementEdges { get; } = [0, 14, 91, 365, 730];

    /// <summary>Families whose children start care, per year, in the level years; a family brings one to four children.</summary>
    public static double FamiliesPerYear => 102.0;

    /// <summary>Yearly growth of arrivals over the last six years before the last day; level before and after.</summary>
    public static double Growth => 0.012;

    /// <summary>Years before the last day in which arrivals grew.</summary>
    public static int GrowthYears => 6;

    /// <summary>Unaccompanied children arriving per year in the level years.</summary>
    public static double UnaccompaniedPerYear => 25.0;

    /// <summary>Shares of families that bring one, two, three and four children together.</summary>
    public static ImmutableArray<double> SiblingShares { get; } = [0.70, 0.18, 0.08, 0.04];

    /// <summary>Lower edges of the ages at which a family's first child starts care, with the share of each band.</summary>
    public static ImmutableArray<(double FromAge, double ToAge, double Share)> EntryAges { get; } =
    [
        (0, 0.08, 0.15), (0.08, 1, 0.10), (1, 5, 0.155), (5, 10, 0.115), (10, 13, 0.11), (13, 16, 0.185), (16, 17.9, 0.185),
    ];

    /// <summary>Going home by agreement (V2), by time in care.</summary>
    public static ImmutableArray<double> HomeFromAgreement { get; } = [2.3, 1.1, 0.42, 0.2, 0.09, 0.03];

    /// <summary>Going home under an interim order, by time in care.</summary>
    public static ImmutableArray<double> HomeFromInterim { get; } = [0.5, 0.35, 0.22, 0.15, 0.15, 0.15];

    /// <summary>Going home from a full order, where the child does not live with parents already.</summary>
    public static double HomeFromFull => 0.010;

    /// <summary>Discharge of the order of a child placed with parents.</summary>
    public static double HomeFromParents => 0.28;

    /// <summary>Multiplies going home, by age band.</summary>
    public static ImmutableArray<double> HomeByAge { get; } = [0.8, 1.0, 1.0, 1.1, 1.0, 0.8, 0.7];

    /// <summary>Special guardianship outside the final hearing, by age band; doubled with family or friends.</summary>
    public static ImmutableArray<double> GuardianshipByAge { get; } = [0.04, 0.04, 0.02, 0.01, 0.006, 0.004, 0.002];

    /// <summary>Independent living before eighteen, by age band.</summary>
    public static ImmutableArray<double> IndependentByAge { get; } = [0, 0, 0, 0, 0, 0.06, 0.14];

    /// <summary>Any other leaving, by need: abuse, family, disability, behaviour, unaccompanied.</summary>
    public static ImmutableArray<double> OtherByNeed { get; } = [0.022, 0.03, 0.015, 0.10, 0.09];

    /// <summary>An interim order after a start by agreement, by age band, in the first six months; half of it later.</summary>
    public static ImmutableArray<double> ProceedingsByAge { get; } = [3.2, 2.8, 2.4, 1.5, 1.1, 0.35, 0.05];

    /// <summary>The final hearing, by days under the interim order: to 120, to 182, to 365, later.</summary>
    public static ImmutableArray<(int FromDay, double PerYear)> FinalHearing { get; } = [(0, 0.08), (120, 0.8), (182, 1.9), (365, 2.6)];

    /// <summary>What the final hearing decides, by age band: placement order, full order, guardianship, home.</summary>
    public static ImmutableArray<(double PlacementOrder, double Full, double Guardianship, double Home)> HearingOutcome { get; } =
    [
        (0.72, 0.06, 0.15, 0.07), (0.58, 0.17, 0.18, 0.07), (0.12, 0.66, 0.14, 0.08),
        (0.0, 0.84, 0.08, 0.08), (0.0, 0.87, 0.05, 0.08), (0.0, 0.90, 0.02, 0.08), (0.0, 0.90, 0.02, 0.08),
    ];

    /// <summary>Share of full orders under ten after which the child goes to live with parents.</summary>
    public static double FullOrderWithParents => 0.34;

    /// <summary>Placement with adopters after a placement order.</summary>
    public static double PlacingForAdoption => 1.3;

    /// <summary>Share of placements with adopters that are with the child's own foster carer.</summary>
    public static double AdoptionByCarer => 0.14;

    /// <summary>The adoption order, from ten weeks after the child was placed.</summary>
    public static double AdoptionOrder => 1.7;

    /// <summary>A placement order revoked before the child was placed.</summary>
    public static double AdoptionGivenUp => 0.18;

    /// <summary>Leaving remand.</summary>
    public static double LeavingRemand => 4.5;

    /// <summary>Matching to a long-term foster placement with the same carer, under a full order, over one year old.</summary>
    public static double LongTermMatch => 0.40;

    /// <summary>Moving to another placement, by state in the order of the placement states.</summary>
    public static ImmutableArray<double> MoveByState { get; } = [0.20, 0.38, 0.40, 0.36, 0.36, 3.0, 0.7, 0.50, 0.02, 0.22, 2.0, 0.42];

    /// <summary>Multiplies moving, by time in the placement.</summary>
    public static ImmutableArray<double> MoveByTime { get; } = [10.0, 3.6, 1.1, 0.6, 0.32];

    /// <summary>Multiplies moving, by age band.</summary>
    public static ImmutableArray<double> MoveByAge { get; } = [0.9, 0.8, 0.75, 1.0, 1.4, 1.5, 1.4];

    /// <summary>Lower edges, in days, of the bands of time since a child went home.</summary>
    public static ImmutableArray<int> ReturnEdges { get; } = [0, 30, 91, 365, 730, 2190];

    /// <summary>Coming back into care after going home, by time since; a sixth of it after special guardianship.</summary>
    public static ImmutableArray<double> ReturningByTime { get; } = [0.22, 0.20, 0.10, 0.045, 0.02, 0.005];
}
