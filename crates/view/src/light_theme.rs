//! The colours of the light theme, for drawings without a style sheet: exported pictures and static
//! pages. They are the same as in `style/theme.css`.

pub(crate) const INK: &str = "#1b1f24";
pub(crate) const QUIET: &str = "#525c67";
pub(crate) const PAPER: &str = "#ffffff";
pub(crate) const RULE: &str = "#d3d9df";
pub(crate) const EDGE: &str = "#76808b";
pub(crate) const ACCENT: &str = "#0b57a4";
pub(crate) const MUTED: &str = "#76828e";
pub(crate) const LOSS: &str = "#9a5b00";
pub(crate) const DIFFERENCE: &str = "#a1330d";
/// The fill of a link of a Sankey diagram, which is translucent in the style sheet.
pub(crate) const LINK: &str = "#bbd0e6";
pub(crate) const LINK_MUTED: &str = "#d9dcdf";
