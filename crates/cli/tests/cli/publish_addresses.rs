//! `gongkai publish`: addresses that last, what changed at them, and the files that are named there.

use super::publish::{Portal, age, hash, written_since};
use super::*;
use gongkai_model::Report;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

const SITE: &str = "https://www.example.gov.cn/nb/";

fn report(agency: usize, received: usize) -> String {
    let json = json!({
        "format": "gongkai-report/1", "year": 2021, "edition": "2021",
        "agency": { "name": format!("虚构第{agency}局"), "division_code": format!("{:06}", 990_000 + agency) },
        "applications": { "received": [received, 0, 0, 0, 0, 0, received] },
    });
    json.to_string()
}

fn addresses(portal: &Portal) -> Value {
    serde_json::from_str(&portal.page("addresses.json")).expect("JSON")
}

fn read(portal: &Portal, name: &str) -> Value {
    serde_json::from_str(&portal.page(name)).expect("JSON")
}

/// How many reports; `GONGKAI_REPORTS=2000` measures.
fn many() -> usize {
    let given = std::env::var("GONGKAI_REPORTS").ok();
    given.and_then(|given| given.parse().ok()).unwrap_or(40)
}

#[test]
fn of_many_reports_only_what_must_change_changes_and_every_address_answers() {
    let count = many();
    let portal = Portal::new();
    for agency in 0..count {
        portal.put(&format!("reports/{agency:04}.json"), &report(agency, 1));
    }
    let done = portal.publish();
    assert_eq!(code(&done), 0, "{}", said(&done));
    let before = portal.files();
    let time = age(&portal.at("out"), Duration::from_secs(600));

    portal.put("reports/0001.json", &report(1, 2));
    std::fs::remove_file(portal.at("reports/0002.json")).expect("removed");
    portal.put("reports/0000-new.json", &report(count, 3));
    // Two have each other's names.
    portal.put("reports/0003.json", &report(4, 1));
    portal.put("reports/0004.json", &report(3, 1));
    let done = portal.publish();
    assert_eq!(code(&done), 0, "{}", said(&done));

    let after = portal.files();
    // What only the catalogue names is found through it again.
    let is_of_catalog = |name: &str| name.starts_with("catalog.");
    for (name, bytes) in before.iter().filter(|(name, _)| !is_of_catalog(name)) {
        let now = after.get(name);
        assert!(now.is_some(), "{name} does not answer any more");
        let own = ["0001.", "0002."].iter().any(|slug| {
            let path = name.rsplit('/').next().unwrap_or_default();
            path.starts_with(slug)
        });
        let is_of_folder = [
            "addresses.json",
            "data.csv",
            "data.parquet",
            "index.html",
            "manifest.json",
        ];
        let may_change = own || is_of_folder.contains(&name.as_str());
        assert!(may_change || now == Some(bytes), "{name} changed");
    }
    for name in written_since(&portal.at("out"), time) {
        assert!(
            before.get(&name) != after.get(&name),
            "{name} was written without need"
        );
    }
    let added: BTreeSet<&str> = after
        .keys()
        .filter(|name| !before.contains_key(*name))
        .map(String::as_str)
        .filter(|name| name.ends_with(".html"))
        .collect();
    assert_eq!(
        added,
        BTreeSet::from(["0000-new.embed.html", "0000-new.html"])
    );

    let known = addresses(&portal);
    let of = |slug: &str, field: &str| known["addresses"][slug][field].clone();
    assert_eq!(of("0003", "agency"), "虚构第3局");
    assert_eq!(of("0004", "agency"), "虚构第4局");
    assert!(of("0002", "removed").is_string());
    let fields = &of("0001", "changes")[0]["fields"];
    assert_eq!(
        *fields,
        json!([
            { "path": "applications.received[0]", "old": "1", "new": "2" },
            { "path": "applications.received[6]", "old": "1", "new": "2" },
        ])
    );
    let page = portal.page("0001.html");
    let table = page
        .split_once("<details class=\"gongkai-changes\">")
        .expect("the changes")
        .1;
    let table = table.split_once("</details>").expect("their end").0;
    assert!(table.contains("<td>1</td><td>2</td>"), "{table}");
    assert!(
        table.contains("自然人"),
        "fields are named as in the form: {table}"
    );
    for name in [
        "0002.html",
        "0002.embed.html",
        "files/0002.csv",
        "reports/0002.json",
    ] {
        assert!(!portal.page(name).contains("applications"), "{name}");
    }
    assert_eq!(
        read(&portal, "reports/0002.json")["format"],
        "gongkai-removed/1"
    );
    assert!(!portal.page("data.csv").contains("虚构第2局"));

    let schema = std::fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../schema/gongkai-addresses-1.json"
    ));
    let schema = serde_json::from_str(&schema.expect("a schema")).expect("JSON");
    let schema = jsonschema::validator_for(&schema).expect("a schema");
    let faults: Vec<String> = schema
        .iter_errors(&known)
        .map(|error| error.to_string())
        .collect();
    assert_eq!(faults, [""; 0]);

    // A third run does nothing, and one that finds the report again publishes it where it was.
    let third = said(&portal.publish());
    assert!(third.contains("(0 files written"), "{third}");
    portal.put("reports/renamed.json", &report(2, 1));
    assert_eq!(code(&portal.publish()), 0);
    assert!(portal.page("0002.html").contains("恢复发布"));
    assert_eq!(
        read(&portal, "reports/0002.json")["format"],
        "gongkai-report/1"
    );
}

#[test]
fn reports_that_have_not_changed_are_not_made_again_and_damage_is_mended() {
    let portal = Portal::new();
    for agency in 0..3 {
        portal.put(&format!("reports/{agency}.json"), &report(agency, 1));
    }
    assert_eq!(code(&portal.publish()), 0);
    // A lie in the manifest would be put right if the files were made again.
    let text = portal.page("addresses.json");
    let page = portal.page("1.html");
    let own = hash(page.as_bytes());
    let lie = page.replace("</body>", "<!-- not made again --></body>");
    portal.put("out/1.html", &lie);
    let told = text.replace(&own, &hash(lie.as_bytes())).replace(
        &format!("\"bytes\": {},", page.len()),
        &format!("\"bytes\": {},", lie.len()),
    );
    portal.put("out/addresses.json", &told);
    portal.publish();
    assert!(portal.page("1.html").contains("not made again"));
    portal.publish_with(&["--all"]);
    assert_eq!(portal.page("1.html"), page);
    portal.put("out/1.html", "damaged");
    portal.publish();
    assert_eq!(portal.page("1.html"), page);
}

#[test]
fn an_interrupted_run_forgets_no_change() {
    let portal = Portal::new();
    portal.put("reports/a.json", &report(1, 1));
    assert_eq!(code(&portal.publish()), 0);
    let old = portal.page("addresses.json");
    portal.put("reports/a.json", &report(1, 2));
    assert_eq!(code(&portal.publish()), 0);
    let new = portal.page("addresses.json");
    // As if it had stopped after the report's files and before the manifest.
    portal.put("out/addresses.next.json", &new);
    portal.put("out/addresses.json", &old);
    portal.put("out/a.html", "half");
    assert_eq!(code(&portal.publish()), 0);
    assert_eq!(
        addresses(&portal)["addresses"],
        serde_json::from_str::<Value>(&new).expect("JSON")["addresses"]
    );
    assert!(!portal.at("out/addresses.next.json").exists());
    assert!(portal.page("a.html").contains("gongkai-changes"));
    // A manifest that cannot be read is not replaced by one with other addresses.
    portal.put("out/addresses.json", "{");
    let done = portal.publish();
    assert_eq!(code(&done), 1);
    assert!(said(&done).contains("addresses.json"), "{}", said(&done));
}

#[test]
fn most_reports_are_removed_only_where_it_is_asked_for() {
    let portal = Portal::new();
    for agency in 0..6 {
        portal.put(&format!("reports/{agency}.json"), &report(agency, 1));
    }
    assert_eq!(code(&portal.publish()), 0);
    let before = portal.files();
    for agency in 0..5 {
        std::fs::remove_file(portal.at(&format!("reports/{agency}.json"))).expect("removed");
    }
    let done = portal.publish();
    assert_eq!(code(&done), 1);
    assert!(said(&done).contains("--withdraw"), "{}", said(&done));
    assert_eq!(portal.files(), before);
    assert_eq!(code(&portal.publish_with(&["--withdraw"])), 0);
    assert!(portal.page("0.html").contains("撤下"));
}

#[test]
fn with_its_address_a_folder_has_previews_a_map_a_feed_and_what_editors_ask_for() {
    let portal = Portal::with(&[
        ("longde-2020.json", "longde-2020.json"),
        ("县 2021.json", "fictional/county-2021.json"),
        ("county-2022.json", "fictional/county-2022.json"),
    ]);
    for wrong in [
        "www.example.gov.cn",
        "https://",
        "https://a.cn/?x",
        "https://a.cn/#x",
    ] {
        let done = portal.publish_with(&["--base-url", wrong]);
        assert_eq!(code(&done), 1, "{wrong}");
    }
    let done = portal.publish_with(&["--base-url", SITE]);
    assert_eq!(code(&done), 0, "{}", said(&done));
    let page = portal.page("县-2021.html");
    let canonical = format!("<link rel=\"canonical\" href=\"{SITE}%E5%8E%BF-2021.html\">");
    assert!(page.contains(&canonical), "{canonical}");
    assert!(page.contains("<link rel=\"next\" href=\"county-2022.html\">"));
    let files = portal.files();
    if said(&done).contains("No font") {
        assert!(!page.contains("og:image"));
    } else {
        assert!(page.contains(&format!("content=\"{SITE}files/%E5%8E%BF-2021.png\"")));
        let png = &files["files/县-2021.png"];
        assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"));
        // Width and height are the first fields of its header.
        assert_eq!(png[16..24], [0, 0, 4, 176, 0, 0, 2, 118]);
        assert!(png.len() < 200_000, "{}", png.len());
    }
    let oembed = read(&portal, "县-2021.oembed.json");
    assert_eq!(
        (&oembed["version"], &oembed["type"]),
        (&json!("1.0"), &json!("rich"))
    );
    let html = oembed["html"].as_str().expect("lines");
    assert!(
        html.contains(&format!("<iframe src=\"{SITE}%E5%8E%BF-2021.embed.html\"")),
        "{html}"
    );
    assert!(page.contains("application/json+oembed"));
    let map = portal.page("sitemap.xml");
    assert_eq!(map.matches("<loc>").count(), 4, "{map}");
    let feed = portal.page("changes.atom");
    assert_eq!(feed.matches("<entry>").count(), 3, "{feed}");
    assert!(portal.page("index.html").contains("changes.atom"));
    // Without it, nothing needs the address, and no name leads to a file that is not there.
    let plain = Portal::with(&[("longde-2020.json", "longde-2020.json")]);
    assert_eq!(code(&plain.publish()), 0);
    let page = plain.page("longde-2020.html");
    for absent in ["canonical", "og:image", "og:url", "oembed", "atom"] {
        assert!(!page.contains(absent), "{absent}");
    }
}

#[test]
fn a_font_that_is_none_is_refused_before_anything_is_written() {
    let portal = Portal::with(&[("longde-2020.json", "longde-2020.json")]);
    portal.put("font.ttf", "no font");
    let font = portal.at("font.ttf").display().to_string();
    let done = portal.publish_with(&["--base-url", SITE, "--font", &font]);
    assert_eq!(code(&done), 1);
    assert!(said(&done).contains("font.ttf"), "{}", said(&done));
    assert!(!portal.at("out").exists());
}

/// The text of a page's JSON-LD.
fn json_ld(page: &str) -> Value {
    let (_, rest) = page
        .split_once("<script type=\"application/ld+json\">")
        .expect("JSON-LD");
    let (text, _) = rest.split_once("</script>").expect("its end");
    serde_json::from_str(text).expect("JSON")
}

/// The properties that schema.org gives each type, with the type of the value: those that are used here.
fn properties(of: &str) -> BTreeMap<&'static str, &'static str> {
    let all: &[(&str, &str)] = match of {
        "Dataset" => &[
            ("name", "Text"),
            ("description", "Text"),
            ("inLanguage", "Text"),
            ("isAccessibleForFree", "Boolean"),
            ("temporalCoverage", "Text"),
            ("creator", "GovernmentOrganization"),
            ("distribution", "DataDownload"),
            ("url", "URL"),
            ("datePublished", "Date"),
            ("dateModified", "Date"),
            ("isBasedOn", "URL"),
        ],
        "GovernmentOrganization" => &[("name", "Text"), ("identifier", "Text")],
        "DataDownload" => &[("encodingFormat", "Text"), ("contentUrl", "URL")],
        other => panic!("{other}"),
    };
    all.iter().copied().collect()
}

fn conforms(value: &Value, of: &str) {
    let text = value.as_str().unwrap_or_default();
    match of {
        "Text" => assert!(!text.is_empty(), "{value}"),
        "Boolean" => assert!(value.is_boolean(), "{value}"),
        "URL" => assert!(
            !text.is_empty() && text.is_ascii() && !text.contains(' '),
            "{value}"
        ),
        "Date" => assert!(gongkai_model::Date::parse(text).is_some(), "{value}"),
        _ => {
            assert_eq!(value["@type"], of);
            let known = properties(of);
            for (name, value) in value.as_object().expect("an object") {
                if name.starts_with('@') {
                    continue;
                }
                let of = known
                    .get(name.as_str())
                    .unwrap_or_else(|| panic!("no property {name} of {of}"));
                match value {
                    Value::Array(all) => all.iter().for_each(|one| conforms(one, of)),
                    one => conforms(one, of),
                }
            }
        }
    }
}

#[test]
fn json_ld_is_a_data_set_of_schema_org_whatever_the_report_says() {
    let portal = Portal::with(&[("longde-2020.json", "longde-2020.json")]);
    let mut hostile: Value = serde_json::from_str(&report(1, 1)).expect("JSON");
    hostile["agency"]["name"] = json!("</script><script>alert(1)</script>");
    portal.put("reports/hostile.json", &hostile.to_string());
    assert_eq!(code(&portal.publish_with(&["--base-url", SITE])), 0);
    for name in ["longde-2020.html", "hostile.html"] {
        let data = json_ld(&portal.page(name));
        assert_eq!(data["@context"], "https://schema.org");
        conforms(&data, "Dataset");
        for one in data["distribution"].as_array().expect("files") {
            let url = one["contentUrl"].as_str().expect("an address");
            let path = url.strip_prefix(SITE).expect("of the folder");
            assert!(portal.at("out").join(path).is_file(), "{path}");
        }
    }
    let data = json_ld(&portal.page("longde-2020.html"));
    let text = std::fs::read_to_string(portal.at("reports/longde-2020.json")).expect("a report");
    let report = Report::read(&text).expect("a report");
    assert_eq!(data["creator"]["name"], report.agency.name);
    assert_eq!(data["temporalCoverage"], "2020");
    assert!(!portal.page("hostile.html").contains("<script>alert"));
}

#[test]
fn the_page_of_longde_weighs_less_than_120_kilobytes() {
    let portal = Portal::with(&[("longde-2020.json", "longde-2020.json")]);
    assert_eq!(code(&portal.publish_with(&["--base-url", SITE])), 0);
    for name in ["longde-2020.html", "longde-2020.embed.html"] {
        let bytes = portal.page(name).len();
        assert!(bytes <= 120_000, "{name}: {bytes}");
    }
    let script = portal.page("embed.js").len();
    assert!(script <= 1024, "embed.js: {script}");
}

#[test]
fn a_page_shows_its_agencys_other_years_and_follows_their_changes() {
    let portal = Portal::new();
    let in_year =
        |report: String, year: usize| report.replace("\"year\":2021", &format!("\"year\":{year}"));
    let of = |year, received| in_year(report(1, received), year);
    portal.put("reports/a-2022.json", &of(2022, 7));
    portal.put("reports/a-2023.json", &of(2023, 9));
    portal.put("reports/b-2022.json", &in_year(report(2, 4), 2022));
    let done = portal.publish();
    assert_eq!(code(&done), 0, "{}", said(&done));
    let page = portal.page("a-2023.html");
    assert!(page.contains("catalog=\"catalog.json\""), "{page}");
    assert!(page.contains("历年数字"), "{page}");
    let alone = portal.page("b-2022.html");
    assert!(!alone.contains("历年数字"), "{alone}");

    portal.put("reports/a-2022.json", &of(2022, 8));
    let time = age(&portal.at("out"), Duration::from_secs(600));
    let done = portal.publish();
    assert_eq!(code(&done), 0, "{}", said(&done));
    assert_ne!(portal.page("a-2023.html"), page, "the other year is stale");
    assert_eq!(portal.page("b-2022.html"), alone);
    let written = written_since(&portal.at("out"), time);
    assert!(!written.contains(&"b-2022.html".to_owned()), "{written:?}");
}
