//! `gongkai publish`: the folder that a portal serves, published repeatedly.

use super::*;
use base64::{Engine, engine::general_purpose::STANDARD};
use gongkai_catalog::{Catalog, ReportHash};
use gongkai_model::Report;
use serde_json::json;
use sha2::{Digest, Sha384};
use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, SystemTime};

/// Reports, a bundle and an output folder, in a temporary folder.
pub struct Portal {
    folder: TempDir,
}

impl Portal {
    pub fn new() -> Portal {
        let portal = Portal { folder: folder() };
        portal.put("reports/keep.md", "no report");
        let files = [
            "gongkai.js",
            "gongkai-static-first.css",
            "gongkai-static.css",
            "gongkai-draw.wasm",
        ];
        let mut hashes = serde_json::Map::new();
        for name in files {
            portal.put(&format!("bundle/{name}"), name);
            hashes.insert(name.to_owned(), json!({ "sha384": hash(name.as_bytes()) }));
        }
        let manifest = json!({ "version": "0", "files": hashes });
        portal.put("bundle/manifest.json", &manifest.to_string());
        portal
    }

    /// Creates reports with these names from the samples of these years.
    pub fn with(samples: &[(&str, &str)]) -> Portal {
        let portal = Portal::new();
        for (name, from) in samples {
            let text = std::fs::read_to_string(sample(from)).expect("a sample");
            portal.put(&format!("reports/{name}"), &text);
        }
        portal
    }

    pub fn at(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub fn put(&self, path: &str, text: &str) {
        let path = self.at(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        std::fs::write(path, text).expect("written");
    }

    /// The folder of the widget's files, named after their content.
    pub fn widget(&self) -> String {
        let entries = std::fs::read_dir(self.at("out")).expect("a folder");
        let mut names = entries
            .map(|entry| entry.expect("an entry").file_name())
            .map(|name| name.to_string_lossy().into_owned())
            .filter(|name| name.starts_with("gongkai-"));
        let name = names.next().expect("the widget's folder");
        assert_eq!(names.next(), None);
        name
    }

    pub fn publish(&self) -> Output {
        self.publish_from("reports", "out")
    }

    pub fn publish_with(&self, options: &[&str]) -> Output {
        let (reports, out) = (self.at("reports"), self.at("out"));
        let (reports, out, bundle) = (reports.display(), out.display(), self.at("bundle"));
        let (reports, out) = (reports.to_string(), out.to_string());
        let bundle = bundle.display().to_string();
        let mut all = vec!["publish", &reports, "-o", &out, "--bundle", &bundle];
        all.extend(options);
        gongkai(&all)
    }

    fn publish_from(&self, reports: &str, out: &str) -> Output {
        gongkai(&[
            "publish",
            &self.at(reports).display().to_string(),
            "-o",
            &self.at(out).display().to_string(),
            "--bundle",
            &self.at("bundle").display().to_string(),
        ])
    }

    /// Each file of the output with its bytes.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        files(&self.at("out"))
    }

    pub fn page(&self, name: &str) -> String {
        std::fs::read_to_string(self.at("out").join(name)).expect("a page")
    }
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(&next).into_iter().flatten() {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("inside");
                let bytes = std::fs::read(&path).expect("a file");
                found.insert(name.to_string_lossy().replace('\\', "/"), bytes);
            }
        }
    }
    found
}

pub fn hash(bytes: &[u8]) -> String {
    STANDARD.encode(Sha384::digest(bytes))
}

/// The values of an attribute, each with its tag.
fn values(html: &str, attribute: &str) -> Vec<(String, String)> {
    let begins = format!(" {attribute}=\"");
    html.split('<')
        .filter_map(|tag| {
            let (tag, _) = tag.split_once('>')?;
            let (_, value) = tag.split_once(&begins)?;
            let (value, _) = value.split_once('"')?;
            Some((value.replace("&amp;", "&"), tag.to_owned()))
        })
        .collect()
}

const COUNTY: [(&str, &str); 3] = [
    ("county-2019.json", "fictional/county-2019.json"),
    ("县/2021 年.json", "fictional/county-2021.json"),
    ("longde-2020.json", "longde-2020.json"),
];

/// The path of a file with its name left out if that is a hash of its content.
fn without_hash(path: &str) -> String {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let stem = name.strip_suffix(".json").unwrap_or_default();
    if stem.len() == 16 && stem.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        format!("{folder}/….json")
    } else {
        path.to_owned()
    }
}

#[test]
fn the_folder_holds_an_index_a_page_and_a_json_for_each_report_and_the_bundle() {
    let portal = Portal::with(&COUNTY);
    let done = portal.publish();
    assert_eq!(code(&done), 0, "{}", said(&done));
    assert!(
        said(&done).contains("3 reports published"),
        "{}",
        said(&done)
    );
    let widget = portal.widget();
    let names = portal.files().into_keys();
    let names = names.map(|name| without_hash(&name.replace(&widget, "gongkai")));
    let names: Vec<String> = names.collect();
    let (pictures, others): (Vec<String>, Vec<String>) =
        names.into_iter().partition(|name| name.ends_with(".svg"));
    assert_eq!(
        others,
        [
            "addresses.json",
            "catalog.json",
            // Of the two agencies, one has a group and so peers.
            "catalog.series/….json",
            "catalog.series/….json",
            "catalog.series/index.json",
            "catalog.series/index/all.json",
            "catalog.series/peers/….json",
            "county-2019.embed.html",
            "county-2019.html",
            "data.csv",
            "data.parquet",
            "embed-frame.js",
            "embed.js",
            "files/county-2019.csv",
            "files/excel/county-2019.csv",
            "files/excel/longde-2020.csv",
            "files/excel/县-2021-年.csv",
            "files/longde-2020.csv",
            "files/县-2021-年.csv",
            "gongkai/gongkai-draw.wasm",
            "gongkai/gongkai-static-first.css",
            "gongkai/gongkai-static.css",
            "gongkai/gongkai.js",
            "gongkai/manifest.json",
            "index-search.js",
            "index.html",
            "longde-2020.embed.html",
            "longde-2020.html",
            "manifest.json",
            "reports/county-2019.json",
            "reports/longde-2020.json",
            "reports/县-2021-年.json",
            "县-2021-年.embed.html",
            "县-2021-年.html",
        ]
    );
    let of_longde: Vec<&str> = pictures
        .iter()
        .filter_map(|name| {
            name.strip_prefix("files/longde-2020.")?
                .strip_suffix(".svg")
        })
        .collect();
    let views = [
        "activities",
        "disclosure",
        "documents",
        "fees",
        "procurement",
        "services",
    ];
    assert_eq!(of_longde, views);
    let read = |path: PathBuf| {
        Report::read(&std::fs::read_to_string(path).expect("a file")).expect("a report")
    };
    for (source, made) in [
        ("longde-2020.json", "longde-2020.json"),
        ("县/2021 年.json", "县-2021-年.json"),
    ] {
        let source = read(portal.at("reports").join(source));
        assert_eq!(read(portal.at("out/reports").join(made)), source);
    }
}

#[test]
fn every_link_leads_to_a_file_or_a_place_that_is_there() {
    let portal = Portal::with(&COUNTY);
    assert_eq!(code(&portal.publish()), 0);
    let made = portal.files();
    let pages: Vec<&String> = made.keys().filter(|name| name.ends_with(".html")).collect();
    assert_eq!(pages.len(), 7);
    for name in &pages {
        let html = portal.page(name);
        let ids: BTreeSet<String> = values(&html, "id").into_iter().map(|(id, _)| id).collect();
        let links = ["href", "src"].map(|attribute| values(&html, attribute));
        let mut local = 0;
        for (link, tag) in links.concat() {
            if link.starts_with("https://") || link.starts_with("http://") {
                assert!(tag.starts_with("a "), "{name} loads {link}");
                continue;
            }
            let (file, place) = link.split_once('#').unwrap_or((&link, ""));
            let (file, _) = file.split_once('?').unwrap_or((file, ""));
            assert!(
                !file.starts_with('/') && !file.contains(':'),
                "{name}: {link}"
            );
            if file.is_empty() {
                assert!(ids.contains(place), "{name} has no {link}");
            } else {
                assert!(made.contains_key(file), "{name}: {link} is not there");
                local += 1;
            }
        }
        assert!(local >= 4, "{name} has {local} links");
    }
    let listed: BTreeSet<String> = values(&portal.page("index.html"), "href")
        .into_iter()
        .map(|(link, _)| link)
        .filter(|link| link.ends_with(".html"))
        .collect();
    let expected = ["county-2019.html", "longde-2020.html", "县-2021-年.html"];
    assert_eq!(listed, expected.map(str::to_owned).into());
}

#[test]
fn every_integrity_hash_is_that_of_the_file() {
    let portal = Portal::with(&COUNTY);
    assert_eq!(code(&portal.publish()), 0);
    let made = portal.files();
    for name in made.keys().filter(|name| name.ends_with(".html")) {
        let html = portal.page(name);
        let mut has_script = false;
        for (integrity, tag) in values(&html, "integrity") {
            let tag = format!("<{tag}>");
            let link = values(&tag, "src").into_iter().chain(values(&tag, "href"));
            let (link, _) = link.last().expect("an address");
            let bytes = made.get(&link).expect("a file");
            assert_eq!(
                integrity,
                format!("sha384-{}", hash(bytes)),
                "{name}: {link}"
            );
            // A page opened from the disk has no style sheet with a hash.
            assert!(!link.ends_with(".css"), "{name}: {link}");
            has_script |= link.ends_with("gongkai.js");
        }
        assert!(has_script, "{name}");
    }
}

#[test]
fn a_file_of_the_bundle_that_is_not_what_its_manifest_says_is_refused() {
    let portal = Portal::with(&COUNTY);
    portal.put("bundle/gongkai.js", "another");
    let done = portal.publish();
    assert_eq!(code(&done), 1);
    assert!(said(&done).contains("gongkai.js"), "{}", said(&done));
    assert!(!portal.at("out/index.html").exists());
}

/// Sets the time of all files back, so that files written later can be told.
pub fn age(folder: &Path, by: Duration) -> SystemTime {
    let time = SystemTime::now() - by;
    for name in files(folder).into_keys() {
        let file = std::fs::File::options().write(true).open(folder.join(name));
        file.and_then(|file| file.set_modified(time)).expect("set");
    }
    time + Duration::from_secs(60)
}

pub fn written_since(folder: &Path, time: SystemTime) -> Vec<String> {
    let names = files(folder).into_keys();
    names
        .filter(|name| {
            let data = folder.join(name).metadata().expect("a file");
            data.modified().expect("a time") > time
        })
        .collect()
}

#[test]
fn a_second_run_writes_nothing() {
    let portal = Portal::with(&COUNTY);
    assert_eq!(code(&portal.publish()), 0);
    let before = portal.files();
    let time = age(&portal.at("out"), Duration::from_secs(600));
    let again = portal.publish();
    assert_eq!(code(&again), 0);
    assert!(
        said(&again).contains(&format!("0 files written, {} unchanged", before.len())),
        "{}",
        said(&again)
    );
    assert_eq!(written_since(&portal.at("out"), time), [""; 0]);
    assert_eq!(portal.files(), before);
}

#[test]
fn a_changed_report_rewrites_its_own_files_and_its_agencys_other_pages() {
    let portal = Portal::with(&COUNTY);
    assert_eq!(code(&portal.publish()), 0);
    let time = age(&portal.at("out"), Duration::from_secs(600));
    let path = portal.at("reports/county-2019.json");
    let mut report = Report::read(&std::fs::read_to_string(&path).expect("a file")).expect("read");
    report.text.clear();
    report.reviews = None;
    std::fs::write(&path, report.write()).expect("written");
    let done = portal.publish();
    assert_eq!(code(&done), 0, "{}", said(&done));
    let written = written_since(&portal.at("out"), time);
    let written: Vec<String> = written.iter().map(|name| without_hash(name)).collect();
    let (pictures, others): (Vec<String>, Vec<String>) =
        written.into_iter().partition(|name| name.ends_with(".svg"));
    assert!(
        pictures
            .iter()
            .all(|name| name.starts_with("files/county-2019."))
    );
    assert_eq!(
        others,
        [
            "addresses.json",
            "catalog.json",
            "catalog.series/….json",
            "catalog.series/index/all.json",
            "county-2019.embed.html",
            "county-2019.html",
            "data.csv",
            "data.parquet",
            "files/county-2019.csv",
            "files/excel/county-2019.csv",
            "manifest.json",
            "reports/county-2019.json",
            "县-2021-年.embed.html",
            "县-2021-年.html"
        ]
    );
}

#[test]
fn the_published_catalogue_lists_every_report_with_the_hash_of_its_file() {
    let portal = Portal::with(&COUNTY);
    assert_eq!(code(&portal.publish()), 0);
    let made = portal.files();
    let text = std::fs::read_to_string(portal.at("out/catalog.json")).expect("a catalogue");
    let catalog = Catalog::read(&text).expect("a catalogue");
    assert_eq!(catalog.len(), 3);
    for report in 0..catalog.len() {
        let file = catalog.file(report).expect("a path");
        let bytes = made.get(&file).expect("a file");
        let own = hash(bytes);
        assert_eq!(
            catalog.hash(report),
            Some(ReportHash::Inline(&own)),
            "{file}"
        );
    }
    assert!(portal.page("index.html").contains("src=\"catalog.json\""));
}

#[test]
fn a_catalogue_among_the_reports_is_no_report() {
    let portal = Portal::with(&COUNTY);
    let reports = portal.at("reports").display().to_string();
    assert_eq!(code(&gongkai(&["catalog", &reports])), 0);
    assert!(portal.at("reports/catalog.json").is_file());
    let published = portal.publish();
    assert_eq!(code(&published), 0, "{}", said(&published));
    assert!(!said(&published).contains("catalog.json"));
    let index = portal.page("index.html");
    assert_eq!(index.matches(".html\"").count(), 3, "{index}");
}

#[test]
fn a_report_by_itself_is_compared_with_nothing() {
    let portal = Portal::with(&COUNTY[..1]);
    assert_eq!(code(&portal.publish()), 0);
    assert!(!portal.at("out/catalog.json").exists());
    assert!(!portal.page("index.html").contains("<gongkai-report"));
}

#[test]
fn where_one_report_is_left_the_catalogue_of_before_is_named() {
    let portal = Portal::with(&COUNTY[..2]);
    assert!(!said(&portal.publish()).contains("catalog.json"));
    std::fs::remove_file(portal.at("reports/county-2019.json")).expect("removed");
    let done = said(&portal.publish());
    let named = done.lines().filter(|line| line.contains("catalog.json"));
    assert_eq!(named.count(), 1, "{done}");
    assert!(!portal.page("index.html").contains("catalog.json"));
}

#[test]
fn of_two_files_for_one_agency_and_year_the_first_is_published_and_both_are_named() {
    let portal = Portal::with(&[
        ("a.json", "fictional/county-2019.json"),
        ("b.json", "fictional/county-2019.json"),
        ("c.json", "fictional/county-2020.json"),
    ]);
    let done = portal.publish();
    assert_eq!(code(&done), 1);
    let line = said(&done);
    let line = line.lines().find(|line| line.contains("b.json"));
    assert!(
        line.is_some_and(|line| line.contains("a.json")),
        "{}",
        said(&done)
    );
    assert!(
        said(&done).contains("2 reports published"),
        "{}",
        said(&done)
    );
    assert!(!portal.at("out/b.html").exists());
    let links = values(&portal.page("index.html"), "href");
    assert_eq!(
        links.iter().filter(|(to, _)| to.ends_with(".html")).count(),
        2
    );
}

#[test]
fn agencies_of_one_name_and_other_codes_are_each_published() {
    let portal = Portal::new();
    for code in ["990101", "990102", "990103"] {
        let json = json!({
            "format": "gongkai-report/1", "year": 2021, "edition": "2021",
            "agency": { "name": "虚构鼓楼区人民政府", "division_code": code },
        });
        portal.put(&format!("reports/{code}.json"), &json.to_string());
    }
    let done = portal.publish();
    assert_eq!(code(&done), 0, "{}", said(&done));
    let index = portal.page("index.html");
    for code in ["990101", "990102", "990103"] {
        assert!(
            index.contains(&format!("虚构鼓楼区人民政府（{code}）")),
            "{index}"
        );
        assert!(portal.at(&format!("out/{code}.html")).is_file());
    }
    // A report without a code could be of either.
    let json = json!({
        "format": "gongkai-report/1", "year": 2021, "edition": "2021",
        "agency": { "name": "虚构鼓楼区人民政府" },
    });
    portal.put("reports/none.json", &json.to_string());
    let done = portal.publish();
    assert_eq!(code(&done), 1);
    let line = said(&done);
    let line = line.lines().find(|line| line.contains("none.json"));
    assert!(
        line.is_some_and(|line| line.contains("division_code")),
        "{}",
        said(&done)
    );
}

#[test]
fn a_corrected_json_is_published_in_place_of_the_file_it_was_made_of() {
    let portal = Portal::new();
    let text = std::fs::read_to_string(fixture("cells-reviews-blank.txt")).expect("a fixture");
    portal.put("reports/r.txt", &text);
    let made = gongkai(&["convert", &portal.at("reports/r.txt").display().to_string()]);
    let json = String::from_utf8(made.stdout).expect("UTF-8");
    let mut report = Report::read(&json).expect("a report");
    report.agency.name = "虚构县更正局".to_owned();
    portal.put("reports/r.json", &report.write());
    let done = portal.publish();
    assert_eq!(code(&done), 0, "{}", said(&done));
    assert!(said(&done).contains("r.txt is published from r.json"));
    assert!(portal.page("index.html").contains("虚构县更正局"));
    assert!(
        said(&done).contains("1 report published"),
        "{}",
        said(&done)
    );
}

#[test]
fn a_bad_file_is_named_and_stops_no_other() {
    let portal = Portal::with(&COUNTY);
    portal.put(
        "reports/bad.json",
        "{\n  \"format\": \"gongkai-report/1\",\n",
    );
    portal.put("reports/letter.txt", "尊敬的读者：您好。");
    let gbk =
        b"{ \"format\": \"gongkai-report/1\", \"agency\": { \"name\": \"\xc4\xb3\xcf\xd8\" } }";
    std::fs::write(portal.at("reports/gbk.json"), gbk).expect("written");
    let done = portal.publish();
    assert_eq!(code(&done), 1);
    for name in ["bad.json", "letter.txt", "gbk.json"] {
        let count = said(&done)
            .lines()
            .filter(|line| line.contains(name))
            .count();
        assert_eq!(count, 1, "{name}: {}", said(&done));
    }
    assert!(
        said(&done).contains("3 reports published"),
        "{}",
        said(&done)
    );
    assert!(!portal.page("index.html").contains("bad"));
    assert!(!portal.at("out/bad.html").exists());
}

#[test]
fn a_report_with_gaps_is_published_named_and_ends_with_2() {
    let portal = Portal::new();
    let text = std::fs::read_to_string(fixture("cells-reviews-blank.txt")).expect("a fixture");
    portal.put("reports/blank.txt", &text);
    let done = portal.publish();
    assert_eq!(code(&done), 2, "{}", said(&done));
    assert!(said(&done).contains("blank.txt  Line "), "{}", said(&done));
    assert!(portal.at("out/blank.html").is_file());
}

#[test]
fn where_no_report_can_be_read_the_old_folder_stays_as_it_is() {
    let portal = Portal::with(&COUNTY);
    assert_eq!(code(&portal.publish()), 0);
    let before = portal.files();
    portal.put("broken/a.json", "{");
    let broken = portal.publish_from("broken", "out");
    assert_eq!(code(&broken), 1);
    assert!(said(&broken).contains("Nothing was written"));
    std::fs::create_dir(portal.at("empty")).expect("made");
    let empty = portal.publish_from("empty", "out");
    assert_eq!(code(&empty), 1);
    assert!(
        said(&empty).contains("contains no reports"),
        "{}",
        said(&empty)
    );
    let missing = portal.publish_from("no-such-folder", "out");
    assert_eq!(code(&missing), 1);
    assert!(said(&missing).contains("no-such-folder"));
    assert_eq!(portal.files(), before);
}

#[test]
fn a_removed_source_leaves_the_list_and_its_page_says_so() {
    let portal = Portal::with(&COUNTY);
    assert_eq!(code(&portal.publish()), 0);
    std::fs::remove_file(portal.at("reports/county-2019.json")).expect("removed");
    let done = portal.publish();
    assert_eq!(code(&done), 0);
    assert!(!portal.page("index.html").contains("county-2019"));
    assert!(said(&done).contains("county-2019.html"), "{}", said(&done));
    assert!(portal.page("county-2019.html").contains("撤下"));
    // Files that the program did not write are not mentioned.
    portal.put("out/about.html", "of the portal");
    portal.put("out/reports/other.json", "{}");
    let again = said(&portal.publish());
    assert!(
        !again.contains("about") && !again.contains("other"),
        "{again}"
    );
}

#[test]
fn what_was_cut_off_is_written_again_and_its_rest_is_cleared_away() {
    let portal = Portal::with(&COUNTY);
    assert_eq!(code(&portal.publish()), 0);
    let whole = portal.files();
    portal.put("out/county-2019.html", "<!doctype html><ht");
    let widget = portal.widget();
    portal.put(&format!("out/{widget}/gongkai-draw.wasm"), "");
    std::fs::remove_file(portal.at("out/reports/longde-2020.json")).expect("removed");
    portal.put("out/reports/.gongkai-old123", "half");
    let hours = SystemTime::now() - Duration::from_secs(7200);
    let old = std::fs::File::options()
        .write(true)
        .open(portal.at("out/reports/.gongkai-old123"));
    old.and_then(|file| file.set_modified(hours)).expect("set");
    // Another run may still be writing this one.
    portal.put("out/.gongkai-new123", "half");
    portal.put("out/.htaccess", "of the portal");
    let done = portal.publish();
    assert_eq!(code(&done), 0, "{}", said(&done));
    assert!(said(&done).contains("3 files written"), "{}", said(&done));
    let mut files = portal.files();
    assert!(files.remove(".gongkai-new123").is_some());
    assert!(files.remove(".htaccess").is_some());
    assert_eq!(files, whole);
}

#[test]
fn an_output_inside_the_reports_is_no_source_of_the_next_run() {
    let portal = Portal::with(&COUNTY);
    let first = portal.publish_from("reports", "reports/site");
    assert_eq!(code(&first), 0, "{}", said(&first));
    let before = files(&portal.at("reports"));
    let second = portal.publish_from("reports", "reports/site");
    assert_eq!(code(&second), 0, "{}", said(&second));
    assert!(
        said(&second).contains("3 reports published"),
        "{}",
        said(&second)
    );
    assert!(
        said(&second).contains("0 files written"),
        "{}",
        said(&second)
    );
    assert_eq!(files(&portal.at("reports")), before);
}

#[test]
fn reports_in_the_output_are_not_written_over() {
    let portal = Portal::with(&COUNTY);
    let before = files(portal.folder.path());
    for out in ["reports", "reports/../reports", ""] {
        let done = portal.publish_from("reports", out);
        assert_eq!(code(&done), 1, "{out}");
        assert!(
            said(&done).contains("is the output folder or inside it"),
            "{out}: {}",
            said(&done)
        );
    }
    assert_eq!(files(portal.folder.path()), before);
}

#[test]
fn names_that_differ_only_in_capitals_are_told_apart() {
    let portal = Portal::with(&[
        ("a/R.json", "fictional/county-2019.json"),
        ("A-r.json", "fictional/county-2020.json"),
        ("index.json", "fictional/county-2021.json"),
    ]);
    let done = portal.publish();
    assert_eq!(code(&done), 0, "{}", said(&done));
    let pages: Vec<String> = portal
        .files()
        .into_keys()
        .filter(|name| name.ends_with(".html"))
        .collect();
    assert_eq!(
        pages,
        [
            "a-r-2.embed.html",
            "a-r-2.html",
            "a-r.embed.html",
            "a-r.html",
            "index.html",
            "report.embed.html",
            "report.html"
        ]
    );
}

#[test]
fn an_address_stays_with_the_report_that_first_had_it() {
    let portal = Portal::with(&[("r.json", "fictional/county-2019.json")]);
    assert_eq!(code(&portal.publish()), 0);
    let first = portal.files().remove("reports/r.json");
    // Sorted before it, and of the same name on a server.
    let other = std::fs::read_to_string(sample("fictional/county-2020.json")).expect("a sample");
    portal.put("reports/R.json", &other);
    let done = portal.publish();
    assert_eq!(code(&done), 0, "{}", said(&done));
    let mut files = portal.files();
    assert_eq!(files.remove("reports/r.json"), first);
    assert!(files.contains_key("reports/r-2.json"));
    // Another year in the file of that name is another report, and has its own address.
    let second = portal.files().remove("reports/r-2.json");
    std::fs::remove_file(portal.at("reports/R.json")).expect("removed");
    portal.put("reports/r.json", &other);
    portal.publish();
    assert_eq!(portal.files().remove("reports/r-2.json"), second);
    assert!(portal.page("r.html").contains("撤下"));
    // The corrected name of its agency is not.
    let name = "青禾县人民政府（虚构示例）";
    assert!(other.contains(name));
    portal.put(
        "reports/r.json",
        &other.replace(name, "虚构县（更正）人民政府"),
    );
    portal.publish();
    let corrected = portal
        .files()
        .remove("reports/r-2.json")
        .expect("the report");
    assert!(String::from_utf8_lossy(&corrected).contains("（更正）"));
}

#[test]
fn the_folder_that_is_made_in_memory_has_the_same_files() {
    let portal = Portal::with(&COUNTY);
    assert_eq!(code(&portal.publish()), 0);
    let mut widget = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files(&portal.at("bundle")) {
        let options = zip::write::SimpleFileOptions::default();
        widget.start_file(name, options).unwrap();
        std::io::Write::write_all(&mut widget, &bytes).unwrap();
    }
    let widget = widget.finish().unwrap().into_inner();
    let mut reports = COUNTY.map(|(name, _)| {
        let text = std::fs::read_to_string(portal.at(&format!("reports/{name}"))).unwrap();
        (name.to_owned(), Report::read(&text).unwrap())
    });
    reports.reverse();
    let folder = gongkai_publish::folder(reports.into(), &widget, gongkai_i18n::Locale::ZhCn);
    let Ok(folder) = folder else {
        panic!("the widget's files are there");
    };
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(folder.zip)).unwrap();
    let made: BTreeMap<String, Vec<u8>> = (0..zip.len())
        .map(|index| {
            let mut file = zip.by_index(index).unwrap();
            let mut bytes = Vec::new();
            std::io::Read::read_to_end(&mut file, &mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        })
        .collect();
    // The command line adds what needs earlier runs or its own libraries.
    let mut made = made;
    let mut wanted = files(&portal.at("out"));
    for only in ["addresses.json", "data.csv", "data.parquet"] {
        assert!(wanted.remove(only).is_some(), "{only}");
    }
    let manifests = [made.remove("manifest.json"), wanted.remove("manifest.json")];
    assert!(manifests.iter().all(Option::is_some));
    let index = wanted.get_mut("index.html").expect("an index");
    let text = String::from_utf8_lossy(index).into_owned();
    let lines = text.split_inclusive('\n');
    let links: String = lines
        .filter(|line| !line.contains("gongkai-data"))
        .collect();
    assert_ne!(links, text);
    *index = links.into_bytes();
    let names = |files: &BTreeMap<String, Vec<u8>>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&made), names(&wanted));
    for (name, bytes) in &wanted {
        assert!(made[name] == *bytes, "{name}");
    }
}

#[test]
fn the_desk_is_published_where_it_is_asked_for() {
    let portal = Portal::with(&[("longde-2020.json", "longde-2020.json")]);
    let publish = || {
        gongkai(&[
            "publish",
            &portal.at("reports").display().to_string(),
            "-o",
            &portal.at("out").display().to_string(),
            "--desk",
            "--bundle",
            &portal.at("bundle").display().to_string(),
        ])
    };
    let refused = publish();
    assert_eq!(code(&refused), 1);
    assert!(said(&refused).contains("desk"), "{}", said(&refused));
    assert!(!portal.at("out").exists());

    portal.put("bundle/desk/index.html", "the desk");
    let hashes = json!({ "index.html": { "sha384": hash(b"the desk") } });
    let manifest = json!({ "files": hashes }).to_string();
    portal.put("bundle/desk/manifest.json", &manifest);
    assert_eq!(code(&publish()), 0);
    let files = portal.files();
    assert_eq!(files["desk/index.html"], b"the desk");
    assert!(
        portal
            .page("longde-2020.html")
            .contains(" desk=\"desk/index.html\"")
    );
    assert!(portal.page("manifest.json").contains("\"desk/index.html\""));
    assert!(portal.publish().status.success());
    assert!(!portal.page("longde-2020.html").contains(" desk="));
}
