using System.Collections.Immutable;

namespace Plimsoll.Core.Care;

/// <summary>
/// The care records of a workspace, ready to count and to forecast. Built from <see cref="ReturnRows"/>; the same rows
/// always give the same dataset.
/// </summary>
/// <param name="Id">Identifies the content: derived from the hashes of the files.</param>
/// <param name="WindowStart">First day of the data: 1 April of the first return. Events and exposure count from here.</param>
/// <param name="DataEnd">Last day of the data, inclusive: 31 March of the last return, or the last recorded day of a return still in progress.</param>
/// <param name="Years">The collection years present, ascending.</param>
/// <param name="Authorities">The authorities present, empty labels left out.</param>
/// <param name="Children">All children with at least one episode, in order of key.</param>
/// <param name="EpisodesUsed">Episodes after years are merged.</param>
/// <param name="Files">The files behind it.</param>
/// <param name="Findings">Everything found in reading, merging and chaining.</param>
public sealed record CareDataset(
    string Id,
    DateOnly WindowStart,
    DateOnly DataEnd,
    ImmutableArray<int> Years,
    ImmutableArray<string> Authorities,
    ImmutableArray<ChildHistory> Children,
    int EpisodesUsed,
    ImmutableArray<ReturnFile> Files,
    ImmutableArray<Finding> Findings)
{
    /// <summary>The number of periods of care.</summary>
    public int PeriodsOfCare => Children.Sum(child => child.Periods.Length);
}
