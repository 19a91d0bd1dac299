using BillingService.Store;
using Microsoft.Extensions.DependencyInjection;

namespace BillingService.Tests;

/// <summary>What the bank has in its own books.</summary>
internal static class Bank
{
    internal static Task<IReadOnlyList<string>> ChargesAsync(this Service service) =>
        service.Services.GetRequiredService<Database>().ListAsync<string>("select amount from bank_charges where paid = 1 order by key");

    internal static Task<long> CountAsync(this Service service, string sql) =>
        service.Services.GetRequiredService<Database>().FindAsync<long>(sql);

    internal static Task<IReadOnlyList<string>> DeclinedAsync(this Service service) =>
        service.Services.GetRequiredService<Database>().ListAsync<string>("select amount from bank_charges where paid = 0 order by key");
}
