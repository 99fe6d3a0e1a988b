using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Web.Frame;

namespace Plimsoll.Web.Pages.Data;

/// <summary>The sentences of the Data page.</summary>
public static class DataWords
{
    /// <summary>The answer to "Can we rely on the data?".</summary>
    public static string Answer(Loaded loaded)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        var open = loaded.Data.Findings.Where(finding => finding.Severity != FindingSeverity.Note).ToList();
        if (open.Count == 0)
        {
            return $"Yes, as far as the files can tell: no findings are open. {Held(loaded)}";
        }

        var count = open.Where(finding => finding.Changes == FindingEffect.Count).Sum(finding => finding.Children);
        var inCare = Stock.Number(loaded.Data, loaded.Data.DataEnd);
        var effect = count == 0
            ? "None of them changes the number of children."
            : $"Those that may change the number of children touch {InWords.Children(count)} of {InWords.Whole(loaded.Data.Children.Length)} ever in the records; {InWords.Whole(inCare)} are in care now.";
        var word = loaded.Data.Children.Length > 0 && count > loaded.Data.Children.Length / 20 ? "With care" : "Mostly, yes";
        return $"{word}. {InWords.Count(open.Count, "finding is", "findings are")} open. {effect} {Held(loaded)}";
    }

    private static string Held(Loaded loaded) =>
        $"We hold {InWords.Whole(loaded.Data.EpisodesUsed)} episodes of {InWords.Children(loaded.Data.Children.Length)}, to {InWords.Date(loaded.Data.DataEnd)}.";
}
