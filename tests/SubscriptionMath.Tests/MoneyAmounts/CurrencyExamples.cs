using System.Text.Json;

namespace SubscriptionMath.Tests.MoneyAmounts;

public class CurrencyExamples
{
    [Theory]
    [InlineData("EUR", 2, 978, "Euro")]
    [InlineData("JPY", 0, 392, "Yen")]
    [InlineData("KWD", 3, 414, "Kuwaiti Dinar")]
    [InlineData("CLF", 4, 990, "Unidad de Fomento")]
    [InlineData("UYW", 4, 927, "Unidad Previsional")]
    [InlineData("ALL", 2, 8, "Lek")]
    [InlineData("AED", 2, 784, "UAE Dirham")]
    [InlineData("ZWG", 2, 924, "Zimbabwe Gold")]
    [InlineData("XCG", 2, 532, "Caribbean Guilder")]
    [InlineData("XAD", 2, 396, "Arab Accounting Dinar")]
    [InlineData("SLE", 2, 925, "Leone")]
    public void A_currency_knows_its_line_of_the_list(string code, int digits, int number, string name)
    {
        var currency = Currency.Of(code);
        Assert.Equal(
            (code, digits, number, name, code),
            (currency.Code, currency.MinorDigits, currency.NumericCode, currency.Name, currency.ToString()));
    }

    [Fact]
    public void Currencies_without_cents() => Assert.Equal(
        "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF", CodesWith(0));

    [Fact]
    public void Currencies_of_a_thousand() => Assert.Equal("BHD IQD JOD KWD LYD OMR TND", CodesWith(3));

    [Fact]
    public void Currencies_of_ten_thousand() => Assert.Equal("CLF UYW", CodesWith(4));

    [Theory]
    [InlineData("BOV CHE CHW CLF COU MXV USN UYI UYW VED VES XAF XCD XOF XPF")]
    public void Fund_codes_and_shared_currencies_are_on_the_list(string codes) =>
        Assert.All(codes.Split(' '), code => Assert.True(Currency.TryOf(code, out _)));

    [Theory]
    [InlineData("ANG")]
    [InlineData("BGN")]
    [InlineData("CUC")]
    [InlineData("HRK")]
    [InlineData("SLL")]
    [InlineData("ZWL")]
    [InlineData("EURO")]
    [InlineData("eur")]
    [InlineData("EU")]
    [InlineData("")]
    [InlineData("E R")]
    [InlineData("ÄUR")]
    public void A_code_off_the_list_is_refused(string code)
    {
        Assert.False(Currency.TryOf(code, out var none));
        Assert.Equal(Currency.None, none);
        var refusal = Assert.Throws<ArgumentException>(() => Currency.Of(code));
        Assert.StartsWith($"'{code}' is not an active ISO 4217 currency code.", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => Currency.Parse(code));
    }

    [Theory]
    [InlineData("XAG")]
    [InlineData("XAU")]
    [InlineData("XBA")]
    [InlineData("XBB")]
    [InlineData("XBC")]
    [InlineData("XBD")]
    [InlineData("XDR")]
    [InlineData("XPD")]
    [InlineData("XPT")]
    [InlineData("XSU")]
    [InlineData("XTS")]
    [InlineData("XUA")]
    [InlineData("XXX")]
    public void A_code_without_a_minor_unit_cannot_be_settled(string code)
    {
        var refusal = Assert.Throws<ArgumentException>(() => Currency.Of(code));
        Assert.StartsWith($"'{code}' has no minor unit", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_default_is_no_currency()
    {
        Assert.Equal(("XXX", 0, 999), (default(Currency).Code, default(Currency).MinorDigits, default(Currency).NumericCode));
        Assert.Equal(default, Currency.Parse("XXX"));
        Assert.DoesNotContain(default, Currency.All);
    }

    [Fact]
    public void Every_currency_is_found_by_its_code_and_by_no_other()
    {
        // List one holds 178 codes, 13 of them without a minor unit.
        Assert.Equal(165, Currency.All.Length);
        Assert.All(Currency.All, currency => Assert.Equal(currency, Currency.Of(currency.Code)));
        Assert.Equal(165, Currency.All.Select(currency => currency.NumericCode).Distinct().Count());
        var codes = Currency.All.Select(currency => currency.Code).ToArray();
        Assert.Equal(codes.Order(StringComparer.Ordinal), codes);
    }

    [Fact]
    public void Null_is_no_code()
    {
        Assert.False(Currency.TryOf(null, out _));
        Assert.Throws<ArgumentNullException>(() => Currency.Of(null!));
    }

    [Fact]
    public void Json_is_the_code_also_as_a_property_name()
    {
        var rates = new Dictionary<Currency, int> { [Currency.Of("KWD")] = 3 };
        Assert.Equal("""{"KWD":3}""", JsonSerializer.Serialize(rates));
        Assert.Equal(rates, JsonSerializer.Deserialize<Dictionary<Currency, int>>("""{"KWD":3}"""));
        var refusal = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Currency>("\"BGN\""));
        Assert.Contains("'BGN'", refusal.Message, StringComparison.Ordinal);
    }

    private static string CodesWith(int digits) => string.Join(
        ' ', Currency.All.Where(currency => currency.MinorDigits == digits).Select(currency => currency.Code));
}
