using System.Text;

namespace Avance.Functions.Tests.Documents.Reading.Builders;

/// <summary>Workbooks whose parts are written word by word, as odd programs do.</summary>
internal sealed record TestXlsx
{
    private const string Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Old = "urn:schemas-microsoft-com:office:spreadsheet";

    /// <summary>The elements of each sheet below its root.</summary>
    public IReadOnlyList<string> Sheets { get; init; } = [];

    /// <summary>The properties of the workbook.</summary>
    public string Properties { get; init; } = "";

    /// <summary>The format of numbers of style 1.</summary>
    public string Format { get; init; } = "General";

    /// <summary>The shared texts.</summary>
    public IReadOnlyList<string> Strings { get; init; } = [];

    /// <summary>The name of a part for its usual name.</summary>
    public Func<string, string> Name { get; init; } = name => name;

    public static string Rows(params string[][] rows) =>
        $"<sheetData>{string.Concat(rows.Select(row => $"<row>{string.Concat(row)}</row>"))}</sheetData>";

    /// <summary>A cell with a text of its own.</summary>
    public static string Text(string text) => $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>";

    public static string Number(string value, int style = 0) => $"<c s=\"{style}\"><v>{value}</v></c>";

    public static string Shared(int index) => $"<c t=\"s\"><v>{index}</v></c>";

    public static string Date(string value) => $"<c t=\"d\"><v>{value}</v></c>";

    /// <summary>Rows of texts.</summary>
    public static string Texts(params string[][] rows) => Rows([.. rows.Select(row => row.Select(Text).ToArray())]);

    /// <summary>The XML of Excel 2003, with a comment on each cell.</summary>
    public static byte[] Of2003(params string[][] rows) =>
        Of2003Of(
            string.Concat(
                rows.Select(row =>
                    $"<Row>{string.Concat(row.Select(cell => $"<Cell><Data ss:Type=\"String\">{cell}</Data><Comment><ss:Data>nota</ss:Data></Comment></Cell>"))}</Row>"
                )
            )
        );

    /// <param name="rows">Elements, with the prefix ss for attributes.</param>
    public static byte[] Of2003Of(string rows, string styles = "", string options = "") =>
        Encoding.UTF8.GetBytes(
            $"<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook xmlns=\"{Old}\" xmlns:ss=\"{Old}\"><Styles>{styles}</Styles><Worksheet ss:Name=\"Lista\"><Table>{rows}</Table><WorksheetOptions>{options}</WorksheetOptions></Worksheet></Workbook>"
        );

    public byte[] Build()
    {
        var main = Name("xl/workbook.xml");
        var folder = main[..(main.LastIndexOf('/') + 1)];
        var sheets = Sheets
            .Select((content, i) => (Part: Name($"xl/worksheets/sheet{i + 1}.xml"), Content: content))
            .ToArray();
        var strings = Name("xl/sharedStrings.xml");
        var relations = sheets
            .Select((sheet, i) => Relation($"r{i + 1}", "worksheet", "/" + sheet.Part))
            .Append(Relation("s", "sharedStrings", "/" + strings))
            .Append(Relation("t", "styles", "/" + Name("xl/styles.xml")));
        return TestZip.Of([
            (
                "[Content_Types].xml",
                $"<Types xmlns=\"{Types}\"><Override PartName=\"/{main}\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"
            ),
            ("_rels/.rels", AllRelations([Relation("m", "officeDocument", main)])),
            (
                main,
                $"<workbook xmlns=\"{Sheet}\" xmlns:r=\"{Office}\">{Properties}<sheets>{string.Concat(sheets.Select((_, i) => $"<sheet name=\"H{i + 1}\" sheetId=\"{i + 1}\" r:id=\"r{i + 1}\"/>"))}</sheets></workbook>"
            ),
            ($"{folder}_rels/{main[folder.Length..]}.rels", AllRelations(relations)),
            (
                strings,
                $"<sst xmlns=\"{Sheet}\">{string.Concat(Strings.Select(text => $"<si><t>{text}</t></si>"))}</sst>"
            ),
            (
                Name("xl/styles.xml"),
                $"<styleSheet xmlns=\"{Sheet}\"><numFmts><numFmt numFmtId=\"170\" formatCode=\"{Format.Replace("\"", "&quot;")}\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
            ),
            .. sheets.Select(sheet => (sheet.Part, $"<worksheet xmlns=\"{Sheet}\">{sheet.Content}</worksheet>")),
        ]);
    }

    private static string Relation(string id, string kind, string target) =>
        $"<Relationship Id=\"{id}\" Type=\"{Office}/{kind}\" Target=\"{target}\"/>";

    private static string AllRelations(IEnumerable<string> relations) =>
        $"<Relationships xmlns=\"{Relations}\">{string.Concat(relations)}</Relationships>";
}
