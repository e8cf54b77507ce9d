//! The help, the man page and the completions, which are made from one table.

use super::*;

fn generated(kind: &str) -> String {
    let done = gongkai(&["--generate", kind]);
    assert_eq!(code(&done), 0, "{kind}: {}", said(&done));
    String::from_utf8(done.stdout).expect("text")
}

#[test]
fn help_lists_each_option_with_its_description() {
    let done = gongkai(&["help", "convert"]);
    let help = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(
        help.contains("\n  -o, --output PATH     where to write (default: standard output;"),
        "{help}"
    );
    assert!(
        help.contains("\n  --lang zh-CN|en       language"),
        "{help}"
    );
    assert!(!help.contains("{0}"), "{help}");
    let done = gongkai(&["--lang", "zh-CN", "help"]);
    let help = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(help.contains("\n  publish  把一批报告"), "{help}");
    assert!(help.contains("\n  -V, --version    版本"), "{help}");
}

#[test]
fn the_man_page_and_the_completions_know_every_option() {
    let commands = ["convert", "check", "render", "publish", "catalog", "schema"];
    for kind in ["man", "bash", "zsh", "fish", "powershell"] {
        let text = generated(kind);
        for name in commands {
            assert!(text.contains(name), "{kind}: {name}");
        }
        for option in ["division-code", "denominators", "embed", "json", "bundle"] {
            let escaped = option.replace('-', "\\-");
            assert!(
                text.contains(option) || text.contains(&escaped),
                "{kind}: {option}"
            );
        }
    }
    let refused = gongkai(&["--generate", "troff"]);
    assert_eq!(code(&refused), 1);
    assert!(said(&refused).contains("powershell"), "{}", said(&refused));
}

/// What bash suggests for the last word.
#[cfg(unix)]
fn completed(words: &[&str]) -> Vec<String> {
    let list: Vec<String> = words.iter().map(|word| format!("'{word}'")).collect();
    let script = format!(
        "{}\nCOMP_WORDS=({}); COMP_CWORD={}; compopt() {{ :; }}; _gongkai; printf '%s\\n' \"${{COMPREPLY[@]}}\"",
        generated("bash"),
        list.join(" "),
        words.len() - 1
    );
    let done = Command::new("bash").args(["-c", &script]).output();
    let done = done.expect("bash runs");
    assert_eq!(said(&done), "");
    let text = String::from_utf8_lossy(&done.stdout).into_owned();
    text.split_whitespace().map(str::to_owned).collect()
}

#[cfg(unix)]
#[test]
fn bash_completes_commands_options_and_values() {
    assert_eq!(
        completed(&["gongkai", "c"]),
        ["convert", "check", "catalog"]
    );
    assert_eq!(
        completed(&["gongkai", "convert", "--fo"]),
        ["--folder", "--format"]
    );
    assert_eq!(
        completed(&["gongkai", "convert", "--format", "p"]),
        ["parquet"]
    );
    let views = completed(&["gongkai", "render", "--view", ""]);
    assert!(views.contains(&"procurement".to_owned()), "{views:?}");
    assert_eq!(completed(&["gongkai", "schema", "--fo"]), [] as [&str; 0]);
}
