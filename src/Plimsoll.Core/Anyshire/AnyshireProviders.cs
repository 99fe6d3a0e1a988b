using System.Globalization;
using Plimsoll.Core.Care;

namespace Plimsoll.Core.Anyshire;

/// <summary>Made-up names of organisations: each made-up Ofsted number always has the same one, and says that it is made up.</summary>
internal static class AnyshireProviders
{
    private static readonly string[] First = ["Lark", "Quill", "Thistle", "Bracken", "Otter", "Marl", "Sedge", "Plover", "Tansy", "Wren", "Fallow", "Umber"];
    private static readonly string[] Second = ["mere", "haven", "wick", "holt", "combe", "stead", "garth"];

    /// <summary>The organisation that is paid for a placement.</summary>
    /// <param name="state">Kind of placement.</param>
    /// <param name="urn">The Ofsted number of the home or agency; empty when it has none.</param>
    public static string NameOf(PlacementState state, string urn)
    {
        if (state is PlacementState.KinshipFoster or PlacementState.FosterInHouse or PlacementState.HomeInHouse)
        {
            return "Anyshire Council (made up)";
        }

        var digits = string.Concat(urn.Where(char.IsAsciiDigit));
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return "";
        }

        // Seven and twelve share no factor, so that neighbours have different names and 84 numbers all differ.
        var kind = state switch
        {
            PlacementState.FosterAgency => "Fostering",
            PlacementState.Supported => "Living",
            PlacementState.ResidentialOther => "School and Centre",
            _ => "Homes",
        };
        return $"{First[number % First.Length]}{Second[number % Second.Length]} {kind} (made up)";
    }
}
