using Plimsoll.Core.Care;
using Plimsoll.Statistics.Randomness;

namespace Plimsoll.Benchmarks.Worlds;

/// <summary>
/// Lives one period of care, one day at a time. Nothing here is piecewise constant: rates change with exact age and with
/// exact time in care and in the placement (Weibull and like shapes), every child has an own tendency to leave and to
/// move, and what a court decides bends the rest.
/// </summary>
internal sealed class LifeCourse(WorldClimate climate, int end)
{
    private const double Year = 365.25;
    private const int Longest = 7000;

    // Chances a day by days on the clock: steps of Weibull cumulative hazards, and for moves a decline that never ends.
    private static readonly double[] GoingHome = Weibull(0.62, 170);
    private static readonly double[] Deciding = Weibull(2.6, 265);
    private static readonly double[] Placing = Weibull(1.3, 210);
    private static readonly double[] Adopting = Weibull(2.2, 250);
    private static readonly double[] Unsettled =
        [.. Enumerable.Range(0, Longest).Select(day => (0.13 + (0.35 * Math.Exp(-day / 400.0)) + (1.6 * Math.Exp(-day / 30.0))) / Year)];

    /// <summary>Lives until care ends, or the world.</summary>
    /// <param name="child">Who.</param>
    /// <param name="start">First day.</param>
    /// <param name="road">The road at the start.</param>
    /// <param name="first">First placement.</param>
    /// <param name="stream">Randomness of the child.</param>
    public Episode Live(in Nature child, int start, Road road, PlacementState first, Xoshiro256 stream)
    {
        var stays = new List<Stay> { new(start, first) };
        var statuses = new List<Status> { new(start, Code(road)) };
        var state = first;
        var roadSince = start;
        for (var day = start + 1; ; day++)
        {
            if (day >= child.Eighteen)
            {
                return new Episode(start, child.Eighteen, CareExit.Age18, stays, statuses);
            }

            if (day >= end)
            {
                return new Episode(start, end, null, stays, statuses);
            }

            var age = (day - child.Born) / Year;
            var draw = stream.NextDouble();
            if (Leaves(child, road, state, day, day - start, day - roadSince, age, ref draw) is { } exit)
            {
                return new Episode(start, day, exit, stays, statuses);
            }

            if (Turns(road, day - start, day - roadSince, ref draw))
            {
                (var next, var over) = Turn(child, road, age, stream);
                if (over is { } decided)
                {
                    return new Episode(start, day, decided, stays, statuses);
                }

                if (next != road && Code(next) != Code(road))
                {
                    statuses.Add(new Status(day, Code(next)));
                }

                (road, roadSince) = (next, day);
                if (next == Road.WithParents)
                {
                    state = PlacementState.WithParents;
                    stays.Add(new Stay(day, state));
                }
                else if (state == PlacementState.PlacedForAdoption)
                {
                    // The adoption broke down.
                    state = PlacementDraw.Next(age, child.Complexity, child.Kin, state, climate.Residential(day), stream);
                    stays.Add(new Stay(day, state));
                }

                continue;
            }

            // Placed with adopters: the road stays, the clock starts again.
            if (road == Road.Adoption && state != PlacementState.PlacedForAdoption && draw < Placing[day - roadSince])
            {
                state = PlacementState.PlacedForAdoption;
                stays.Add(new Stay(day, state));
                roadSince = day;
                continue;
            }

            var onwards = age > 16 && state != PlacementState.Supported && road != Road.WithParents ? 1.4 * (age - 16) / Year : 0;
            if (Hit(ref draw, onwards))
            {
                // Getting ready for life after care.
                state = PlacementState.Supported;
                stays.Add(new Stay(day, state));
                continue;
            }

            if (stream.NextDouble() < Moving(child, road, state, day - stays[^1].Start, age))
            {
                state = road == Road.Unaccompanied
                    ? PlacementDraw.Unaccompanied(age, stream)
                    : road == Road.Homeless
                        ? PlacementState.Supported
                        : PlacementDraw.Next(age, child.Complexity, child.Kin, state, climate.Residential(day), stream);
                road = road == Road.WithParents ? Road.LongTerm : road;
                stays.Add(new Stay(day, state));
            }
        }
    }

    private CareExit? Leaves(in Nature child, Road road, PlacementState state, int day, int inCare, int onRoad, double age, ref double draw)
    {
        var home = child.Leaving * road switch
        {
            Road.Agreement => GoingHome[inCare] * (1.1 - (0.25 * Bump(age, 9, 5))),
            Road.Court => 0.12 / Year,
            Road.WithParents => 0.30 / Year,
            Road.LongTerm => (0.045 + (0.03 * Bump(age, 15.5, 2))) / Year,
            _ => 0,
        };
        var guardian = child.Leaving * (road is Road.LongTerm or Road.Court && state == PlacementState.KinshipFoster
            ? 0.25 * Math.Exp(-age / 10) * Math.Exp(-inCare / 1500.0) / Year
            : road == Road.LongTerm ? 0.05 * Math.Exp(-age / 9) / Year : 0);
        var adopted = road == Road.Adoption && state == PlacementState.PlacedForAdoption ? Adopting[onRoad] : 0;
        var independent = age > 16 && road != Road.Homeless ? 0.16 * (age - 16) / Year : 0;
        var other = (road == Road.Unaccompanied ? 0.10 : 0.02) / Year;
        var factor = climate.Leaving(day);
        return Hit(ref draw, factor * home) ? CareExit.Home
            : Hit(ref draw, factor * guardian) ? CareExit.SpecialGuardianship
            : Hit(ref draw, factor * adopted) ? CareExit.Adopted
            : Hit(ref draw, factor * independent) ? CareExit.Independent
            : Hit(ref draw, factor * other) ? CareExit.Other
            : null;
    }

    private static bool Turns(Road road, int inCare, int onRoad, ref double draw) => road switch
    {
        Road.Court => Hit(ref draw, Deciding[onRoad]),

        // Agreements that last turn into proceedings or into long-term care.
        Road.Agreement => Hit(ref draw, (inCare < 400 ? 0.60 : 0.45) / Year),
        Road.Adoption => Hit(ref draw, 0.10 / Year),
        _ => false,
    };

    private static (Road Road, CareExit? Over) Turn(in Nature child, Road road, double age, Xoshiro256 stream)
    {
        var draw = stream.NextDouble();
        switch (road)
        {
            case Road.Agreement:
                return (draw < 0.62 * Math.Exp(-age / 14) ? Road.Court : Road.LongTerm, null);
            case Road.Adoption:
                return (Road.LongTerm, null);
            default:
                var adoption = 0.70 / (1 + Math.Exp((age - 3.4) / 0.9));
                var guardian = (child.Kin ? 0.62 : 0.12) * Math.Exp(-age / 16);
                return draw < adoption ? (Road.Adoption, null)
                    : draw < adoption + ((1 - adoption) * guardian) ? (road, CareExit.SpecialGuardianship)
                    : draw < adoption + ((1 - adoption) * (guardian + 0.12)) ? (road, CareExit.Home)
                    : draw < adoption + ((1 - adoption) * (guardian + 0.24)) ? (Road.WithParents, null)
                    : (Road.LongTerm, null);
        }
    }

    private static double Moving(in Nature child, Road road, PlacementState state, int inPlacement, double age)
    {
        if (road == Road.Adoption)
        {
            return (state == PlacementState.PlacedForAdoption ? 0.02 : 0.15) / Year;
        }

        var kind = state switch
        {
            PlacementState.KinshipFoster => 0.55,
            PlacementState.Supported => 1.0,
            PlacementState.WithParents => 0.7,
            PlacementState.Secure or PlacementState.Custody => 5.0,
            PlacementState.Other => 4.0,
            _ when state.IsResidential() => 1.25,
            _ => 1.0,
        };
        return child.Moving * kind * Unsettled[inPlacement] * (0.75 + (0.75 / (1 + Math.Exp((12.5 - age) / 1.2))));
    }

    private static string Code(Road road) => road switch
    {
        Road.Agreement or Road.Unaccompanied or Road.Homeless => "V2",
        Road.Court => "C1",
        Road.Adoption => "E1",
        _ => "C2",
    };

    private static double Bump(double age, double centre, double width) => Math.Exp(-(age - centre) * (age - centre) / (2 * width * width));

    private static bool Hit(ref double draw, double chance)
    {
        if (draw < chance)
        {
            return true;
        }

        draw -= chance;
        return false;
    }

    private static double[] Weibull(double shape, double scale)
    {
        var daily = new double[Longest];
        for (var day = 1; day < Longest; day++)
        {
            daily[day] = Math.Pow(day / scale, shape) - Math.Pow((day - 1) / scale, shape);
        }

        return daily;
    }
}

/// <summary>What a child brings along.</summary>
/// <param name="Born">Day number of birth.</param>
/// <param name="Eighteen">Day number of the eighteenth birthday.</param>
/// <param name="Leaving">Own factor on leaving.</param>
/// <param name="Moving">Own factor on moving.</param>
/// <param name="Complexity">How hard to place, standard normal.</param>
/// <param name="Kin">Whether relatives come forward.</param>
internal readonly record struct Nature(int Born, int Eighteen, double Leaving, double Moving, double Complexity, bool Kin);
