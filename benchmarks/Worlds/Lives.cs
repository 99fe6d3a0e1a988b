using Plimsoll.Core.Care;

namespace Plimsoll.Benchmarks.Worlds;

/// <summary>The road a child is on, which decides how care may end.</summary>
internal enum Road
{
    /// <summary>Accommodated by agreement: most go home soon.</summary>
    Agreement,

    /// <summary>Care proceedings: little happens until the court decides.</summary>
    Court,

    /// <summary>A placement order: to be adopted.</summary>
    Adoption,

    /// <summary>Long-term care.</summary>
    LongTerm,

    /// <summary>Living with parents under a care order.</summary>
    WithParents,

    /// <summary>Unaccompanied asylum-seeking child.</summary>
    Unaccompanied,

    /// <summary>Homeless at seventeen: stays to eighteen.</summary>
    Homeless,
}

/// <summary>A placement from a day on.</summary>
internal readonly record struct Stay(int Start, PlacementState State);

/// <summary>A change of legal status from a day on.</summary>
internal readonly record struct Status(int Start, string Code);

/// <summary>One period of care as it truly was, in day numbers.</summary>
/// <param name="Start">First day.</param>
/// <param name="End">First day after it; at most the end of the world.</param>
/// <param name="Exit">How it ended; null when the world ended first.</param>
/// <param name="Stays">Placements in order.</param>
/// <param name="Statuses">Legal statuses in order.</param>
internal sealed record Episode(int Start, int End, CareExit? Exit, IReadOnlyList<Stay> Stays, IReadOnlyList<Status> Statuses);

/// <summary>A child who is in care at some time.</summary>
/// <param name="Number">Number of the child.</param>
/// <param name="Born">Date of birth.</param>
/// <param name="Unaccompanied">Whether an unaccompanied asylum-seeking child.</param>
/// <param name="Episodes">Periods of care in order.</param>
internal sealed record Life(int Number, DateOnly Born, bool Unaccompanied, IReadOnlyList<Episode> Episodes);
