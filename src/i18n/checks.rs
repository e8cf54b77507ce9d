//! What the checks say.
