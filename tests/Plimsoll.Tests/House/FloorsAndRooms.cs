using System.Reflection;
using Plimsoll.Core.Care;

namespace Plimsoll.Tests.House;

/// <summary>The shape of the house: which floor and which room may know which.</summary>
public sealed class FloorsAndRooms
{
    private static readonly Dictionary<string, string[]> FloorMayKnow = new()
    {
        ["Plimsoll.Statistics"] = [],
        ["Plimsoll.Core"] = ["Plimsoll.Statistics"],
        ["Plimsoll.Files"] = ["Plimsoll.Core", "Plimsoll.Statistics"],
        ["Plimsoll.Store"] = ["Plimsoll.Core", "Plimsoll.Statistics"],
        ["Plimsoll.Reports"] = ["Plimsoll.Core", "Plimsoll.Statistics"],
        ["Plimsoll.Web"] = ["Plimsoll.Core", "Plimsoll.Statistics", "Plimsoll.Files", "Plimsoll.Store", "Plimsoll.Reports"],
    };

    // What each room of Core may know besides itself. Absence is the rule; an entry is a decision.
    private static readonly Dictionary<string, string[]> RoomMayKnow = new()
    {
        ["Vocabulary"] = [],
        ["Care"] = ["Vocabulary"],
        ["Budget"] = ["Vocabulary", "Care"],
        ["Forecast"] = ["Vocabulary", "Care", "Budget"],
        ["Anyshire"] = ["Vocabulary", "Care", "Budget", "Forecast"],
    };

    private static readonly string[] SaysNothing = ["Helper", "Helpers", "Util", "Utils", "Manager", "Common", "Misc", "Service"];

    public static TheoryData<string> Floors => [.. FloorMayKnow.Keys];

    [Theory]
    [MemberData(nameof(Floors))]
    public void A_floor_references_only_the_floors_it_may_know(string floor)
    {
        var known = Assembly.Load(floor).GetReferencedAssemblies().Select(name => name.Name!).Where(name => name.StartsWith("Plimsoll", StringComparison.Ordinal));
        Assert.Empty(known.Except(FloorMayKnow[floor]));
    }

    [Fact]
    public void Core_uses_no_package_but_the_framework_and_statistics()
    {
        var foreign = typeof(CareDataset).Assembly.GetReferencedAssemblies()
            .Select(name => name.Name!)
            .Where(name => !name.StartsWith("System", StringComparison.Ordinal) && name is not ("netstandard" or "Plimsoll.Statistics"));
        Assert.Empty(foreign);
    }

    [Fact]
    public void A_room_of_Core_knows_only_the_rooms_it_may_know()
    {
        var wrong =
            from type in typeof(CareDataset).Assembly.GetTypes()
            let room = Room(type)
            where room is not null
            from known in Known(type).Select(Room).OfType<string>().Distinct()
            where known != room && !(RoomMayKnow.TryGetValue(room, out var may) && may.Contains(known))
            select $"{type.FullName} in {room} knows {known}";
        Assert.Empty(wrong.Distinct());
    }

    [Theory]
    [MemberData(nameof(Floors))]
    public void No_name_says_nothing(string floor)
    {
        var vague = Assembly.Load(floor).GetTypes()
            .Where(type => type.Namespace?.StartsWith("Plimsoll", StringComparison.Ordinal) == true)
            .Where(type => !type.Name.EndsWith("TagHelper", StringComparison.Ordinal)) // The framework's own word for a tag.
            .Where(type => SaysNothing.Any(word => type.Name.EndsWith(word, StringComparison.Ordinal)))
            .Select(type => type.FullName);
        Assert.Empty(vague);
    }

    [Fact]
    public void Every_state_and_exit_has_its_own_code_and_words()
    {
        Assert.Equal(PlacementStates.Count, PlacementStates.All.Select(state => state.Code()).Distinct().Count());
        Assert.Equal(PlacementStates.Count, PlacementStates.All.Select(state => state.Label()).Distinct().Count());
        Assert.Equal(CareExits.Count, CareExits.All.Select(exit => exit.Code()).Distinct().Count());
        Assert.Equal(CareExits.Count, CareExits.All.Select(exit => exit.Label()).Distinct().Count());
        Assert.All(PlacementStates.All, state => Assert.Equal(state, PlacementStates.FromCode(state.Code())));
        Assert.All(CareExits.All, exit => Assert.Equal(exit, CareExits.FromCode(exit.Code())));
    }

    private static string? Room(Type type)
    {
        const string core = "Plimsoll.Core.";
        var space = (type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type).Namespace ?? "";
        return space.StartsWith(core, StringComparison.Ordinal) ? space[core.Length..].Split('.')[0] : null;
    }

    // Types in signatures, fields and locals: enough to catch a room that looks into another.
    private static IEnumerable<Type> Known(Type type)
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var types = new List<Type?> { type.BaseType };
        types.AddRange(type.GetInterfaces());
        types.AddRange(type.GetFields(all).Select(field => field.FieldType));
        foreach (var method in type.GetMethods(all).Cast<MethodBase>().Concat(type.GetConstructors(all)))
        {
            types.AddRange(method.GetParameters().Select(parameter => parameter.ParameterType));
            types.Add((method as MethodInfo)?.ReturnType);
            types.AddRange(method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? []);
        }

        return types.OfType<Type>().SelectMany(Unfold);
    }

    private static IEnumerable<Type> Unfold(Type type) =>
        type.HasElementType ? Unfold(type.GetElementType()!)
        : type.IsConstructedGenericType ? type.GetGenericArguments().SelectMany(Unfold).Prepend(type)
        : [type];
}
