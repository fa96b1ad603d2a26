//! What is true: rules without I/O, without async, without a framework.

pub mod opening_hours;
