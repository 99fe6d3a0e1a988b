using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Plimsoll.Reports.Tables;

/// <summary>What kind of place a cell is, which decides weight and rules.</summary>
internal enum XlsxRole
{
    Ordinary,
    Title,
    Header,
    Subtotal,
    Total,
    Missing,
    Wrapped,
}

/// <summary>Collects the looks that the cells of a workbook use, and writes them at the end.</summary>
internal sealed class XlsxStyles
{
    public const string General = "General";
    private const uint FirstOwnFormat = 164;
    private readonly List<string> formats = [];
    private readonly List<(string Format, XlsxRole Role, bool IsRight)> looks = [(General, XlsxRole.Ordinary, false)];

    public uint Of(string format, XlsxRole role, bool isRight = false)
    {
        if (format != General && !formats.Contains(format))
        {
            formats.Add(format);
        }

        var look = (format, role, isRight);
        var index = looks.IndexOf(look);
        if (index < 0)
        {
            index = looks.Count;
            looks.Add(look);
        }

        return (uint)index;
    }

    public void Write(WorkbookStylesPart part)
    {
        var sheet = new Stylesheet(
            new NumberingFormats(formats.Select((format, i) => new NumberingFormat { NumberFormatId = FirstOwnFormat + (uint)i, FormatCode = format })),
            new Fonts(Face(), Face(new Bold()), Face(new Bold(), size: 14), Face(new Italic())),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
            new Borders(
                Lines(top: false, bottom: false),
                Lines(top: false, bottom: true),
                Lines(top: true, bottom: true)),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(looks.Select(Format)),
            new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));
        if (formats.Count == 0)
        {
            sheet.NumberingFormats!.Remove();
        }

        part.Stylesheet = sheet;
        sheet.Save(part);
    }

    private CellFormat Format((string Format, XlsxRole Role, bool IsRight) look)
    {
        var alignment = new Alignment
        {
            Vertical = look.Role == XlsxRole.Header ? VerticalAlignmentValues.Bottom : VerticalAlignmentValues.Top,
        };
        if (look.IsRight)
        {
            alignment.Horizontal = HorizontalAlignmentValues.Right;
        }

        if (look.Role is XlsxRole.Header or XlsxRole.Wrapped)
        {
            alignment.WrapText = true;
        }

        return new CellFormat(alignment)
        {
            NumberFormatId = look.Format == General ? 0 : FirstOwnFormat + (uint)formats.IndexOf(look.Format),
            FontId = look.Role switch
            {
                XlsxRole.Header or XlsxRole.Subtotal or XlsxRole.Total => 1,
                XlsxRole.Title => 2,
                XlsxRole.Missing => 3,
                _ => 0,
            },
            FillId = 0,
            BorderId = look.Role switch
            {
                XlsxRole.Header => 1,
                XlsxRole.Total => 2,
                _ => 0,
            },
            FormatId = 0,
            ApplyNumberFormat = true,
            ApplyFont = true,
            ApplyBorder = true,
            ApplyAlignment = true,
        };
    }

    private static Font Face(OpenXmlElement? weight = null, double size = 11)
    {
        var font = new Font();
        if (weight is not null)
        {
            font.Append(weight);
        }

        font.Append(new FontSize { Val = size }, new FontName { Val = "Arial" });
        return font;
    }

    private static Border Lines(bool top, bool bottom) => new(
        new LeftBorder(),
        new RightBorder(),
        top ? new TopBorder { Style = BorderStyleValues.Medium } : new TopBorder(),
        bottom ? new BottomBorder { Style = BorderStyleValues.Medium } : new BottomBorder(),
        new DiagonalBorder());
}
