using System.CommandLine;
using Avance.Samples;
using Avance.Samples.Evidence;

var root = new RootCommand("The sample plan of Avance: makes its files, loads it, plays the job.")
{
    PlanCommand.Create(),
    LoadCommand.Create(),
    DemoCommand.Create(),
    EvidenceCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
