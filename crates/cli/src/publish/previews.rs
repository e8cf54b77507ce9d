//! Pictures as PNG, which other sites show with a link. They are drawn by resvg with a font of the system, since a
//! Chinese font would weigh more than the whole program.

use gongkai_publish::hash;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};
use std::path::Path;
use std::sync::Arc;

/// The size in pixels of a preview, and of one unit of its drawing.
const WIDTH: u32 = 1200;
const HEIGHT: u32 = 630;
const SCALE: f32 = 2.0;

/// Chinese fonts that systems have, in the order of preference.
const FAMILIES: [&str; 9] = [
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Noto Sans SC",
    "PingFang SC",
    "Microsoft YaHei",
    "Hiragino Sans GB",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "SimHei",
];

/// Draws previews with one font.
pub struct Previews {
    options: Options<'static>,
    /// Identifies the font, since the same report looks otherwise in another.
    pub font: String,
}

impl Previews {
    /// Loads the font in a file, or else a Chinese font of the system; `None` if the system has none.
    pub fn new(font: Option<&Path>) -> Option<Previews> {
        let mut fonts = fontdb::Database::new();
        if let Some(file) = font {
            fonts.load_font_file(file).ok()?;
        } else {
            fonts.load_system_fonts();
        }
        let families = fonts.faces().flat_map(|face| &face.families);
        let names: Vec<String> = families.map(|(name, _)| name.clone()).collect();
        let known = FAMILIES
            .iter()
            .filter(|family| names.iter().any(|name| name == *family));
        let known = known.map(|family| (*family).to_owned());
        // Any other font is worth a try only if it was named.
        let named = names.iter().filter(|_| font.is_some()).cloned();
        let candidates: Vec<String> = known.chain(named).collect();
        candidates.into_iter().find_map(|family| {
            let mut fonts = fonts.clone();
            fonts.set_sans_serif_family(&family);
            let options = Options {
                font_family: family.clone(),
                fontdb: Arc::new(fonts),
                ..Options::default()
            };
            let previews = Previews {
                options,
                font: family,
            };
            previews.identified()
        })
    }

    /// Whether the font has Chinese characters: two of them look like something, and not like each other.
    fn identified(mut self) -> Option<Previews> {
        let drawn = |text: &str| {
            let svg = format!(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"600\" height=\"315\" font-family=\"sans-serif\">\
                 <text x=\"20\" y=\"200\" font-size=\"150\">{text}</text></svg>"
            );
            self.png(&svg)
        };
        let [one, other, blank] = ["公", "开", ""].map(drawn);
        let (one, other, blank) = (one?, other?, blank?);
        if one == blank || other == blank || one == other {
            return None;
        }
        let look = [one, other].concat();
        self.font = [&self.font, "/", &hash(&look)].concat();
        Some(self)
    }

    /// Draws an SVG of 600 × 315 units as a PNG.
    pub fn png(&self, svg: &str) -> Option<Vec<u8>> {
        let tree = Tree::from_str(svg, &self.options).ok()?;
        let mut pixels = Pixmap::new(WIDTH, HEIGHT)?;
        resvg::render(
            &tree,
            Transform::from_scale(SCALE, SCALE),
            &mut pixels.as_mut(),
        );
        pixels.encode_png().ok()
    }
}
