using System.Globalization;
using System.Text.Json;

namespace SubscriptionMath.Tests.MoneyAmounts;

public class MoneyExamples
{
    [Theory]
    [InlineData(7500, "EUR", "EUR 75.00")]
    [InlineData(-44, "EUR", "EUR -0.44")]
    [InlineData(5, "EUR", "EUR 0.05")]
    [InlineData(403, "JPY", "JPY 403")]
    [InlineData(-403, "JPY", "JPY -403")]
    [InlineData(1005, "KWD", "KWD 1.005")]
    [InlineData(1, "CLF", "CLF 0.0001")]
    [InlineData(0, "KWD", "KWD 0.000")]
    [InlineData(123456789, "USD", "USD 1234567.89")]
    [InlineData(long.MinValue, "CLF", "CLF -922337203685477.5808")]
    [InlineData(long.MaxValue, "JPY", "JPY 9223372036854775807")]
    public void Text_has_all_the_digits_of_the_currency(long minor, string code, string text)
    {
        var money = Money.OfMinor(minor, code);
        Assert.Equal(text, money.ToString());
        Assert.Equal(money, Money.Parse(text));
        Assert.Equal(text, string.Create(CultureInfo.InvariantCulture, $"{money}"));
    }

    [Theory]
    [InlineData("EUR 75")]
    [InlineData("EUR 75.0")]
    [InlineData("EUR 75.000")]
    [InlineData("EUR 075.00")]
    [InlineData("EUR +75.00")]
    [InlineData("EUR -0.00")]
    [InlineData("EUR .44")]
    [InlineData("EUR 1,000.00")]
    [InlineData("EUR 75,00")]
    [InlineData("EUR  75.00")]
    [InlineData("EUR 75.00 ")]
    [InlineData("EUR75.00")]
    [InlineData("75.00 EUR")]
    [InlineData("eur 75.00")]
    [InlineData("EUR −0.44")]
    [InlineData("JPY 403.0")]
    [InlineData("BGN 1.00")]
    [InlineData("XAU 1")]
    [InlineData("XXX 1")]
    [InlineData("EUR ")]
    [InlineData("EUR")]
    [InlineData("")]
    [InlineData("JPY 9223372036854775808")]
    [InlineData("EUR 79228162514264337593543950335.00")]
    public void Any_other_text_is_refused(string text)
    {
        Assert.False(Money.TryParse(text, out _));
        var refusal = Assert.Throws<FormatException>(() => Money.Parse(text));
        Assert.Contains($"'{text}'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_default_is_zero_of_no_currency()
    {
        Assert.Equal("XXX 0", default(Money).ToString());
        Assert.Equal(default, Money.Parse("XXX 0"));
        Assert.Equal(default, Money.Zero(Currency.None));
        Assert.Throws<ArgumentException>(() => Money.OfMinor(1, Currency.None));
        Assert.Throws<ArgumentException>(() => Money.Of(1m, Currency.None));
    }

    [Theory]
    [InlineData("75.005", "EUR", "2 digits")]
    [InlineData("0.5", "JPY", "no digits")]
    [InlineData("1.0005", "KWD", "3 digits")]
    [InlineData("-0.00001", "CLF", "4 digits")]
    public void An_amount_finer_than_the_minor_unit_needs_a_rounding(string amount, string code, string digits)
    {
        var refusal = Assert.Throws<ArgumentException>(
            () => Money.Of(decimal.Parse(amount, CultureInfo.InvariantCulture), code));
        Assert.StartsWith($"{amount} is finer than the minor unit of {code} ({digits}", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Major_units_become_minor_units()
    {
        Assert.Equal(7500, Money.Of(75m, "EUR").Minor);
        Assert.Equal(7500, Money.Of(75.00000m, "EUR").Minor);
        Assert.Equal(403, Money.Of(403m, "JPY").Minor);
        Assert.Equal(1005, Money.Of(1.005m, "KWD").Minor);
        Assert.Equal(-3, Money.Of(-0.0003m, "CLF").Minor);
        Assert.Throws<OverflowException>(() => Money.Of(92233720368547758.08m, "EUR"));
        Assert.Equal(long.MaxValue, Money.Of(92233720368547758.07m, "EUR").Minor);
    }

    [Fact]
    public void A_named_rounding_makes_any_amount_fit()
    {
        Assert.Equal("EUR 75.01", Money.Of(75.005m, "EUR", RoundingMode.HalfAwayFromZero).ToString());
        Assert.Equal("EUR 75.00", Money.Of(75.005m, "EUR", RoundingMode.HalfEven).ToString());
        Assert.Equal("EUR -75.01", Money.Of(-75.005m, "EUR", RoundingMode.Floor).ToString());
        Assert.Equal("JPY 403", Money.Of(402.5m, "JPY", RoundingMode.HalfAwayFromZero).ToString());
        Assert.Equal("KWD 0.001", Money.Of(0.0001m, "KWD", RoundingMode.Ceiling).ToString());
    }

    [Fact]
    public void The_amount_is_exact_with_all_its_digits()
    {
        Assert.Equal("-0.44", Money.OfMinor(-44, "EUR").Amount.ToString(CultureInfo.InvariantCulture));
        Assert.Equal("75.00", Money.OfMinor(7500, "EUR").Amount.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(-92233720368547758.08m, Money.OfMinor(long.MinValue, "EUR").Amount);
    }

    [Fact]
    public void A_thirtieth_of_4_99_is_17_cents()
    {
        var price = Money.Of(4.99m, "EUR");
        var share = price.Exact * new Fraction(1, 30);
        Assert.Equal(new Fraction(499, 30), share);
        Assert.Equal(Money.OfMinor(17, "EUR"), Money.Round(share, price.Currency, RoundingMode.HalfEven));
        Assert.Equal(Money.OfMinor(-17, "EUR"), Money.Round(-share, price.Currency, RoundingMode.HalfEven));
        Assert.Equal(Money.OfMinor(16, "EUR"), Money.Round(share, price.Currency, RoundingMode.Floor));
    }

    [Fact]
    public void Arithmetic_by_hand()
    {
        Assert.Equal("EUR -0.44", (Money.Of(75m, "EUR") + Money.Of(-75.44m, "EUR")).ToString());
        Assert.Equal("JPY -97", (Money.Of(403m, "JPY") - Money.Of(500m, "JPY")).ToString());
        Assert.Equal("EUR 59.88", (Money.Of(4.99m, "EUR") * 12).ToString());
        Assert.Equal("EUR -59.88", (-12 * Money.Of(4.99m, "EUR")).ToString());
        Assert.Equal("EUR 0.44", Money.OfMinor(-44, "EUR").Abs().ToString());
    }

    [Fact]
    public void Overflow_is_an_error()
    {
        var (most, least) = (Money.OfMinor(long.MaxValue, "EUR"), Money.OfMinor(long.MinValue, "EUR"));
        Assert.Throws<OverflowException>(() => most + Money.OfMinor(1, "EUR"));
        Assert.Throws<OverflowException>(() => least - Money.OfMinor(1, "EUR"));
        Assert.Throws<OverflowException>(() => most * 2);
        Assert.Throws<OverflowException>(() => -least);
        Assert.Throws<OverflowException>(() => least.Abs());
        Assert.Throws<OverflowException>(
            () => Money.Round(most.Exact + Fraction.One, most.Currency, RoundingMode.HalfEven));
    }

    [Fact]
    public void Mixed_currencies_are_named_in_the_refusal()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => Money.Of(5m, "EUR") + Money.Of(403m, "JPY"));
        Assert.Equal("Cannot add EUR 5.00 and JPY 403: the currencies differ.", refusal.Message);
    }

    [Fact]
    public void Json_is_the_text()
    {
        Assert.Equal("\"KWD 1.005\"", JsonSerializer.Serialize(Money.OfMinor(1005, "KWD")));
        Assert.Equal(Money.OfMinor(-44, "EUR"), JsonSerializer.Deserialize<Money>("\"EUR -0.44\""));
        Assert.Equal("\"15/31\"", JsonSerializer.Serialize(new Fraction(30, 62)));
        Assert.Equal(new Fraction(15, 31), JsonSerializer.Deserialize<Fraction>("\"15/31\""));
        Assert.Equal("\"halfEven\"", JsonSerializer.Serialize(RoundingMode.HalfEven));
        Assert.Equal("\"lastTakesRest\"", JsonSerializer.Serialize(SplitMethod.LastTakesRest));
    }

    [Theory]
    [InlineData("75", "Expected a JSON string for Money, found Number.")]
    [InlineData("null", "Expected a JSON string for Money, found Null.")]
    [InlineData("\"EUR 7\"", "Expected the text of a Money. 'EUR 7' is not an amount")]
    public void Json_that_is_not_the_text_is_refused_with_a_sentence(string json, string sentence)
    {
        var refusal = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Money>(json));
        Assert.StartsWith(sentence, refusal.Message, StringComparison.Ordinal);
    }
}
