using BenchmarkDotNet.Running;
using SubscriptionMath.Benchmarks;

if (args is ["growth"])
{
    GrowthBenchmarks.Print();
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
