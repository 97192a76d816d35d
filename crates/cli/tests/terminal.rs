//! What a terminal is shown.
#![cfg(unix)]
#![allow(clippy::expect_used)] // a test that cannot go on says so

mod common;

use common::Folder;
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use std::fs::OpenOptions;
use std::io::Read;
use std::os::unix::ffi::OsStrExt;
use std::process::Stdio;

/// What the program writes to a terminal.
fn shown(folder: &Folder, args: &[&str], env: &[(&str, &str)]) -> String {
    let ours = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).expect("a terminal");
    grantpt(&ours).expect("its other end");
    unlockpt(&ours).expect("its other end, open");
    let name = ptsname(&ours, vec![]).expect("its name");
    let theirs = OpenOptions::new().read(true).write(true).open(std::ffi::OsStr::from_bytes(name.as_bytes()));
    let theirs = theirs.expect("its other end");
    let mut child = folder
        .command(args)
        .env("TERM", "xterm")
        .envs(env.iter().copied())
        .stdin(Stdio::null())
        .stdout(theirs)
        .spawn()
        .expect("the program starts");
    let reader = std::thread::spawn(move || {
        let (mut text, mut ours) = (vec![], std::fs::File::from(ours));
        let mut buffer = [0; 4096];
        // It ends with an error where nobody writes any more.
        while let Ok(read @ 1..) = ours.read(&mut buffer) {
            text.extend(buffer.get(..read).expect("what was read"));
        }
        String::from_utf8(text).expect("UTF-8")
    });
    child.wait().expect("the program ends");
    reader.join().expect("the text")
}

#[test]
fn colours_are_shown_where_they_are_wanted() {
    let folder = Folder::new();
    folder.file("a.json", "{ \"master_count\": 3, }");
    let check = &["check", "a.json"];
    let with = shown(&folder, check, &[]);
    assert!(with.contains("\u{1b}[") && with.contains("trailing-comma"), "{with}");
    for (args, env) in [
        (&check[..], &[("NO_COLOR", "1")][..]),
        (check, &[("TERM", "dumb")]),
        (&["check", "a.json", "--color", "never"], &[]),
    ] {
        let without = shown(&folder, args, env);
        assert!(!without.contains('\u{1b}') && without.contains("trailing-comma"), "{env:?} {without}");
    }
    // Set to nothing, it says nothing.
    assert!(shown(&folder, check, &[("NO_COLOR", "")]).contains("\u{1b}["));
}
