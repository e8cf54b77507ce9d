//! What a server sent for one file.

use super::messages::VerifyText;
use super::policy::{Refusal, refusals};
use super::{Finding, Harm, finding, page};
use base64::{Engine, engine::general_purpose::STANDARD};
use flate2::read::MultiGzDecoder;
use gongkai_i18n::Locale;
use sha2::{Digest, Sha384};
use std::io::Read;

/// Files below this size, in bytes, gain nothing from compression.
const SMALL: usize = 1400;
/// The largest decoded file, in bytes.
const LIMIT: u64 = 64 * 1024 * 1024;
/// How long a browser should keep a file whose name never changes its content, in seconds.
const LONG: u64 = 24 * 3600;
const GZIP: [u8; 2] = [0x1f, 0x8b];

/// What a file is, by its name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Page,
    Script,
    Style,
    Wasm,
    Json,
    Other,
}

impl Kind {
    pub fn of(address: &str) -> Kind {
        let path = address.split(['?', '#']).next().unwrap_or(address);
        let name = path.rsplit('/').next().unwrap_or(path);
        match name.rsplit_once('.').map(|(_, ending)| ending) {
            Some("js" | "mjs") => Kind::Script,
            Some("css") => Kind::Style,
            Some("wasm") => Kind::Wasm,
            Some("json") => Kind::Json,
            Some("html" | "htm" | "shtml" | "jsp" | "php" | "aspx") | None => Kind::Page,
            Some(_) if name.is_empty() || !name.contains('.') => Kind::Page,
            Some(_) => Kind::Other,
        }
    }

    /// The types that are right; the first is the one to set.
    fn types(self) -> &'static [&'static str] {
        match self {
            Kind::Page => &["text/html", "application/xhtml+xml"],
            Kind::Script => &[
                "text/javascript",
                "application/javascript",
                "application/x-javascript",
            ],
            Kind::Style => &["text/css"],
            Kind::Wasm => &["application/wasm"],
            Kind::Json => &["application/json", "text/json"],
            Kind::Other => &[],
        }
    }
}

pub struct Answer {
    pub status: u16,
    /// With names in lower case; `None` for a file that no server sent.
    pub headers: Option<Vec<(String, String)>>,
    pub body: Vec<u8>,
}

impl Answer {
    /// Whether this is a page that a server sent, or a folder's.
    pub fn is_html(&self) -> bool {
        self.status == 200 && {
            let (_, body) = self.decoded();
            starts_as_html(&body)
        }
    }

    fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter().flatten();
        headers
            .find(|(other, _)| other == name)
            .map(|(_, value)| value.as_str())
    }

    /// Checks the answer; returns the decoded content if it is the file's.
    pub fn check(
        &self,
        address: &str,
        kind: Kind,
        sha384: Option<&str>,
        locale: Locale,
    ) -> (Vec<Finding>, Option<Vec<u8>>) {
        let mut findings = Findings {
            all: Vec::new(),
            locale,
        };
        if self.status != 200 {
            findings.status(self);
            return (findings.all, None);
        }
        let (problem, body) = self.decoded();
        if let Some((problem, argument)) = problem {
            findings.fault(problem, &[argument], VerifyText::FixEncoding);
            return (findings.all, None);
        }
        if kind != Kind::Page && starts_as_html(&body) {
            let title = title(&body);
            findings.fault(VerifyText::IsPage, &[&title], VerifyText::FixIsPage);
            return (findings.all, None);
        }
        if kind == Kind::Page && !starts_as_html(&body) {
            findings.fault(VerifyText::NotPage, &[], VerifyText::FixNotPage);
            return (findings.all, None);
        }
        if self.headers.is_some() {
            self.check_type(kind, &mut findings);
            self.check_caching(address, &mut findings);
            if body.len() > SMALL
                && kind != Kind::Other
                && self.header("content-encoding").is_none()
            {
                findings.hint(VerifyText::NotCompressed, &[], VerifyText::FixNotCompressed);
            }
        }
        if kind == Kind::Page {
            self.check_policies(address, &body, &mut findings);
        }
        let hash = STANDARD.encode(Sha384::digest(&body));
        if sha384.is_some_and(|expected| expected != hash) {
            findings.fault(VerifyText::BadHash, &[], VerifyText::FixUpload);
        }
        (findings.all, Some(body))
    }

    /// The content as the browser decodes it, or what is wrong with its compression.
    fn decoded(&self) -> (Option<(VerifyText, &str)>, Vec<u8>) {
        let encoding = self.header("content-encoding").map(str::trim);
        let body = match encoding {
            None | Some("" | "identity") if self.body.starts_with(&GZIP) => {
                return (Some((VerifyText::Unannounced, "gzip")), Vec::new());
            }
            None | Some("" | "identity") => self.body.clone(),
            Some("gzip" | "x-gzip") => {
                let mut body = Vec::new();
                let decoder = MultiGzDecoder::new(self.body.as_slice());
                if decoder.take(LIMIT).read_to_end(&mut body).is_err() {
                    return (Some((VerifyText::NotGzip, "gzip")), Vec::new());
                }
                body
            }
            Some(other) => return (Some((VerifyText::NotAsked, other)), Vec::new()),
        };
        if body.starts_with(&GZIP) {
            return (Some((VerifyText::Twice, "gzip")), Vec::new());
        }
        (None, body)
    }

    fn check_type(&self, kind: Kind, findings: &mut Findings) {
        let types = kind.types();
        let Some(right) = types.first() else { return };
        let sent = self
            .header("content-type")
            .unwrap_or_default()
            .to_lowercase();
        let mut parts = sent.split(';').map(str::trim);
        let name = parts.next().unwrap_or_default();
        let is_right = types.contains(&name) || (kind == Kind::Json && name.ends_with("+json"));
        if !is_right {
            let arguments = [name, *right];
            // A browser refuses a script or a style sheet of another type; the widget reads its other files as bytes.
            if matches!(kind, Kind::Page | Kind::Script | Kind::Style) {
                findings.fault(VerifyText::WrongType, &arguments, VerifyText::FixType);
            } else {
                findings.hint(VerifyText::WrongType, &arguments, VerifyText::FixType);
            }
        }
        let charset = parts.find_map(|part| part.strip_prefix("charset="));
        let charset = charset.map(|charset| charset.trim_matches('"'));
        if kind != Kind::Wasm && charset.is_some_and(|charset| !matches!(charset, "utf-8" | "utf8"))
        {
            let arguments = [charset.unwrap_or_default()];
            findings.fault(VerifyText::WrongCharset, &arguments, VerifyText::FixCharset);
        }
    }

    fn check_caching(&self, address: &str, findings: &mut Findings) {
        let caching = self
            .header("cache-control")
            .unwrap_or_default()
            .to_lowercase();
        let directives: Vec<&str> = caching.split(',').map(str::trim).collect();
        let age = |name: &str| {
            let mut all = directives.iter();
            all.find_map(|one| one.strip_prefix(name)?.parse::<u64>().ok())
        };
        let is_asked = ["no-cache", "no-store"]
            .iter()
            .any(|one| directives.contains(one));
        let lifetime = age("max-age=");
        if is_unchanging(address) {
            if is_asked || lifetime.is_none_or(|seconds| seconds < LONG) {
                findings.hint(VerifyText::NotKept, &[], VerifyText::FixNotKept);
            }
            return;
        }
        if !is_asked && lifetime != Some(0) {
            match lifetime {
                Some(seconds) => {
                    let seconds = seconds.to_string();
                    findings.hint(VerifyText::KeptOld, &[&seconds], VerifyText::FixKeptOld);
                }
                None => findings.hint(VerifyText::KeptUnknown, &[], VerifyText::FixKeptOld),
            }
        } else if self.header("age").is_some_and(|age| age.trim() != "0") {
            findings.hint(VerifyText::KeptBetween, &[], VerifyText::FixKeptBetween);
        }
    }

    fn check_policies(&self, address: &str, body: &[u8], findings: &mut Findings) {
        let sent = self.headers.iter().flatten();
        let sent = sent
            .filter(|(name, _)| name == "content-security-policy")
            .map(|(_, policy)| policy.clone());
        let all = sent.chain(page::policies(&String::from_utf8_lossy(body)));
        for refusal in all.flat_map(|policy| refusals(&policy)) {
            match refusal {
                Refusal::Fault(problem, name) => {
                    findings.fault(problem, &[&name], VerifyText::FixPolicy);
                }
                Refusal::NoWasm => findings.hint(VerifyText::NoWasm, &[], VerifyText::FixPolicy),
            }
        }
        let is_frame = address.ends_with(".embed.html");
        if is_frame && self.header("x-frame-options").is_some() {
            findings.hint(VerifyText::NotFramed, &[], VerifyText::FixNotFramed);
        }
    }
}

struct Findings {
    all: Vec<Finding>,
    locale: Locale,
}

impl Findings {
    fn fault(&mut self, problem: VerifyText, arguments: &[&str], remedy: VerifyText) {
        self.all.push(finding(
            Harm::Fault,
            problem,
            arguments,
            remedy,
            self.locale,
        ));
    }

    fn hint(&mut self, problem: VerifyText, arguments: &[&str], remedy: VerifyText) {
        self.all
            .push(finding(Harm::Hint, problem, arguments, remedy, self.locale));
    }

    fn status(&mut self, answer: &Answer) {
        let status = answer.status.to_string();
        match answer.status {
            300..=399 => {
                let to = answer.header("location").unwrap_or_default().to_owned();
                self.fault(
                    VerifyText::Redirected,
                    &[&status, &to],
                    VerifyText::FixRedirected,
                );
            }
            401 | 403 => self.fault(VerifyText::Forbidden, &[&status], VerifyText::FixForbidden),
            404 | 410 => self.fault(VerifyText::Missing, &[&status], VerifyText::FixMissing),
            _ => self.fault(VerifyText::BadStatus, &[&status], VerifyText::FixBadStatus),
        }
    }
}

/// Whether the file's path contains the hash of its content.
fn is_unchanging(address: &str) -> bool {
    let is_hex = |text: &str, length: usize| {
        text.len() == length && text.bytes().all(|byte| byte.is_ascii_hexdigit())
    };
    let parts: Vec<&str> = address.split('/').collect();
    let mut folders = parts.iter().rev().skip(1);
    folders.next().is_some_and(|folder| {
        folder
            .strip_prefix("gongkai-")
            .is_some_and(|digits| is_hex(digits, 12))
            || *folder == "catalog.hashes"
    })
}

fn starts_as_html(body: &[u8]) -> bool {
    let start = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    let start = start.get(..start.len().min(512)).unwrap_or(start);
    let start = String::from_utf8_lossy(start).to_lowercase();
    let start = start.trim_start();
    [
        "<!doctype html",
        "<html",
        "<!--",
        "<head",
        "<?xml",
        "<gongkai",
    ]
    .iter()
    .any(|sign| start.starts_with(sign))
}

fn title(body: &[u8]) -> String {
    let text = String::from_utf8_lossy(body);
    let title = text.split("<title>").nth(1);
    let title = title.and_then(|rest| rest.split("</title>").next());
    title
        .map(str::trim)
        .unwrap_or_default()
        .chars()
        .take(80)
        .collect()
}
