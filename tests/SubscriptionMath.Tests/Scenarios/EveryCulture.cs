using System.Globalization;

namespace SubscriptionMath.Tests.Scenarios;

/// <summary>Whether a result depends on the culture of the thread.</summary>
internal static class EveryCulture
{
    /// <summary>The result is the same in a culture with other digits, another calendar and other separators.</summary>
    public static void GivesTheSame<T>(Func<T> result)
    {
        var before = CultureInfo.CurrentCulture;
        var expected = result();
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            Assert.Equal(expected, result());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
