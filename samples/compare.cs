#!/usr/bin/env dotnet
#:project SubscriptionMath.Scenarios/SubscriptionMath.Scenarios.csproj

// Prices one upgrade and one downgrade under many policies, side by side: all vendors, or those named, or policies of your own from files.
using System.Text;
using SubscriptionMath.Scenarios;

Console.OutputEncoding = Encoding.UTF8;
return CompareCommand.Run(args, Console.Out, Console.Error);
