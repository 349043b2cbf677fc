using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Avance.Functions.Documents.Reading.ChildProcesses;

/// <summary>
/// Limits a child process by programs of Debian's util-linux, each of which executes the next: <c>setsid</c> (a group
/// of its own, so that its children end with it), <c>prlimit</c> (memory, processor, length and number of files, no core
/// dump), <c>unshare --net</c> (no network) and <c>setpriv</c> (no capabilities, so that a child of root may not
/// read other processes of root). Where the system allows no new network namespaces, as in a container
/// without that privilege, the third is left out: none of the tools uses a network by itself. Where the app is not root
/// it has no capabilities to give up, and the fourth is left out.
/// </summary>
internal static class Sandbox
{
    private const int SetDumpable = 4;

    private const string SearchPath = "/usr/local/bin:/usr/bin:/bin";

    /// <summary>Limit of open files. The .NET runtime keeps each of its libraries open.</summary>
    private const int Files = 256;

    private static readonly Lazy<string[]> NoNetwork = new(FindNoNetwork);
    private static readonly Lazy<string[]> NoCapabilities = new(FindNoCapabilities);

    public static ProcessStartInfo Start(ChildCommand command, string folder)
    {
        CloseToChildren();
        var bytes = command.OutputMegabytes * ReadingOptions.Megabyte;
        string[] all =
        [
            Find("setsid"),
            Find("prlimit"),
            $"--as={command.MemoryMegabytes * ReadingOptions.Megabyte}",
            // Soft and hard limit: a child may catch the signal of the soft one and continue.
            $"--cpu={command.ProcessorSeconds}:{command.ProcessorSeconds + 1}",
            $"--fsize={bytes}",
            $"--nofile={Files}",
            "--core=0",
            .. NoNetwork.Value,
            .. NoCapabilities.Value,
            Path.IsPathRooted(command.Tool) ? command.Tool : Find(command.Tool),
            .. command.Arguments,
        ];
        var start = new ProcessStartInfo(all[0], all[1..])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        // The environment of the app holds the keys of its storage.
        start.Environment.Clear();
        start.Environment["PATH"] = SearchPath;
        start.Environment["LANG"] = "C.UTF-8";
        foreach (var (name, value) in command.Environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <exception cref="UnreadableException">It is not installed.</exception>
    public static string Find(string tool) =>
        TryFind(tool) ?? throw new UnreadableException(ReadTrouble.ToolMissing, tool);

    public static bool Has(string tool) => TryFind(tool) is not null;

    private static string? TryFind(string tool) =>
        SearchPath.Split(':').Select(folder => Path.Combine(folder, tool)).FirstOrDefault(File.Exists);

    private static string[] FindNoNetwork()
    {
        if (TryFind("unshare") is not { } unshare || TryFind("true") is not { } nothing)
        {
            return [];
        }

        string[][] ways =
        [
            [unshare, "--net", "--"],
            [unshare, "--map-root-user", "--net", "--"],
        ];
        return ways.FirstOrDefault(way => Works([.. way, nothing])) ?? [];
    }

    private static string[] FindNoCapabilities()
    {
        if (TryFind("setpriv") is not { } setpriv || TryFind("true") is not { } nothing)
        {
            return [];
        }

        string[] way = [setpriv, "--bounding-set=-all", "--inh-caps=-all", "--"];
        return Works([.. way, nothing]) ? way : [];
    }

    /// <summary>
    /// A process may read the environment of others of the same user in /proc, and the app's holds the keys of its storage. That
    /// of a process that is not dumpable is closed: https://man7.org/linux/man-pages/man2/pr_set_dumpable.2const.html
    /// </summary>
    private static void CloseToChildren() => _ = SetProcess(SetDumpable, 0, 0, 0, 0);

    [DllImport("libc", EntryPoint = "prctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int SetProcess(int option, nuint value, nuint third, nuint fourth, nuint fifth);

    private static bool Works(string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start);
        return process?.WaitForExit(TimeSpan.FromSeconds(5)) == true && process.ExitCode == 0;
    }
}
