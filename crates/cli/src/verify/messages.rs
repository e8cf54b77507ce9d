//! Texts of `gongkai verify`: each problem, and its remedy.

use gongkai_i18n::texts;

texts! {
    VerifyText in verify_text {
        Fault(file, problem, remedy): "错误  {file}：{problem}\n      办法：{remedy}", "fault  {file}: {problem}\n       remedy: {remedy}";
        Hint(file, problem, remedy): "建议  {file}：{problem}\n      办法：{remedy}", "hint   {file}: {problem}\n       remedy: {remedy}";
        More(files): "等，另有 {files} 个", "and {files} more";
        Summary(files, faults, hints): "共核对 {files} 个文件：错误 {faults} 项，建议 {hints} 项。", "{files} {files|file|files} verified: {faults} {faults|fault|faults}, {hints} {hints|hint|hints}.";
        OnlyFolder: "这里核对的是文件夹；类型、压缩、缓存和安全策略由服务器决定，上传后请再用网址核对一次。", "Only the files of a folder were checked. Types, compression, caching and policy depend on the server: after uploading, verify the address too.";
        NoNetwork: "这个程序编译时没有包含网络功能（verify），只能核对文件夹。", "This program was built without network access (feature verify) and can only verify folders.";
        NoTag: "网页里既没有 <gongkai-report> 标签，也没有 gongkai.js，旁边也没有 manifest.json", "the page has neither the tag <gongkai-report> nor gongkai.js, and there is no manifest.json beside it";
        FixTag: "请给出放有标签的网页的网址，或发布文件夹的网址（以“/”结尾）。", "give the address of a page with the tag, or of a published folder (ending with “/”).";
        Foreign(host): "报告在另一个网站（{host}），组件不会读取", "the report is on another host ({host}), from which the widget does not load";
        FixForeign: "把报告的 JSON 放到网页所在的网站，src 写相对路径。", "put the report's JSON on the page's own host and write a relative path in src.";
        BadReport(reason): "数据有误：{reason}", "the data is invalid: {reason}";
        FixReport: "改正或重新转换后再上传（gongkai check 可逐项核对）。", "correct it or convert it again, then upload it (gongkai check lists what is wrong).";
        BadManifest: "不是有效的清单", "it is not a valid manifest";
        Unreachable(reason): "无法取得（{reason}）", "it cannot be fetched ({reason})";
        FixUnreachable: "检查网址、证书和防火墙；传到一半中断的，检查服务器的 Content-Length 和超时设置。", "check the address, certificate and firewall; if the transfer was cut off, check the server's Content-Length and time limits.";
        Redirected(status, address): "跳转（{status}）到 {address}", "it is redirected ({status}) to {address}";
        FixRedirected: "直接写最终的网址；全站改用 https 的，网页也用 https 打开。", "write the final address; if the whole site moved to https, open the page by https too.";
        Forbidden(status): "服务器拒绝访问（{status}）", "access is denied ({status})";
        FixForbidden: "开放文件的读取权限，并在防火墙或网关中放行这一类扩展名。", "make the file readable, and allow its extension in the firewall or gateway.";
        Missing(status): "文件不存在（{status}）", "the file does not exist ({status})";
        FixMissing: "上传完整的文件夹；确有此文件的，让服务器允许这种扩展名（IIS 须登记类型，见 docs/serving.zh-CN.md）。", "upload the whole folder; if the file is there, allow its extension on the server (IIS needs its type, see docs/serving.md).";
        BadStatus(status): "服务器出错（{status}）", "the server reports an error ({status})";
        FixBadStatus: "查看服务器日志；稍后再试。", "look at the server's log; try again later.";
        IsPage(title): "得到的是一个网页（标题“{title}”），不是这个文件", "a web page (titled “{title}”) was sent instead";
        FixIsPage: "让这个路径不经过登录页、单页应用或自定义的 404 页，直接给出文件。", "exclude this path from the login page, single-page application or custom 404 page, so that the file itself is sent.";
        NotPage: "得到的不是网页", "the answer is not a web page";
        FixNotPage: "给出网页的网址，或发布文件夹的网址（以“/”结尾）。", "give the address of a web page, or of a published folder (ending with “/”).";
        WrongType(found, expected): "类型（Content-Type）是“{found}”，应为“{expected}”", "its type (Content-Type) is “{found}”, but should be “{expected}”";
        FixType: "在服务器上登记这种扩展名的类型（见 docs/serving.zh-CN.md）。", "set the type of this extension on the server (see docs/serving.md).";
        WrongCharset(charset): "声明的字符编码是 {charset}，文件是 UTF-8", "it is declared as {charset}, and is UTF-8";
        FixCharset: "把这个目录的字符编码设为 utf-8（如 nginx 的 charset、Apache 的 AddDefaultCharset）。", "set this folder's charset to utf-8 (charset in nginx, AddDefaultCharset in Apache).";
        Unannounced(encoding): "内容已用 {encoding} 压缩，却没有声明 Content-Encoding", "it is compressed with {encoding}, but Content-Encoding does not say so";
        NotGzip(encoding): "声明了 Content-Encoding: {encoding}，内容却不是", "Content-Encoding says {encoding}, but the content is not";
        Twice(encoding): "压缩了两次（{encoding}）", "it is compressed twice ({encoding})";
        NotAsked(encoding): "用了没有请求的压缩方式 {encoding}，有的浏览器读不了", "it is compressed with {encoding} for a client that did not ask for that";
        FixEncoding: "由服务器或 CDN 中的一处压缩，并声明 Content-Encoding；不要上传已压缩的文件。", "compress in one place, the server or the CDN, and set Content-Encoding there; do not upload compressed files.";
        NotCompressed: "没有压缩", "it is not compressed";
        FixNotCompressed: "打开服务器的 gzip，包括 application/wasm 和 application/json（见 docs/serving.zh-CN.md）。", "turn on gzip on the server, also for application/wasm and application/json (see docs/serving.md).";
        BadHash: "内容与清单或网页中的校验值不符：是别的版本，或不完整", "its content does not match the hash in the manifest or page: another version, or incomplete";
        FixUpload: "重新上传整个文件夹，然后刷新 CDN 中这个文件的缓存；传输时不要转换文件内容。", "upload the whole folder again, then purge the file from the CDN; nothing may modify files in transit.";
        NotKept: "浏览器不缓存它，每次都重新下载", "browsers do not cache it, and load it again each time";
        FixNotKept: "给这个文件夹设置 Cache-Control: public, max-age=31536000, immutable。", "set Cache-Control: public, max-age=31536000, immutable for this folder.";
        KeptOld(seconds): "更新后 {seconds} 秒内读者还可能看到旧的", "after an update, readers may see the old version for {seconds} seconds";
        KeptUnknown: "没有 Cache-Control，更新后读者还可能看到旧的", "without Cache-Control, readers may see the old version after an update";
        FixKeptOld: "设置 Cache-Control: no-cache（每次询问，多数回答 304）。", "set Cache-Control: no-cache (browsers ask each time and mostly get 304).";
        KeptBetween: "声明了 no-cache，CDN 或代理仍然缓存了它（Age）", "a CDN or proxy caches it despite no-cache (Age)";
        FixKeptBetween: "让 CDN 遵守源站的 Cache-Control，或每次发布后刷新网页、reports/ 和 catalog.json。", "make the CDN respect the origin's Cache-Control, or purge pages, reports/ and catalog.json after each publication.";
        Policy(directive): "安全策略的 {directive} 不允许本站的文件", "the policy's {directive} does not allow files of the page's own host";
        Sandbox(permission): "安全策略的 sandbox 没有 {permission}", "the policy's sandbox lacks {permission}";
        NoWasm: "安全策略不允许 WebAssembly，改用较慢、较大的普通脚本", "the policy does not allow WebAssembly; the larger and slower plain script is used";
        FixPolicy: "策略至少需要：default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'。", "the policy needs at least: default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'.";
        NotFramed: "X-Frame-Options 不让别的网站用 iframe 嵌入", "X-Frame-Options prevents other sites from embedding it in an iframe";
        FixNotFramed: "去掉这个页面的 X-Frame-Options，用 frame-ancestors 写明允许的网站。", "remove X-Frame-Options from this page, and list the sites that may embed it in frame-ancestors.";
    }
}

#[cfg(test)]
mod tests {
    use super::VerifyText;
    use gongkai_i18n::Locale;
    use gongkai_testing::texts::*;
    use gongkai_testing::texts_of;

    #[test]
    fn every_message_is_there_in_both_languages() {
        let all = texts_of!(Locale; VerifyText);
        assert_complete(&all);
        assert_english(&all, &[]);
        assert_technical_chinese(&all);
    }
}
