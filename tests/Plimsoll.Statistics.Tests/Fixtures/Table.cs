using System.Globalization;

namespace Plimsoll.Statistics.Tests.Fixtures;

/// <summary>A fixture file: rows of cells, the heading left out.</summary>
internal static class Table
{
    internal static string[][] Survival(string name) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Fixtures", "Survival", name)).Skip(1).Select(line => line.Split(','))];

    internal static double Number(string cell) =>
        cell.Length == 0 ? double.NaN : double.Parse(cell, CultureInfo.InvariantCulture);

    internal static double[] Column(string[][] rows, int column) => [.. rows.Select(row => Number(row[column]))];

    internal static int[] Whole(string[][] rows, int column) => [.. rows.Select(row => (int)Number(row[column]))];

    internal static bool[] Flags(string[][] rows, int column) => [.. rows.Select(row => row[column] == "1")];
}
