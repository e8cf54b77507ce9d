//! Templates: `{0}` is the first argument, `{0|project|projects}` the word that agrees with it.

/// Declares an enum of messages, each with its Chinese and its English template.
#[macro_export]
macro_rules! texts {
    ($(#[$doc:meta])* $name:ident { $($key:ident: $zh:literal, $en:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($key,)+ }

        impl $name {
            // A list that only another module's code fills or only tests go through is no mistake.
            #[allow(dead_code)]
            pub const ALL: &'static [$name] = &[$($name::$key,)+];

            /// The template, or the message itself where it takes no argument.
            #[inline(never)]
            pub fn text(self, locale: $crate::Locale) -> &'static str {
                // One string a language: a table of addresses would weigh a kilobyte more.
                let all = match locale {
                    $crate::Locale::ZhCn => concat!($($zh, "\0"),+),
                    $crate::Locale::En => concat!($($en, "\0"),+),
                };
                all.split('\0').nth(self as usize).unwrap_or_default()
            }

            /// The message with its arguments filled in.
            #[allow(dead_code)]
            #[inline(never)]
            pub fn with(self, locale: $crate::Locale, arguments: &[&str]) -> String {
                $crate::fill(self.text(locale), arguments)
            }
        }
    };
}

/// Around these a text has a direction of its own, and what it turns ends with it.
const FIRST_STRONG: &str = "\u{2068}";
const POP: &str = "\u{2069}";

/// Whether a text has anything that runs from right to left: the number behind it would then stand
/// before it, or its digits in the other order.
fn runs_back(text: &str) -> bool {
    let is_so = |c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2067}' | '\u{fb1d}'..='\u{fefc}');
    text.chars().any(is_so)
}

/// Fills a template. A place without an argument stays as it is, so that a test can find it.
pub fn fill(template: &str, arguments: &[&str]) -> String {
    let mut filled = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((place, tail)) = after.split_once('}') else {
            filled.push('{');
            rest = after;
            continue;
        };
        let mut parts = place.split('|');
        let argument = parts
            .next()
            .and_then(|index| index.parse::<usize>().ok())
            .and_then(|index| arguments.get(index));
        match (argument, parts.next(), parts.next()) {
            (Some(argument), None, _) if runs_back(argument) => {
                filled.extend([FIRST_STRONG, argument, POP]);
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
                filled.push_str(place);
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
    fn a_name_that_runs_from_right_to_left_keeps_to_itself() {
        assert_eq!(
            fill("{0}：{1}", &["ئۈرۈمچى", "12"]),
            "\u{2068}ئۈرۈمچى\u{2069}：12"
        );
        let turned = fill("{0}：{1}", &["政务\u{202e}动态", "12"]);
        assert_eq!(turned, "\u{2068}政务\u{202e}动态\u{2069}：12");
    }

    #[test]
    fn an_argument_with_braces_is_not_filled_again() {
        assert_eq!(fill("{0}", &["{0}"]), "{0}");
    }
}
