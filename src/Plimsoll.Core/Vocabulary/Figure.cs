using System.Collections.Immutable;

namespace Plimsoll.Core.Vocabulary;

/// <summary>
/// A headline number that can answer "How was this worked out?". Pages, documents and the command line print the
/// same figure.
/// </summary>
/// <param name="Name">What is measured: "Children in care".</param>
/// <param name="Text">The number as people read it, with its unit and its word: "447", "12 more", "£30.6m".</param>
/// <param name="Value">The unrounded value, or null when it is not known.</param>
/// <param name="AsAt">The date to which it holds.</param>
/// <param name="Source">Where it comes from: "SSDA903 returns 2021/22 to 2025/26".</param>
/// <param name="Method">How it was worked out, in a sentence or two.</param>
/// <param name="Inputs">What went into it, each with its value.</param>
public sealed record Figure(
    string Name,
    string Text,
    decimal? Value,
    DateOnly AsAt,
    string Source,
    string Method,
    ImmutableArray<FigureInput> Inputs);

/// <summary>One input of a <see cref="Figure"/>.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">Its value as people read it.</param>
public sealed record FigureInput(string Name, string Value);
