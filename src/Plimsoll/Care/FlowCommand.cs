using System.Collections.Immutable;
using System.CommandLine;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Shell;

namespace Plimsoll.Care;

/// <summary>flow --from DATE --to DATE: opening, starters, leavers, closing by month.</summary>
internal static class FlowCommand
{
    public static Command Make(SharedOptions shared)
    {
        var from = new Option<DateOnly?>("--from") { Description = "First day, inside.", HelpName = "DATE", Required = true, CustomParser = SharedOptions.Date };
        var to = new Option<DateOnly?>("--to") { Description = "Last day, inside.", HelpName = "DATE", Required = true, CustomParser = SharedOptions.Date };
        var command = new Command("flow", "Opening number, starters, leavers and closing number by month.") { from, to };
        command.SetAction(async (parsed, cancel) =>
        {
            var run = shared.Run(parsed);
            await using var bench = await run.OpenAsync(cancel).ConfigureAwait(false);
            if (await bench.CareAsync(cancel).ConfigureAwait(false) is not { } data)
            {
                return run.Refuse(NoData.Message);
            }

            var (first, last) = (parsed.GetValue(from)!.Value, parsed.GetValue(to)!.Value);
            if (last < first)
            {
                return run.Refuse($"--to ({InWords.Date(last)}) lies before --from ({InWords.Date(first)}). Give the earlier day first.");
            }

            if (last > data.DataEnd)
            {
                return run.Refuse($"The records end on {InWords.Date(data.DataEnd)}: what happened by {InWords.Date(last)} is not known. Give an earlier --to.");
            }

            var note = first < data.WindowStart
                ? $"The first return begins on {InWords.Date(data.WindowStart)}. Children who left before then are not in it, so earlier numbers are too low."
                : null;
            if (note is not null)
            {
                run.Words.Remark(note);
            }

            var months = Flow.ByMonth(data, first, last);
            if (run.Json)
            {
                WriteJson(run.Output, months, note);
            }
            else
            {
                WriteWords(run.Output, months);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void WriteJson(TextWriter output, ImmutableArray<FlowMonth> months, string? note) => JsonDocumentWriter.Write(output, json =>
    {
        json.WriteStartObject();
        json.List("months", months, month =>
        {
            json.WriteString("month", month.Month.ToString());
            json.WriteNumber("opening", month.Opening);
            json.WriteNumber("started", month.Started);
            json.WriteNumber("ceased", month.Ceased);
            json.WriteNumber("closing", month.Closing);
        });
        json.WriteString("note", note);
        json.WriteEndObject();
    });

    private static void WriteWords(TextWriter output, ImmutableArray<FlowMonth> months)
    {
        var table = new TextTable("Month", "Opening#", "Started#", "Ceased#", "Closing#");
        foreach (var month in months)
        {
            table.Add(
                InWords.Month(month.Month), InWords.Whole(month.Opening), InWords.Whole(month.Started), InWords.Whole(month.Ceased), InWords.Whole(month.Closing));
        }

        table.Add(
            "All months",
            InWords.Whole(months[0].Opening),
            InWords.Whole(months.Sum(month => month.Started)),
            InWords.Whole(months.Sum(month => month.Ceased)),
            InWords.Whole(months[^1].Closing));
        table.Write(output);
        output.WriteLine();
        output.WriteLine("Opening + started - ceased = closing in every row.");
    }
}
