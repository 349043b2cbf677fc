using System.Text;
using System.Text.RegularExpressions;
using HtmlAgilityPack;

namespace Avance.Functions.Reminders.Content;

/// <summary>Turns the HTML of a mail into plain text, so that both come from one template.</summary>
public static partial class PlainText
{
    public static string Of(string html)
    {
        var page = new HtmlDocument();
        page.LoadHtml(html);
        var text = new StringBuilder();
        Write(page.DocumentNode.SelectSingleNode("//body")!, text);
        return BlankLines.Replace(text.ToString(), "\n\n").Trim() + "\n";
    }

    private static void Write(HtmlNode node, StringBuilder text)
    {
        switch (node.Name)
        {
            case "#text":
                var words = Spaces.Replace(HtmlEntity.DeEntitize(node.InnerText), " ");
                text.Append(text.Length == 0 || text[^1] is '\n' or ' ' ? words.TrimStart() : words);
                break;
            case "#comment":
                break;
            case "br":
                text.Append("\n  ");
                break;
            case "a":
                WriteAll(node, text);
                text.Append(":\n").Append(HtmlEntity.DeEntitize(node.GetAttributeValue("href", "")));
                break;
            case "h1" or "h2":
                text.Append("\n\n");
                var start = text.Length;
                WriteAll(node, text);
                var length = text.Length - start;
                text.Append('\n').Append(node.Name == "h1" ? '=' : '-', length).Append("\n\n");
                break;
            case "p":
                text.Append("\n\n");
                WriteAll(node, text);
                text.Append("\n\n");
                break;
            case "li":
                text.Append("\n- ");
                WriteAll(node, text);
                break;
            default:
                WriteAll(node, text);
                break;
        }
    }

    private static void WriteAll(HtmlNode node, StringBuilder text)
    {
        foreach (var child in node.ChildNodes)
        {
            Write(child, text);
        }
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, 1_000)]
    private static partial Regex Spaces { get; }

    [GeneratedRegex(@"[ ]*\n([ ]*\n)+", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex BlankLines { get; }
}
