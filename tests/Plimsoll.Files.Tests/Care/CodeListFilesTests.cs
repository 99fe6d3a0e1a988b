using Plimsoll.Core.Care;
using Plimsoll.Files.Care;

namespace Plimsoll.Files.Tests.Care;

public sealed class CodeListFilesTests
{
    private static readonly CodeLists Lists = CodeListFiles.Load();

    [Fact]
    public void The_lists_hold_as_many_codes_as_the_collection_guides() =>
        Assert.Equal(
            (32, 6, 13, 6, 24, 8, 5, 20, 12),
            (Lists.PlacementType.Entries.Count, Lists.Provider.Entries.Count, Lists.LegalStatus.Entries.Count, Lists.ReasonNewEpisode.Entries.Count,
                Lists.ReasonEpisodeCeased.Entries.Count, Lists.CategoryOfNeed.Entries.Count, Lists.Sex.Entries.Count, Lists.Ethnicity.Entries.Count,
                Lists.ReasonPlacementChange.Entries.Count));

    [Theory]
    [InlineData("K3", 2023, false)]
    [InlineData("K3", 2024, true)]
    [InlineData("Z1", 2026, false)]
    [InlineData("U4", 2017, true)]
    public void Placement_types_are_dated(string code, int year, bool isAllowed) => Assert.Equal(isAllowed, Lists.PlacementType.Allows(code, year));

    [Fact]
    public void Every_placement_type_maps_to_states_or_to_the_episode_before()
    {
        foreach (var entry in Lists.PlacementType.Entries.Values)
        {
            var states = entry.Maps.Split(' ', ';').Where(word => PlacementStates.FromCode(word) is not null).ToArray();
            Assert.Equal(entry.Maps.Contains("if provider PR1", StringComparison.Ordinal) ? 2 : entry.Code[0] == 'T' ? 0 : 1, states.Length);
        }
    }

    [Fact]
    public void Every_reason_for_ending_but_X1_maps_to_an_exit() =>
        Assert.All(
            Lists.ReasonEpisodeCeased.Entries.Values,
            entry => Assert.Equal(entry.Code != "X1", CareExits.FromCode(entry.Maps.Split(';', ' ')[0]) is not null));
}
