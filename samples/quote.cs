#!/usr/bin/env dotnet
#:project SubscriptionMath.Scenarios/SubscriptionMath.Scenarios.csproj

// Plays one story, or the scenarios that are named, and prints their quotes. docs/scenarios.md says how to write one; --help says the rest.
using System.Text;
using SubscriptionMath.Scenarios;

Console.OutputEncoding = Encoding.UTF8;
var samples = (string)AppContext.GetData("EntryPointFileDirectoryPath")!;
return ScenarioCommand.Run(args, samples, Console.Out, Console.Error);
