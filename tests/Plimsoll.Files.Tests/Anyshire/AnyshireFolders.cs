using Plimsoll.Core.Anyshire;
using Plimsoll.Files.Anyshire;

namespace Plimsoll.Files.Tests.Anyshire;

/// <summary>The made-up council on disk, written once for all tests that read it.</summary>
public sealed class AnyshireFolders : IDisposable
{
    public static readonly DateOnly Today = new(2026, 11, 23);

    public static readonly AnyshireReturns TidyCouncil = AnyshireWorld.Make(1, Today, Untidiness.None);

    public static readonly AnyshireReturns EverydayCouncil = AnyshireWorld.Make(1, Today, Untidiness.Everyday);

    private readonly string directory = Directory.CreateTempSubdirectory("anyshire").FullName;

    public AnyshireFolders()
    {
        Tidy = AnyshireFolder.Write(TidyCouncil, Path.Combine(directory, "tidy"));
        Everyday = AnyshireFolder.Write(EverydayCouncil, Path.Combine(directory, "everyday"));
    }

    public AnyshireFiles Tidy { get; }

    public AnyshireFiles Everyday { get; }

    public AnyshireFiles TidyAgain() => AnyshireFolder.Write(AnyshireWorld.Make(1, Today, Untidiness.None), Path.Combine(directory, "again"));

    public void Dispose() => Directory.Delete(directory, recursive: true);
}
