using DictionaryAnalyzers.Vocabulary;
using Microsoft.CodeAnalysis;

namespace DictionaryAnalyzers.Flow;

/// <summary>The table of base classes whose framework runs an object's code on one thread at a time: windows and controls, actors, grains, what a game loop drives.</summary>
internal static class OneThreadTypes
{
    /// <summary>Whether <paramref name="type"/> derives from one of them.</summary>
    public static bool Include(INamedTypeSymbol type)
    {
        for (ITypeSymbol? candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            var isOne = candidate.Name switch
            {
                "DispatcherObject" => candidate.IsNamed("System.Windows.Threading", candidate.Name),
                "Control" => candidate.IsNamed("System.Windows.Forms", candidate.Name),
                "DependencyObject" => candidate.IsNamed("Microsoft.UI.Xaml", candidate.Name) || candidate.IsNamed("Windows.UI.Xaml", candidate.Name),
                "AvaloniaObject" => candidate.IsNamed("Avalonia", candidate.Name),
                "BindableObject" => candidate.IsNamed("Microsoft.Maui.Controls", candidate.Name) || candidate.IsNamed("Xamarin.Forms", candidate.Name),
                "ActorBase" => candidate.IsNamed("Akka.Actor", candidate.Name),
                "Grain" => candidate.IsNamed("Orleans", candidate.Name),
                "SystemTarget" => candidate.IsNamed("Orleans.Runtime", candidate.Name),
                "Object" => candidate.IsNamed("UnityEngine", candidate.Name),
                "GodotObject" => candidate.IsNamed("Godot", candidate.Name),
                _ => false,
            };
            if (isOne)
            {
                return true;
            }
        }

        return false;
    }
}
