//! What the views say.
