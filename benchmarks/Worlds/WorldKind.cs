namespace Plimsoll.Benchmarks.Worlds;

/// <summary>What happens in a made-up council, or to its records.</summary>
internal enum WorldKind
{
    /// <summary>A: nothing changes.</summary>
    Steady = 'A',

    /// <summary>B: starts grow by 5% a year and the residential share of placements by 6%, from the first return on.</summary>
    Growing = 'B',

    /// <summary>C: in the last six months seventeen-year-olds come into supported accommodation who are all eighteen a year later.</summary>
    Surge = 'C',

    /// <summary>D: the lives of A in untidy records.</summary>
    Untidy = 'D',

    /// <summary>E: starts and leaving rates each wander by 4.6% a year, from the first return on.</summary>
    Drifting = 'E',

    /// <summary>F: the same by 12% a year.</summary>
    DriftingFar = 'F',
}
