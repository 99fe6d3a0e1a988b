using System.Collections.Concurrent;
using Plimsoll.Core.Anyshire;

namespace Plimsoll.Core.Tests.Anyshire;

/// <summary>Worlds that several tests look at, each made once.</summary>
internal static class Worlds
{
    public static readonly DateOnly Today = new(2026, 11, 23);

    private static readonly ConcurrentDictionary<(ulong, Untidiness), AnyshireReturns> Made = new();

    public static AnyshireReturns Tidy(ulong seed) => Made.GetOrAdd((seed, Untidiness.None), key => AnyshireWorld.Make(key.Item1, Today, key.Item2));

    public static AnyshireReturns Everyday(ulong seed) => Made.GetOrAdd((seed, Untidiness.Everyday), key => AnyshireWorld.Make(key.Item1, Today, key.Item2));
}
