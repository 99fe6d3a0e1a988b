using Plimsoll.Core.Care;

namespace Plimsoll.Benchmarks.Worlds;

/// <summary>A made-up council: what its returns show and what really happened next.</summary>
/// <param name="Plan">What was asked.</param>
/// <param name="Data">The records.</param>
/// <param name="Truth">The truth.</param>
/// <param name="Lives">The lives behind both.</param>
internal sealed record World(WorldPlan Plan, CareDataset Data, WorldTruth Truth, IReadOnlyList<Life> Lives)
{
    /// <summary>Makes the world; the same plan gives the same world.</summary>
    public static World Of(WorldPlan plan)
    {
        var lives = WorldLives.Of(plan);
        return new World(plan, WorldRecords.Of(plan, lives), WorldTruth.Of(plan, lives), lives);
    }
}
