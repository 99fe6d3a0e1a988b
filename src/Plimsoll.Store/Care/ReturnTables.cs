using Plimsoll.Core.Care;
using Plimsoll.Store.Databases;
using static Plimsoll.Store.Databases.ColumnKind;

namespace Plimsoll.Store.Care;

/// <summary>The three large tables of the returns, and how a row goes in and comes out. Column order is the order below.</summary>
internal static class ReturnTables
{
    public static RowTable Headers { get; } = new("headers", "part_id",
    [
        new("line", Number), new("child", Text), new("sex", Text), new("born", Date), new("ethnicity", Text), new("upn", Text),
        new("mother", Text), new("first_child_born", Date),
    ]);

    public static RowTable Episodes { get; } = new("episodes", "part_id",
    [
        new("line", Number), new("child", Text), new("commenced", Date), new("reason_new", Text), new("legal_status", Text),
        new("need", Text), new("place", Text), new("provider", Text), new("ceased", Date), new("reason_ceased", Text),
        new("reason_placement_change", Text), new("home_district", Text), new("placement_district", Text), new("urn", Text),
    ]);

    public static RowTable Unaccompanied { get; } = new("unaccompanied", "part_id",
    [
        new("line", Number), new("child", Text), new("sex", Text), new("born", Date), new("status_ceased", Date),
    ]);

    public static void Write(RowWriter to, HeaderRow row)
    {
        to.Number(row.Source.Line);
        to.Text(row.Child.LocalId);
        to.Text(row.Sex);
        to.Date(row.Born);
        to.Text(row.Ethnicity);
        to.Text(row.Upn);
        to.Text(row.Mother);
        to.Date(row.FirstChildBorn);
    }

    public static void Write(RowWriter to, EpisodeRow row)
    {
        to.Number(row.Source.Line);
        to.Text(row.Child.LocalId);
        to.Date(row.Commenced);
        to.Text(row.ReasonNew);
        to.Text(row.LegalStatus);
        to.Text(row.Need);
        to.Text(row.Place);
        to.Text(row.Provider);
        to.Date(row.Ceased);
        to.Text(row.ReasonCeased);
        to.Text(row.ReasonPlacementChange);
        to.Text(row.HomeDistrict);
        to.Text(row.PlacementDistrict);
        to.Text(row.Urn);
    }

    public static void Write(RowWriter to, UascRow row)
    {
        to.Number(row.Source.Line);
        to.Text(row.Child.LocalId);
        to.Text(row.Sex);
        to.Date(row.Born);
        to.Date(row.StatusCeased);
    }

    public static HeaderRow ReadHeader(RowReader row, string file, string authority, int year) => new(
        new ChildKey(authority, row.Text(1)), row.Text(2), row.Date(3), row.Text(4), row.Text(5), row.Text(6), row.Date(7),
        year, new SourceRow(file, row.Number(0)));

    public static EpisodeRow ReadEpisode(RowReader row, string file, string authority, int year) => new(
        new ChildKey(authority, row.Text(1)),
        row.Date(2) ?? throw new FormatException("The workspace holds an episode without its first day."),
        row.Text(3), row.Text(4), row.Text(5), row.Text(6), row.Text(7), row.Date(8), row.Text(9), row.Text(10), row.Text(11),
        row.Text(12), row.Text(13), year, new SourceRow(file, row.Number(0)));

    public static UascRow ReadUnaccompanied(RowReader row, string file, string authority, int year) => new(
        new ChildKey(authority, row.Text(1)), row.Text(2), row.Date(3), row.Date(4), year, new SourceRow(file, row.Number(0)));
}
