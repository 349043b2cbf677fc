using Avance.Functions.Pages;

namespace Avance.Functions.Tests.Pages;

public sealed class PageTemplateTests
{
    private const string Shell = """
        <title>{{title}}</title>
        {{desk:<link href="/mesa.css" />}}
        <script src="/{{name}}.js"></script>
        <body{{desk: class="desk"}}>
          {{revision:<p>atrás</p>}}

        """;

    [Fact]
    public void Render_PageOfTheDesk_HasThePartsOfTheDeskAndItsOwn() =>
        PageTemplate
            .Render(Shell, new ModulePage("revision", IsDesk: true), "Revisión")
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
    public void Render_AnotherPage_HasNoneOfThem() =>
        PageTemplate
            .Render(Shell, new ModulePage("inicio", IsDesk: false), "Inicio")
            .ShouldBe(
                """
                <title>Inicio</title>
                <script src="/inicio.js"></script>
                <body>

                """
            );

    [Fact]
    public void Render_TitleWithMarkup_IsEncoded() =>
        PageTemplate
            .Render("<h1>{{title}}</h1>", new ModulePage("inicio", IsDesk: false), "Año \"1\" <script> & más")
            .ShouldBe("<h1>Año &quot;1&quot; &lt;script&gt; &amp; más</h1>\n");
}
