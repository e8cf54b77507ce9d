//! What a view says.
