using Avance.Functions;
using Avance.Functions.Documents.Reading.ChildProcesses;
using Avance.Functions.Storage;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

// Documents are read by a process of their own, which is this program too.
if (ReadingChild.TryRun(args, out var exitCode))
{
    return exitCode;
}

FunctionsApplication.CreateBuilder(args).WarmUpStorage().AddAvance().Build().Run();
return 0;
