namespace Plimsoll.Web.Frame;

/// <summary>An entry of the navigation: a room that a user can enter.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Address">Its first page.</param>
public sealed record Section(string Name, string Address);

/// <summary>The rooms that have pages, in the order of the navigation.</summary>
public static class Sections
{
    public static Section Home { get; } = new("Home", "/");

    public static Section Children { get; } = new("Children in care", "/children");

    public static Section Forecast { get; } = new("Forecast", "/forecast");

    public static Section Data { get; } = new("Data", "/data");

    public static IReadOnlyList<Section> All { get; } = [Home, Children, Forecast, Data];
}
