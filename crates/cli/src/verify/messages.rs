//! Texts of `gongkai verify`: each problem, and its remedy.

use gongkai_i18n::texts;

texts! {
    VerifyText {
        Fault: "错误  {0}：{1}\n      办法：{2}", "fault  {0}: {1}\n       remedy: {2}";
        Hint: "建议  {0}：{1}\n      办法：{2}", "hint   {0}: {1}\n       remedy: {2}";
        More: "等，另有 {0} 个", "and {0} more";
        Summary: "共核对 {0} 个文件：错误 {1} 项，建议 {2} 项。", "{0} {0|file|files} verified: {1} {1|fault|faults}, {2} {2|hint|hints}.";
        OnlyFolder: "这里核对的是文件夹；类型、压缩、缓存和安全策略由服务器决定，上传后请再用网址核对一次。", "This was a folder; types, compression, caching and the policy depend on the server: verify the address too after uploading.";
        NoNetwork: "这个程序编译时没有包含网络功能（verify），只能核对文件夹。", "This program was built without the feature verify and can only verify folders.";
        NoTag: "网页里既没有 <gongkai-report> 标签，也没有 gongkai.js，旁边也没有 manifest.json", "the page has neither the tag <gongkai-report> nor gongkai.js, and there is no manifest.json beside it";
        FixTag: "请给出放有标签的网页的网址，或发布文件夹的网址（以“/”结尾）。", "give the address of a page with the tag, or of a published folder (ending with “/”).";
        Foreign: "报告在另一个网站（{0}），组件不会读取", "the report is on another host ({0}), which the widget does not ask";
        FixForeign: "把报告的 JSON 放到网页所在的网站，src 写相对路径。", "put the report's JSON on the page's own host and write a relative path in src.";
        BadReport: "数据有误：{0}", "the data is invalid: {0}";
        FixReport: "改正或重新转换后再上传（gongkai check 可逐项核对）。", "correct or convert it again and upload it (gongkai check lists what is wrong).";
        BadManifest: "不是有效的清单", "it is not a valid manifest";
        Unreachable: "无法取得（{0}）", "it cannot be fetched ({0})";
        FixUnreachable: "检查网址、证书和防火墙；传到一半中断的，检查服务器的 Content-Length 和超时设置。", "check the address, certificate and firewall; if the transfer was cut off, check the server's Content-Length and time limits.";
        Redirected: "跳转（{0}）到 {1}", "it is redirected ({0}) to {1}";
        FixRedirected: "直接写最终的网址；全站改用 https 的，网页也用 https 打开。", "write the final address; if the whole site moved to https, open the page by https too.";
        Forbidden: "服务器拒绝访问（{0}）", "the server refuses it ({0})";
        FixForbidden: "开放文件的读取权限，并在防火墙或网关中放行这一类扩展名。", "make the file readable, and let this kind of file pass the gateway.";
        Missing: "文件不存在（{0}）", "it is missing ({0})";
        FixMissing: "上传完整的文件夹；确有此文件的，让服务器允许这种扩展名（IIS 须登记类型，见 docs/serving.zh-CN.md）。", "upload the whole folder; if the file is there, let the server send this ending (IIS has to know its type, see docs/serving.md).";
        BadStatus: "服务器出错（{0}）", "the server fails ({0})";
        FixBadStatus: "查看服务器日志；稍后再试。", "look into the server's log, and try again later.";
        IsPage: "得到的是一个网页（标题“{0}”），不是这个文件", "a web page (titled “{0}”) came in its place";
        FixIsPage: "让这个路径不经过登录页、单页应用或自定义的 404 页，直接给出文件。", "exclude this path from the login page, single-page application or custom 404 page, so that the file itself is sent.";
        NotPage: "得到的不是网页", "what came is not a web page";
        FixNotPage: "给出网页的网址，或发布文件夹的网址（以“/”结尾）。", "give the address of a web page, or of a published folder (ending with “/”).";
        WrongType: "类型（Content-Type）是“{0}”，应为“{1}”", "its type (Content-Type) is “{0}”, which should be “{1}”";
        FixType: "在服务器上登记这种扩展名的类型（见 docs/serving.zh-CN.md）。", "set the type of this ending on the server (see docs/serving.md).";
        WrongCharset: "声明的字符编码是 {0}，文件是 UTF-8", "it is declared as {0}, and is UTF-8";
        FixCharset: "把这个目录的字符编码设为 utf-8（如 nginx 的 charset、Apache 的 AddDefaultCharset）。", "set this folder's charset to utf-8 (charset in nginx, AddDefaultCharset in Apache).";
        Unannounced: "内容已用 {0} 压缩，却没有声明 Content-Encoding", "it is compressed with {0}, but Content-Encoding does not say so";
        NotGzip: "声明了 Content-Encoding: {0}，内容却不是", "Content-Encoding says {0}, which it is not";
        Twice: "压缩了两次（{0}）", "it is compressed twice ({0})";
        NotAsked: "用了没有请求的压缩方式 {0}，有的浏览器读不了", "it is compressed with {0} for a client that did not ask for that";
        FixEncoding: "由服务器或 CDN 中的一处压缩，并声明 Content-Encoding；不要上传已压缩的文件。", "compress in one place, the server or the CDN, and set Content-Encoding there; do not upload compressed files.";
        NotCompressed: "没有压缩", "it is not compressed";
        FixNotCompressed: "打开服务器的 gzip，包括 application/wasm 和 application/json（见 docs/serving.zh-CN.md）。", "turn on gzip on the server, also for application/wasm and application/json (see docs/serving.md).";
        BadHash: "内容与清单或网页中的校验值不符：是别的版本，或不完整", "its content does not match the hash in the manifest or page: another version, or incomplete";
        FixUpload: "重新上传整个文件夹，然后刷新 CDN 中这个文件的缓存；传输时不要转换文件内容。", "upload the whole folder again, then purge the file from the CDN; nothing may change files on the way.";
        NotKept: "浏览器不保留它，每次都重新下载", "browsers do not keep it and load it again each time";
        FixNotKept: "给这个文件夹设置 Cache-Control: public, max-age=31536000, immutable。", "set Cache-Control: public, max-age=31536000, immutable for this folder.";
        KeptOld: "更新后 {0} 秒内读者还可能看到旧的", "after an update readers may see the old one for {0} seconds";
        KeptUnknown: "没有 Cache-Control，更新后读者还可能看到旧的", "without Cache-Control readers may see the old one after an update";
        FixKeptOld: "设置 Cache-Control: no-cache（每次询问，多数回答 304）。", "set Cache-Control: no-cache (browsers ask each time and mostly get 304).";
        KeptBetween: "声明了 no-cache，CDN 或代理仍在代为保留（Age）", "a CDN or proxy keeps it although it is no-cache (Age)";
        FixKeptBetween: "让 CDN 遵守源站的 Cache-Control，或每次发布后刷新网页、reports/ 和 catalog.json。", "let the CDN respect the origin's Cache-Control, or purge pages, reports/ and catalog.json after each publication.";
        Policy: "安全策略的 {0} 不允许本站的文件", "the policy's {0} does not allow files of the page's own host";
        Sandbox: "安全策略的 sandbox 没有 {0}", "the policy's sandbox lacks {0}";
        NoWasm: "安全策略不允许 WebAssembly，改用较慢、较大的普通脚本", "the policy does not allow WebAssembly; the larger and slower plain script is used";
        FixPolicy: "策略至少需要：default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'。", "the policy needs at least: default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'.";
        NotFramed: "X-Frame-Options 不让别的网站用 iframe 嵌入", "X-Frame-Options keeps other sites from embedding it in an iframe";
        FixNotFramed: "去掉这个页面的 X-Frame-Options，用 frame-ancestors 写明允许的网站。", "remove X-Frame-Options from this page, and name the sites that may frame it in frame-ancestors.";
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
