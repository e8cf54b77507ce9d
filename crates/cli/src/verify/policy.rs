//! Whether a content security policy lets the widget work.

use super::messages::VerifyText;

/// What a policy keeps from the widget.
pub enum Refusal {
    /// Nothing works: with this directive.
    Fault(VerifyText, String),
    /// The plain script takes the place of WebAssembly.
    NoWasm,
}

/// Checks one policy.
pub fn refusals(policy: &str) -> Vec<Refusal> {
    let directives: Vec<(String, Vec<String>)> = policy
        .split(';')
        .filter_map(|directive| {
            let mut words = directive.split_whitespace().map(str::to_lowercase);
            Some((words.next()?, words.collect()))
        })
        .collect();
    let get = |name: &str| {
        let mut all = directives.iter();
        all.find(|(other, _)| other == name)
            .map(|(_, sources)| sources)
    };
    let mut refusals = Vec::new();
    if let Some(allowed) = get("sandbox") {
        for wanted in ["allow-scripts", "allow-same-origin"] {
            if !allowed.iter().any(|one| one == wanted) {
                refusals.push(Refusal::Fault(VerifyText::Sandbox, wanted.to_owned()));
            }
        }
    }
    for name in ["script-src", "style-src", "connect-src"] {
        let fallback = || get("default-src");
        let own = || {
            (name == "script-src")
                .then(|| get("script-src-elem"))
                .flatten()
        };
        let Some(sources) = own().or_else(|| get(name)).or_else(fallback) else {
            continue;
        };
        if !allows_own(sources) {
            refusals.push(Refusal::Fault(VerifyText::Policy, name.to_owned()));
        }
    }
    if let Some(sources) = get("script-src").or_else(|| get("default-src")) {
        let wasm = ["'wasm-unsafe-eval'", "'unsafe-eval'"];
        if !sources.iter().any(|source| wasm.contains(&source.as_str())) {
            refusals.push(Refusal::NoWasm);
        }
    }
    refusals
}

/// Whether files of the page's own host may load. A host that is named is taken for the page's.
fn allows_own(sources: &[String]) -> bool {
    sources.iter().any(|source| {
        source == "'self'"
            || source == "*"
            || source.starts_with("'nonce-")
            || (!source.starts_with('\'') && !matches!(source.as_str(), "data:" | "blob:"))
    })
}

#[cfg(test)]
mod tests {
    use super::{Refusal, refusals};

    fn named(policy: &str) -> Vec<String> {
        let name = |refusal| match refusal {
            Refusal::Fault(_, name) => name,
            Refusal::NoWasm => "wasm".to_owned(),
        };
        refusals(policy).into_iter().map(name).collect()
    }

    #[test]
    fn what_a_policy_refuses_is_named_by_its_directive() {
        let own = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'";
        assert_eq!(named(own), [""; 0]);
        assert_eq!(named("frame-ancestors 'self'"), [""; 0]);
        assert_eq!(named("default-src 'self'"), ["wasm"]);
        assert_eq!(
            named("default-src 'none'; script-src 'self' 'unsafe-eval'"),
            ["style-src", "connect-src"]
        );
        assert_eq!(
            named("sandbox allow-scripts; script-src 'unsafe-eval' https:"),
            ["allow-same-origin"]
        );
    }
}
