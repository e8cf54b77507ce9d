//! Who may use whom: reads the sources and holds them to the table below.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// One module of the crate's root, with what it may name and why no more.
struct Layer {
    name: &'static str,
    modules: &'static [&'static str],
    crates: &'static [&'static str],
    reason: &'static str,
}

const BROWSER: [&str; 6] = [
    "gloo",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "web_sys",
    "yew",
];
const OTHERS: [&str; 16] = [
    "base64",
    "encoding_rs",
    "html5gum",
    "lexopt",
    "lopdf",
    "parquet",
    "pinyin",
    "plotters",
    "quick_xml",
    "serde",
    "serde_json",
    "sha2",
    "tempfile",
    "tracing",
    "zip",
    "gongkai",
];
/// What knows the formats of published files.
const READERS: [&str; 5] = ["encoding_rs", "html5gum", "lopdf", "quick_xml", "zip"];

const LAYERS: [Layer; 22] = [
    Layer {
        name: "model",
        modules: &[],
        crates: &["serde", "serde_json"],
        reason: "the report stands by itself: whatever else is built can rest on it",
    },
    Layer {
        name: "checks",
        modules: &["model"],
        crates: &[],
        reason: "what holds of the numbers depends on no language and no picture",
    },
    Layer {
        name: "catalog",
        modules: &["model", "checks"],
        crates: &[],
        reason: "many reports' figures in columns, and what follows from them; no file is read here",
    },
    Layer {
        name: "import",
        modules: &["model"],
        crates: &READERS,
        reason: "reads reports from text and knows nothing of what is shown of them",
    },
    Layer {
        name: "i18n",
        modules: &["model", "checks", "catalog", "import"],
        crates: &[],
        reason: "puts values and verdicts into words, and decides nothing about views",
    },
    Layer {
        name: "figures",
        modules: &["model", "checks", "i18n"],
        crates: &[],
        reason: "says what a view shows, without a position and without a page",
    },
    Layer {
        name: "charts",
        modules: &["model", "i18n", "figures"],
        crates: &["plotters"],
        reason: "only here are positions made, and numbers written on axes; drawn without a page",
    },
    Layer {
        name: "export",
        modules: &["model", "i18n", "figures", "charts"],
        crates: &[],
        reason: "what is taken away is made from the same figures and drawings as what is seen",
    },
    Layer {
        name: "rows",
        modules: &["model", "checks", "i18n"],
        crates: &["parquet", "serde_json"],
        reason: "tables of many reports rest on the cells and the checks, on no view of one report",
    },
    Layer {
        name: "link",
        modules: &["model", "i18n", "figures"],
        crates: &[],
        reason: "a link is text; that a page has an address is the host's affair",
    },
    Layer {
        name: "markup",
        modules: &[],
        crates: &[],
        reason: "elements as values: whoever builds them needs no browser, whoever shows them no report",
    },
    Layer {
        name: "request",
        modules: &["i18n", "figures", "charts", "link"],
        crates: &[],
        reason: "what one module asks of the other is text, written and read in one place",
    },
    Layer {
        name: "state",
        modules: &[
            "model", "checks", "i18n", "figures", "charts", "export", "link", "request",
        ],
        crates: &[],
        reason: "the reader's choices; what is drawn follows from them, and no page is needed",
    },
    Layer {
        name: "components",
        modules: &["model", "i18n", "figures", "charts", "markup", "request"],
        crates: &[],
        reason: "make elements of figures; a browser and a static page show the same ones",
    },
    Layer {
        name: "page",
        modules: &[
            "model",
            "checks",
            "i18n",
            "figures",
            "charts",
            "export",
            "link",
            "markup",
            "request",
            "components",
        ],
        crates: &[],
        reason: "a report as one static page, from the same figures and elements as the widget",
    },
    Layer {
        name: "opener",
        modules: &["model", "i18n", "import", "markup"],
        crates: &BROWSER,
        reason: "a WebAssembly module: reads a file and says of it what the command line says",
    },
    Layer {
        name: "compare",
        modules: &[
            "model",
            "checks",
            "catalog",
            "i18n",
            "figures",
            "charts",
            "link",
            "markup",
            "components",
        ],
        crates: &[
            "base64",
            "gloo",
            "js_sys",
            "sha2",
            "wasm_bindgen",
            "wasm_bindgen_futures",
            "web_sys",
        ],
        reason: "a WebAssembly module: many reports beside each other, with what draws one",
    },
    Layer {
        name: "settings",
        modules: &["i18n", "figures", "link", "request", "state"],
        crates: &["js_sys", "wasm_bindgen"],
        reason: "the element's attributes mean the same to what draws first and to what answers",
    },
    Layer {
        name: "first",
        modules: &["model", "markup", "request", "settings", "components"],
        crates: &["js_sys", "wasm_bindgen"],
        reason: "the door of the first WebAssembly module: it draws, and what answers comes after it",
    },
    Layer {
        name: "app",
        modules: &[
            "i18n",
            "figures",
            "link",
            "markup",
            "request",
            "state",
            "components",
        ],
        crates: &BROWSER,
        reason: "the root component ties state and elements together; it knows no report and draws nothing",
    },
    Layer {
        name: "annex",
        modules: &[
            "model",
            "i18n",
            "figures",
            "charts",
            "export",
            "markup",
            "request",
            "components",
        ],
        crates: &BROWSER,
        reason: "the door of the annex, a WebAssembly module, which has no page at all",
    },
    Layer {
        name: "embed",
        modules: &["link", "request", "settings", "app"],
        crates: &BROWSER,
        reason: "the one place that knows the host page; it shows the app and draws nothing",
    },
];

/// What a source file names: modules of the crate's root, and other crates.
#[derive(Default, Debug, PartialEq)]
struct Names {
    modules: BTreeSet<String>,
    crates: BTreeSet<String>,
}

/// The code of a file: comments, strings and characters replaced by a space.
fn code(source: &str) -> String {
    let mut code = String::new();
    let mut rest = source;
    while let Some(next) = rest.chars().next() {
        let skipped = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if next == '"' {
            let mut escaped = false;
            let end = rest[1..].find(|c| {
                let closes = c == '"' && !escaped;
                escaped = c == '\\' && !escaped;
                closes
            });
            end.map_or(rest.len(), |end| end + 2)
        } else if rest.starts_with("'\"'") || rest.starts_with("'\\'") {
            rest[1..].find('\'').map_or(rest.len(), |end| end + 2)
        } else {
            0
        };
        if skipped > 0 {
            code.push(' ');
            rest = &rest[skipped..];
        } else {
            code.push(next);
            rest = &rest[next.len_utf8()..];
        }
    }
    code
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The first name of every branch of a path or of a `{…}` list of paths.
fn heads(path: &str) -> Vec<String> {
    let path = path.trim_start();
    let Some(list) = path.strip_prefix('{') else {
        let end = path.find(|c| !is_name(c)).unwrap_or(path.len());
        return vec![path[..end].to_owned()];
    };
    let mut heads = Vec::new();
    let mut depth = 0;
    let mut at_start = true;
    for (index, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => at_start = true,
            c if at_start && is_name(c) => {
                at_start = false;
                heads.extend(self::heads(&list[index..]));
            }
            _ => {}
        }
    }
    heads
}

/// `depth` is how many modules below the crate's root the file stands.
fn names(source: &str, depth: usize) -> Names {
    let code = code(source).replace("r#", "");
    let mut names = Names::default();
    for name in BROWSER.iter().chain(&OTHERS) {
        let plain = [format!("use {name};"), format!("use {name} as ")];
        if plain.iter().any(|written| code.contains(written)) {
            names.crates.insert((*name).to_owned());
        }
    }
    let tokens = code.match_indices("::").map(|(at, _)| {
        let before = code[..at].trim_end();
        let start = before.rfind(|c| !is_name(c)).map_or(0, |at| {
            at + before[at..].chars().next().map_or(1, char::len_utf8)
        });
        (start, &before[start..], &code[at + 2..])
    });
    for (start, word, after) in tokens {
        let is_first = !code[..start].trim_end().ends_with("::");
        match word {
            "crate" => names.modules.extend(heads(after)),
            "super" if is_first => {
                let mut rest = code[start..].trim_start();
                let mut up = 0;
                while let Some(next) = rest.strip_prefix("super") {
                    let Some(next) = next.trim_start().strip_prefix("::") else {
                        break;
                    };
                    up += 1;
                    rest = next.trim_start();
                }
                if up >= depth {
                    names.modules.extend(heads(rest));
                }
            }
            word if is_first && (BROWSER.contains(&word) || OTHERS.contains(&word)) => {
                names.crates.insert(word.to_owned());
            }
            _ => {}
        }
    }
    names
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    for entry in entries {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Every source file with the module of the root that it belongs to, and its depth.
fn files() -> Vec<(PathBuf, String, usize)> {
    let mut paths = Vec::new();
    sources(&root(), &mut paths);
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let inside = path
                .strip_prefix(root())
                .expect("below src")
                .with_extension("");
            let mut steps: Vec<String> = inside
                .iter()
                .map(|step| step.to_string_lossy().into_owned())
                .collect();
            if steps.last().is_some_and(|step| step == "mod") {
                steps.pop();
            }
            let module = steps.first().cloned().unwrap_or_default();
            (path, module, steps.len())
        })
        .collect()
}

/// The roots of the crate itself and of its programs tie everything together.
fn is_root(module: &str) -> bool {
    matches!(module, "lib" | "main" | "bin")
}

#[test]
fn every_module_uses_only_what_its_layer_may() {
    let layers: BTreeMap<&str, &Layer> = LAYERS.iter().map(|l| (l.name, l)).collect();
    let known: BTreeSet<&str> = layers.keys().copied().collect();
    let mut faults = Vec::new();
    let mut read = 0;
    for (path, module, depth) in files() {
        if is_root(&module) {
            continue;
        }
        let source = fs::read_to_string(&path).expect("a source file");
        let shown = path.strip_prefix(root()).expect("below src").display();
        let Some(layer) = layers.get(module.as_str()) else {
            faults.push(format!(
                "{shown}: {module} is in no layer; give it one, with its reason"
            ));
            continue;
        };
        read += 1;
        let names = names(&source, depth);
        for used in &names.modules {
            let allowed = used == layer.name || layer.modules.contains(&used.as_str());
            if known.contains(used.as_str()) && !allowed {
                faults.push(format!(
                    "{shown} uses {used}; {}: {}",
                    layer.name, layer.reason
                ));
            }
        }
        for used in &names.crates {
            if !layer.crates.contains(&used.as_str()) {
                faults.push(format!(
                    "{shown} names {used}; {}: {}",
                    layer.name, layer.reason
                ));
            }
        }
    }
    assert!(read > 30, "only {read} files were read");
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn the_table_is_in_order() {
    let mut before: BTreeSet<&str> = BTreeSet::new();
    for layer in &LAYERS {
        for used in layer.modules {
            assert!(before.contains(used), "{} before {used}", layer.name);
        }
        assert!(before.insert(layer.name), "{} twice", layer.name);
        assert!(!layer.reason.is_empty());
        let browser = layer.crates.iter().any(|name| BROWSER.contains(name));
        let may = [
            "opener", "compare", "settings", "first", "app", "annex", "embed",
        ]
        .contains(&layer.name);
        assert_eq!(browser, may, "{} and the browser", layer.name);
    }
}

#[test]
fn every_crate_that_the_code_can_name_is_watched() {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    let manifest = fs::read_to_string(manifest).expect("the manifest");
    let mut dependencies = false;
    let mut names = 0;
    for line in manifest.lines() {
        if line.starts_with('[') {
            dependencies = line.ends_with("dependencies]") && !line.contains("dev-");
        } else if let Some((name, _)) = line.split_once('=').filter(|_| dependencies) {
            let name = name.trim().replace('-', "_");
            let watched = BROWSER.contains(&name.as_str()) || OTHERS.contains(&name.as_str());
            assert!(watched, "{name} is missing from BROWSER or OTHERS");
            names += 1;
        }
    }
    assert!(names > 3, "only {names} dependencies were read");
}

#[test]
fn every_way_to_name_a_module_is_seen() {
    let modules =
        |source: &str, depth| -> Vec<String> { names(source, depth).modules.into_iter().collect() };
    assert_eq!(modules("use crate::model::{Cell, Row};", 2), ["model"]);
    assert_eq!(
        modules(
            "use crate::{\n    figures::{Bars, Axis},\n    model, i18n as words,\n};",
            2
        ),
        ["figures", "i18n", "model"]
    );
    assert_eq!(modules("let x = crate :: charts::draw(1);", 1), ["charts"]);
    assert_eq!(modules("pub(crate) fn f() {}", 1), Vec::<String>::new());
    assert_eq!(modules("use super::figures::Bars;", 1), ["figures"]);
    assert_eq!(modules("use super::super::figures::Bars;", 2), ["figures"]);
    assert_eq!(
        modules("use super::{figures, model};", 1),
        ["figures", "model"]
    );
    assert_eq!(
        modules("use super::figures::Bars;", 2),
        Vec::<String>::new()
    );
    let quiet = "/// [`crate::charts`]\n// crate::charts\n/* crate::charts */ let x = \"crate::charts \\\" crate::app\"; let y = '\"';";
    assert_eq!(modules(quiet, 1), Vec::<String>::new());
    let crates = |source: &str| -> Vec<String> { names(source, 1).crates.into_iter().collect() };
    assert_eq!(
        crates("use yew::prelude::*; fn f(e: web_sys::Element) {}"),
        ["web_sys", "yew"]
    );
    assert_eq!(crates("#[derive(serde::Serialize)] struct S;"), ["serde"]);
    assert_eq!(crates("use yew as y; use gloo;"), ["gloo", "yew"]);
    assert_eq!(crates("use crate::serde::x;"), Vec::<String>::new());
}
