using System.Globalization;
using Plimsoll.Statistics.Simulation;

namespace Plimsoll.Benchmarks;

/// <summary>Reads the two files of the kernel benchmark; what cannot be read is said with its line.</summary>
internal static class KernelInput
{
    /// <summary>Rates a year by age band, state, duration band and place; what the file leaves out is zero.</summary>
    /// <remarks>Bands are numbers from 0, or labels as 0-1 and 2+, or the lower edges of the bands.</remarks>
    public static double[,,,] Hazards(string path)
    {
        var rows = Rows(path, ["age", "state", "dur", "dest", "h"]);
        var ages = Reader(KernelModel.Ages, rows.Select(row => row.Cells[0]));
        var durations = Reader(KernelModel.Durations, rows.Select(row => row.Cells[2]));
        var places = KernelModel.States + KernelModel.Exits;
        var rates = new double[KernelModel.Ages.Count, KernelModel.States, KernelModel.Durations.Count, places];
        foreach (var (line, cells) in rows)
        {
            var rate = Number(path, line, cells[4]);
            if (rate < 0)
            {
                throw new InvalidDataException($"{path}, line {line}: a hazard is zero or more.");
            }

            rates[
                ages(cells[0]) ?? throw Outside(path, line, "age band", cells[0]),
                Whole(path, line, "state", cells[1], KernelModel.States),
                durations(cells[2]) ?? throw Outside(path, line, "duration band", cells[2]),
                Whole(path, line, "destination", cells[3], places)] += rate;
        }

        return rates;
    }

    /// <summary>Those present at time zero, times in months. Whoever is eighteen already has left.</summary>
    public static SubjectStart[] Stock(string path) =>
    [
        .. from row in Rows(path, ["age", "dur", "state"])
           let age = Number(path, row.Line, row.Cells[0])
           where age < KernelModel.AgeLimitYears
           select new SubjectStart(
               0,
               (KernelModel.AgeLimitYears - age) * KernelModel.MonthsAYear,
               0,
               -Number(path, row.Line, row.Cells[1]) * KernelModel.MonthsAYear,
               Whole(path, row.Line, "state", row.Cells[2], KernelModel.States),
               0),
    ];

    private static List<(int Line, string[] Cells)> Rows(string path, string[] columns)
    {
        var rows = new List<(int, string[])>();
        int[] order = [.. Enumerable.Range(0, columns.Length)];
        var number = 0;
        foreach (var text in File.ReadLines(path))
        {
            number++;
            string[] cells = [.. text.TrimStart('\uFEFF').Split(',').Select(cell => cell.Trim().Trim('"').Trim())];
            if (cells is [""])
            {
                continue;
            }

            if (number == 1 && columns.Any(column => cells.Contains(column, StringComparer.OrdinalIgnoreCase)))
            {
                order = [.. columns.Select(column => Array.FindIndex(cells, cell => cell.Equals(column, StringComparison.OrdinalIgnoreCase)))];
                if (order.Contains(-1))
                {
                    throw new InvalidDataException($"{path}: the header has no column {columns[Array.IndexOf(order, -1)]}; it needs {string.Join(',', columns)}.");
                }

                continue;
            }

            if (cells.Length <= order.Max())
            {
                throw new InvalidDataException($"{path}, line {number}: {cells.Length} cells where {string.Join(',', columns)} are needed.");
            }

            rows.Add((number, [.. order.Select(at => cells[at])]));
        }

        return rows.Count > 0 ? rows : throw new InvalidDataException($"{path}: there are no rows.");
    }

    // How the bands of a column are written is decided by the whole column: 5 is no band number, but a lower edge.
    private static Func<string, int?> Reader(KernelBands bands, IEnumerable<string> column)
    {
        var written = column.Distinct(StringComparer.Ordinal).ToList();
        if (written.All(cell => int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var band) && band < bands.Count))
        {
            return cell => int.Parse(cell, CultureInfo.InvariantCulture);
        }

        return cell => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var edge)
            ? Found(Array.FindIndex(bands.LowerEdges, lower => Math.Abs(lower - edge) < 0.001))
            : Found(Array.IndexOf(bands.Labels, cell.Replace('\u2013', '-').Replace(" ", "", StringComparison.Ordinal)));

        static int? Found(int index) => index < 0 ? null : index;
    }

    private static double Number(string path, int line, string cell) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : throw new InvalidDataException($"{path}, line {line}: '{cell}' is no number.");

    private static int Whole(string path, int line, string what, string cell, int below)
    {
        var value = Number(path, line, cell);
        return value >= 0 && value < below && value == Math.Floor(value) ? (int)value : throw Outside(path, line, what, cell);
    }

    private static InvalidDataException Outside(string path, int line, string what, string cell) =>
        new($"{path}, line {line}: '{cell}' is no {what} of the model (numbers start at 0).");
}
