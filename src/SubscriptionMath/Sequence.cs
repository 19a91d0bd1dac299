using System.Collections;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace SubscriptionMath;

/// <summary>An immutable list that equals another if their elements are equal, one by one and in order.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <remarks>
/// <para>Otherwise records would compare a list by reference, and a value that was written and read back would not be equal.</para>
/// <para>The default value is the empty list. A collection expression makes one: <c>Sequence&lt;int&gt; s = [1, 2, 3];</c></para>
/// </remarks>
[CollectionBuilder(typeof(Sequence), nameof(Sequence.Of))]
[JsonConverter(typeof(PartConverter))]
public readonly struct Sequence<T> : IReadOnlyList<T>, IEquatable<Sequence<T>>
{
    private readonly T[]? _elements;

    internal Sequence(T[] elements) => _elements = elements;

    /// <summary>Gets the number of elements.</summary>
    public int Count => _elements?.Length ?? 0;

    /// <summary>Gets whether there is no element.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>Gets the element at an index.</summary>
    /// <param name="index">The index, from 0 (inclusive) to <see cref="Count"/> (exclusive).</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such index.</exception>
    public T this[int index] => (uint)index < (uint)Count
        ? _elements![index]
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"The sequence has {Count} elements.");

    /// <summary>Gets the elements as a span, without a copy.</summary>
    public ReadOnlySpan<T> AsSpan() => _elements;

    /// <summary>Gives this sequence with one more element at its end.</summary>
    /// <param name="element">The element to append.</param>
    public Sequence<T> Plus(T element) => new([.. AsSpan(), element]);

    /// <summary>Enumerates the elements in order, allocating nothing.</summary>
    public ReadOnlySpan<T>.Enumerator GetEnumerator() => AsSpan().GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)(_elements ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => (_elements ?? []).GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(Sequence<T> other) =>
        ReferenceEquals(_elements, other._elements) || AsSpan().SequenceEqual(other.AsSpan(), EqualityComparer<T>.Default);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Sequence<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var element in this)
        {
            hash.Add(element);
        }

        return hash.ToHashCode();
    }

    /// <summary>Tells whether two sequences have equal elements in the same order.</summary>
    public static bool operator ==(Sequence<T> left, Sequence<T> right) => left.Equals(right);

    /// <summary>Tells whether two sequences differ in an element, in order or in length.</summary>
    public static bool operator !=(Sequence<T> left, Sequence<T> right) => !left.Equals(right);

    /// <summary>Prints the elements in brackets, separated by commas.</summary>
    public override string ToString() => "[" + string.Join(", ", _elements ?? []) + "]";
}

/// <summary>Makes sequences.</summary>
public static class Sequence
{
    /// <summary>Makes a sequence of the given elements, in their order.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="elements">The elements; they are copied.</param>
    public static Sequence<T> Of<T>(ReadOnlySpan<T> elements) => elements.IsEmpty ? default : new(elements.ToArray());

    /// <summary>Makes a sequence of the first elements of an array that nobody else holds; of all of them without a copy.</summary>
    internal static Sequence<T> First<T>(T[] elements, int count) =>
        count == elements.Length ? new(elements) : Of<T>(elements.AsSpan(0, count));

    /// <summary>Makes a sequence of the elements of any collection, such as an F# list, in their order.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="elements">The elements; they are copied.</param>
    /// <exception cref="ArgumentNullException">The collection is null.</exception>
    /// <example><c>Catalog(Plans = Sequence.From [ personal; company ])</c> in F#. C# writes <c>[personal, company]</c>.</example>
    public static Sequence<T> From<T>(IEnumerable<T> elements)
    {
        ArgumentNullException.ThrowIfNull(elements);
        return Of<T>([.. elements]);
    }

    /// <summary>Makes a sequence of the current elements of a list, with a single copy.</summary>
    internal static Sequence<T> ToSequence<T>(this List<T> elements) => Of<T>(CollectionsMarshal.AsSpan(elements));
}

/// <summary>Joins sequences; local to one function. A sequence that nothing is joined to needs no copy.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
internal struct Joined<T>
{
    private Sequence<T> _one;
    private List<T>? _all;

    internal static Joined<T> Of(Sequence<T> first) => new() { _one = first };

    internal void Add(Sequence<T> next)
    {
        if (_one.IsEmpty)
        {
            _one = next;
        }
        else if (!next.IsEmpty)
        {
            (_all ??= [.. _one]).AddRange(next.AsSpan());
        }
    }

    internal readonly Sequence<T> ToSequence() => _all?.ToSequence() ?? _one;
}
