//! The feed of changes and the map of a published folder. Both need the folder's address.

use crate::{Address, Addresses, INDEX};
use gongkai_i18n::Locale;
use gongkai_view::page::encoded;
use gongkai_view::text::{PageText, page_text, view_text};

/// The feed's name in the published folder.
pub const FEED: &str = "changes.atom";
/// The map's name in the published folder.
pub const SITEMAP: &str = "sitemap.xml";

/// The most entries of the feed.
const ENTRIES: usize = 100;
/// The most addresses of a map, by its format.
const ADDRESSES_OF_MAP: usize = 50_000;

/// What happened to a report, and when.
struct Event<'a> {
    at: &'a str,
    slug: &'a str,
    address: &'a Address,
    kind: Kind,
}

#[derive(Clone, Copy)]
enum Kind {
    Added,
    Changed(usize),
    Removed,
}

/// The latest additions, changes and removals as Atom (RFC 4287), the latest first. Reports that were there before the
/// folder had a manifest of addresses are not in it until they change.
pub fn feed(addresses: &Addresses, site: &str, locale: Locale) -> String {
    let mut events = events(addresses);
    events.sort_by(|one, other| (other.at, one.slug).cmp(&(one.at, other.slug)));
    events.truncate(ENTRIES);
    let updated = events
        .first()
        .map_or("1970-01-01T00:00:00Z", |event| event.at);
    let mut feed = [
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"",
        locale.tag(),
        "\">\n<title>",
        &xml(PageText::Index.text(locale)),
        "</title>\n<id>",
        &xml(&[site, FEED].concat()),
        "</id>\n<link rel=\"self\" href=\"",
        &xml(&[site, FEED].concat()),
        "\"/>\n<link href=\"",
        &xml(&[site, INDEX].concat()),
        "\"/>\n<updated>",
        updated,
        "</updated>\n",
    ]
    .concat();
    for event in events {
        entry(&event, site, locale, &mut feed);
    }
    feed.push_str("</feed>\n");
    feed
}

fn events(addresses: &Addresses) -> Vec<Event<'_>> {
    let mut events = Vec::new();
    for (slug, address) in &addresses.addresses {
        let mut add = |at, kind| {
            events.push(Event {
                at,
                slug,
                address,
                kind,
            });
        };
        if let Some(at) = &address.added {
            add(at, Kind::Added);
        }
        for change in &address.changes {
            let fields = change.fields.len().saturating_add(change.more);
            add(&change.at, Kind::Changed(fields));
        }
        if let Some(at) = &address.removed {
            add(at, Kind::Removed);
        }
    }
    events
}

fn entry(event: &Event<'_>, site: &str, locale: Locale, feed: &mut String) {
    let Event {
        at,
        slug,
        address,
        kind,
    } = event;
    let page = [site, &encoded(&[slug, ".html"].concat())].concat();
    let (agency, year) = (address.agency.as_str(), &address.year.to_string());
    let title = view_text::Heading { agency, year }.text(locale);
    let (name, summary) = match kind {
        Kind::Added => ("added", PageText::FeedAdded.text(locale).to_owned()),
        Kind::Changed(0) => ("returned", PageText::FeedReturned.text(locale).to_owned()),
        Kind::Changed(fields) => {
            let count = &fields.to_string();
            ("changed", page_text::FeedChanged { count }.text(locale))
        }
        Kind::Removed => ("removed", PageText::FeedRemoved.text(locale).to_owned()),
    };
    let time = encoded(at).replace("%3A", "-").replace("%2B", "-");
    let id = [&page, "#", name, "-", &time].concat();
    for part in [
        "<entry>\n<title>",
        &xml(&title),
        "</title>\n<id>",
        &xml(&id),
        "</id>\n<link href=\"",
        &xml(&page),
        "\"/>\n<updated>",
        at,
        "</updated>\n<author><name>",
        &xml(agency),
        "</name></author>\n<summary>",
        &xml(&summary),
        "</summary>\n</entry>\n",
    ] {
        feed.push_str(part);
    }
}

/// The pages of all published reports for search engines (sitemaps.org), each with the day of its last change.
pub fn sitemap(addresses: &Addresses, site: &str) -> String {
    let mut map = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    map.push_str(&["<url><loc>", &xml(site), "</loc></url>\n"].concat());
    for (slug, address) in addresses.published().take(ADDRESSES_OF_MAP - 1) {
        let page = [site, &encoded(&[slug, ".html"].concat())].concat();
        let last = address.changes.last().map(|change| &change.at);
        let day = last.or(address.added.as_ref()).and_then(|at| at.get(..10));
        let day = day.map(|day| ["<lastmod>", day, "</lastmod>"].concat());
        map.push_str(
            &[
                "<url><loc>",
                &xml(&page),
                "</loc>",
                &day.unwrap_or_default(),
                "</url>\n",
            ]
            .concat(),
        );
    }
    map.push_str("</urlset>\n");
    map
}

/// Escapes text for XML, and leaves out what XML cannot have.
fn xml(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' | '\n' | '\r' => escaped.push(c),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => escaped.push(c),
        }
    }
    escaped
}
