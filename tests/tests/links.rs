//! Links of the documentation lead somewhere.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test that cannot go on says so

use acklint_tests::path;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Folders that are not the project's text.
const NOT_OURS: [&str; 4] = ["target", "node_modules", ".git", "pkg"];

fn pages(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_dir() && !NOT_OURS.contains(&name) {
            pages(&path, found);
        } else if path.extension().is_some_and(|e| e == "md") {
            found.push(path);
        }
    }
}

/// A page without its blocks of code.
fn text_of(page: &str) -> String {
    let mut fence = None;
    let mut out = String::new();
    for line in page.lines() {
        let ticks = line.chars().take_while(|c| *c == '`').count();
        match fence {
            None if ticks >= 3 => fence = Some(ticks),
            Some(open) if ticks >= open => fence = None,
            None => out.extend([line, "\n"]),
            Some(_) => {}
        }
    }
    out
}

fn links(text: &str) -> Vec<&str> {
    text.split("](").skip(1).filter_map(|rest| rest.split_once(')').map(|(link, _)| link)).collect()
}

/// The anchors that renderers give to headings.
fn anchors(text: &str) -> BTreeSet<String> {
    let heading = |line: &str| {
        let title = line.trim_start_matches('#').trim().to_lowercase();
        let kept = title.chars().filter(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | ' '));
        kept.map(|c| if c == ' ' { '-' } else { c }).collect()
    };
    text.lines().filter(|line| line.starts_with('#')).map(heading).collect()
}

#[test]
fn links_lead_somewhere() {
    let root = path("..").canonicalize().unwrap();
    let mut found = vec![];
    pages(&root, &mut found);
    let texts: BTreeMap<PathBuf, String> =
        found.into_iter().map(|page| (page.clone(), text_of(&fs::read_to_string(&page).unwrap()))).collect();
    assert!(texts.len() > 250, "{}", texts.len());
    let (mut count, mut broken) = (0, vec![]);
    for (page, text) in &texts {
        for link in links(text).into_iter().filter(|link| !link.contains("://")) {
            count += 1;
            let (file, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target = if file.is_empty() { page.clone() } else { page.parent().unwrap().join(file) };
            let target = target.canonicalize().unwrap_or(target);
            let known =
                texts.get(&target).is_some_and(|text| anchor.is_empty() || anchors(text).contains(anchor));
            let file = anchor.is_empty() && target.exists();
            if !(known || file) {
                broken.push(format!("{}: {link}", page.strip_prefix(&root).unwrap().display()));
            }
        }
    }
    assert!(count > 1000, "{count}");
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}
