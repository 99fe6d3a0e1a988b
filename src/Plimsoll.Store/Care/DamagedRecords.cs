using Plimsoll.Core.Vocabulary;

namespace Plimsoll.Store.Care;

/// <summary>What is said when the workspace holds other rows than its own books say: figures from it would be wrong without a sign of it.</summary>
internal static class DamagedRecords
{
    private const string Untrusted = "Its records can no longer be trusted, so no figures are made from them. Nothing was changed.";

    private const string PutBack = "Put back the last backup of the workspace, or make a new one and import the return files again.";

    public static WorkspaceProblem WithoutFiles { get; } = new(
        "This workspace is damaged: files of the current records are missing from it.", Untrusted, PutBack);

    /// <exception cref="WorkspaceException">Another number of rows is there than was stored.</exception>
    public static void ThrowUnless(int stored, int there, string file)
    {
        if (stored != there)
        {
            throw new WorkspaceException(new WorkspaceProblem(
                $"This workspace is damaged: of {InWords.Count(stored, "row", "rows")} stored from {file}, {InWords.Whole(there)} "
                    + $"{(there == 1 ? "is" : "are")} there.",
                Untrusted,
                PutBack));
        }
    }
}
