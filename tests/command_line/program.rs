//! The program, run as a script would: in an empty directory, with nothing in its environment but what the test says, and
//! ended by the test that started it.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    os::unix::fs::PermissionsExt,
    process::{Child, Command, Output, Stdio},
    sync::mpsc::{Receiver, RecvTimeoutError, channel},
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

use tempfile::TempDir;

/// Longer than anything should take, so that nothing hangs for ever.
const PATIENCE: Duration = Duration::from_mins(1);

/// A directory in which the program is run.
pub struct Place {
    directory: TempDir,
}

impl Place {
    pub fn new() -> Self {
        let directory = TempDir::new().unwrap();
        std::fs::create_dir(directory.path().join("tmp")).unwrap();
        Self { directory }
    }

    /// A missing folder is made as well.
    pub fn write(&self, name: &str, text: &str) {
        let path = self.directory.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.directory.path().join(name)).unwrap()
    }

    pub fn has(&self, name: &str) -> bool {
        self.directory.path().join(name).exists()
    }

    /// The files in the directory that begin so, by name.
    pub fn files(&self, beginning: &str) -> Vec<String> {
        let entries = std::fs::read_dir(self.directory.path()).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<_> = names.filter(|name| name.starts_with(beginning)).collect();
        names.sort();
        names
    }

    /// Who may do what with a file, as `chmod` takes it.
    pub fn mode(&self, name: &str) -> u32 {
        let file = std::fs::metadata(self.directory.path().join(name)).unwrap();
        file.permissions().mode() & 0o777
    }

    /// The address of the SQLite file with this name.
    pub fn sqlite(&self, name: &str) -> String {
        format!("sqlite://{}", self.directory.path().join(name).display())
    }

    /// What is in the directory that the program takes for temporary files.
    pub fn temporary(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.directory.path().join("tmp")).unwrap();
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    /// Runs a command that ends by itself.
    pub fn run(&self, arguments: &[&str]) -> Ended {
        self.run_with(&[], arguments)
    }

    pub fn run_with(&self, environment: &[(&str, &str)], arguments: &[&str]) -> Ended {
        let child = self.command(environment, arguments).spawn().unwrap();
        Ended::from(ended(child, arguments))
    }

    /// Starts a command that goes on until it is stopped.
    pub fn start(&self, arguments: &[&str]) -> Running {
        Self::running(self.command(&[], arguments))
    }

    /// The same for a portal that this signal does not end.
    pub fn start_unkilled_by(&self, signal: &str, arguments: &[&str]) -> Running {
        let script = format!("trap '' {signal}; exec \"$0\" \"$@\"");
        let portal = ["-c", &script, env!("CARGO_BIN_EXE_liaison")];
        Self::running(self.command_of("/bin/sh", &[], &[&portal, arguments].concat()))
    }

    fn running(mut command: Command) -> Running {
        let mut child = command.spawn().unwrap();
        let output = child.stdout.take().unwrap();
        let mut complaints = child.stderr.take().unwrap();
        // Read all the while: a portal waits for whoever should read its log.
        let log = thread::spawn(move || {
            let mut text = String::new();
            complaints.read_to_string(&mut text).unwrap();
            text
        });
        let (said, lines) = channel();
        thread::spawn(move || {
            for line in BufReader::new(output).lines() {
                if said.send(line.unwrap()).is_err() {
                    break;
                }
            }
        });
        Running { child: Some(child), log: Some(log), lines, said: Vec::new() }
    }

    fn command(&self, environment: &[(&str, &str)], arguments: &[&str]) -> Command {
        self.command_of(env!("CARGO_BIN_EXE_liaison"), environment, arguments)
    }

    fn command_of(
        &self,
        program: &str,
        environment: &[(&str, &str)],
        arguments: &[&str],
    ) -> Command {
        let mut command = Command::new(program);
        command
            .args(arguments)
            .current_dir(self.directory.path())
            .env_clear()
            .env("TMPDIR", self.directory.path().join("tmp"))
            .envs(environment.iter().copied())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }
}

/// A command that has ended.
#[derive(Debug)]
pub struct Ended {
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

impl Ended {
    /// It did what it was asked to do, without a complaint: what a portal has answered stands in its log.
    pub fn well(self) -> Self {
        assert_eq!(self.code, Some(0), "{self:#?}");
        let mut complaints = self.stderr.lines().filter(|line| !line.contains(r#""level":"INFO""#));
        assert_eq!(complaints.next(), None, "{self:#?}");
        self
    }

    /// It did not, and says why in one line of the standard error.
    pub fn refused(self) -> String {
        assert_eq!(self.code, Some(1), "{self:#?}");
        assert_eq!(self.stdout, "", "{self:#?}");
        assert!(self.stderr.starts_with("liaison: "), "{self:#?}");
        self.stderr
    }

    /// It was not understood.
    pub fn misunderstood(self) -> String {
        assert_eq!(self.code, Some(2), "{self:#?}");
        assert_eq!(self.stdout, "", "{self:#?}");
        self.stderr
    }
}

impl Ended {
    /// What it printed, without the ends of lines.
    pub fn unwrapped(&self) -> String {
        self.stdout.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

impl From<Output> for Ended {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

/// A portal that answers, or will soon.
pub struct Running {
    child: Option<Child>,
    /// What it writes to the standard error until it ends.
    log: Option<JoinHandle<String>>,
    lines: Receiver<String>,
    /// What it has printed so far.
    pub said: Vec<String>,
}

impl Running {
    /// The first address that it prints: it answers there from then on.
    pub fn address(&mut self) -> String {
        self.line_with("http")
            .split_whitespace()
            .find(|word| word.starts_with("http"))
            .unwrap()
            .to_owned()
    }

    /// The next line with this in it.
    pub fn line_with(&mut self, text: &str) -> String {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.lines.recv_timeout(left) {
                Ok(line) => {
                    self.said.push(line.clone());
                    if line.contains(text) {
                        return line;
                    }
                }
                Err(RecvTimeoutError::Timeout) => panic!("“{text}” is not in {:#?}", self.said),
                Err(RecvTimeoutError::Disconnected) => {
                    let ended = self.ended();
                    panic!("ended before it said “{text}”: {:#?} {ended:#?}", self.said)
                }
            }
        }
    }

    /// The most memory that it has ever had, in KiB.
    pub fn peak_memory(&self) -> u64 {
        let process = self.child.as_ref().unwrap().id();
        let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        peak.trim().trim_end_matches(" kB").parse().unwrap()
    }

    /// Asks it to stop as a service manager does, and waits until it has; all that it printed, by line.
    pub fn stop(self) -> (Ended, Vec<String>) {
        self.stop_by("TERM")
    }

    pub fn stop_by(self, signal: &str) -> (Ended, Vec<String>) {
        self.signal(signal);
        self.wait()
    }

    /// Asks it to stop and does not wait.
    pub fn signal(&self, signal: &str) {
        let kill = format!("kill -{signal} {}", self.id());
        assert!(Command::new("/bin/sh").args(["-c", &kill]).status().unwrap().success());
    }

    /// The process.
    pub fn id(&self) -> u32 {
        self.child.as_ref().unwrap().id()
    }

    /// Waits until it has stopped.
    pub fn wait(mut self) -> (Ended, Vec<String>) {
        let ended = self.ended();
        self.said.extend(self.lines.iter());
        (ended, std::mem::take(&mut self.said))
    }

    fn ended(&mut self) -> Ended {
        let ended = Ended::from(ended(self.child.take().unwrap(), &[]));
        Ended { stderr: self.log.take().unwrap().join().unwrap(), ..ended }
    }
}

/// Whatever becomes of the test, the portal does not outlive it.
impl Drop for Running {
    fn drop(&mut self) {
        if let Some(mut child) = self.child.take() {
            _ = child.kill();
            _ = child.wait();
        }
    }
}

fn ended(mut child: Child, arguments: &[&str]) -> Output {
    let deadline = Instant::now() + PATIENCE;
    while child.try_wait().unwrap().is_none() {
        if Instant::now() > deadline {
            child.kill().unwrap();
            let output = child.wait_with_output().unwrap();
            panic!("{arguments:?} has not ended: {:#?}", Ended::from(output));
        }
        thread::sleep(Duration::from_millis(10));
    }
    child.wait_with_output().unwrap()
}

/// What a portal answers to a browser: the whole answer as text.
pub fn get(address: &str, path: &str, cookie: &str) -> String {
    exchange(address, &format!("GET {path} HTTP/1.1\r\ncookie: {cookie}\r\n"), "")
}

/// Sends a form as a page of the portal would, with one more header: the whole answer as text.
pub fn post(address: &str, path: &str, header: &str, form: &str) -> String {
    let head = format!(
        "POST {path} HTTP/1.1\r\norigin: {address}\r\n{header}\r\ncontent-length: {}\r\n\
         content-type: application/x-www-form-urlencoded\r\n",
        form.len()
    );
    exchange(address, &head, form)
}

/// Signs in and gives the cookies.
pub fn sign_in(address: &str, email: &str, password: &str) -> String {
    let answer = try_to_sign_in(address, email, password, "127.0.0.1");
    assert!(answer.starts_with("HTTP/1.1 303 "), "{answer}");
    assert_eq!(header(&answer, "location"), "/home");
    let cookies = answer.lines().filter_map(|line| line.strip_prefix("set-cookie: "));
    let cookies: Vec<_> = cookies.map(|cookie| cookie.split(';').next().unwrap()).collect();
    cookies.join("; ")
}

/// What it answers; `from`: where a proxy says that the browser is.
pub fn try_to_sign_in(address: &str, email: &str, password: &str, from: &str) -> String {
    let form = format!("email={email}&password={password}");
    post(address, "/sign-in", &format!("x-forwarded-for: {from}"), &form)
}

fn exchange(address: &str, head: &str, body: &str) -> String {
    let host = address.trim_start_matches("http://");
    let mut stream = TcpStream::connect(host).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    write!(stream, "{head}host: {host}\r\nconnection: close\r\n\r\n{body}").unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8(answer).unwrap()
}

pub fn header<'a>(answer: &'a str, name: &str) -> &'a str {
    let mut lines = answer.lines().take_while(|line| !line.is_empty());
    let line = lines
        .find_map(|line| line.split_once(": ").filter(|(key, _)| key.eq_ignore_ascii_case(name)));
    line.map_or("", |(_, value)| value)
}

pub fn status(answer: &str) -> u16 {
    answer.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap()
}
