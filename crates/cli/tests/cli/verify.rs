//! `gongkai verify`: a server that misbehaves in one way at a time, and what is said of it.

use super::*;
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::json;
use sha2::{Digest, Sha384};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;

const POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'";
const KEPT: &str = "public, max-age=31536000, immutable";
const WIDGET: &str = "gongkai-0123456789ab";

/// One answer of the server.
#[derive(Clone)]
struct Sent {
    status: u16,
    headers: BTreeMap<&'static str, String>,
    body: Vec<u8>,
    /// How many bytes of the body are sent before the connection is closed.
    cut: Option<usize>,
}

impl Sent {
    fn new(kind: &str, caching: &str, body: &[u8]) -> Sent {
        let headers = [
            ("Content-Type", kind.to_owned()),
            ("Cache-Control", caching.to_owned()),
        ];
        Sent {
            status: 200,
            headers: headers.into(),
            body: body.to_vec(),
            cut: None,
        }
    }
}

type Site = BTreeMap<String, Sent>;

fn hash(bytes: &[u8]) -> String {
    STANDARD.encode(Sha384::digest(bytes))
}

/// A published folder as a careful server sends it.
fn site() -> Site {
    let mut site = Site::new();
    let report = std::fs::read(sample("longde-2020.json")).expect("a sample");
    let widget = [
        ("gongkai.js", "text/javascript; charset=utf-8"),
        ("gongkai-draw.wasm", "application/wasm"),
        ("gongkai.css", "text/css; charset=utf-8"),
    ];
    let mut listed = serde_json::Map::new();
    for (name, kind) in widget {
        site.insert(
            format!("/{WIDGET}/{name}"),
            Sent::new(kind, KEPT, name.as_bytes()),
        );
        listed.insert(name.to_owned(), json!({ "sha384": hash(name.as_bytes()) }));
    }
    let list = json!({ "version": "0", "files": listed }).to_string();
    let json = "application/json";
    site.insert(
        format!("/{WIDGET}/manifest.json"),
        Sent::new(json, KEPT, list.as_bytes()),
    );
    let script = hash(b"gongkai.js");
    let page = format!(
        "<!doctype html><title>年报</title><gongkai-report src=\"reports/a.json\"></gongkai-report>\
         <script src=\"{WIDGET}/gongkai.js\" integrity=\"sha384-{script}\" defer></script>"
    );
    let mut sent = Sent::new("text/html; charset=utf-8", "no-cache", page.as_bytes());
    sent.headers
        .insert("Content-Security-Policy", POLICY.to_owned());
    site.insert("/a.html".to_owned(), sent.clone());
    let mut data = Sent::new(json, "no-cache", &gzip(&report));
    data.headers.insert("Content-Encoding", "gzip".to_owned());
    site.insert("/reports/a.json".to_owned(), data);
    let files = json!({
        "a.html": { "sha384": hash(page.as_bytes()) },
        "reports/a.json": { "sha384": hash(&report) },
    });
    let list = json!({ "files": files, "bundle": format!("{WIDGET}/") }).to_string();
    site.insert(
        "/manifest.json".to_owned(),
        Sent::new(json, "no-cache", list.as_bytes()),
    );
    site
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).expect("compressed");
    encoder.finish().expect("compressed")
}

/// Serves a site until the test ends; returns its address.
fn serve(site: Site) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    let site = Arc::new(site);
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let site = Arc::clone(&site);
            std::thread::spawn(move || answer(&stream, &site));
        }
    });
    format!("http://{address}/")
}

fn answer(mut stream: &TcpStream, site: &Site) {
    let mut lines = BufReader::new(stream).lines();
    let first = lines.next().and_then(Result::ok).unwrap_or_default();
    while lines
        .next()
        .and_then(Result::ok)
        .is_some_and(|line| !line.is_empty())
    {}
    let path = first.split(' ').nth(1).unwrap_or_default();
    let missing = Sent {
        status: 404,
        ..Sent::new("text/html", "no-cache", b"<html>404</html>")
    };
    let sent = site.get(path).unwrap_or(&missing);
    let mut head = format!("HTTP/1.1 {} x\r\nConnection: close\r\n", sent.status);
    for (name, value) in &sent.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str(&format!("Content-Length: {}\r\n\r\n", sent.body.len()));
    let body = sent.body.get(..sent.cut.unwrap_or(sent.body.len()));
    let _ = stream.write_all(head.as_bytes());
    let _ = stream.write_all(body.unwrap_or_default());
}

fn verify(target: &str, lang: &str) -> (i32, String) {
    let done = gongkai(&["verify", target, "--lang", lang]);
    let text = String::from_utf8_lossy(&done.stdout).into_owned() + &said(&done);
    (code(&done), text)
}

#[test]
fn a_careful_server_has_nothing_to_mend() {
    let url = serve(site());
    for target in ["", "a.html", &format!("{WIDGET}/")] {
        let (code, text) = verify(&(url.clone() + target), "en");
        assert_eq!(code, 0, "{target}: {text}");
        assert!(text.contains("0 faults, 0 hints"), "{text}");
    }
    let (_, text) = verify(&url, "zh-CN");
    assert!(text.contains("共核对 7 个文件：错误 0 项"), "{text}");
}

/// Something that a server does wrong.
struct Case {
    path: &'static str,
    spoil: fn(&mut Sent),
    code: i32,
    says: [&'static str; 2],
}

const SCRIPT: &str = "/gongkai-0123456789ab/gongkai.js";
const WASM: &str = "/gongkai-0123456789ab/gongkai-draw.wasm";

#[test]
fn each_wrong_answer_is_named_with_its_remedy() {
    let cases = [
        Case {
            path: WASM,
            spoil: |sent| sent.status = 404,
            code: 1,
            says: ["the file does not exist (404)", "文件不存在（404）"],
        },
        Case {
            path: WASM,
            spoil: |sent| sent.status = 403,
            code: 1,
            says: ["access is denied (403)", "服务器拒绝访问（403）"],
        },
        Case {
            path: "/reports/a.json",
            spoil: |sent| sent.status = 503,
            code: 1,
            says: ["the server reports an error (503)", "服务器出错（503）"],
        },
        Case {
            path: "/reports/a.json",
            spoil: |sent| {
                sent.status = 301;
                sent.headers
                    .insert("Location", "https://a.example/".to_owned());
            },
            code: 1,
            says: [
                "redirected (301) to https://a.example/",
                "跳转（301）到 https://a.example/",
            ],
        },
        Case {
            path: "/reports/a.json",
            spoil: |sent| {
                *sent = Sent::new(
                    "text/html",
                    "no-cache",
                    "<!DOCTYPE html><title>统一登录</title>".as_bytes(),
                );
            },
            code: 1,
            says: [
                "a web page (titled “统一登录”)",
                "得到的是一个网页（标题“统一登录”）",
            ],
        },
        Case {
            path: "/reports/a.json",
            spoil: |sent| sent.body = gzip(&sent.body),
            code: 1,
            says: ["compressed twice", "压缩了两次"],
        },
        Case {
            path: "/reports/a.json",
            spoil: |sent| {
                sent.headers.remove("Content-Encoding");
            },
            code: 1,
            says: [
                "Content-Encoding does not say so",
                "没有声明 Content-Encoding",
            ],
        },
        Case {
            path: SCRIPT,
            spoil: |sent| {
                sent.headers.insert("Content-Encoding", "gzip".to_owned());
            },
            code: 1,
            says: [
                "Content-Encoding says gzip, but the content is not",
                "内容却不是",
            ],
        },
        Case {
            path: SCRIPT,
            spoil: |sent| {
                sent.headers
                    .insert("Content-Type", "application/octet-stream".to_owned());
            },
            code: 1,
            says: ["but should be “text/javascript”", "应为“text/javascript”"],
        },
        Case {
            path: WASM,
            spoil: |sent| {
                sent.headers.insert("Content-Type", "text/plain".to_owned());
            },
            code: 2,
            says: ["but should be “application/wasm”", "应为“application/wasm”"],
        },
        Case {
            path: "/a.html",
            spoil: |sent| {
                sent.headers
                    .insert("Content-Type", "text/html; charset=GBK".to_owned());
            },
            code: 1,
            says: ["declared as gbk", "字符编码是 gbk"],
        },
        Case {
            path: WASM,
            spoil: |sent| sent.body = b"older".to_vec(),
            code: 1,
            says: ["does not match the hash", "与清单或网页中的校验值不符"],
        },
        Case {
            path: WASM,
            spoil: |sent| sent.cut = Some(3),
            code: 1,
            says: ["cannot be fetched", "无法取得"],
        },
        Case {
            path: WASM,
            spoil: |sent| {
                sent.headers.insert("Cache-Control", "no-cache".to_owned());
            },
            code: 2,
            says: ["load it again each time", "每次都重新下载"],
        },
        Case {
            path: "/a.html",
            spoil: |sent| {
                sent.headers
                    .insert("Cache-Control", "max-age=600".to_owned());
            },
            code: 2,
            says: [
                "the old version for 600 seconds",
                "600 秒内读者还可能看到旧的",
            ],
        },
        Case {
            path: "/a.html",
            spoil: |sent| {
                sent.headers.insert("Age", "4000".to_owned());
            },
            code: 2,
            says: ["caches it despite no-cache", "仍然缓存了它"],
        },
        Case {
            path: "/a.html",
            spoil: |sent| {
                sent.headers
                    .insert("Content-Security-Policy", "default-src 'self'".to_owned());
            },
            code: 2,
            says: ["does not allow WebAssembly", "不允许 WebAssembly"],
        },
        Case {
            path: "/a.html",
            spoil: |sent| {
                sent.headers.insert(
                    "Content-Security-Policy",
                    "script-src 'none' 'unsafe-eval'".to_owned(),
                );
            },
            code: 1,
            says: ["the policy's script-src", "安全策略的 script-src"],
        },
        Case {
            path: "/reports/a.json",
            spoil: |sent| {
                *sent = Sent::new(
                    "application/json",
                    "no-cache",
                    br#"{"format": "gongkai-report/1", "yaer": 1}"#,
                );
            },
            code: 1,
            says: ["the data is invalid", "数据有误"],
        },
        Case {
            path: "/manifest.json",
            spoil: |sent| sent.body = b"{}".to_vec(),
            code: 1,
            says: ["not a valid manifest", "不是有效的清单"],
        },
    ];
    for Case {
        path,
        spoil,
        code,
        says,
    } in cases
    {
        let mut site = site();
        spoil(site.get_mut(path).expect("a file"));
        let url = serve(site) + "a.html";
        for (lang, expected) in ["en", "zh-CN"].into_iter().zip(says) {
            let (ended, text) = verify(&url, lang);
            assert_eq!(ended, code, "{path} {expected}: {text}");
            let line = text.lines().find(|line| line.contains(expected));
            let name = path.trim_start_matches('/');
            assert!(
                line.is_some_and(|line| line.contains(name)),
                "{name} {expected}: {text}"
            );
        }
    }
}

#[test]
fn a_large_file_that_is_not_compressed_is_a_hint() {
    let mut site = site();
    let sent = site.get_mut("/reports/a.json").expect("a file");
    sent.body = std::fs::read(sample("longde-2020.json")).expect("a sample");
    sent.headers.remove("Content-Encoding");
    let (code, text) = verify(&(serve(site) + "a.html"), "en");
    assert_eq!(code, 2, "{text}");
    assert!(
        text.contains("reports/a.json: it is not compressed"),
        "{text}"
    );
}

#[test]
fn a_page_is_followed_past_its_base_and_another_host_is_not_asked() {
    let mut site = site();
    let page = format!(
        "<!doctype html><base href=\"/\"><gongkai-report src=\"reports/a.json\"></gongkai-report>\
         <gongkai-report src=\"https://other.example/b.json\"></gongkai-report>\
         <script src=\"{WIDGET}/gongkai.js\"></script>"
    );
    let sent = Sent::new("text/html; charset=utf-8", "no-cache", page.as_bytes());
    site.insert("/deep/page/index.html".to_owned(), sent);
    let (code, text) = verify(&(serve(site) + "deep/page/index.html"), "en");
    assert_eq!(code, 1, "{text}");
    assert!(
        text.contains("on another host (https://other.example/b.json)"),
        "{text}"
    );
    assert!(text.contains("1 fault, 0 hints"), "{text}");
}

#[test]
fn where_there_is_nothing_of_the_widget_or_no_server_it_is_said() {
    let mut site = Site::new();
    let page = Sent::new("text/html", "no-cache", b"<!doctype html><p>hello");
    site.insert("/".to_owned(), page);
    let (code, text) = verify(&serve(site), "en");
    assert_eq!(code, 1, "{text}");
    assert!(text.contains("neither the tag"), "{text}");
    let (code, text) = verify("http://127.0.0.1:9/", "en");
    assert_eq!(code, 1, "{text}");
    assert!(text.contains("cannot be fetched"), "{text}");
    let (code, text) = verify("no-such-folder", "en");
    assert_eq!(code, 1, "{text}");
    assert!(text.contains("no-such-folder"), "{text}");
}

#[test]
fn a_published_folder_is_verified_whole_and_each_damage_is_found() {
    let portal = super::publish::Portal::with(&[
        ("county-2019.json", "fictional/county-2019.json"),
        ("county-2020.json", "fictional/county-2020.json"),
    ]);
    let done = portal.publish();
    assert_eq!(code(&done), 0, "{}", said(&done));
    let out = portal.at("out").display().to_string();
    let (ended, text) = verify(&out, "en");
    assert_eq!(ended, 0, "{text}");
    assert!(text.contains("verify the address too"), "{text}");
    let damaged = [
        "county-2019.html",
        "county-2019.embed.html",
        "embed.js",
        "reports/county-2020.json",
        "catalog.json",
        &format!("{}/gongkai-draw.wasm", portal.widget()),
    ];
    for name in damaged {
        let path = portal.at("out").join(name);
        let before = std::fs::read(&path).expect("a file");
        std::fs::write(&path, [&before[..], b"\n"].concat()).expect("written");
        let (ended, text) = verify(&out, "en");
        assert_eq!(ended, 1, "{name}: {text}");
        assert!(
            text.contains(&format!("{name}: its content")),
            "{name}: {text}"
        );
        std::fs::remove_file(&path).expect("removed");
        let (_, text) = verify(&out, "en");
        assert!(
            text.contains(&format!("{name}: the file does not exist")),
            "{name}: {text}"
        );
        std::fs::write(&path, before).expect("written");
    }
}
