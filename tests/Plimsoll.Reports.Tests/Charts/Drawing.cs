using System.Globalization;
using System.Xml.Linq;
using Plimsoll.Reports.Charts;

namespace Plimsoll.Reports.Tests.Charts;

/// <summary>A drawn chart read back from its text, so that the tests see what a browser sees.</summary>
internal sealed class Drawing
{
    private readonly XElement root;

    public Drawing(string svg)
    {
        root = XDocument.Parse(svg).Root!;
        var box = root.Attribute("viewBox")!.Value.Split(' ');
        (Width, Height) = (Read(box[2]), Read(box[3]));
        Texts = [.. root.Descendants().Where(e => e.Name.LocalName == "text").Select(Words.Of)];
    }

    public double Width { get; }

    public double Height { get; }

    public IReadOnlyList<Words> Texts { get; }

    public IEnumerable<XElement> Elements(string name) => root.Descendants().Where(e => e.Name.LocalName == name);

    public string? Attribute(string name) => root.Attribute(name)?.Value;

    /// <summary>Asserts what holds for every chart.</summary>
    public void IsSound()
    {
        foreach (var element in root.DescendantsAndSelf())
        {
            foreach (var attribute in element.Attributes())
            {
                Assert.DoesNotContain("NaN", attribute.Value, StringComparison.Ordinal);
                Assert.DoesNotContain("Infinity", attribute.Value, StringComparison.Ordinal);
            }

            Assert.Null(element.Attribute("style"));
        }

        foreach (var (x, y) in Coordinates())
        {
            Assert.InRange(x, 0, Width);
            Assert.InRange(y, 0, Height);
        }

        foreach (var rect in Elements("rect"))
        {
            Assert.True(Read(rect.Attribute("width")!.Value) >= 0, "A rectangle has a negative width.");
            Assert.True(Read(rect.Attribute("height")!.Value) >= 0, "A rectangle has a negative height.");
        }

        foreach (var text in Texts)
        {
            Assert.True(
                text.Left >= 0 && text.Right <= Width && text.Top >= 0 && text.Bottom <= Height,
                $"\"{text.Text}\" leaves the picture: {text.Left:0} to {text.Right:0} of {Width:0}.");
        }

        for (var i = 0; i < Texts.Count; i++)
        {
            for (var j = i + 1; j < Texts.Count; j++)
            {
                Assert.False(Texts[i].Meets(Texts[j]), $"\"{Texts[i].Text}\" lies on \"{Texts[j].Text}\".");
            }
        }

        var gridLines = Elements("line").Count(line => line.Attribute("class")!.Value == "c-grid");
        Assert.InRange(gridLines, 0, 6);
        var ids = root.DescendantsAndSelf().Select(e => e.Attribute("id")?.Value).OfType<string>().ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    private IEnumerable<(double X, double Y)> Coordinates()
    {
        foreach (var element in root.Descendants().Where(e => e.Parent!.Name.LocalName != "pattern"))
        {
            foreach (var (x, y) in new[] { ("x", "y"), ("x1", "y1"), ("x2", "y2"), ("cx", "cy") })
            {
                if (element.Attribute(x) is { } first && element.Attribute(y) is { } second)
                {
                    yield return (Read(first.Value), Read(second.Value));
                }
            }

            if (element.Attribute("d") is { } path)
            {
                foreach (var pair in path.Value.TrimEnd('Z').Split(['M', 'L'], StringSplitOptions.RemoveEmptyEntries))
                {
                    var numbers = pair.Split(' ');
                    yield return (Read(numbers[0]), Read(numbers[1]));
                }
            }

            if (element.Name.LocalName == "rect")
            {
                yield return (
                    Read(element.Attribute("x")!.Value) + Read(element.Attribute("width")!.Value),
                    Read(element.Attribute("y")!.Value) + Read(element.Attribute("height")!.Value));
            }
        }
    }

    public static double Read(string number) => double.Parse(number, CultureInfo.InvariantCulture);

    /// <summary>Words with the room they take.</summary>
    internal sealed record Words(string Text, string Classes, double Left, double Top, double Right, double Bottom)
    {
        public static Words Of(XElement element)
        {
            var classes = element.Attribute("class")!.Value.Split(' ');
            var isBig = classes.Contains("c-big");
            var size = isBig ? 24 : 15;
            var width = TextWidth.Of(element.Value, size, isBig || classes.Contains("c-bold"));
            var (x, y) = (Read(element.Attribute("x")!.Value), Read(element.Attribute("y")!.Value));
            var left = element.Attribute("text-anchor")?.Value switch
            {
                "end" => x - width,
                "middle" => x - (width / 2),
                _ => x,
            };
            return new Words(element.Value, element.Attribute("class")!.Value, left, y - (size * 0.72), left + width, y + (size * 0.21));
        }

        public bool Meets(Words other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
    }
}
