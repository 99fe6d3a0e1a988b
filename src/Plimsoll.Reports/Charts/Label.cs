namespace Plimsoll.Reports.Charts;

/// <summary>A place in the picture, in pixels from the top left corner.</summary>
internal readonly record struct Point(double X, double Y);

/// <summary>A rectangle in the picture.</summary>
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    public bool Meets(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    public bool IsWithin(Box outer) => Left >= outer.Left && Right <= outer.Right && Top >= outer.Top && Bottom <= outer.Bottom;

    public Box Grown(double by) => new(Left - by, Top - by, Right + by, Bottom + by);

    public Box With(Box other) => new(
        Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));

    /// <summary>Whether any part of a line between two points, sampled every few pixels, lies inside.</summary>
    public bool IsCrossedBy(Point from, Point to)
    {
        if (Math.Max(from.X, to.X) < Left || Math.Min(from.X, to.X) > Right
            || Math.Max(from.Y, to.Y) < Top || Math.Min(from.Y, to.Y) > Bottom)
        {
            return false;
        }

        var steps = Math.Max(1, (int)(Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y)) / 3));
        for (var i = 0; i <= steps; i++)
        {
            var share = (double)i / steps;
            var (x, y) = (from.X + (share * (to.X - from.X)), from.Y + (share * (to.Y - from.Y)));
            if (x >= Left && x <= Right && y >= Top && y <= Bottom)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Words at a place. The classes decide the look; all words are 15 pixels but the big number, 24.</summary>
internal sealed record Label(double X, double Y, string Words, string Classes, Anchor Anchor = Anchor.Start)
{
    public const double Size = 15;
    public const double LineHeight = 18;
    private const double BigSize = 24;

    public double Width => WidthOf(Words, Classes);

    /// <summary>The room the words take, from the top of capitals to the foot of descenders.</summary>
    public Box Box
    {
        get
        {
            var size = SizeOf(Classes);
            var left = Anchor switch
            {
                Anchor.Start => X,
                Anchor.Middle => X - (Width / 2),
                _ => X - Width,
            };
            return new Box(left, Y - (size * 0.74), left + Width, Y + (size * 0.22));
        }
    }

    public static double WidthOf(string words, string classes) =>
        TextWidth.Of(words, SizeOf(classes), classes.Contains("c-bold", StringComparison.Ordinal) || SizeOf(classes) > Size);

    private static double SizeOf(string classes) => classes.Contains("c-big", StringComparison.Ordinal) ? BigSize : Size;
}
