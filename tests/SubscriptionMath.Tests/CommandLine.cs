using System.Diagnostics;

namespace SubscriptionMath.Tests;

/// <summary>The dotnet command, run as a consumer or a build server runs it.</summary>
internal static class CommandLine
{
    // A guard against a command that hangs, and nothing else: a busy machine is slow.
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <summary>Runs <c>dotnet</c> in a folder and returns what it wrote; a failure throws with all of its output.</summary>
    public static Task<string> Dotnet(string folder, params string[] arguments) =>
        Run(Dotnet(folder, (IEnumerable<string>)arguments), $"dotnet {string.Join(' ', arguments)}");

    /// <summary>Runs a program and returns what it wrote; a failure throws with all of its output.</summary>
    public static Task<string> Run(string program) => Run(
        new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true }, program);

    private static async Task<string> Run(ProcessStartInfo start, string command)
    {
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{command} took longer than {Patience}.");
        }

        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"{command} ended with {process.ExitCode}:\n{await output}{await errors}");
    }

    private static ProcessStartInfo Dotnet(string folder, IEnumerable<string> arguments) => new("dotnet", arguments)
    {
        WorkingDirectory = folder,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        // A build that outlives its command would hold on to the temporary folder.
        Environment = { ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0", ["MSBUILDDISABLENODEREUSE"] = "1", ["DOTNET_NOLOGO"] = "1" },
    };
}
