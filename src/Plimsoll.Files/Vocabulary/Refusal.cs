namespace Plimsoll.Files.Vocabulary;

/// <summary>
/// Why a file cannot be read as what it claims to be. A refusal stops the whole import, and then nothing has changed;
/// anything less is a finding.
/// </summary>
/// <param name="File">The file, as the person named it; with its place inside the folder or zip file where there is one.</param>
/// <param name="What">What is wrong, with row and column where they are known.</param>
/// <param name="Why">Why it matters.</param>
/// <param name="Do">What to do about it.</param>
public sealed record Refusal(string File, string What, string Why, string Do)
{
    /// <summary>The three sentences after the file's name, as one line.</summary>
    public override string ToString() => $"{File}: {What} {Why} {Do}";
}
