using Dapper;

namespace BillingService.Store;

/// <summary>Brings the tables up to date: every numbered file that this database has not seen, in order, each once.</summary>
internal static class Migrations
{
    private const string Folder = "Store.Migrations.";

    internal static async Task RunAsync(Database database)
    {
        if (!database.IsPostgres)
        {
            await database.ExecuteAsync("pragma journal_mode = wal");
        }

        await database.ExecuteAsync("create table if not exists migrations (name text primary key)");
        var seen = await database.ListAsync<string>("select name from migrations");
        foreach (var (name, sql) in Files().Where(file => !seen.Contains(file.Name)))
        {
            await database.InOneAsync(async transaction =>
            {
                await transaction.Connection!.ExecuteAsync(sql, transaction: transaction);
                await transaction.Connection!.ExecuteAsync("insert into migrations values (@name)", new { name }, transaction);
                return true;
            });
        }
    }

    private static IEnumerable<(string Name, string Sql)> Files()
    {
        var assembly = typeof(Migrations).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            if (resource.IndexOf(Folder, StringComparison.Ordinal) is var start && start >= 0)
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
                yield return (resource[(start + Folder.Length)..], reader.ReadToEnd());
            }
        }
    }
}
