using BenchmarkDotNet.Running;
using SubscriptionMath.Benchmarks;

if (args is ["growth"])
{
    GrowthBenchmarks.Print();
}
else if (args is ["ratios"])
{
    RatioBenchmarks.Print();
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
