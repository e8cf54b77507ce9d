//! Replaces radicals by the characters that they look like.
//!
//! Programs that write PDF files look up the character of a glyph in the font. Where one glyph draws
//! both ⼊ (a radical) and 入 (the character), they often find the radical first.

/// The characters of U+2F00 to U+2FD5 in order, as fonts for simplified Chinese draw them.
const KANGXI: &str = "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨青非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黄黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// The radicals of U+2E80 to U+2EF3 that are also characters in use.
const MORE: [(char, char); 25] = [
    ('⺟', '母'),
    ('⺠', '民'),
    ('⺩', '王'),
    ('⻄', '西'),
    ('⻅', '见'),
    ('⻆', '角'),
    ('⻉', '贝'),
    ('⻋', '车'),
    ('⻓', '长'),
    ('⻔', '门'),
    ('⻘', '青'),
    ('⻙', '韦'),
    ('⻚', '页'),
    ('⻛', '风'),
    ('⻜', '飞'),
    ('⻝', '食'),
    ('⻢', '马'),
    ('⻣', '骨'),
    ('⻤', '鬼'),
    ('⻥', '鱼'),
    ('⻦', '鸟'),
    ('⻨', '麦'),
    ('⻩', '黄'),
    ('⻬', '齐'),
    ('⻰', '龙'),
];

/// Replaces a radical by its character, and a soft hyphen by a hyphen: where it is drawn, it may be
/// the sign of a negative number.
pub(super) fn character_of(sign: char) -> char {
    match sign {
        '\u{2f00}'..='\u{2fd5}' => {
            let at = u32::from(sign) - 0x2f00;
            let at = usize::try_from(at).unwrap_or(usize::MAX);
            KANGXI.chars().nth(at).unwrap_or(sign)
        }
        '\u{2e80}'..='\u{2ef3}' => {
            let found = MORE.iter().find(|(radical, _)| *radical == sign);
            found.map_or(sign, |(_, meant)| *meant)
        }
        '\u{ad}' => '-',
        _ => sign,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn radicals_become_characters() {
        let text: String = "⾏政⼊⺠⻓⼀⿕-1中".chars().map(character_of).collect();
        assert_eq!(text, "行政入民长一龠-1中");
        assert_eq!(KANGXI.chars().count(), 214);
    }
}
