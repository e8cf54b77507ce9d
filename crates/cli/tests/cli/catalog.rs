//! `gongkai catalog`: complete, deterministic, and naming each file that it leaves out.

use super::{code, folder, gongkai, said, sample};
use base64::{Engine, engine::general_purpose::STANDARD};
use gongkai_catalog::{
    Catalog, FileReference, Measure, Number, Peers, ReportHash, SeriesIndex, SeriesRoot, Value,
    read_block, read_series, series_folder,
};
use gongkai_model::Report;
use sha2::{Digest, Sha384};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

fn shown(path: &Path) -> String {
    path.display().to_string()
}

fn county(into: &Path) {
    for year in 2019..=2025 {
        let name = format!("county-{year}.json");
        let from = sample(&format!("fictional/{name}"));
        std::fs::copy(from, into.join(name)).expect("copied");
    }
}

/// A fictional report of a numbered agency.
fn write_place(folder: &Path, index: usize, received: i64) {
    write_year(folder, index, 2021, received);
}

fn write_year(folder: &Path, index: usize, year: usize, received: i64) {
    let json = serde_json::json!({
        "format": "gongkai-report/1",
        "agency": { "name": format!("虚构{index:04}县"), "division_code": format!("99{index:04}") },
        "year": year,
        "edition": "2021",
        "applications": { "received": [received, 0, 0, 0, 0, 0, received] },
    });
    let path = folder.join(format!("99{index:04}-{year}.json"));
    std::fs::write(path, json.to_string()).expect("written");
}

fn read(path: &Path) -> Catalog {
    let text = std::fs::read_to_string(path).expect("a catalogue");
    Catalog::read(&text).unwrap_or_else(|error| panic!("{error:?}"))
}

fn sha384(bytes: &[u8]) -> String {
    STANDARD.encode(Sha384::digest(bytes))
}

/// Asserts that each block of hashes matches the catalogue, and that each report exists.
fn held(path: &Path) -> Catalog {
    let catalog = read(path);
    let base = path.parent().expect("a folder");
    for report in 0..catalog.len() {
        let file = catalog.file(report).expect("a file");
        let wanted = match catalog.hash(report).expect("a hash") {
            ReportHash::Inline(hash) => hash.to_owned(),
            ReportHash::InBlock {
                file,
                sha384: whole,
                index,
            } => {
                let block = std::fs::read_to_string(base.join(file)).expect("a block");
                assert_eq!(sha384(block.as_bytes()), whole, "{file}");
                read_block(&block).expect("hashes")[index].clone()
            }
        };
        let bytes = std::fs::read(base.join(&file)).expect("a report");
        assert_eq!(sha384(&bytes), wanted, "{file}");
    }
    catalog
}

#[test]
fn a_folder_becomes_a_catalogue_with_every_reports_path_hash_and_figures() {
    let folder = folder();
    std::fs::create_dir(folder.path().join("qinghe")).expect("made");
    county(&folder.path().join("qinghe"));
    let done = gongkai(&[
        "catalog",
        &shown(folder.path()),
        "--title",
        "虚构目录",
        "--fictional",
    ]);
    assert_eq!(code(&done), 0, "{}", said(&done));
    assert!(
        said(&done).contains("7 reports of 1 agency, 2019 to 2025; 0 files left out"),
        "{}",
        said(&done)
    );
    let catalog = held(&folder.path().join("catalog.json"));
    assert!(catalog.is_fictional);
    assert_eq!(catalog.title.as_deref(), Some("虚构目录"));
    assert_eq!(catalog.years(), (2019..=2025).collect::<Vec<u16>>());
    assert!(catalog.agencies()[0].initials.starts_with("qhxrmzf"));
    for report in 0..catalog.len() {
        let file = catalog.file(report).expect("a file");
        let text = std::fs::read_to_string(folder.path().join(file)).expect("a report");
        let own = Report::read(&text).expect("a report");
        for measure in Measure::all() {
            assert_eq!(catalog.value(report, measure), Value::of(&own, measure));
        }
    }
}

#[test]
fn the_same_reports_give_the_same_bytes_and_its_own_files_are_no_reports() {
    let folder = folder();
    county(folder.path());
    let out = folder.path().join("catalog.json");
    assert_eq!(code(&gongkai(&["catalog", &shown(folder.path())])), 0);
    let first = std::fs::read(&out).expect("written");
    let again = gongkai(&["catalog", &shown(folder.path())]);
    assert_eq!(code(&again), 0, "{}", said(&again));
    assert_eq!(std::fs::read(&out).expect("written"), first);
}

#[test]
fn what_is_left_out_is_named_with_its_reason() {
    let folder = folder();
    county(folder.path());
    let write = |name: &str, bytes: &[u8]| {
        std::fs::write(folder.path().join(name), bytes).expect("written")
    };
    write("broken.json", b"{\"format\":");
    write("latin.json", &[0xff, 0xfe, 0x00]);
    write("package.json", b"{\"name\":\"a\"}");
    let twice = std::fs::read(folder.path().join("county-2019.json")).expect("there");
    write("county-2019-copy.json", &twice);
    let other = std::fs::read_to_string(folder.path().join("county-2020.json")).expect("there");
    let mut other: serde_json::Value = serde_json::from_str(&other).expect("JSON");
    other["proactive"]["licences"]["decisions"] = serde_json::json!(1);
    write("zother.json", other.to_string().as_bytes());
    let done = gongkai(&["catalog", &shown(folder.path())]);
    let words = said(&done);
    assert_eq!(code(&done), 2, "{words}");
    let has = |parts: &[&str]| {
        words
            .lines()
            .any(|line| parts.iter().all(|part| line.contains(part)))
    };
    for name in ["broken.json", "latin.json", "package.json"] {
        assert!(
            words.lines().any(|line| line.contains(name)),
            "{name}: {words}"
        );
    }
    assert!(
        has(&[
            "county-2019.json",
            "is identical to",
            "county-2019-copy.json"
        ]),
        "{words}"
    );
    assert!(
        has(&[
            "county-2020.json and ",
            "zother.json are of the same agency and year"
        ]),
        "{words}"
    );
    assert!(
        has(&["zother.json and ", "county-2020.json are of"]),
        "{words}"
    );
    assert!(words.contains("6 files left out"), "{words}");
    let years = held(&folder.path().join("catalog.json")).years();
    assert_eq!(years, [2019, 2021, 2022, 2023, 2024, 2025]);
}

#[test]
fn without_a_report_nothing_is_written_and_the_old_catalogue_stays() {
    let folder = folder();
    let out = folder.path().join("catalog.json");
    std::fs::write(&out, "old").expect("written");
    let done = gongkai(&["catalog", &shown(folder.path()), "--lang", "zh-CN"]);
    assert_eq!(code(&done), 1);
    assert!(
        said(&done).contains("没有可以收录的报告"),
        "{}",
        said(&done)
    );
    assert_eq!(std::fs::read_to_string(&out).expect("there"), "old");
    let missing = gongkai(&["catalog", "no-such-folder"]);
    assert_eq!(code(&missing), 1);
    assert!(
        said(&missing).contains("no-such-folder"),
        "{}",
        said(&missing)
    );
}

#[test]
fn a_catalogue_stands_with_its_reports_or_above_them() {
    let folder = folder();
    let reports = folder.path().join("reports");
    std::fs::create_dir(&reports).expect("made");
    county(&reports);
    let above = folder.path().join("all.json");
    let done = gongkai(&["catalog", &shown(&reports), "-o", &shown(&above)]);
    assert_eq!(code(&done), 0, "{}", said(&done));
    assert_eq!(
        held(&above).file(0).as_deref(),
        Some("reports/county-2019.json")
    );
    let beside = folder.path().join("elsewhere");
    std::fs::create_dir(&beside).expect("made");
    let done = gongkai(&[
        "catalog",
        &shown(&reports),
        "-o",
        &shown(&beside.join("a.json")),
    ]);
    assert_eq!(code(&done), 1);
    assert!(
        said(&done).contains("must be in the folder of reports"),
        "{}",
        said(&done)
    );
    assert!(!beside.join("a.json").exists());
}

fn block_names(folder: &Path) -> BTreeSet<String> {
    let entries = std::fs::read_dir(folder.join("catalog.hashes")).expect("blocks");
    let names = entries.map(|entry| entry.expect("an entry").file_name());
    let names = names.map(|name| name.to_string_lossy().into_owned());
    names.filter(|name| !name.starts_with('.')).collect()
}

#[test]
fn many_reports_keep_their_hashes_in_blocks_and_an_interrupted_build_leaves_the_old_ones_whole() {
    let folder = folder();
    for index in 0..1030 {
        write_year(folder.path(), index / 10, 2016 + index % 10, 5);
    }
    let out = folder.path().join("catalog.json");
    let done = gongkai(&["catalog", &shown(folder.path())]);
    assert_eq!(code(&done), 0, "{}", said(&done));
    let blocks = || block_names(folder.path()).len();
    assert_eq!(held(&out).len(), 1030);
    assert_eq!(blocks(), 5);
    // Each of these replaces all blocks.
    let received = Measure::from_id("applications.received[6]").expect("a measure");
    let old = read(&out);
    for index in 0..1030 {
        write_year(folder.path(), index / 10, 2016 + index % 10, 6);
    }
    let before = block_names(folder.path());
    let mut interrupted = 0;
    // Interrupted before the first new block, and after each of them.
    for new in 0..=5 {
        let mut running = Command::new(env!("CARGO_BIN_EXE_gongkai"))
            .args(["catalog", &shown(folder.path())])
            .stderr(Stdio::null())
            .spawn()
            .expect("the program runs");
        let written = || block_names(folder.path()).difference(&before).count();
        while written() < new && running.try_wait().expect("asked").is_none() {
            std::thread::yield_now();
        }
        let _ = running.kill();
        running.wait().expect("ended");
        let now = read(&out);
        match now.value(0, received) {
            Value::Count(5) => {
                interrupted += 1;
                // The reports have changed, and the hashes are still the old ones.
                for report in 0..now.len() {
                    assert_eq!(now.hash(report), old.hash(report));
                    let Some(ReportHash::InBlock {
                        file,
                        sha384: whole,
                        ..
                    }) = now.hash(report)
                    else {
                        panic!("report {report} has no block");
                    };
                    let block = std::fs::read(folder.path().join(file)).expect("a block");
                    assert_eq!(sha384(&block), whole);
                }
            }
            other => assert_eq!(other, Value::Count(6)),
        }
    }
    assert!(interrupted > 0);
    assert_eq!(code(&gongkai(&["catalog", &shown(folder.path())])), 0);
    assert_eq!(held(&out).value(0, received), Value::Count(6));
    assert_eq!(blocks(), 5, "blocks of the old catalogue are gone");
}

#[test]
fn numbers_to_relate_to_come_from_a_table_in_either_encoding() {
    let folder = folder();
    for index in 0..3 {
        write_place(folder.path(), index, 5);
    }
    let table = "code,name,group,population|常住人口|Population|万人|虚构\r\n\
                 990000,,虚构省,\"1,234.50\"\r\n,虚构0001县,虚构省,\r\n,,,\r\n";
    let csv = folder.path().join("people.csv");
    let arguments = [
        "catalog",
        &shown(folder.path()),
        "--denominators",
        &shown(&csv),
    ];
    for bytes in [table.as_bytes(), &encoding_rs::GB18030.encode(table).0] {
        std::fs::write(&csv, bytes).expect("written");
        let done = gongkai(&arguments);
        assert_eq!(code(&done), 0, "{}", said(&done));
        let catalog = read(&folder.path().join("catalog.json"));
        let [people] = catalog.denominators() else {
            panic!("one denominator");
        };
        assert_eq!(
            (people.zh.as_str(), people.unit.as_str()),
            ("常住人口", "万人")
        );
        let values: Vec<Option<String>> = (0..3)
            .map(|place| people.value(place).map(|value| value.as_str().to_owned()))
            .collect();
        assert_eq!(values, [Some("1234.50".to_owned()), None, None]);
        let groups: Vec<Option<usize>> =
            catalog.agencies().iter().map(|place| place.group).collect();
        assert_eq!(groups, [Some(0), Some(0), None]);
        assert_eq!(catalog.groups(), ["虚构省"]);
    }
    std::fs::write(&csv, table.replace("\"1,234.50\"", "12万")).expect("written");
    let done = gongkai(&arguments);
    assert_eq!(code(&done), 1);
    assert!(
        said(&done).contains("line 2") && said(&done).contains("12万"),
        "{}",
        said(&done)
    );
    std::fs::write(&csv, table.replace(",虚构0001县", "990000,")).expect("written");
    let done = gongkai(&arguments);
    assert_eq!(code(&done), 1);
    assert!(said(&done).contains("line 3"), "{}", said(&done));
}

#[test]
fn places_are_grouped_by_the_province_of_their_code() {
    let folder = folder();
    std::fs::copy(sample("longde-2020.json"), folder.path().join("a.json")).expect("copied");
    assert_eq!(code(&gongkai(&["catalog", &shown(folder.path())])), 0);
    let catalog = read(&folder.path().join("catalog.json"));
    assert_eq!(catalog.groups(), ["宁夏回族自治区"]);
    assert_eq!(catalog.agencies()[0].initials, "ldxrmzf");
}

/// Copies a folder with everything in it.
fn copied(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let to = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            copied(&path, &to);
        } else {
            std::fs::copy(&path, &to).expect("copied");
        }
    }
}

#[test]
fn the_samples_catalogue_is_the_one_that_is_built_of_them() {
    let folder = folder();
    copied(Path::new(&sample("places")), folder.path());
    let own = folder.path().join("catalog.json");
    let committed = files_of(folder.path());
    std::fs::remove_file(&own).expect("removed");
    std::fs::remove_dir_all(folder.path().join("catalog.series")).expect("removed");
    let numbers = shown(&folder.path().join("population.csv"));
    let words = [
        "--fictional",
        "--title",
        "虚构的十二个县区",
        "--denominators",
        &numbers,
    ];
    let run = gongkai(&[&["catalog", &shown(folder.path())], words.as_slice()].concat());
    assert_eq!(code(&run), 0, "{}", said(&run));
    let built = files_of(folder.path());
    assert!(built.keys().eq(committed.keys()), "{:?}", built.keys());
    for (file, bytes) in built {
        assert!(committed[&file] == bytes, "{}", file.display());
    }
}

#[test]
fn a_number_with_too_many_digits_is_named_with_its_agency() {
    let folder = folder();
    write_place(folder.path(), 0, 5);
    let csv = folder.path().join("people.csv");
    let digits = "9".repeat(60);
    let table = format!("code,population|常住人口|Population|万人|虚构\r\n990000,{digits}\r\n");
    std::fs::write(&csv, table).expect("written");
    let arguments = [
        "catalog",
        &shown(folder.path()),
        "--denominators",
        &shown(&csv),
    ];
    let done = gongkai(&arguments);
    assert_eq!(code(&done), 1, "{}", said(&done));
    for words in ["“population” of 虚构0000县", "too many digits", &digits] {
        assert!(said(&done).contains(words), "{}", said(&done));
    }
}

#[test]
fn a_comma_between_thousands_is_refused_and_an_unknown_place_is_named() {
    let folder = folder();
    write_place(folder.path(), 0, 5);
    let csv = folder.path().join("people.csv");
    let catalog = |rows: &str| {
        let table = format!("code,population|常住人口|Population|万人|虚构\r\n{rows}");
        std::fs::write(&csv, table).expect("written");
        let path = shown(folder.path());
        gongkai(&["catalog", &path, "--denominators", &shown(&csv)])
    };
    let refused = catalog("990000,1,234\r\n");
    assert_eq!(code(&refused), 1, "{}", said(&refused));
    let words = "line 2 has more cells than the 2 named columns";
    assert!(said(&refused).contains(words), "{}", said(&refused));
    let done = catalog("990000,\"1,234\"\r\n123456,5\r\n");
    assert_eq!(code(&done), 0, "{}", said(&done));
    let words = "1 row of the denominators matches no agency in the catalogue: 123456";
    assert!(said(&done).contains(words), "{}", said(&done));
}

/// The files below a folder, with their bytes.
fn files_of(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if !entry.file_name().to_string_lossy().starts_with('.') {
                let bytes = std::fs::read(&path).expect("a file");
                files.insert(path, bytes);
            }
        }
    }
    files
}

/// What the series of an agency says.
struct Context {
    series: Catalog,
    peers: Option<Peers>,
}

/// Finds an agency's series as a reader does: root, index, series and peers, each checked against its hash.
fn context(catalog: &Path, name: &str, code: Option<&str>) -> Context {
    let folder = series_folder(&shown(catalog));
    let text = |file: &str| {
        std::fs::read_to_string(format!("{folder}{file}")).unwrap_or_else(|e| panic!("{file}: {e}"))
    };
    let held = |file: &FileReference| {
        let text = text(&file.file);
        assert_eq!(sha384(text.as_bytes()), file.sha384, "{}", file.file);
        text
    };
    let root = SeriesRoot::read(&text(SeriesRoot::FILE)).expect("a root");
    let index = SeriesIndex::read(&text(&root.index_file(name))).expect("an index");
    let entry = index.find(name, code).unwrap_or_else(|| panic!("{name}"));
    let series = read_series(&held(&entry.series), entry).expect("a series");
    let peers = index.peers(entry);
    let peers = peers.map(|peers| Peers::read(&held(peers)).expect("peers"));
    Context { series, peers }
}

/// Asserts that each agency of the catalogue is found with its reports.
fn has_every_series(path: &Path) {
    let catalog = held(path);
    for (agency, listed) in catalog.agencies().iter().enumerate() {
        let found = context(path, &listed.name, listed.code.as_deref());
        let own = catalog.reports_of(agency);
        assert_eq!(found.series.len(), own.len());
        for (report, own) in own.enumerate() {
            assert_eq!(found.series.file(report), catalog.file(own));
            for measure in catalog.measures() {
                let value = found.series.value(report, measure);
                assert_eq!(value, catalog.value(own, measure));
            }
        }
        assert_eq!(found.peers.is_some(), listed.group.is_some());
    }
}

/// A folder of reports of fictional counties, with a table of their two groups.
fn country(agencies: usize) -> tempfile::TempDir {
    let folder = folder();
    let mut table = "code,group\n".to_owned();
    for index in 1..=agencies {
        write_place(folder.path(), index, 10 + index as i64);
        table += &format!("99{index:04},虚构省{}\n", index % 2);
    }
    std::fs::write(folder.path().join("groups.csv"), table).expect("written");
    folder
}

fn arguments(folder: &Path) -> Vec<String> {
    let table = shown(&folder.join("groups.csv"));
    ["catalog", &shown(folder), "--denominators", &table]
        .map(str::to_owned)
        .to_vec()
}

fn catalogued(folder: &Path) {
    let arguments = arguments(folder);
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = gongkai(&arguments);
    assert_eq!(code(&done), 0, "{}", said(&done));
}

#[test]
fn every_agency_has_its_series_and_its_peers_beside_the_catalogue() {
    let folder = country(50);
    catalogued(folder.path());
    let path = folder.path().join("catalog.json");
    has_every_series(&path);
    let peers = context(&path, "虚构0004县", Some("990004")).peers;
    let peers = peers.expect("of a group");
    assert_eq!((peers.agencies, peers.group.as_str()), (25, "虚构省0"));
    let received = Measure::from_id("applications.received[6]").expect("a measure");
    let figures = peers.peers(received, 2021).expect("a year");
    // 12, 14, … 60: the 7th, the 13th and the 19th of 25.
    assert_eq!(figures.printed, 25);
    assert_eq!(figures.quartiles, Some([24, 36, 48].map(Number::whole)));
    let sizes: Vec<usize> = files_of(&folder.path().join("catalog.series"))
        .values()
        .map(Vec::len)
        .collect();
    assert!(sizes.iter().all(|size| *size < 16_000), "{sizes:?}");
}

#[test]
fn one_changed_report_changes_its_series_its_peers_and_what_names_them() {
    let folder = country(50);
    catalogued(folder.path());
    let series = folder.path().join("catalog.series");
    let before = files_of(&series);
    catalogued(folder.path());
    assert_eq!(files_of(&series), before);
    write_place(folder.path(), 4, 10_000);
    catalogued(folder.path());
    let after = files_of(&series);
    let new: Vec<&PathBuf> = after
        .keys()
        .filter(|path| !before.contains_key(*path))
        .collect();
    let old: Vec<&PathBuf> = before
        .keys()
        .filter(|path| !after.contains_key(*path))
        .collect();
    let is_of_peers = |path: &&&PathBuf| {
        path.parent()
            .is_some_and(|parent| parent.ends_with("peers"))
    };
    for files in [&new, &old] {
        assert_eq!(files.len(), 2, "{files:?}");
        assert_eq!(files.iter().filter(is_of_peers).count(), 1);
    }
    has_every_series(&folder.path().join("catalog.json"));
    // Fewer agencies need fewer index files.
    for index in 21..=50 {
        std::fs::remove_file(folder.path().join(format!("99{index:04}-2021.json")))
            .expect("removed");
    }
    let mut table = "code,group\n".to_owned();
    table.extend((1..=20).map(|index| format!("99{index:04},虚构省\n")));
    std::fs::write(folder.path().join("groups.csv"), table).expect("written");
    catalogued(folder.path());
    let index = files_of(&series.join("index"));
    assert_eq!(index.len(), 1, "{:?}", index.keys());
    assert_eq!(files_of(&series).len(), 20 + 1 + 1 + 1);
    has_every_series(&folder.path().join("catalog.json"));
}

/// Asserts that the catalogue is the one of before, and that each agency is found with a whole series of then or of now.
fn is_still_whole(path: &Path, before: &[u8]) {
    assert_eq!(std::fs::read(path).expect("a catalogue"), before);
    for agency in read(path).agencies() {
        context(path, &agency.name, agency.code.as_deref());
    }
}

#[test]
fn a_build_that_fails_at_any_file_leaves_the_old_catalogue_whole() {
    let folder = country(50);
    catalogued(folder.path());
    let path = folder.path().join("catalog.json");
    let before = std::fs::read(&path).expect("a catalogue");
    let old = files_of(&folder.path().join("catalog.series"));
    for index in 1..=50 {
        write_place(folder.path(), index, 1_000 + index as i64);
    }
    // What a whole build of the changed reports would write.
    let other = country(50);
    for index in 1..=50 {
        write_place(other.path(), index, 1_000 + index as i64);
    }
    catalogued(other.path());
    let new = files_of(&other.path().join("catalog.series"));
    let new = new
        .keys()
        .filter_map(|file| file.strip_prefix(other.path()).ok());
    let new: Vec<&Path> = new
        .filter(|file| !old.contains_key(&folder.path().join(file)))
        .collect();
    assert_eq!(new.len(), 50 + 2);
    let arguments = arguments(folder.path());
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let mut obstacles: Vec<&Path> = new.iter().copied().step_by(7).collect();
    let index = SeriesRoot::for_agencies(50).index_file("虚构0001县");
    let index = format!("catalog.series/{index}");
    obstacles.extend([&index, "catalog.json"].map(Path::new));
    for file in obstacles {
        let obstacle = folder.path().join(file);
        // A read-only file is not replaced, and a folder cannot be.
        let is_new = !obstacle.exists();
        if is_new {
            std::fs::create_dir(&obstacle).expect("made");
        } else {
            let mut only_read = obstacle.metadata().expect("a file").permissions();
            only_read.set_readonly(true);
            std::fs::set_permissions(&obstacle, only_read).expect("set");
        }
        let done = gongkai(&arguments);
        assert_eq!(code(&done), 1, "{}: {}", file.display(), said(&done));
        is_still_whole(&path, &before);
        for file in old.keys() {
            assert!(file.is_file(), "{} was removed", file.display());
        }
        // As it was before this attempt.
        if is_new {
            std::fs::remove_dir(&obstacle).expect("removed");
        } else {
            std::fs::remove_file(&obstacle).expect("removed");
        }
        for file in &new {
            let _ = std::fs::remove_file(folder.path().join(file));
        }
        std::fs::write(&path, &before).expect("written");
        for (file, bytes) in &old {
            std::fs::write(file, bytes).expect("written");
        }
    }
    catalogued(folder.path());
    has_every_series(&path);
    let names = |folder: &Path| -> Vec<PathBuf> {
        let files = files_of(&folder.join("catalog.series"));
        let files = files
            .keys()
            .filter_map(|file| file.strip_prefix(folder).ok());
        files.map(Path::to_owned).collect()
    };
    assert_eq!(names(folder.path()), names(other.path()));
}

#[test]
fn a_build_that_is_killed_leaves_the_old_catalogue_whole_and_the_next_ends_it() {
    let folder = country(120);
    catalogued(folder.path());
    let path = folder.path().join("catalog.json");
    let series = folder.path().join("catalog.series");
    for (round, written) in [1, 30, 100].into_iter().enumerate() {
        let before = std::fs::read(&path).expect("a catalogue");
        let count = || {
            std::fs::read_dir(&series)
                .map(Iterator::count)
                .unwrap_or_default()
        };
        let old = count();
        for index in 1..=120 {
            write_place(
                folder.path(),
                index,
                1_000 * (round + 1) as i64 + index as i64,
            );
        }
        let mut child = Command::new(env!("CARGO_BIN_EXE_gongkai"))
            .args(arguments(folder.path()))
            .stderr(Stdio::null())
            .spawn()
            .expect("it runs");
        while count() < old + written && child.try_wait().expect("a state").is_none() {
            std::thread::yield_now();
        }
        child.kill().expect("killed or ended");
        child.wait().expect("ended");
        if std::fs::read(&path).expect("a catalogue") == before {
            is_still_whole(&path, &before);
        }
        catalogued(folder.path());
        has_every_series(&path);
    }
}
