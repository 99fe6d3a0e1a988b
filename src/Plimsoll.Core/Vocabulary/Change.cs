namespace Plimsoll.Core.Vocabulary;

/// <summary>Who did something, when, why, and on what evidence. Every change to a workspace carries one.</summary>
/// <param name="By">A role or account, never a child's or a private person's name.</param>
/// <param name="At">The moment, in UTC.</param>
/// <param name="Why">The reason in a few words: "import 903".</param>
/// <param name="Evidence">What it rests on: file names and hashes, a decision, a paper. Empty when there is none.</param>
public sealed record Change(string By, DateTimeOffset At, string Why, string Evidence);
