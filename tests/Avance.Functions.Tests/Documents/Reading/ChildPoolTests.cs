using System.Diagnostics;
using System.Globalization;
using System.Text;
using Avance.Functions.Documents.Reading;
using Avance.Functions.Tests.Builders;

namespace Avance.Functions.Tests.Documents.Reading;

/// <summary>That children read one document after another, and are there no longer than they are of use.</summary>
public sealed class ChildPoolTests : IDisposable
{
    private static int last = 100_000;

    // What a child was started with tells those of one test from all others.
    private readonly ReadingOptions options = new() { Rows = Interlocked.Increment(ref last) };
    private readonly FakeTimeProvider clock = new(TestPlan.WhileOpen);
    private readonly DocumentReader reader;
    private readonly string folder = Directory.CreateTempSubdirectory("avance-test-").FullName;

    public ChildPoolTests() =>
        reader = new DocumentReader(DocumentReaders.All(options, PlanBuilder.Lima, clock), options, clock);

    public void Dispose()
    {
        reader.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Read_SecondDocument_IsReadByTheSameChild()
    {
        (await TextAsync("<p>Acta de la reunión</p>")).ShouldBe("Acta de la reunión");
        var child = Children().ShouldHaveSingleItem().Id;

        (await TextAsync("<p>Lista de asistentes</p>")).ShouldBe("Lista de asistentes");

        Children().ShouldHaveSingleItem().Id.ShouldBe(child);
    }

    [Fact]
    public async Task Read_AfterADocumentThatCannotBeRead_FindsNothingOfIt()
    {
        await TextAsync("<p>Secreto</p>");
        var deep = string.Concat(Enumerable.Repeat("<div>", 5_000));
        (await ReadAsync($"<p>Secreto</p>{deep}")).ShouldBeOfType<ReadOutcome.Unreadable>();

        (await TextAsync("<p>Acta</p>")).ShouldBe("Acta");
    }

    [Fact]
    public async Task Read_ChildThatWaitedHasDied_AnotherReads()
    {
        await TextAsync("<p>Acta</p>");
        var child = Children().ShouldHaveSingleItem();
        child.Kill();
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);

        (await TextAsync("<p>Lista</p>")).ShouldBe("Lista");
    }

    [Fact]
    public async Task Read_ManyDocuments_AreSharedByChildren()
    {
        var children = new HashSet<int>();
        for (var i = 0; i < 401; i++)
        {
            (await TextAsync("<p>Acta</p>")).ShouldBe("Acta");
            // To look at all processes of the machine takes longer than to read.
            if (i % 25 == 0)
            {
                children.UnionWith(Children().Select(child => child.Id));
            }
        }

        // None reads more than two hundred.
        children.Count.ShouldBeInRange(3, 10);
    }

    [Fact]
    public async Task Read_NothingForAWhile_ChildEnds()
    {
        await TextAsync("<p>Acta</p>");
        var child = Children().ShouldHaveSingleItem();

        clock.Advance(TimeSpan.FromSeconds(29));
        child.HasExited.ShouldBeFalse();
        clock.Advance(TimeSpan.FromSeconds(1));

        child.HasExited.ShouldBeTrue();
        (await TextAsync("<p>Lista</p>")).ShouldBe("Lista");
    }

    [Fact]
    public async Task Read_NothingForAWhileAndFolderIsGone_ChildEndsAll()
    {
        await TextAsync("<p>Acta</p>");
        var child = Children().ShouldHaveSingleItem();
        var own = new DirectoryInfo($"/proc/{child.Id}/cwd").ResolveLinkTarget(returnFinalTarget: true)!;
        // Whoever keeps the machine tidy deletes what is old.
        Directory.Delete(own.FullName, recursive: true);

        Should.NotThrow(() => clock.Advance(TimeSpan.FromSeconds(30)));

        child.HasExited.ShouldBeTrue();
    }

    [Fact]
    public async Task Dispose_WaitingChild_Ends()
    {
        await TextAsync("<p>Acta</p>");
        var child = Children().ShouldHaveSingleItem();

        reader.Dispose();

        child.HasExited.ShouldBeTrue();
    }

    private async Task<string> TextAsync(string html) =>
        (await ReadAsync(html)).ShouldBeOfType<ReadOutcome.Read>().Text.Lines().ShouldHaveSingleItem();

    private async Task<ReadOutcome> ReadAsync(string html)
    {
        var path = Path.Combine(folder, "document");
        await File.WriteAllTextAsync(path, $"<!DOCTYPE html><html><body>{html}</body></html>");
        return (await reader.ReadAsync(path, "a.html", TestContext.Current.CancellationToken)).Outcome;
    }

    private List<Process> Children()
    {
        var mark = string.Create(CultureInfo.InvariantCulture, $"\"rows\":{options.Rows},");
        return
        [
            .. Process.GetProcesses().Where(process => Arguments(process).Contains(mark, StringComparison.Ordinal)),
        ];
    }

    private static string Arguments(Process process)
    {
        try
        {
            return Encoding.UTF8.GetString(File.ReadAllBytes($"/proc/{process.Id}/cmdline"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It ended meanwhile.
            return "";
        }
    }
}
