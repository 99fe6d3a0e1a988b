using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Plimsoll.Reports.Charts;

/// <summary>How a text stands to its point.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>
/// Collects the marks of one picture in painting order. Text and attributes are encoded by the XML writer, numbers
/// are written with one decimal, and a number that is not finite is a bug that stops the drawing.
/// </summary>
internal sealed class SvgDrawing
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private readonly XElement root;
    private readonly string id;

    /// <summary>Starts a picture that says something: it has a title and a description.</summary>
    public SvgDrawing(string id, double width, double height, string title, string description)
        : this(id, width, height)
    {
        root.Add(
            new XAttribute("role", "img"),
            new XAttribute("aria-labelledby", id + "-t " + id + "-d"),
            new XElement(Svg + "title", new XAttribute("id", id + "-t"), Clean(title)),
            new XElement(Svg + "desc", new XAttribute("id", id + "-d"), Clean(description)));
    }

    private SvgDrawing(string id, double width, double height)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        if (!id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') || !char.IsAsciiLetter(id[0]))
        {
            throw new ArgumentException("A chart's id is letters, digits and hyphens, beginning with a letter.", nameof(id));
        }

        this.id = id;
        root = new XElement(
            Svg + "svg",
            new XAttribute("class", "pl-svg"),
            new XAttribute("viewBox", $"0 0 {Number(width)} {Number(height)}"),
            new XAttribute("width", Number(width)),
            new XAttribute("height", Number(height)),
            new XAttribute("focusable", "false"));
    }

    /// <summary>Starts a picture that repeats words beside it, and is therefore hidden from screen readers.</summary>
    public static SvgDrawing Decoration(string id, double width, double height)
    {
        var drawing = new SvgDrawing(id, width, height);
        drawing.root.Add(new XAttribute("aria-hidden", "true"));
        return drawing;
    }

    public void AddClass(string name) => root.SetAttributeValue("class", root.Attribute("class")!.Value + " " + name);

    public void Line(string name, double x1, double y1, double x2, double y2) => Mark(
        "line", name, ("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2));

    public void Rect(string name, double x, double y, double width, double height) => Mark(
        "rect", name, ("x", x), ("y", y), ("width", width), ("height", height));

    public void Circle(string name, double x, double y, double radius) => Mark(
        "circle", name, ("cx", x), ("cy", y), ("r", radius));

    /// <summary>A rectangle filled with diagonal stripes, so that it differs from a solid one without colour.</summary>
    public void StripedRect(string name, double x, double y, double width, double height)
    {
        DefineStripes();
        Rect(name, x, y, width, height);
        ((XElement)root.LastNode!).Add(new XAttribute("fill", $"url(#{id}-stripes)"));
    }

    public void Polyline(string name, IReadOnlyList<Point> points) => Path(name, points, close: "");

    public void Polygon(string name, IEnumerable<Point> points) => Path(name, [.. points], close: "Z");

    public void Text(Label label)
    {
        var element = Mark("text", label.Classes, ("x", label.X), ("y", label.Y));
        if (label.Anchor != Anchor.Start)
        {
            element.Add(new XAttribute("text-anchor", label.Anchor == Anchor.End ? "end" : "middle"));
        }

        element.Add(Clean(label.Words));
    }

    /// <summary>The finished picture as text.</summary>
    public override string ToString() => root.ToString(SaveOptions.DisableFormatting);

    private static string Number(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new InvalidOperationException("A chart was asked to draw at a place that is not a number.");
        }

        var rounded = Math.Round(value, 1, MidpointRounding.AwayFromZero);
        return (rounded == 0 ? 0 : rounded).ToString("0.#", CultureInfo.InvariantCulture);
    }

    private void Path(string name, IReadOnlyList<Point> points, string close)
    {
        var data = new StringBuilder();
        for (var i = 0; i < points.Count; i++)
        {
            data.Append(i == 0 ? 'M' : 'L').Append(Number(points[i].X)).Append(' ').Append(Number(points[i].Y));
        }

        root.Add(new XElement(Svg + "path", new XAttribute("class", name), new XAttribute("d", data.Append(close).ToString())));
    }

    private XElement Mark(string kind, string name, params (string Name, double Value)[] numbers)
    {
        var element = new XElement(Svg + kind, new XAttribute("class", name));
        foreach (var (attribute, value) in numbers)
        {
            element.Add(new XAttribute(attribute, Number(value)));
        }

        root.Add(element);
        return element;
    }

    private void DefineStripes()
    {
        if (root.Element(Svg + "defs") is not null)
        {
            return;
        }

        root.Add(new XElement(
            Svg + "defs",
            new XElement(
                Svg + "pattern",
                new XAttribute("id", id + "-stripes"),
                new XAttribute("width", "6"),
                new XAttribute("height", "6"),
                new XAttribute("patternUnits", "userSpaceOnUse"),
                new XAttribute("patternTransform", "rotate(45)"),
                new XElement(Svg + "rect", new XAttribute("class", "c-pbg"), new XAttribute("width", "6"), new XAttribute("height", "6")),
                new XElement(
                    Svg + "line",
                    new XAttribute("class", "c-pln"),
                    new XAttribute("x1", "0"),
                    new XAttribute("y1", "0"),
                    new XAttribute("x2", "0"),
                    new XAttribute("y2", "6")))));
    }

    /// <summary>XML cannot hold control characters or half a surrogate pair, even encoded.</summary>
    private static string Clean(string words)
    {
        var clean = new StringBuilder(words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            if (i + 1 < words.Length && XmlConvert.IsXmlSurrogatePair(words[i + 1], words[i]))
            {
                clean.Append(words[i]).Append(words[++i]);
            }
            else
            {
                clean.Append(XmlConvert.IsXmlChar(words[i]) ? words[i] : '\uFFFD');
            }
        }

        return clean.ToString();
    }
}
