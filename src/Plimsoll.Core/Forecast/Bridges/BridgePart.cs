namespace Plimsoll.Core.Forecast.Bridges;

/// <summary>What may have moved the average cost of a financial year from one forecast to another.</summary>
public enum BridgePart
{
    /// <summary>Days that one forecast had to forecast and the other found recorded, and what the records before them cost.</summary>
    Recorded,

    /// <summary>Children in care when the compared months begin.</summary>
    InCare,

    /// <summary>Children who start care in the compared months.</summary>
    Starts,

    /// <summary>Days of care for each child cared for.</summary>
    Duration,

    /// <summary>The share of days in each kind of placement.</summary>
    Mix,

    /// <summary>What a day in each kind of placement costs.</summary>
    Price,

    /// <summary>What the two forecasts do not tell: 0.00 unless the months of a snapshot do not add up to its year.</summary>
    Unexplained,
}

/// <summary>What is said of the parts.</summary>
public static class BridgeParts
{
    /// <summary>The parts that come from children and their placements, in their order.</summary>
    public static IReadOnlyList<BridgePart> Factors { get; } =
        [BridgePart.InCare, BridgePart.Starts, BridgePart.Duration, BridgePart.Mix, BridgePart.Price];

    /// <summary>Its name in files.</summary>
    public static string Key(this BridgePart part) => part switch
    {
        BridgePart.Recorded => "recorded",
        BridgePart.InCare => "inCareAtStart",
        BridgePart.Starts => "starts",
        BridgePart.Duration => "duration",
        BridgePart.Mix => "mix",
        BridgePart.Price => "price",
        BridgePart.Unexplained => "unexplained",
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    /// <summary>What people read.</summary>
    public static string Label(this BridgePart part) => part switch
    {
        BridgePart.Recorded => "Recorded instead of forecast",
        BridgePart.InCare => "Children in care at the start",
        BridgePart.Starts => "Children starting care",
        BridgePart.Duration => "Days of care for each child",
        BridgePart.Mix => "Where children live",
        BridgePart.Price => "Price of a day",
        BridgePart.Unexplained => "Not explained",
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    /// <summary>The group that it is subtotalled in: number, duration, mix, price; the part itself elsewhere.</summary>
    public static string Group(this BridgePart part) => part switch
    {
        BridgePart.InCare or BridgePart.Starts => "Volume",
        BridgePart.Duration => "Duration",
        BridgePart.Mix => "Mix",
        BridgePart.Price => "Price",
        _ => part.Label(),
    };
}
