using Plimsoll.Core.Care;
using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Benchmarks.Worlds;

/// <summary>Who comes into care and when: families with their children together, unaccompanied children, and children who come back.</summary>
internal sealed class WorldLives
{
    private const double Year = 365.25;
    private const int SurgeDays = 180;
    private const int SurgeChildren = 48;
    private const double FamiliesADay = 102 / Year;
    private const double UnaccompaniedADay = 20 / Year;

    private readonly WorldPlan plan;
    private readonly WorldClimate climate;
    private readonly LifeCourse course;
    private readonly List<Life> lives = [];
    private readonly Xoshiro256 arrivals;
    private readonly ulong key;

    private WorldLives(WorldPlan plan)
    {
        this.plan = plan;
        key = Xoshiro256.KeyOf(plan.Seed, 0x1157UL);
        climate = new WorldClimate(plan.Kind, plan.Begin, plan.Window, plan.End, new Xoshiro256(Xoshiro256.KeyOf(key, 1)));
        course = new LifeCourse(climate, plan.End);
        arrivals = new Xoshiro256(Xoshiro256.KeyOf(key, 2));
    }

    /// <summary>Every life of a world that touches care. Kinds with the same seed share the lives that they have in common.</summary>
    public static List<Life> Of(WorldPlan plan)
    {
        var world = new WorldLives(plan);
        var scale = plan.Children / 500.0 * (plan.Kind == WorldKind.Growing ? 0.895 : 1);
        for (var day = plan.Begin; day < plan.End; day++)
        {
            for (var families = world.arrivals.NextPoisson(scale * FamiliesADay * world.climate.Starts(day)); families > 0; families--)
            {
                world.AddFamily(day);
            }

            for (var alone = world.arrivals.NextPoisson(scale * UnaccompaniedADay * world.climate.Starts(day)); alone > 0; alone--)
            {
                world.Add(day, 15 + (2.7 * Math.Sqrt(world.arrivals.NextDouble())), Road.Unaccompanied, 1, null);
            }
        }

        if (plan.Kind == WorldKind.Surge)
        {
            var stream = new Xoshiro256(Xoshiro256.KeyOf(world.key, 3));
            for (var child = 0; child < Math.Round(SurgeChildren * plan.Children / 500.0); child++)
            {
                world.Add(plan.From - 1 - stream.NextBelow(SurgeDays), 17.02 + (0.7 * stream.NextDouble()), Road.Homeless, 1, null);
            }
        }

        return world.lives;
    }

    private void AddFamily(int day)
    {
        var age = EntryAge();
        var road = RoadAt(age);
        var tendency = arrivals.NextGamma(4) / 4;
        Add(day, age, road, tendency, null);
        if (age >= 14.5 || arrivals.NextDouble() > 0.42)
        {
            return;
        }

        // Brothers and sisters come the same day or within two weeks, mostly on the same road.
        for (var count = 1 + Math.Min(3, arrivals.NextPoisson(0.55)); count > 0; count--)
        {
            var gap = 1 + (5 * arrivals.NextDouble());
            var other = arrivals.NextDouble() < 0.5 && age - gap > 0.02 ? age - gap : age + gap;
            if (other < 17)
            {
                var later = arrivals.NextDouble() < 0.8 ? 0 : arrivals.NextBelow(14);
                Add(Math.Min(plan.End - 1, day + later), other, arrivals.NextDouble() < 0.8 ? road : RoadAt(other), tendency, null);
            }
        }
    }

    private void Add(int day, double age, Road road, double tendency, PlacementState? place)
    {
        var stream = new Xoshiro256(Xoshiro256.KeyOf(key, 4, (ulong)lives.Count));
        var born = DateOnly.FromDayNumber(day - (int)(age * Year));
        var kin = stream.NextDouble() < 0.28 && road is not (Road.Unaccompanied or Road.Homeless);
        var nature = new Nature(
            born.DayNumber,
            Ages.Birthday(born, 18).DayNumber,
            tendency * stream.NextGamma(2) / 2,
            Math.Exp((0.6 * stream.NextNormal()) - 0.18),
            stream.NextNormal(),
            kin);
        var first = place ?? First(nature, age, road, day, stream);
        var episodes = new List<Episode> { course.Live(nature, day, road, first, stream) };
        while (episodes[^1] is { Exit: CareExit.Home or CareExit.SpecialGuardianship } last && Return(last, stream) is { } back
            && back < Math.Min(plan.End, nature.Eighteen - 30))
        {
            // Whoever comes back stays longer.
            var again = stream.NextDouble() < 0.5 ? Road.Agreement : stream.NextDouble() < 0.5 ? Road.Court : Road.LongTerm;
            var returned = nature with { Leaving = 0.7 * nature.Leaving };
            episodes.Add(course.Live(returned, back, again, First(nature, (back - nature.Born) / Year, again, back, stream), stream));
        }

        lives.Add(new Life(lives.Count, born, road == Road.Unaccompanied, episodes));
    }

    private PlacementState First(in Nature nature, double age, Road road, int day, Xoshiro256 stream) => road switch
    {
        Road.Unaccompanied => PlacementDraw.Unaccompanied(age, stream),
        Road.Homeless => PlacementState.Supported,
        _ => PlacementDraw.Next(age, nature.Complexity, nature.Kin, null, climate.Residential(day), stream),
    };

    // About one in eight comes back within three months, one in five within a year, three in ten within six; a sixth of
    // that after special guardianship.
    private static int? Return(Episode last, Xoshiro256 stream)
    {
        var share = last.Exit == CareExit.Home ? 1.0 : 1.0 / 6;
        var draw = stream.NextDouble() / share;
        return draw < 0.08 ? last.End + 2 + stream.NextBelow(88)
            : draw < 0.15 ? last.End + 90 + stream.NextBelow(275)
            : draw < 0.25 ? last.End + 365 + stream.NextBelow(1825)
            : null;
    }

    // A peak at birth, an even childhood that thins out slowly, and a hill in the middle teens.
    private double EntryAge()
    {
        var draw = arrivals.NextDouble();
        return draw < 0.17 ? Math.Min(0.95, 0.09 * arrivals.NextExponential())
            : draw < 0.64 ? 14.5 * Math.Pow(arrivals.NextDouble(), 1.15)
            : Math.Clamp(15.5 + (1.35 * arrivals.NextNormal()), 10, 17.8);
    }

    private Road RoadAt(double age) => arrivals.NextDouble() < 0.68 * Math.Exp(-age / 11) ? Road.Court : Road.Agreement;
}
