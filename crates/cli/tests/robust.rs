//! Inputs nobody expects: each gets a message and an exit code, none a crash.

mod common;

use common::{Folder, good};
use std::process::Stdio;

#[test]
fn strange_requests_have_findings() {
    let folder = Folder::new();
    let deep = "[".repeat(100_000);
    let text = format!("{{\"name\": \"{}\"}}", "x".repeat(50 << 20));
    let binary: Vec<u8> = (0..4096_u32).map(|n| (n * 7919 % 256) as u8).collect();
    let utf16: Vec<u8> = "{\"a\": 1}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cases: [(&str, &[u8]); 8] = [
        ("empty", b""),
        ("brace", b"{"),
        ("binary", &binary),
        ("utf16", &utf16),
        ("deep", deep.as_bytes()),
        ("long", text.as_bytes()),
        ("gbk", b"{\"name\": \"\xd6\xd0\xb9\xfa\"}"),
        ("nul", b"{\"name\": \"a\0b\"}"),
    ];
    for (name, content) in cases {
        folder.file("request.json", content);
        for format in ["pretty", "concise", "json"] {
            // Once is enough for a text of this length.
            let langs = if name == "long" { &["en"][..] } else { &["en", "zh"] };
            for lang in langs {
                let said = folder.run(&["check", "request.json", "--format", format, "--lang", lang]);
                assert_eq!(said.code, 1, "{name} {format}");
                assert_eq!(said.err, "", "{name} {format}");
                assert!(
                    said.out.len() > 20 && said.out.len() < 1 << 20,
                    "{name} {format} {}",
                    said.out.len()
                );
                let odd = |c: char| c.is_control() && c != '\n';
                assert!(!said.out.contains(odd), "{name} {format}");
            }
        }
        assert_eq!(folder.run(&["check", "request.json", "--diff"]).code, 1, "{name}");
        let before = std::fs::read(folder.path().join("request.json")).expect("the request");
        folder.run(&["check", "request.json", "--fix"]);
        let after = std::fs::read(folder.path().join("request.json")).expect("the request");
        assert!(
            before == after || std::str::from_utf8(&before).is_ok(),
            "{name}: text that is no UTF-8 stays"
        );
    }
}

#[test]
fn a_reader_that_leaves_is_no_crash() {
    let folder = Folder::new();
    let many = format!("{{{}}}", "\"unknown_field\": [1,],\n".repeat(2000));
    folder.file("many.json", many);
    for format in ["pretty", "concise", "json"] {
        let mut child = folder
            .command(&["check", "many.json", "--format", format])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        // Nobody ever reads.
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("the program ends");
        assert_eq!(output.status.code(), Some(1), "{format}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{format}");
    }
}

#[test]
fn names_of_files_steer_nothing() {
    let folder = Folder::new();
    let name = "a\u{1b}[31m\u{202e}.json";
    if cfg!(windows) {
        return;
    }
    folder.file(name, "{");
    for format in ["pretty", "concise", "json"] {
        let said = folder.run(&["check", name, "missing\u{1b}[2J.json", "--format", format]);
        assert!(!said.all().contains(['\u{1b}', '\u{202e}']), "{format} {}", said.all());
    }
}

#[test]
fn an_unreadable_folder_is_told() {
    let folder = Folder::new();
    folder.file("a.json", good()).file("dir.json/inner.json", good());
    // A folder by the name of a file is walked like any other.
    assert_eq!(folder.run(&["check", "dir.json"]).out, "no findings in 1 file\n");
}
