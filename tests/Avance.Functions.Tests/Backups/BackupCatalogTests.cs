using Avance.Functions.Backups;
using Avance.Functions.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Functions.Tests.Backups;

/// <summary>Of all that the app stores it is decided whether it is in a back-up.</summary>
public sealed class BackupCatalogTests
{
    private static readonly ValueList<string> Stored = Names();

    /// <summary>Who adds a table, container or queue decides whether a back-up has it.</summary>
    [Fact]
    public void Names_OfTheStorage_AreEachInTheBackupOrLeftForAReason()
    {
        var known = BackupCatalog
            .Tables.Select(table => table.Name)
            .Concat(BackupCatalog.Containers)
            .Concat(BackupCatalog.Left.Keys);

        known.ShouldBe(Stored, ignoreOrder: true);
        BackupCatalog.Left.Values.ShouldAllBe(reason => reason.Length > 0);
    }

    [Fact]
    public void Tables_OfTheBackup_EndWithThePlanItself() => BackupCatalog.Tables[^1].Name.ShouldBe("plans");

    [Fact]
    public void Docs_OfOperations_NameEachOfThem()
    {
        var text = House.Checkout.Read("docs/operations.md");

        Stored.Where(name => !text.Contains($"`{name}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static ValueList<string> Names()
    {
        using var app = AppDriver.Build("UseDevelopmentStorage=true", new FakeTimeProvider());
        return
        [
            .. app
                .Services.GetServices<StorageNames>()
                .SelectMany(stage =>
                    stage.Tables.Concat(stage.ReportTables).Concat(stage.Containers).Concat(stage.Queues)
                ),
        ];
    }
}
