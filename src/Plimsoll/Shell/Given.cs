using System.CommandLine.Parsing;
using System.Globalization;

namespace Plimsoll.Shell;

/// <summary>Reads what a person gave to an option; what cannot be read is wrong usage, told in plain words.</summary>
internal static class Given
{
    /// <summary>A whole number. Whether it is a sensible one is for the command to say.</summary>
    public static int Whole(ArgumentResult result)
    {
        var text = Text(result);
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        result.AddError($"'{text}' is not a whole number that can be used here. Write it in digits, as 60.");
        return 0;
    }

    /// <summary>A whole number that is not negative.</summary>
    public static ulong Seed(ArgumentResult result)
    {
        var text = Text(result);
        if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        result.AddError($"'{text}' is not a seed. Write a whole number from 0 to {ulong.MaxValue}, as 1.");
        return 0;
    }

    /// <summary>A port of this machine.</summary>
    public static int Port(ArgumentResult result)
    {
        var text = Text(result);
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue)
        {
            return port;
        }

        result.AddError($"'{text}' is not a port. Write a number from 1 to {ushort.MaxValue}, as 5080, or 0 for any free one.");
        return 0;
    }

    /// <summary>One of a few words, in any case. Their numbers inside the program are no words.</summary>
    public static T OneOf<T>(ArgumentResult result)
        where T : struct, Enum
    {
        var text = Text(result);
        foreach (var known in Enum.GetValues<T>())
        {
            if (string.Equals(text, known.ToString(), StringComparison.OrdinalIgnoreCase))
            {
                return known;
            }
        }

        var words = Enum.GetNames<T>().Select(name => name.ToLowerInvariant());
        result.AddError($"'{text}' is not one of the choices. Write one of {string.Join(", ", words)}.");
        return default;
    }

    private static string Text(ArgumentResult result) => result.Tokens.Count == 0 ? "" : result.Tokens[^1].Value;
}
