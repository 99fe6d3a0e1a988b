using System.CommandLine;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Files.Care;
using Plimsoll.Shell;

namespace Plimsoll.Care;

/// <summary>stock --on DATE [--by ...]: children in care on a date.</summary>
internal static class StockCommand
{
    public static Command Make(SharedOptions shared)
    {
        var on = new Option<DateOnly?>("--on")
        {
            Description = "The day, as 2026-03-31 or 31/03/2026; the count is taken at its end.",
            HelpName = "DATE",
            Required = true,
            CustomParser = SharedOptions.Date,
        };
        var by = new Option<StockBreakdown>("--by")
        {
            Description = "What to break the count down by.",
            DefaultValueFactory = _ => StockBreakdown.Placement,
            CustomParser = Given.OneOf<StockBreakdown>,
            HelpName = "age|placement|legal|need|provider",
        };
        var command = new Command("stock", "Count the children in care on a date.") { on, by };
        command.SetAction(async (parsed, cancel) =>
        {
            var run = shared.Run(parsed);
            await using var bench = await run.OpenAsync(cancel).ConfigureAwait(false);
            if (await bench.CareAsync(cancel).ConfigureAwait(false) is not { } data)
            {
                return run.Refuse(NoData.Message);
            }

            var day = parsed.GetValue(on)!.Value;
            if (day > data.DataEnd)
            {
                return run.Refuse($"The records end on {InWords.Date(data.DataEnd)}: the number on {InWords.Date(day)} is not known. Ask for an earlier day, or make a forecast.");
            }

            var note = day < data.WindowStart.AddDays(-1)
                ? $"The first return begins on {InWords.Date(data.WindowStart)}. Children who left before then are not in it, so this count is too low."
                : null;
            if (note is not null)
            {
                run.Words.Remark(note);
            }

            var stock = Stock.On(data, day, parsed.GetValue(by), CodeListFiles.Load());
            if (run.Json)
            {
                WriteJson(run.Output, stock, note);
            }
            else
            {
                WriteWords(run.Output, stock);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void WriteJson(TextWriter output, StockCount stock, string? note) => JsonDocumentWriter.Write(output, json =>
    {
        json.WriteStartObject();
        json.Date("on", stock.On);
        json.WriteNumber("inCare", stock.InCare);
        json.WriteNumber("shortBreaks", stock.ShortBreaks);
        json.WriteNumber("ageUnknown", stock.AgeUnknown);
        json.List("by", stock.By, part =>
        {
            json.WriteString("key", part.Key);
            json.WriteString("label", part.Label);
            json.WriteNumber("count", part.Count);
        });
        json.WriteString("note", note);
        json.WriteEndObject();
    });

    private static void WriteWords(TextWriter output, StockCount stock)
    {
        output.WriteLine($"{InWords.Children(stock.InCare)} in care on {InWords.Date(stock.On)}.");
        output.WriteLine($"{InWords.Whole(stock.ShortBreaks)} more under short breaks (V3, V4), counted apart. Age not known: {InWords.Whole(stock.AgeUnknown)}.");
        output.WriteLine();
        var table = new TextTable("", "Children#", "Share#");
        foreach (var part in stock.By.Where(part => part.Count > 0))
        {
            table.Add(part.Label, InWords.Whole(part.Count), InWords.Percent((decimal)part.Count / stock.InCare));
        }

        table.Add("All children in care", InWords.Whole(stock.InCare), "");
        table.Write(output);
    }
}
