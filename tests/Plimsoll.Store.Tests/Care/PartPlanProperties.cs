using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Plimsoll.Store.Care;

namespace Plimsoll.Store.Tests.Care;

public sealed class PartPlanProperties
{
    // Few values, so that parts meet often.
    private static readonly Gen<Part> SomePart =
        from hash in Gen.Choose(1, 6)
        from table in Gen.Elements("Header", "Episodes")
        from authority in Gen.Elements("", "North")
        from year in Gen.Elements(0, 2024, 2025)
        from name in Gen.Choose(1, 4)
        select new Part(new PartKey($"h{hash}", table, authority, year, hash), $"{name}.csv");

    private static readonly Gen<ImmutableArray<Part>> SomeParts =
        SomePart.ListOf().Select(parts => parts.DistinctBy(part => part.Key).ToImmutableArray());

    [Fact]
    public void Every_part_is_kept_or_replaced_and_every_new_one_is_in_the_result() => Check((current, incoming) =>
    {
        var plan = PartPlan.Of(current, incoming);
        return plan.Kept.Length + plan.Replaced.Length == current.Length
            && plan.Kept.Concat(plan.Replaced).ToHashSet().SetEquals(current)
            && incoming.All(part => plan.Result.Contains(part.Key))
            && plan.Result.Count == plan.Kept.Length + plan.New.Length;
    });

    [Fact]
    public void Importing_again_what_was_just_imported_changes_nothing() => Check((current, incoming) =>
    {
        var first = PartPlan.Of(current, incoming);
        var again = PartPlan.Of([.. first.Kept, .. first.New], incoming);
        return again.New.IsEmpty && again.Replaced.IsEmpty && DatasetId.Of(again.Result) == DatasetId.Of(first.Result);
    });

    [Fact]
    public void Nothing_is_replaced_but_by_a_new_part_of_its_table() => Check((current, incoming) =>
    {
        var plan = PartPlan.Of(current, incoming);
        return plan.Replaced.All(gone => plan.New.Any(part => part.Key.Table == gone.Key.Table
            && (gone.Key.Year == 0
                ? part.FileName == gone.FileName
                : part.Key.Year == gone.Key.Year && part.Key.Authority == gone.Key.Authority)));
    });

    private static void Check(Func<ImmutableArray<Part>, ImmutableArray<Part>, bool> holds) => FsCheck.Fluent.Prop.ForAll(
        SomeParts.ToArbitrary(), SomeParts.ToArbitrary(), (current, incoming) => holds(current, incoming))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(500));
}
