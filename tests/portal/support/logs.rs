//! What the servers wrote to their log, to be searched by request.

use std::{
    io::{self, Write},
    panic,
    sync::{Mutex, Once},
};

static LINES: Mutex<Vec<u8>> = Mutex::new(Vec::new());

struct Memory;

impl Write for Memory {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        LINES.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

pub fn start() {
    static STARTED: Once = Once::new();
    STARTED.call_once(|| {
        let print = panic::take_hook();
        liaison::telemetry::start_json(|| Memory);
        let log = panic::take_hook();
        // A failed assertion must still be printed.
        panic::set_hook(Box::new(move |panic| {
            log(panic);
            print(panic);
        }));
    });
}

/// The lines of one request.
pub fn about(request_id: &str) -> Vec<String> {
    let lines = String::from_utf8(LINES.lock().unwrap().clone()).unwrap();
    lines.lines().filter(|line| line.contains(request_id)).map(str::to_owned).collect()
}

/// The lines of one request that say that we are at fault.
pub fn errors_about(request_id: &str) -> Vec<String> {
    about(request_id).into_iter().filter(|line| line.contains(r#""level":"ERROR""#)).collect()
}

/// Everything so far.
pub fn all() -> String {
    String::from_utf8(LINES.lock().unwrap().clone()).unwrap()
}
