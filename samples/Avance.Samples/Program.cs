using System.CommandLine;
using Avance.Samples;

var root = new RootCommand("Makes the sample files of Avance.") { PlanCommand.Create() };
return await root.Parse(args).InvokeAsync();
