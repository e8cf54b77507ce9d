//! Where the files are: on a web server or in a folder.

use super::address;
use super::answer::Answer;
#[cfg(not(feature = "verify"))]
use super::messages::VerifyText;
use crate::messages::{CliText, cli_text};
use gongkai_i18n::Locale;
use std::path::Path;

/// The largest file that is read, in bytes: the widget's own limit for a catalogue.
#[cfg(feature = "verify")]
const LIMIT: u64 = 64 * 1024 * 1024;
/// How long a file may take, in seconds.
#[cfg(feature = "verify")]
const SECONDS: u64 = 60;

pub enum Source {
    #[cfg(feature = "verify")]
    Web { agent: ureq::Agent, start: String },
    /// The path of the first file.
    Folder { start: String },
}

impl Source {
    /// # Errors
    /// A sentence for people if there is no such folder, or no way to ask a server.
    pub fn of(target: &str, locale: Locale) -> Result<Source, String> {
        if address::is_web(target) {
            return Source::web(target, locale);
        }
        let path = Path::new(target);
        if path.is_file() {
            return Ok(Source::Folder {
                start: target.to_owned(),
            });
        }
        if !path.is_dir() {
            let reason = CliText::NotFound.text(locale);
            return Err(cli_text::CannotRead {
                file: target,
                reason,
            }
            .text(locale));
        }
        let index = path.join("index.html").display().to_string();
        Ok(Source::Folder { start: index })
    }

    #[cfg(feature = "verify")]
    #[expect(
        clippy::unnecessary_wraps,
        reason = "the build without a network fails here"
    )]
    fn web(target: &str, _: Locale) -> Result<Source, String> {
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            // A redirect is a finding: the widget does not follow one to another host.
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_global(Some(std::time::Duration::from_secs(SECONDS)))
            .user_agent("gongkai-verify")
            .build();
        Ok(Source::Web {
            agent: config.into(),
            start: target.to_owned(),
        })
    }

    #[cfg(not(feature = "verify"))]
    fn web(_: &str, locale: Locale) -> Result<Source, String> {
        Err(VerifyText::NoNetwork.text(locale).to_owned())
    }

    pub fn start(&self) -> String {
        match self {
            #[cfg(feature = "verify")]
            Source::Web { start, .. } => start.clone(),
            Source::Folder { start } => start.clone(),
        }
    }

    pub fn is_folder(&self) -> bool {
        matches!(self, Source::Folder { .. })
    }

    /// An address as people are shown it: below the first one's folder.
    pub fn name(&self, address: &str) -> String {
        let start = self.start();
        let start = start.split(['?', '#']).next().unwrap_or_default();
        let folder = start.rfind('/').and_then(|at| start.get(..=at));
        let name = folder.and_then(|folder| address.strip_prefix(folder));
        name.filter(|name| !name.is_empty())
            .unwrap_or(address)
            .to_owned()
    }

    /// # Errors
    /// The reason if no answer came, or not all of it.
    pub fn fetch(&self, address: &str) -> Result<Answer, String> {
        match self {
            #[cfg(feature = "verify")]
            Source::Web { agent, .. } => ask(agent, address),
            Source::Folder { .. } => Ok(read(address)),
        }
    }
}

#[cfg(feature = "verify")]
fn ask(agent: &ureq::Agent, address: &str) -> Result<Answer, String> {
    let request = agent
        .get(address::encoded(address))
        .header("Accept-Encoding", "gzip");
    let mut response = request.call().map_err(|error| error.to_string())?;
    let headers = response
        .headers()
        .iter()
        .map(|(name, value)| {
            let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
            (name.as_str().to_owned(), value)
        })
        .collect();
    let body = response
        .body_mut()
        .with_config()
        .limit(LIMIT)
        .read_to_vec()
        .map_err(|error| error.to_string())?;
    Ok(Answer {
        status: response.status().as_u16(),
        headers: Some(headers),
        body,
    })
}

/// Reads a file as if a server had sent it.
fn read(path: &str) -> Answer {
    let path = path.split(['?', '#']).next().unwrap_or(path);
    let body = std::fs::read(path).ok();
    Answer {
        status: if body.is_some() { 200 } else { 404 },
        headers: None,
        body: body.unwrap_or_default(),
    }
}
