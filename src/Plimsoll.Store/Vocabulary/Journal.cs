using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Store.Databases;

namespace Plimsoll.Store.Vocabulary;

/// <summary>One entry of the journal: who changed what in the workspace, when, why and on what evidence.</summary>
/// <param name="Number">Its place in the chain, rising.</param>
/// <param name="Change">Who, when, why, on what evidence.</param>
/// <param name="What">What was done, in words: "Imported return files".</param>
/// <param name="Subject">To what: the dataset, the price list, the forecast.</param>
/// <param name="PreviousHash">Hash of the entry before; 64 zeros in the first.</param>
/// <param name="Hash">SHA-256 over this entry and <paramref name="PreviousHash"/>, lower-case hexadecimal.</param>
public sealed record JournalEntry(long Number, Change Change, string What, string Subject, string PreviousHash, string Hash)
{
    /// <summary>The hash that an entry must have: every field with its length, so that no text can pass for two fields.</summary>
    public string ExpectedHash()
    {
        var text = new StringBuilder();
        foreach (var field in (ReadOnlySpan<string>)
            [PreviousHash, Instants.Write(Change.At), Change.By, Change.Why, Change.Evidence, What, Subject])
        {
            text.Append(CultureInfo.InvariantCulture, $"{field.Length}:{field}");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}

/// <summary>Whether the journal is as it was written.</summary>
public abstract record JournalCheck
{
    private JournalCheck()
    {
    }

    /// <summary>Every entry is as it was written and none is missing between the first and the last.</summary>
    /// <param name="Entries">How many entries there are.</param>
    /// <param name="LastHash">Hash of the last one; note it outside the workspace to prove later that no entry was cut from the end.</param>
    public sealed record Intact(int Entries, string LastHash) : JournalCheck;

    /// <summary>The chain is broken: an entry was changed, or one before it was taken away.</summary>
    /// <param name="Number">The first entry that does not fit.</param>
    /// <param name="Says">What does not fit, in words.</param>
    public sealed record Broken(long Number, string Says) : JournalCheck;
}

/// <summary>The journal: entries are only ever added, and each holds the hash of the one before.</summary>
internal static class Journal
{
    private static readonly string Origin = new('0', 64);

    public static async Task AppendAsync(Session session, Change change, string what, string subject, CancellationToken cancel)
    {
        var last = await session.QueryAsync(
            "SELECT hash FROM journal ORDER BY seq DESC LIMIT 1", row => row.GetString(0), cancel);
        var entry = new JournalEntry(0, change, what, subject, last.IsEmpty ? Origin : last[0], "");
        await session.ExecuteAsync(
            """
            INSERT INTO journal (at, by_whom, why, evidence, what, subject, previous_hash, hash)
            VALUES (@at, @by, @why, @evidence, @what, @subject, @previous, @hash)
            """,
            cancel,
            new Value("at", Instants.Write(change.At)),
            new Value("by", change.By),
            new Value("why", change.Why),
            new Value("evidence", change.Evidence),
            new Value("what", what),
            new Value("subject", subject),
            new Value("previous", entry.PreviousHash),
            new Value("hash", entry.ExpectedHash()));
    }

    public static Task<ImmutableArray<JournalEntry>> ReadAsync(Session session, CancellationToken cancel) => session.QueryAsync(
        "SELECT seq, at, by_whom, why, evidence, what, subject, previous_hash, hash FROM journal ORDER BY seq",
        row => new JournalEntry(
            row.GetInt64(0),
            new Change(row.GetString(2), Instants.Read(row.GetString(1)), row.GetString(3), row.GetString(4)),
            row.GetString(5),
            row.GetString(6),
            row.GetString(7),
            row.GetString(8)),
        cancel);

    public static JournalCheck Check(ImmutableArray<JournalEntry> entries)
    {
        var previous = Origin;
        foreach (var entry in entries)
        {
            if (entry.PreviousHash != previous)
            {
                return new JournalCheck.Broken(entry.Number, "It does not follow the entry before it: an entry was changed or taken away.");
            }

            if (entry.ExpectedHash() != entry.Hash)
            {
                return new JournalCheck.Broken(entry.Number, "Its text is not the text that was written.");
            }

            previous = entry.Hash;
        }

        return new JournalCheck.Intact(entries.Length, previous);
    }
}
