using Plimsoll.Core.Vocabulary;
using Plimsoll.Files.Vocabulary;

namespace Plimsoll.Files.Care;

/// <summary>Reads the rows of one Episodes file. Codes are kept as submitted; what cannot be placed in time is left out with a finding.</summary>
internal sealed class EpisodeFileReader
{
    /// <summary>The day on which the Children Act 1989 took effect; rule 353.</summary>
    public static readonly DateOnly Earliest = new(1991, 10, 14);

    private readonly EpisodePools pools;
    private readonly EpisodeTable table;
    private readonly RowContext context;
    private readonly CsvRows rows;
    private readonly RowCursor cursor;
    private readonly DateColumn starts;
    private readonly DateColumn ends;
    private readonly int decom;
    private readonly int dec;
    private readonly int[] codes;
    private readonly int home;
    private readonly int placement;
    private readonly int urn;

    private EpisodeFileReader(RowContext context, FilePlan plan, CsvRows rows, EpisodePools pools, EpisodeTable table)
    {
        (this.context, this.rows, this.pools, this.table) = (context, rows, pools, table);
        cursor = new RowCursor(context, plan, rows);
        var columns = new Columns(rows.Heading);
        (decom, dec, home, placement, urn) = (columns["DECOM"], columns["DEC"], columns["HOME_POST"], columns["PL_POST"], columns["URN"]);
        codes = [columns["RNE"], columns["LS"], columns["CIN"], columns["PLACE"], columns["PLACE_PROVIDER"], columns["REC"], columns["REASON_PLACE_CHANGE"]];
        (starts, ends) = (plan.Profile.Dates["DECOM"], plan.Profile.Dates["DEC"]);
    }

    /// <summary>Reads a file into the table.</summary>
    /// <returns>How many rows were left out.</returns>
    public static int Read(RowContext context, FilePlan plan, CsvRows rows, EpisodePools pools, EpisodeTable table)
    {
        var reader = new EpisodeFileReader(context, plan, rows, pools, table);
        context.Files.Add(plan.Profile.Source.Name);
        while (reader.cursor.Next(EpisodeFindings.Ragged, EpisodeFindings.NoChild, EpisodeFindings.Duplicate))
        {
            reader.ReadRow();
        }

        return reader.cursor.LeftOut;
    }

    private void ReadRow()
    {
        if (ReadStart() is not { } commenced || !ReadEnd(commenced, out var ceased))
        {
            return;
        }

        Span<byte> buffer = stackalloc byte[Postcodes.Room];
        var cells = new EpisodeCells
        {
            Child = cursor.Child,
            Origin = pools.Origin(cursor.Authority, context.Files.Count - 1, cursor.CollectionYear),
            Line = rows.Line,
            Commenced = EpisodePools.Number(commenced),
            Ceased = ceased is { } end ? EpisodePools.Number(end) : EpisodePools.Open,
            ReasonNew = pools.ReasonNew.Number(rows.Cell(codes[0])),
            LegalStatus = pools.LegalStatus.Number(rows.Cell(codes[1])),
            Need = pools.Need.Number(rows.Cell(codes[2])),
            Place = pools.Place.Number(rows.Cell(codes[3])),
            Provider = pools.Provider.Number(rows.Cell(codes[4])),
            ReasonCeased = pools.ReasonCeased.Number(rows.Cell(codes[5])),
            ReasonChange = pools.ReasonChange.Number(rows.Cell(codes[6])),
            Urn = pools.Urns.Number(rows.Cell(urn)),
        };
        cells.HomeDistrict = pools.District(Postcodes.District(rows.Cell(home), buffer));
        cells.PlacementDistrict = pools.District(Postcodes.District(rows.Cell(placement), buffer));
        CheckCodes(in cells);
        table.Add(in cells);
    }

    private DateOnly? ReadStart()
    {
        var (start, problem) = cursor.Date(decom, starts);
        if (start is not { } day)
        {
            cursor.LeaveOut(
                problem == DateProblem.OtherForm ? EpisodeFindings.MixedDates : EpisodeFindings.NoStart, "DECOM", cursor.Explain(decom, starts, problem));
            return null;
        }

        if (day < Earliest)
        {
            cursor.LeaveOut(EpisodeFindings.TooEarly, "DECOM", $"began {InWords.FileDate(day)}");
            return null;
        }

        if (day > cursor.LastStart)
        {
            cursor.LeaveOut(EpisodeFindings.AfterEnd, "DECOM", $"began {InWords.FileDate(day)}, after {InWords.FileDate(cursor.LastStart)}");
            return null;
        }

        return day;
    }

    private bool ReadEnd(DateOnly start, out DateOnly? end)
    {
        end = cursor.DateOrMissing(dec, ends, EpisodeFindings.MixedDates, EpisodeFindings.UnreadableEnd, "counted as still in care");
        if (end is not { } day)
        {
            return true;
        }

        if (day < start)
        {
            cursor.LeaveOut(EpisodeFindings.EndBeforeStart, "DEC", $"ended {InWords.FileDate(day)}, began {InWords.FileDate(start)}");
            return false;
        }

        if (day > cursor.LastEnd)
        {
            cursor.Note(EpisodeFindings.EndAfterReturn, "DEC", $"ended {InWords.FileDate(day)}, after {InWords.FileDate(cursor.LastEnd)}", "counted as still in care");
            end = null;
        }

        return true;
    }

    private void CheckCodes(in EpisodeCells cells)
    {
        const string Kept = "kept as submitted";
        Check(pools.ReasonNew, cells.ReasonNew, EpisodeFindings.ReasonNew, Kept);
        Check(pools.LegalStatus, cells.LegalStatus, EpisodeFindings.LegalStatus, Kept);
        Check(pools.Need, cells.Need, EpisodeFindings.Need, Kept);
        Check(pools.Place, cells.Place, EpisodeFindings.Place, Kept);
        if (cells.ReasonChange != 0)
        {
            Check(pools.ReasonChange, cells.ReasonChange, EpisodeFindings.ReasonChange, Kept);
        }

        if (cells.ReasonCeased != 0)
        {
            Check(pools.ReasonCeased, cells.ReasonCeased, EpisodeFindings.ReasonCeased, Kept);
        }

        CheckEnding(in cells);
        CheckProvider(in cells);
    }

    private void CheckEnding(in EpisodeCells cells)
    {
        // A DEC that could not be used has its own finding; here the cell itself is what counts.
        var hasEnd = !rows.Cell(dec).IsEmpty;
        if (!hasEnd && cells.ReasonCeased != 0)
        {
            cursor.Note(
                EpisodeFindings.EndAndReason, "DEC", $"REC is {CellText.Short(pools.ReasonCeased.Text(cells.ReasonCeased))}, DEC is blank", "counted as still in care, unless a later return gives the end date");
        }
        else if (hasEnd && cells.ReasonCeased == 0)
        {
            cursor.Note(EpisodeFindings.EndAndReason, "REC", "DEC is given, REC is blank", "counted the end as other or not recorded");
        }
    }

    private void CheckProvider(in EpisodeCells cells)
    {
        var place = pools.Place.Text(cells.Place);
        var needsNone = place.Length > 0 && place[0] is 'T' or 'Z';
        if (needsNone && cells.Provider == 0)
        {
            return;
        }

        var provider = pools.Provider.Text(cells.Provider);
        var kind = cells.Provider == 0 ? EpisodeFindings.ProviderMissing
            : !pools.Provider.Allows(cells.Provider, cursor.CollectionYear) ? EpisodeFindings.ProviderUnknown
            : provider == "PR0" && place != "P1" ? EpisodeFindings.ProviderParents
            : null;
        if (kind is not null)
        {
            var decides = place is "U4" or "U5" or "U6" or "K2" or "R1";
            var says = cells.Provider == 0 ? "PLACE_PROVIDER is blank" : $"PLACE_PROVIDER is {CellText.Short(provider)}";
            cursor.Note(kind, "PLACE_PROVIDER", $"{says}, PLACE is {(place.Length == 0 ? "blank" : CellText.Short(place))}", decides ? "counted as bought" : "kept as submitted");
        }
    }

    private void Check(CodeColumn column, ushort code, FindingKind kind, string did)
    {
        if (!column.Allows(code, cursor.CollectionYear))
        {
            cursor.Note(kind, column.Name, column.Says(code, cursor.CollectionYear), did);
        }
    }
}
