namespace SubscriptionMath;

/// <summary>Helpers of the text forms of the library.</summary>
internal static class TextForm
{
    /// <summary>Tells whether the text is one or more of the digits 0 to 9.</summary>
    internal static bool IsDigits(ReadOnlySpan<char> text) =>
        !text.IsEmpty && text.IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>Throws unless the format is the general one: these values have a single text.</summary>
    internal static void RefuseFormat(ReadOnlySpan<char> format, string type)
    {
        if (format is not ("" or "G"))
        {
            throw new FormatException($"'{format}' is not a format of {type}: it has one text form.");
        }
    }
}
