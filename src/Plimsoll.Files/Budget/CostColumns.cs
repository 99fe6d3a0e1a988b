namespace Plimsoll.Files.Budget;

/// <summary>
/// Where the columns of a placement cost sheet stand. Finance teams name them in many ways, so a heading is compared
/// without spaces, signs and capitals.
/// </summary>
internal sealed class CostColumns
{
    private readonly string[] plain;

    /// <summary>Finds the columns of a heading; -1 for one that is not there.</summary>
    public CostColumns(string[] heading)
    {
        plain = Array.ConvertAll(heading, Plain);
        Child = Find("child", "childid", "childref", "childreference", "childidentifier", "personid", "clientid", "caseid", "localid");
        Authority = Find("authority", "localauthority", "la");
        Provider = Find("provider", "providername", "supplier", "suppliername", "organisation");
        Core = Find("weeklycore", "core", "coreweekly", "corecost", "weeklycorecost", "care", "weeklycare", "socialcare");
        Education = Find("weeklyeducation", "education", "educationweekly", "educationcost", "weeklyeducationcost");
        Health = Find("weeklyhealth", "health", "healthweekly", "healthcost", "weeklyhealthcost", "therapy", "weeklytherapy");
        Total = Find("weekly", "weeklytotal", "totalweekly", "total", "weeklyprice", "weeklycost", "weeklyfee", "costperweek", "priceperweek", "price", "cost");
        Start = Find("start", "startdate", "from", "placementstart", "placementstartdate", "datefrom");
        End = Find("end", "enddate", "to", "placementend", "placementenddate", "plannedend", "plannedenddate", "dateto");
        Framework = Find("framework", "onframework", "frameworkornot", "frameworkplacement");
        Purchase = Find("blockorspot", "blockspot", "spotorblock", "spotblock", "purchase", "contracttype", "contract");
        Contributions = Find("contributions", "weeklycontributions", "contribution", "weeklycontribution", "partnercontributions", "income");
    }

    /// <summary>The child's identifier.</summary>
    public int Child { get; }

    /// <summary>The authority's label.</summary>
    public int Authority { get; }

    /// <summary>The organisation that is paid.</summary>
    public int Provider { get; }

    /// <summary>Pounds a week for care.</summary>
    public int Core { get; }

    /// <summary>Pounds a week for education.</summary>
    public int Education { get; }

    /// <summary>Pounds a week for health.</summary>
    public int Health { get; }

    /// <summary>Pounds a week altogether.</summary>
    public int Total { get; }

    /// <summary>First day.</summary>
    public int Start { get; }

    /// <summary>The day on which it ended.</summary>
    public int End { get; }

    /// <summary>Framework or not.</summary>
    public int Framework { get; }

    /// <summary>Block or spot.</summary>
    public int Purchase { get; }

    /// <summary>Pounds a week from others.</summary>
    public int Contributions { get; }

    /// <summary>What a cost sheet cannot do without and this heading lacks, in words.</summary>
    public IEnumerable<string> Missing()
    {
        if (Child < 0)
        {
            yield return "the child (child)";
        }

        if (Start < 0)
        {
            yield return "the first day (start)";
        }

        if (Core < 0 && Total < 0)
        {
            yield return "an amount (weeklyCore or weeklyTotal)";
        }
    }

    private static string Plain(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    private int Find(params string[] names)
    {
        foreach (var name in names)
        {
            if (Array.IndexOf(plain, name) is >= 0 and var at)
            {
                return at;
            }
        }

        return -1;
    }
}
