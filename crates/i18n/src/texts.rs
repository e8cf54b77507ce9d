//! Messages in both languages.
//!
//! A template names its parameters: `{count}` is replaced by the argument `count`, and
//! `{count|project|projects}` by the word that agrees with it. Templates are compiled to positions,
//! `{0}`, so that names take no room in the WebAssembly modules.

use gongkai_model::text::{split, split_once};

/// Declares messages, each with its Chinese and its English template.
///
/// ```
/// use gongkai_i18n::{Locale, texts};
///
/// texts! {
///     /// Messages about files.
///     FileText in file_text {
///         Empty: "文件是空的。", "The file is empty.";
///         Line(file, line): "{file} 第 {line} 行", "{file}, line {line}";
///     }
/// }
///
/// fn main() {
///     assert_eq!(FileText::Empty.text(Locale::En), "The file is empty.");
///     let line = file_text::Line { file: "a.csv", line: "3" };
///     assert_eq!(line.text(Locale::En), "a.csv, line 3");
/// }
/// ```
///
/// A message with parameters is a struct of the module that the list names, so that arguments
/// cannot be mixed up. A template that names an unknown parameter, or lacks one, does not compile.
///
/// A list without a module has numbered parameters, `{0}`, which are filled in by `with`.
#[macro_export]
macro_rules! texts {
    ($(#[$doc:meta])* $name:ident in $module:ident {
        $($key:ident $(($($parameter:ident),+))?: $zh:literal, $en:literal;)+
    }) => {
        $crate::texts!(@list $(#[$doc])* $name { $($key ($($($parameter),+)?) $zh, $en;)+ });

        impl $name {
            /// For a choice of templates with the same parameters.
            #[allow(dead_code)]
            #[inline(never)]
            pub(crate) fn with(self, locale: $crate::Locale, arguments: &[&str]) -> String {
                $crate::fill(self.text(locale), arguments)
            }
        }

        /// Messages with parameters.
        #[allow(missing_docs, reason = "the message says it")]
        pub mod $module {
            $($(
                #[derive(Clone, Copy, Debug)]
                pub struct $key<'a> { $(pub $parameter: &'a str),+ }

                impl $key<'_> {
                    /// The message with its arguments filled in.
                    #[allow(dead_code)]
                    pub fn text(self, locale: $crate::Locale) -> String {
                        super::$name::$key.with(locale, &[$(self.$parameter),+])
                    }
                }
            )?)+
        }
    };
    ($(#[$doc:meta])* $name:ident { $($key:ident: $zh:literal, $en:literal;)+ }) => {
        $crate::texts!(@list $(#[$doc])* $name { $($key () $zh, $en;)+ });

        impl $name {
            /// The message with its arguments filled in.
            #[allow(dead_code)]
            #[inline(never)]
            pub fn with(self, locale: $crate::Locale, arguments: &[&str]) -> String {
                $crate::fill(self.text(locale), arguments)
            }
        }
    };
    (@list $(#[$doc:meta])* $name:ident {
        $($key:ident ($($parameter:ident),*) $zh:literal, $en:literal;)+
    }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the message says it")]
        pub enum $name { $($key,)+ }

        impl $name {
            // Some lists are only iterated by tests.
            /// All messages of the list.
            #[allow(dead_code)]
            pub const ALL: &'static [$name] = &[$($name::$key,)+];

            /// The message, or the template of a message with parameters.
            #[inline(never)]
            pub fn text(self, locale: $crate::Locale) -> &'static str {
                // One string per language: a table of addresses would add a kilobyte.
                const ZH: &str = $crate::compiled!($(($zh, $($parameter),*)),+);
                const EN: &str = $crate::compiled!($(($en, $($parameter),*)),+);
                let all = match locale {
                    $crate::Locale::ZhCn => ZH,
                    $crate::Locale::En => EN,
                };
                $crate::nth(all, self as usize)
            }
        }
    };
}

/// Compiles templates to one string at compile time; see [`compile`](crate::compile).
#[doc(hidden)]
#[macro_export]
macro_rules! compiled {
    ($(($template:literal, $($parameter:ident),*)),+) => {{
        const TEMPLATES: &[(&str, &[&str])] =
            &[$(($template, &[$(stringify!($parameter)),*])),+];
        const LENGTH: usize = $crate::compile::<0>(TEMPLATES).1;
        const BYTES: [u8; LENGTH] = $crate::compile(TEMPLATES).0;
        match ::core::str::from_utf8(&BYTES) {
            Ok(text) => text,
            Err(_) => panic!("not UTF-8"),
        }
    }};
}

/// The text at an index of a list, each followed by a zero byte.
#[doc(hidden)]
pub fn nth(all: &'static str, index: usize) -> &'static str {
    split(all, 0).nth(index).unwrap_or_default()
}

/// Isolates the direction of the text up to [`POP`].
const FIRST_STRONG: &str = "\u{2068}";
const POP: &str = "\u{2069}";

/// Whether a text has right-to-left characters, which could change the order of the numbers after
/// it.
fn is_bidirectional(text: &str) -> bool {
    let is_right_to_left = |c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2067}' | '\u{fb1d}'..='\u{fefc}');
    text.chars().any(is_right_to_left)
}

/// Fills in a template. A parameter without an argument is kept, so that a test can find it.
pub fn fill(template: &str, arguments: &[&str]) -> String {
    let mut filled = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, after)) = split_once(rest, b'{') {
        filled.push_str(before);
        let Some((parameter, tail)) = split_once(after, b'}') else {
            filled.push('{');
            rest = after;
            continue;
        };
        let mut parts = split(parameter, b'|');
        let argument = parts
            .next()
            .and_then(|index| index.parse::<usize>().ok())
            .and_then(|index| arguments.get(index));
        if argument.is_some_and(|argument| argument.starts_with(['约', '近']))
            && filled.ends_with(' ')
        {
            filled.pop();
        }
        match (argument, parts.next(), parts.next()) {
            (Some(argument), None, _) if is_bidirectional(argument) => {
                filled.extend([FIRST_STRONG, argument, POP]);
            }
            // Quotation marks within quotation marks are single. Character by character: searching for
            // one that is not ASCII brings the library's search for strings along.
            (Some(argument), None, _) if filled.ends_with('“') => {
                filled.extend(argument.chars().map(|c| match c {
                    '“' => '‘',
                    '”' => '’',
                    c => c,
                }));
            }
            (Some(argument), None, _) => filled.push_str(argument),
            (Some(argument), Some(one), Some(many)) => {
                filled.push_str(if matches!(*argument, "1" | "+1" | "−1") {
                    one
                } else {
                    many
                });
            }
            _ => {
                filled.push('{');
                filled.push_str(parameter);
                filled.push('}');
            }
        }
        rest = tail;
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn a_template_takes_its_arguments_and_agrees_with_them() {
        assert_eq!(fill("{1} of {0}", &["5", "2"]), "2 of 5");
        assert_eq!(fill("{0} {0|project|projects}", &["1"]), "1 project");
        assert_eq!(fill("{0} {0|project|projects}", &["126"]), "126 projects");
    }

    #[test]
    fn a_place_without_an_argument_stays_visible() {
        assert_eq!(fill("{0} and {1}", &["a"]), "a and {1}");
        assert_eq!(fill("a { b", &[]), "a { b");
    }

    #[test]
    fn quotation_marks_within_quotation_marks_are_single() {
        assert_eq!(
            fill("“{0}”：{1}", &["“开放日”活动", "“二”"]),
            "“‘开放日’活动”：“二”"
        );
    }

    #[test]
    fn no_space_stands_before_a_hedge() {
        assert_eq!(
            fill("主动公开信息 {0}", &["约 1,300 条"]),
            "主动公开信息约 1,300 条"
        );
        assert_eq!(
            fill("主动公开信息 {0}", &["1,300 余条"]),
            "主动公开信息 1,300 余条"
        );
    }

    #[test]
    fn a_name_that_runs_from_right_to_left_keeps_to_itself() {
        assert_eq!(
            fill("{0}：{1}", &["ئۈرۈمچى", "12"]),
            "\u{2068}ئۈرۈمچى\u{2069}：12"
        );
        let turned = fill("{0}：{1}", &["政务\u{202e}动态", "12"]);
        assert_eq!(turned, "\u{2068}政务\u{202e}动态\u{2069}：12");
    }

    crate::texts! {
        /// A list with named parameters.
        NamedText in named_text {
            Plain: "无", "none {here}";
            Share(part, whole): "{whole} 中的 {part}", "{part} of {whole} {whole|case|cases}";
        }
    }

    #[test]
    fn a_parameter_is_filled_by_its_name() {
        use crate::Locale;
        let share = named_text::Share {
            whole: "5",
            part: "2",
        };
        assert_eq!(share.text(Locale::ZhCn), "5 中的 2");
        assert_eq!(share.text(Locale::En), "2 of 5 cases");
        assert_eq!(
            NamedText::Share.text(Locale::En),
            "{0} of {1} {1|case|cases}"
        );
        assert_eq!(NamedText::Plain.text(Locale::En), "none {here}");
    }

    #[test]
    fn an_argument_with_braces_is_not_filled_again() {
        assert_eq!(fill("{0}", &["{0}"]), "{0}");
    }
}
