//! Optional content, which viewers call layers (ISO 32000-1, 8.11).

use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::HashSet;

/// More groups than any file has.
const GROUPS: usize = 10_000;

/// Which layers a viewer shows when it opens the file.
#[derive(Debug, Default)]
pub(super) struct Layers {
    off: HashSet<ObjectId>,
}

impl Layers {
    pub(super) fn read(file: &Document) -> Layers {
        Layers::of_catalog(file).unwrap_or_default()
    }

    fn of_catalog(file: &Document) -> Option<Layers> {
        let properties = file.catalog().ok()?.get_deref(b"OCProperties", file).ok()?;
        let properties = properties.as_dict().ok()?;
        let default = properties.get_deref(b"D", file).ok()?.as_dict().ok()?;
        let groups = |of: &Dictionary, key: &[u8]| -> Vec<ObjectId> {
            let listed = of.get_deref(key, file).and_then(Object::as_array);
            let listed = listed.map(Vec::as_slice).unwrap_or_default();
            let ids = listed.iter().filter_map(|group| group.as_reference().ok());
            ids.take(GROUPS).collect()
        };
        let base = default.get_deref(b"BaseState", file).ok();
        let mut off: HashSet<ObjectId> = HashSet::new();
        if base.is_some_and(|base| matches!(base.as_name(), Ok(b"OFF"))) {
            off.extend(groups(properties, b"OCGs"));
            for id in groups(default, b"ON") {
                off.remove(&id);
            }
        }
        off.extend(groups(default, b"OFF"));
        Some(Layers { off })
    }

    /// Whether an XObject or annotation belongs to a layer that is off.
    pub(super) fn hides(&self, file: &Document, dictionary: &Dictionary) -> bool {
        let group = dictionary.get(b"OC").ok();
        group.is_some_and(|group| self.is_off(file, group))
    }

    /// Whether a group, or a membership of several groups, is off.
    pub(super) fn is_off(&self, file: &Document, group: &Object) -> bool {
        let is_off = |group: &Object| {
            let id = group.as_reference().ok();
            id.is_some_and(|id| self.off.contains(&id))
        };
        if is_off(group) {
            return true;
        }
        let Ok((_, Object::Dictionary(membership))) = file.dereference(group) else {
            return false;
        };
        let Ok(groups) = membership.get(b"OCGs") else {
            return false;
        };
        // One group alone is a reference; to an array, it is a list.
        let listed = file.dereference(groups).ok();
        let listed = match listed {
            Some((_, Object::Array(listed))) => listed.as_slice(),
            _ => std::slice::from_ref(groups),
        };
        let policy = membership.get_deref(b"P", file).and_then(Object::as_name);
        !listed.is_empty()
            && match policy {
                Ok(b"AllOn") => listed.iter().any(is_off),
                Ok(b"AnyOff") => !listed.iter().any(is_off),
                Ok(b"AllOff") => !listed.iter().all(is_off),
                _ => listed.iter().all(is_off),
            }
    }
}
