#!/usr/bin/env dotnet
#:project SubscriptionMath.Scenarios/SubscriptionMath.Scenarios.csproj

// Shows the life of a subscription as a table, and draws it. docs/scenarios.md says how to write one; --help says the rest.
using System.Text;
using SubscriptionMath.Scenarios;

Console.OutputEncoding = Encoding.UTF8;
var samples = (string)AppContext.GetData("EntryPointFileDirectoryPath")!;
return TimelineCommand.Run(args, Path.Combine(samples, "stories", "two-years.json"), Console.Out, Console.Error);
