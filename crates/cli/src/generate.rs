//! The man page and the completions of shells, made from the table of options.

use super::args::Generated;
use super::args::table::{COMMANDS, COMMON, CommandSpec, OptionSpec, ValueKind};
use gongkai_i18n::Locale;
use gongkai_view::figures::View;

pub fn generate(what: Generated, locale: Locale) -> String {
    match what {
        Generated::Man => man(locale),
        Generated::Bash => bash(),
        Generated::Zsh => zsh(locale),
        Generated::Fish => fish(locale),
        Generated::PowerShell => powershell(),
    }
}

/// The man page, in roff.
fn man(locale: Locale) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let mut page = format!(".TH GONGKAI 1 \"\" \"gongkai {version}\"\n");
    let program = super::args::help::program(locale);
    let mut paragraphs = program.split("\n\n");
    let title = paragraphs.next().unwrap_or_default();
    let title = title.replacen(['：', ':'], " \\-", 1);
    page += &format!(".SH NAME\n{title}\n.SH SYNOPSIS\n.B gongkai\n.I COMMAND\n[OPTIONS]\n");
    page += ".SH OPTIONS\n";
    COMMON
        .iter()
        .for_each(|option| page += &roff_option(option, locale));
    for command in &COMMANDS {
        page += &format!(".SH \"gongkai {}\"\n", command.name);
        page += &roff_command(command, locale);
    }
    page
}

fn roff_command(command: &CommandSpec, locale: Locale) -> String {
    let mut text = String::new();
    for block in command.help.text(locale).trim_end().split("\n\n") {
        text += ".PP\n";
        if block.contains("{0}") {
            let options = command.options.iter();
            options.for_each(|option| text += &roff_option(option, locale));
            continue;
        }
        for line in block.lines() {
            // Lines of usage are kept apart; prose is filled.
            if line.starts_with("  ") {
                text += &format!(".br\n{}\n", roff(line.trim_start()));
            } else {
                text += &format!("{}\n", roff(line));
            }
        }
    }
    text
}

fn roff_option(option: &OptionSpec, locale: Locale) -> String {
    let signature = roff(&option.signature(locale));
    format!(".TP\n.B {signature}\n{}\n", roff(option.help.text(locale)))
}

/// Escapes a line of text.
fn roff(line: &str) -> String {
    let line = line.replace('\\', "\\e").replace('-', "\\-");
    if line.starts_with(['.', '\'']) {
        format!("\\&{line}")
    } else {
        line
    }
}

/// The options as they are typed: `-o --output`.
fn names(option: &OptionSpec) -> Vec<String> {
    let short = option.short.map(|letter| format!("-{letter}"));
    let long = format!("--{}", option.long);
    short.into_iter().chain([long]).collect()
}

/// The values that a shell can list.
fn choices(kind: ValueKind) -> Vec<&'static str> {
    match kind {
        ValueKind::OneOf(choices) => choices.to_vec(),
        ValueKind::View => View::ALL.iter().map(|view| view.id()).collect(),
        ValueKind::File | ValueKind::Folder | ValueKind::Text => Vec::new(),
    }
}

fn command_names() -> String {
    let names: Vec<&str> = COMMANDS.iter().map(|command| command.name).collect();
    names.join(" ") + " help"
}

fn bash() -> String {
    let mut cases = String::new();
    let mut values = String::new();
    for command in &COMMANDS {
        let options: Vec<String> = command.all_options().flat_map(names).collect();
        cases += &format!("    {}) words=\"{}\" ;;\n", command.name, options.join(" "));
        for option in command.all_options() {
            let Some(value) = &option.value else { continue };
            let typed: Vec<String> = names(option)
                .into_iter()
                .map(|name| format!("{}:{name}", command.name))
                .collect();
            let reply = match value.kind {
                ValueKind::File => "compopt -o default; return".to_owned(),
                ValueKind::Folder => "COMPREPLY=($(compgen -d -- \"$current\")); return".to_owned(),
                ValueKind::Text => "return".to_owned(),
                kind => {
                    let choices = choices(kind).join(" ");
                    format!("COMPREPLY=($(compgen -W \"{choices}\" -- \"$current\")); return")
                }
            };
            values += &format!("    {}) {reply} ;;\n", typed.join("|"));
        }
    }
    let commands = command_names();
    format!(
        "# Completions of gongkai for bash.
_gongkai() {{
  local current=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD-1]}} command=${{COMP_WORDS[1]}} words=
  COMPREPLY=()
  if [ \"$COMP_CWORD\" = 1 ] || {{ [ \"$COMP_CWORD\" = 2 ] && [ \"$command\" = help ]; }}; then
    COMPREPLY=($(compgen -W \"{commands}\" -- \"$current\"))
    return
  fi
  case \"$command:$previous\" in
{values}  esac
  case \"$command\" in
{cases}  esac
  if [[ $current == -* ]]; then
    COMPREPLY=($(compgen -W \"$words\" -- \"$current\"))
  else
    compopt -o default
  fi
}}
complete -F _gongkai gongkai
"
    )
}

fn zsh(locale: Locale) -> String {
    let mut commands = String::new();
    let mut cases = String::new();
    for command in &COMMANDS {
        let summary = zsh_text(command.summary.text(locale));
        commands += &format!("    '{}:{summary}'\n", command.name);
        let mut arguments = String::new();
        for option in command.all_options() {
            let help = zsh_text(option.help.text(locale));
            let value = option.value.as_ref().map_or(String::new(), |value| {
                let action = match value.kind {
                    ValueKind::File => "_files".to_owned(),
                    ValueKind::Folder => "_files -/".to_owned(),
                    ValueKind::Text => " ".to_owned(),
                    kind => format!("({})", choices(kind).join(" ")),
                };
                format!(":{}:{action}", zsh_text(value.name.text(locale)))
            });
            for name in names(option) {
                arguments += &format!(" \\\n        '{name}[{help}]{value}'");
            }
        }
        let name = command.name;
        cases += &format!(
            "    {name})\n      _arguments{arguments} \\\n        '*:file:_files'\n      ;;\n"
        );
    }
    format!(
        "#compdef gongkai
# Completions of gongkai for zsh.
_gongkai() {{
  local -a commands
  commands=(
{commands}  )
  if (( CURRENT == 2 )) || {{ (( CURRENT == 3 )) && [[ $words[2] == help ]]; }}; then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
{cases}  esac
}}
_gongkai \"$@\"
"
    )
}

/// Escapes a description in single quotes, where zsh reads brackets and colons.
fn zsh_text(text: &str) -> String {
    let text = text.replace('\'', "'\\''");
    text.replace('[', "\\[")
        .replace(']', "\\]")
        .replace(':', "\\:")
}

fn fish(locale: Locale) -> String {
    let mut text =
        "# Completions of gongkai for fish.\ncomplete -c gongkai -n __fish_use_subcommand -f\n"
            .to_owned();
    for command in &COMMANDS {
        let summary = fish_text(command.summary.text(locale));
        let name = command.name;
        text +=
            &format!("complete -c gongkai -n __fish_use_subcommand -f -a {name} -d '{summary}'\n");
        for option in command.all_options() {
            let help = fish_text(option.help.text(locale));
            let short = option
                .short
                .map_or(String::new(), |letter| format!(" -s {letter}"));
            let value = option
                .value
                .as_ref()
                .map_or(String::new(), |value| match value.kind {
                    ValueKind::File => " -r -F".to_owned(),
                    ValueKind::Folder => " -x -a '(__fish_complete_directories)'".to_owned(),
                    ValueKind::Text => " -x".to_owned(),
                    kind => format!(" -x -a '{}'", choices(kind).join(" ")),
                });
            text += &format!(
                "complete -c gongkai -n '__fish_seen_subcommand_from {name}'{short} -l {}{value} -d '{help}'\n",
                option.long
            );
        }
    }
    text
}

fn fish_text(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\'', "\\'")
}

fn powershell() -> String {
    let mut cases = String::new();
    for command in &COMMANDS {
        let options: Vec<String> = command.all_options().flat_map(names).collect();
        let options: Vec<String> = options.iter().map(|name| format!("'{name}'")).collect();
        cases += &format!("    '{}' {{ {} }}\n", command.name, options.join(", "));
    }
    let commands = command_names().replace(' ', "', '");
    format!(
        "# Completions of gongkai for PowerShell.
Register-ArgumentCompleter -Native -CommandName gongkai -ScriptBlock {{
  param($word, $line, $cursor)
  $elements = $line.CommandElements
  $command = if ($elements.Count -gt 1) {{ $elements[1].ToString() }}
  $words = switch ($command) {{
{cases}    default {{ '{commands}' }}
  }}
  $words | Where-Object {{ $_ -like \"$word*\" }} | ForEach-Object {{
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }}
}}
"
    )
}
