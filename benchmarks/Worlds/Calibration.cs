using System.Globalization;
using Plimsoll.Core.Care;

namespace Plimsoll.Benchmarks.Worlds;

/// <summary>Says how like real councils the made-up ones are: stock by year, stays, placements, moves.</summary>
internal static class Calibration
{
    /// <summary>Prints the figures of a kind of world, over some worlds.</summary>
    public static void Print(WorldsRequest request, WorldKind kind)
    {
        var worlds = request.Worlds;
        var stock = new double[11];
        var placed = new double[PlacementStates.Count];
        double starts = 0, lefts = 0, days = 0, moves = 0, four = 0, alone = 0, returns = 0, unknown = 0, open = 0;
        var ages = new double[7];
        var stays = new List<int>();
        var entryAges = new double[5];
        var exits = new double[CareExits.Count];
        double first = 0, second = 0;
        for (var number = 0; number < worlds; number++)
        {
            var world = World.Of(request.Plan(kind, number));
            var plan = world.Plan;
            foreach (var life in world.Lives)
            {
                for (var index = 0; index < life.Episodes.Count; index++)
                {
                    var care = life.Episodes[index];
                    for (var year = 0; year < stock.Length; year++)
                    {
                        var day = DateOnly.FromDayNumber(plan.Window).AddYears(year).DayNumber - 1;
                        stock[year] += care.Start <= day && day < care.End ? 1 : 0;
                    }

                    if (care.Start >= plan.Window && care.Start < plan.From)
                    {
                        starts++;
                        returns += index > 0 ? 1 : 0;
                        var age = (care.Start - life.Born.DayNumber) / 365.25;
                        entryAges[age < 1 ? 0 : age < 5 ? 1 : age < 10 ? 2 : age < 16 ? 3 : 4]++;
                        stays.Add(care.End - care.Start);
                        four += care.End - care.Start >= 1461 ? 1 : 0;
                    }

                    var (from, to) = (Math.Max(care.Start, plan.Window), Math.Min(care.End, plan.From));
                    if (to > from)
                    {
                        days += to - from;
                        moves += care.Stays.Skip(1).Count(stay => stay.Start >= from && stay.Start < to);
                        if (care.End <= plan.From)
                        {
                            exits[(int)care.Exit!.Value]++;
                            lefts++;
                        }
                    }

                    if (care.Start < plan.From && care.End >= plan.From)
                    {
                        open++;
                        placed[(int)care.Stays.Last(stay => stay.Start < plan.From).State]++;
                        alone += life.Unaccompanied ? 1 : 0;
                        var age = (plan.From - life.Born.DayNumber) / 365.25;
                        ages[age < 1 ? 0 : age < 5 ? 1 : age < 10 ? 2 : age < 13 ? 3 : age < 16 ? 4 : age < 17 ? 5 : 6]++;
                    }
                }
            }

            first += world.Data.Children.Sum(child => child.Counted.Count(episode => episode.Days.Contains(WorldPlan.WindowStart)));
            second += world.Data.Children.Sum(child => child.Counted.Count(episode => episode.Days.Contains(world.Data.DataEnd)));
            unknown += world.Data.Children.Count(child => child.Periods.Any(period => !period.StartKnown));
        }

        stays.Sort();
        string Shares(double[] parts, IEnumerable<string> names) =>
            string.Join(", ", parts.Zip(names, (part, name) => Text($"{name} {100 * part / parts.Sum():0.0}%")));
        Console.WriteLine(Text($"kind {(char)kind}, {worlds} worlds"));
        Console.WriteLine("  in care on 31 March of years 0 to 10: " + string.Join(' ', stock.Select(one => Text($"{one / worlds:0}"))));
        Console.WriteLine(Text(
            $"  in the records when the window opens {first / worlds:0} and ends {second / worlds:0}, of unknown start {unknown / worlds:0}"));
        Console.WriteLine(Text(
            $"  starts a year {starts / worlds / 5:0.0} (of them back {100 * returns / starts:0.0}%), ends a year {lefts / worlds / 5:0.0}"));
        Console.WriteLine(Text($"  moves a child-year {moves / days * 365.25:0.00}, median stay {stays[stays.Count / 2]} days"));
        Console.WriteLine(Text($"  still in care after four years {100 * four / starts:0.0}%, unaccompanied {100 * alone / open:0.0}%"));
        Console.WriteLine("  placements: " + Shares(placed, PlacementStates.All.Select(state => state.Code())));
        Console.WriteLine("  exits: " + Shares(exits, CareExits.All.Select(exit => exit.Code())));
        Console.WriteLine("  age at start: " + Shares(entryAges, ["0", "1-4", "5-9", "10-15", "16-17"]));
        Console.WriteLine("  age in care: " + Shares(ages, ["0", "1-4", "5-9", "10-12", "13-15", "16", "17"]));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
