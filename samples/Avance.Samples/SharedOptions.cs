using System.CommandLine;

namespace Avance.Samples;

internal static class SharedOptions
{
    public static Option<Uri> Url { get; } =
        new("--url")
        {
            Description = "Address of the running app.",
            DefaultValueFactory = _ => new Uri("http://localhost:7071"),
            CustomParser = result =>
            {
                if (Uri.TryCreate(result.Tokens.Single().Value, UriKind.Absolute, out var address))
                {
                    return address;
                }

                result.AddError("--url takes an address such as http://localhost:7071.");
                return null;
            },
        };

    public static Option<DirectoryInfo> Samples { get; } =
        new Option<DirectoryInfo>("--samples")
        {
            Description = "The folder with the sample plans.",
            DefaultValueFactory = _ => new DirectoryInfo("samples"),
        }.AcceptExistingOnly();

    public static Option<DirectoryInfo> Output { get; } =
        new("--output")
        {
            Description = "The folder for the files of the report; it is made if it is missing.",
            DefaultValueFactory = _ => new DirectoryInfo("artifacts"),
        };
}
