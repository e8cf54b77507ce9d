//! Whether a report's numbers agree with each other.
