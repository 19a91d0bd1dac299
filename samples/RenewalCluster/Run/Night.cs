namespace RenewalCluster;

/// <summary>One night, run twice: by the library alone, and on a cluster. Both have to book the same.</summary>
/// <param name="Alone">The night of the library alone.</param>
/// <param name="Cluster">The night on the cluster.</param>
/// <param name="Rows">The shards stored in PostgreSQL, and those written once; null in memory.</param>
internal sealed record Night(LibraryAlone Alone, ClusterRun Cluster, (long Stored, long WrittenOnce)? Rows)
{
    /// <summary>Gets whether every subscription was renewed exactly once, as the library alone renews it.</summary>
    public bool IsRight => Cluster.Books.Booked == Cluster.Books.Subscriptions
        && Cluster.Books.Contradicted == 0
        && Cluster.Books.Checksum == Alone.Books.Checksum
        && !Cluster.Books.DifferencesTo(Alone.Books).Any()
        && (Rows is not { } rows || (rows.Stored == rows.WrittenOnce && rows.Stored == Shard.Of(Cluster.Books.Subscriptions).Count()));

    /// <summary>Runs the night both ways.</summary>
    /// <param name="options">The options of the run.</param>
    /// <param name="progress">Makes the progress shown of a piece of work.</param>
    public static async Task<Night> Run(Options options, Func<string, Progress> progress)
    {
        if (options.Postgres is { } postgres)
        {
            await Postgres.Prepare(postgres, options.Continues);
        }

        var alone = LibraryAlone.Run(options, progress("Library alone"));
        var cluster = await ClusterRun.Run(options, () => progress($"{options.Silos} silo{(options.Silos == 1 ? "" : "s")}"));
        return new(alone, cluster, options.Postgres is { } stored ? await Postgres.Count(stored) : null);
    }
}
