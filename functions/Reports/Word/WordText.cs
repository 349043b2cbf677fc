using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Avance.Functions.Reports.Word;

/// <summary>What people wrote as runs of a Word file: lines and emoji are kept, what XML cannot hold is not.</summary>
internal static class WordText
{
    /// <summary>
    /// Without control characters; half a surrogate pair becomes U+FFFD. Lines are separated by a line feed.
    /// https://www.w3.org/TR/xml/#charsets
    /// </summary>
    public static string Clean(string text)
    {
        var normal = text.ReplaceLineEndings("\n");
        if (IsClean(normal))
        {
            return normal;
        }

        var clean = new StringBuilder(normal.Length);
        for (var index = 0; index < normal.Length; index++)
        {
            var one = normal[index];
            if (index + 1 < normal.Length && char.IsSurrogatePair(one, normal[index + 1]))
            {
                clean.Append(one).Append(normal[++index]);
            }
            else if (char.IsSurrogate(one))
            {
                clean.Append('\uFFFD');
            }
            else if (XmlConvert.IsXmlChar(one))
            {
                clean.Append(one);
            }
        }

        return clean.ToString();
    }

    /// <summary>Writes a run; one of a single line without making its elements, which takes twice as long.</summary>
    public static void Write(XmlWriter xml, string text)
    {
        var clean = Clean(text);
        if (clean.Length == 0 || clean.AsSpan().ContainsAny('\n', '\t'))
        {
            Run(clean).WriteTo(xml);
            return;
        }

        xml.WriteStartElement(WordBody.Prefix, "r", WordBody.Namespace);
        xml.WriteStartElement(WordBody.Prefix, "t", WordBody.Namespace);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(clean);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>A run; null properties for those of the paragraph.</summary>
    public static Run Run(string text, RunProperties? properties = null)
    {
        var run = new Run();
        if (properties is not null)
        {
            run.AppendChild(properties);
        }

        var clean = Clean(text).AsSpan();
        while (true)
        {
            var end = clean.IndexOfAny('\n', '\t');
            var part = end < 0 ? clean : clean[..end];
            if (part.Length > 0)
            {
                run.AppendChild(new Text(part.ToString()) { Space = SpaceProcessingModeValues.Preserve });
            }

            if (end < 0)
            {
                return run;
            }

            run.AppendChild<OpenXmlElement>(clean[end] == '\n' ? new Break() : new TabChar());
            clean = clean[(end + 1)..];
        }
    }

    /// <summary>A field with the result that it is shown with until it is updated.</summary>
    public static IEnumerable<Run> Field(string code, string result) =>
        [
            new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }),
            new Run(new FieldCode($" {code} ") { Space = SpaceProcessingModeValues.Preserve }),
            new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }),
            Run(result),
            new Run(new FieldChar { FieldCharType = FieldCharValues.End }),
        ];

    private static bool IsClean(string text)
    {
        foreach (var one in text)
        {
            if (!XmlConvert.IsXmlChar(one))
            {
                return false;
            }
        }

        return true;
    }
}
