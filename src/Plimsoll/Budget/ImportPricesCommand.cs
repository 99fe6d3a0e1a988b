using System.CommandLine;
using Plimsoll.Core.Care;
using Plimsoll.Core.Vocabulary;
using Plimsoll.Files.Budget;
using Plimsoll.Shell;

namespace Plimsoll.Budget;

/// <summary>import prices PATH: the council's own weekly prices.</summary>
internal static class ImportPricesCommand
{
    public static Command Make(SharedOptions shared)
    {
        var path = new Argument<string>("PATH") { Description = "CSV with state,ageFrom,ageTo,weeklyPrice,validFrom,validTo,source." };
        var command = new Command("prices", "Import weekly placement prices.") { path };
        command.SetAction(async (parsed, cancel) =>
        {
            var run = shared.Run(parsed);
            await using var bench = await run.OpenAsync(cancel).ConfigureAwait(false);
            var read = PriceReader.Read(parsed.GetValue(path)!);
            if (read is PriceOutcome.Refused refused)
            {
                foreach (var refusal in refused.Refusals)
                {
                    run.Words.Say(refusal.ToString());
                }

                return run.Refuse("No price was imported; the workspace is as it was before.");
            }

            var book = ((PriceOutcome.Read)read).Prices;
            await bench.Workspace.SavePricesAsync(book, run.Change("import prices"), cancel).ConfigureAwait(false);
            var missing = PlacementStates.All.Where(state => book.Rows.All(row => row.State != state)).ToArray();
            if (run.Json)
            {
                JsonDocumentWriter.Write(run.Output, json =>
                {
                    json.WriteStartObject();
                    json.WriteString("name", book.Name);
                    json.WriteNumber("rows", book.Rows.Length);
                    json.WriteStartArray("statesWithoutPrice");
                    foreach (var state in missing)
                    {
                        json.WriteStringValue(state.Code());
                    }

                    json.WriteEndArray();
                    json.WriteEndObject();
                });
            }
            else
            {
                run.Output.WriteLine($"Imported {InWords.Count(book.Rows.Length, "price", "prices")} from {book.Name}.");
                foreach (var state in missing)
                {
                    run.Output.WriteLine($"Finding: there is no price for {state.Label()} ({state.Code()}). Add one, or its days stay without cost and every forecast says so.");
                }
            }

            return ExitCode.Done;
        });
        return command;
    }
}
