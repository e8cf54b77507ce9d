//! Statutory tables in the layouts that portals print them in.
