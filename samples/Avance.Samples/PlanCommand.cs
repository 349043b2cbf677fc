using System.CommandLine;

namespace Avance.Samples;

/// <summary><c>plan</c>: writes the sample plan as an Excel workbook, from its CSV files beside it.</summary>
internal static class PlanCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("folder")
        {
            Description = "The folder with the CSV files, for example samples/psig-2022-2023.",
        }.AcceptExistingOnly();
        var command = new Command("plan", "Write folder.xlsx from the CSV files in the folder.") { folder };
        command.SetAction(
            async (arguments, cancellationToken) =>
            {
                var source = arguments.GetRequiredValue(folder);
                var target = Path.TrimEndingDirectorySeparator(source.FullName) + ".xlsx";
                await File.WriteAllBytesAsync(target, PlanWorkbook.FromCsv(source.FullName), cancellationToken);
                return 0;
            }
        );
        return command;
    }
}
