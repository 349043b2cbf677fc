using System.Globalization;
using System.Text;

namespace Avance.Functions.Tests.Documents.Reading.Builders;

/// <summary>Rich Text Format as Word and LibreOffice write it.</summary>
internal static class TestRtf
{
    public static byte[] Of(string body) =>
        Encoding.Latin1.GetBytes(
            @"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}}{\colortbl;\red0\green0\blue0;}{\*\generator Mujeres 99;}"
                + $@"{{\info{{\title Hombres 77}}}}{body}}}"
        );

    public static string Paragraph(string text) => $@"\pard\plain {Escaped(text)}\par";

    public static string Table(params string[][] rows) => string.Concat(rows.Select(Row));

    private static string Row(string[] cells) =>
        $@"\trowd{string.Concat(cells.Select((_, i) => $@"\cellx{(i + 1) * 2_000}"))}{string.Concat(cells.Select(cell => $@"\pard\intbl {Escaped(cell)}\cell"))}\row"
        + "\r\n";

    /// <summary>Letters of Windows-1252 as bytes, others as Unicode with a sign for old programs.</summary>
    private static string Escaped(string text) =>
        string.Concat(
            text.Select(c =>
                c < 128 ? c.ToString()
                : c < 256 ? $@"\'{(int)c:x2}"
                : $@"\u{((short)c).ToString(CultureInfo.InvariantCulture)}?"
            )
        );
}
