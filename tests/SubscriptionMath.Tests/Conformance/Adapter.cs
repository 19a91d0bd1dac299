namespace SubscriptionMath.Tests.Conformance;

/// <summary>
/// Asks the library what an engine was asked: it maps fields, names and units, says which answer of ours is the engine's policy, and
/// puts what the library answers in the engine's own terms. It reckons nothing: where a record only says how many days are left or used, it names the instant
/// that lies so many before the end or after the start, and the library counts them; ends that are inclusive are the day, or the second, before ours; and a total of
/// several bills or parts is the sum of what the library says of each. To cover another kind, derive a class, and append the records to their file; the class is found by itself.
/// </summary>
internal abstract class Adapter
{
    public static IReadOnlyList<Adapter> All { get; } =
    [
        .. typeof(Adapter).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Adapter)) && !type.IsAbstract)
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (Adapter)Activator.CreateInstance(type)!),
    ];

    /// <summary>The engine whose records it reads.</summary>
    public abstract string Engine { get; }

    /// <summary>The question, in a few words.</summary>
    public abstract string Asks { get; }

    /// <summary>How the engine answers, and which value of ours says so: a cell of the page.</summary>
    public abstract string Policy { get; }

    public abstract bool Reads(PublishedRecord record);

    /// <summary>The adapter of a record; null where none reads it.</summary>
    public static Adapter? For(PublishedRecord record) => All.FirstOrDefault(adapter => adapter.Takes(record));

    /// <summary>Whether it reads a record: not where a field that tells is of another type than it knows.</summary>
    public bool Takes(PublishedRecord record) => record.Fits(Reads);

    /// <summary>Gets the library's answer: for each field of what is expected, a value of the type as which it is read.</summary>
    public abstract Answers Answer(PublishedRecord record);
}
