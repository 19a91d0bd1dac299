using System.Diagnostics;
using System.Globalization;

namespace RenewalCluster;

/// <summary>A silo in a process of its own, seen from the process that started it.</summary>
internal sealed class SiloProcess : IAsyncDisposable
{
    private readonly Process _process;
    private TimeSpan _usedToStart;

    private SiloProcess(Process process) => _process = process;

    /// <summary>Gets the time of the processor that the silo has used since it takes calls; as last seen, once it is gone.</summary>
    public TimeSpan ProcessorTime { get; private set; }

    /// <summary>Gets the most memory that the silo has used, in bytes; as last seen, once it is gone.</summary>
    public long PeakMemory { get; private set; }

    /// <summary>Starts a silo, and waits until it takes calls.</summary>
    /// <param name="number">The number of the silo, from 0.</param>
    /// <param name="seed">The seed of the accounts.</param>
    /// <param name="place">The place of the cluster.</param>
    public static async Task<SiloProcess> Start(int number, long seed, ClusterPlace place)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "RenewalCluster"))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        string[] head = [Program.SiloVerb, number.ToString(CultureInfo.InvariantCulture), seed.ToString(CultureInfo.InvariantCulture)];
        foreach (var argument in head.Concat(place.ToArguments()))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment.Remove(Postgres.Variable);
        if (place.Postgres is { } postgres)
        {
            start.Environment[Postgres.Variable] = postgres;
        }

        var silo = new SiloProcess(Process.Start(start)!);
        if (await silo._process.StandardOutput.ReadLineAsync() != Silo.Ready)
        {
            await silo.DisposeAsync();
            throw new InvalidOperationException($"Silo {number} did not start; its reason stands above.");
        }

        silo._usedToStart = silo._process.TotalProcessorTime;
        return silo;
    }

    /// <summary>Reads how much of the machine the silo uses.</summary>
    public void Measure()
    {
        _process.Refresh();
        if (!_process.HasExited)
        {
            (ProcessorTime, PeakMemory) = (_process.TotalProcessorTime - _usedToStart, _process.PeakWorkingSet64);
        }
    }

    /// <summary>Kills the silo (SIGKILL): it cannot save anything, nor say goodbye.</summary>
    public void Kill()
    {
        Measure();
        _process.Kill();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.StandardInput.Close();
            using var patience = new CancellationTokenSource(Waiting.ForAnAnswer);
            try
            {
                await _process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                _process.Kill();
            }
        }

        _process.Dispose();
    }
}
