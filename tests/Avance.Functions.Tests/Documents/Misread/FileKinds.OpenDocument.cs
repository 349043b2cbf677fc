using Avance.Functions.Tests.Documents.Reading.Builders;

namespace Avance.Functions.Tests.Documents.Misread;

internal static partial class FileKinds
{
    private static IEnumerable<ReadCase> OpenDocument() =>
        [
            new(
                "con-doctype.odt",
                () =>
                    TestOffice.Edit(
                        TestOffice.Odt($"<text:p>{Sentence}</text:p>"),
                        text =>
                            "<!DOCTYPE office:document-content PUBLIC \"-//OpenOffice.org//DTD OfficeDocument 1.0//EN\" \"office.dtd\">"
                            + text,
                        "content.xml"
                    )
            )
            {
                Attendance = [Sentences],
            },
            new(
                "con-doctype.ods",
                () =>
                    TestOffice.Edit(
                        TestOffice.Ods(TestOffice.OdfTable(List)),
                        text => "<!DOCTYPE x [<!ELEMENT x ANY><!ENTITY e \"9 mujeres\">]>" + text,
                        "content.xml"
                    )
            )
            {
                Attendance = [Counted],
            },
            new(
                "bomba.odt",
                () =>
                    TestOffice.Edit(
                        TestOffice.Odt("<text:p>&b;</text:p>"),
                        text =>
                            "<!DOCTYPE x [<!ENTITY a \"9 mujeres \"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>" + text,
                        "content.xml"
                    )
            )
            {
                Trouble = "Malformed",
            },
            new(
                "externa.ods",
                () =>
                    TestOffice.Edit(
                        TestOffice.Ods(TestOffice.OdfTable(["&e;"])),
                        text => "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + text,
                        "content.xml"
                    )
            )
            {
                Trouble = "Malformed",
            },
            new("plano.fodt", () => TestOffice.FlatOdf("text", TestOffice.OdfTable(List))) { Attendance = [Counted] },
            new("plano.fods", () => TestOffice.FlatOdf("spreadsheet", TestOffice.OdfTable(List)))
            {
                Attendance = [Counted],
            },
            new(
                "plano.fodp",
                () =>
                    TestOffice.FlatOdf(
                        "presentation",
                        $"<draw:page><draw:frame>{TestOffice.OdfTable(List)}</draw:frame></draw:page>"
                    )
            )
            {
                Attendance = [Counted],
            },
            new(
                "taller.odp",
                () =>
                    TestOffice.Odp(
                        $"<draw:page><draw:frame><draw:text-box><text:p>{Sentence}</text:p></draw:text-box></draw:frame></draw:page>"
                    )
            )
            {
                Attendance = [Sentences],
            },
            // A scan in the flat kind has no part of its own.
            new(
                "con-imagen.fodt",
                () =>
                    TestOffice.FlatOdf(
                        "text",
                        $"<text:p>{Sentence}<draw:frame><draw:image><office:binary-data>{new string('A', 50_000)}</office:binary-data></draw:image></draw:frame></text:p>"
                    )
            )
            {
                Attendance = [Sentences],
                Unread = 1,
            },
        ];
}
