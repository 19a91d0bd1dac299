using System.Resources;

// Messages are in English, and there are no translations to look for.
[assembly: NeutralResourcesLanguage("en")]
