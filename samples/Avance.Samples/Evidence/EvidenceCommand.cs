using System.CommandLine;

namespace Avance.Samples.Evidence;

/// <summary><c>evidence</c>: writes the sample evidence, with what is claimed by it and what is to be found in it.</summary>
internal static class EvidenceCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "The folder to write, samples/evidence." };
        var command = new Command("evidence", "Write the files of the sample evidence.") { folder };
        command.SetAction(
            async (arguments, cancellationToken) =>
            {
                var target = arguments.GetRequiredValue(folder);
                target.Create();
                var files = EvidenceSample.Files();
                foreach (var (name, content) in files)
                {
                    await File.WriteAllBytesAsync(Path.Combine(target.FullName, name), content, cancellationToken);
                }

                return 0;
            }
        );
        return command;
    }
}
