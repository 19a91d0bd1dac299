using System.Diagnostics;

namespace BillingService.Tests;

/// <summary>The service in a process of its own, with the time of the day, that can be killed.</summary>
internal sealed class OtherProcess : IDisposable
{
    private readonly Process _process;

    internal OtherProcess(string connection)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "BillingService"))
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
        };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["ConnectionStrings__Billing"] = connection;
        start.Environment["Demo"] = "false";
        start.Environment["Due__BatchSize"] = "10";
        start.Environment["Due__PatienceSeconds"] = "0";
        _process = Process.Start(start)!;
        _process.OutputDataReceived += static (_, _) => { };
        _process.BeginOutputReadLine();
    }

    /// <summary>Kills the process at once (SIGKILL): nothing is finished, nothing is cleaned up.</summary>
    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
