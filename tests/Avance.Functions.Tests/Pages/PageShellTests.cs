using Avance.Functions.Pages;

namespace Avance.Functions.Tests.Pages;

public sealed class PageShellTests
{
    private const string Shell = """
        <title>{{title}}</title>
        {{desk:<link href="/mesa.css" />}}
        <script src="/{{name}}.js"></script>
        <body{{desk: class="desk"}}>
          {{revision:<p>atrás</p>}}

        """;

    [Fact]
    public void Fill_PageOfTheDesk_HasThePartsOfTheDeskAndItsOwn() =>
        PageShell
            .Fill(Shell, new ModulePage("revision", IsDesk: true), "Revisión")
            .ShouldBe(
                """
                <title>Revisión</title>
                <link href="/mesa.css" />
                <script src="/revision.js"></script>
                <body class="desk">
                  <p>atrás</p>

                """
            );

    [Fact]
    public void Fill_AnotherPage_HasNoneOfThem() =>
        PageShell
            .Fill(Shell, new ModulePage("inicio", IsDesk: false), "Inicio")
            .ShouldBe(
                """
                <title>Inicio</title>
                <script src="/inicio.js"></script>
                <body>

                """
            );

    [Fact]
    public void Fill_TitleWithMarkup_IsEncoded() =>
        PageShell
            .Fill("<h1>{{title}}</h1>", new ModulePage("inicio", IsDesk: false), "Año \"1\" <script> & más")
            .ShouldBe("<h1>Año &quot;1&quot; &lt;script&gt; &amp; más</h1>\n");
}
