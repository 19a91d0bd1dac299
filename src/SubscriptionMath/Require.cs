using System.Runtime.CompilerServices;

namespace SubscriptionMath;

/// <summary>Argument checks that return the argument, so that a check reads as an assignment.</summary>
internal static class Require
{
    internal static T NotNull<T>(T? value, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : class
    {
        ArgumentNullException.ThrowIfNull(value, name);
        return value;
    }

    internal static T Is<T>(object value, string name) => value is T typed
        ? typed
        : throw new ArgumentException($"Expected a {typeof(T).Name}, found a {value.GetType().Name}.", name);

    internal static string Text(string? value, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value, name);
        return value;
    }

    internal static int AtLeast(int least, int value, string name) => value >= least
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} is {value}; it must be {least} or more.");

    internal static decimal NotNegative(decimal value, string name) => value >= 0m
        ? value
        : throw new ArgumentOutOfRangeException(name, value,
            $"{name} is {value.ToString(System.Globalization.CultureInfo.InvariantCulture)}; it must not be negative.");

    internal static decimal Within(decimal least, decimal most, decimal value, string name) => value >= least && value <= most
        ? value
        : throw new ArgumentOutOfRangeException(name, value,
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name} is {value}; it must be from {least} to {most}."));

    internal static T Defined<T>(T value, string name)
        where T : struct, Enum => Enum.IsDefined(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} is {value}; it is none of {string.Join(", ", Enum.GetNames<T>())}.");

    internal static Sequence<T> Defined<T>(Sequence<T> values, string name)
        where T : struct, Enum
    {
        foreach (var value in values)
        {
            _ = Defined(value, name);
        }

        return values;
    }
}
