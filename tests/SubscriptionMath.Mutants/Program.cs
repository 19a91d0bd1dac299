using System.Globalization;
using SubscriptionMath.Mutants;

// --folder Proration (any number of times; without it, all): tries every mutant of these folders of the library.
// --only Share.cs narrows to the files whose names end so.
CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
var folders = new Folders();
if (args is ["--worker"])
{
    var says = Console.Out;
    var numbers = Console.In.ReadLine()!.Split(' ').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToList();
    Console.SetOut(TextWriter.Null);
    new Worker(folders, says).Run(numbers);
    return 0;
}

var wanted = Named("--folder");
var files = Named("--only");
var library = new Library(folders);
var mutants = library.Build(
    file => (wanted.Count == 0 || wanted.Contains(Mutant.FolderOf(file))) && (files.Count == 0 || files.Exists(name => file.EndsWith(name, StringComparison.Ordinal))),
    Path.Combine(folders.Written, "SubscriptionMath.dll"));
Console.WriteLine($"{mutants.Count} mutants");
var fates = new Trial(mutants, "--worker").Run();
Report.Print(mutants, fates, Console.Out);
return 0;

List<string> Named(string option) => [.. args.Index().Where(word => word.Item == option).Select(word => args[word.Index + 1])];
