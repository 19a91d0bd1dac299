using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SubscriptionMath.Storage.Tests;

/// <summary>A row of the table: the document, and the columns that a service searches by.</summary>
internal sealed class SubscriptionRow
{
    public required string Id { get; init; }

    public required long Version { get; set; }

    public required Status Status { get; set; }

    public required Instant? NextEventAt { get; set; }

    public required Subscription Document { get; set; }

    public static SubscriptionRow Of(Subscription held) => new()
    {
        Id = held.Id,
        Version = held.Version,
        Status = held.Status,
        NextEventAt = Shop.NextEvent(held),
        Document = held,
    };

    /// <summary>Takes over the subscription after an accepted quote, with its columns.</summary>
    public void Take(Subscription after) =>
        (Version, Status, NextEventAt, Document) = (after.Version, after.Status, Shop.NextEvent(after), after);
}

/// <summary>The context of EF Core: two converters and a concurrency token.</summary>
internal sealed class BillingDb(DbContextOptions<BillingDb> options) : DbContext(options)
{
    public DbSet<SubscriptionRow> Subscriptions => Set<SubscriptionRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<SubscriptionRow>(row =>
    {
        row.HasKey(one => one.Id);
        row.Property(one => one.Version).IsConcurrencyToken();
        row.Property(one => one.Status).HasConversion<string>();
        row.Property(one => one.Document).HasConversion(new JsonDocumentOf<Subscription>());
        row.HasIndex(one => one.NextEventAt);
    });

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<Instant>().HaveConversion<UnixTicks>();
}

/// <summary>A noun of the library as its JSON. Nouns are values, so EF Core compares them by their own equality.</summary>
internal sealed class JsonDocumentOf<T>() : ValueConverter<T, string>(
    noun => BillingJson.Write(noun, false, false), json => BillingJson.Read<T>(json, UnknownMembers.Refused))
    where T : notnull;

/// <summary>An instant as a number, so that any database orders it.</summary>
internal sealed class UnixTicks() : ValueConverter<Instant, long>(
    instant => instant.ToUnixTimeTicks(), ticks => Instant.FromUnixTimeTicks(ticks));
